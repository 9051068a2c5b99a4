// Submitting and starting: what is on disk before what happens, who goes first, how many at once.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskQueueTest : public QObject {
    Q_OBJECT

private slots:
    void submitIsAnsweredOnlyWhenSaved();
    void submitTakesAllOrNone();
    void submitRefusesWhatCannotRun();
    void submitBeforeTheStoreIsOpenIsRefused();
    void queueFullAtItsLimit();
    void whatMayOutliveUsStartsOnlyWhenTheStartIsSaved();
    void whatLeavesNothingStartsAtOnce();
    void higherPriorityGoesFirstThenTheOlder();
    void lanesLimitAndDoNotDelayEachOther();
    void overallLimitCountsLanesOnly();
    void raisedLimitsStartMoreAtOnce();
    void heldQueueStartsNothing();
    void holdIsAnsweredWhenItsOwnValueIsSaved();
    void laneIsFreeBeforeTheEndIsSaved();
};

void TaskQueueTest::submitIsAnsweredOnlyWhenSaved()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.journal.setLate(true);
    QSignalSpy added(&bench.queue, &TaskQueue::taskAdded);
    const auto future = bench.queue.submit({ draftOf(TaskType::DockerPull) });
    bench.settle();
    QVERIFY(!future.isFinished());
    QCOMPARE(added.size(), 0);
    QVERIFY(bench.queue.snapshot().isEmpty());
    bench.journal.write();
    QVERIFY(future.isFinished());
    const TaskId id = future.result().ids.value(0);
    QCOMPARE(added.size(), 1);
    QVERIFY(bench.journal.taskOnDisk(id));
    QCOMPARE(bench.journal.durabilityOf(id), Durability::Full);
}

void TaskQueueTest::submitTakesAllOrNone()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskDraft good = draftOf(TaskType::DockerPull);
    TaskDraft bad = good;
    std::get<DockerPull>(bad.spec).imageName = u"NO such image"_s;
    const auto refused = bench.queue.submit({ good, bad }).result();
    QVERIFY(refused.refusal);
    QCOMPARE(refused.refusal->kind, Refusal::Kind::Field);
    QCOMPARE(refused.refusal->field, u"image_name"_s);
    QCOMPARE(refused.refusedDraft, 1);
    QVERIFY(refused.ids.isEmpty());
    bench.settle();
    QVERIFY(bench.journal.onDisk().tasks.isEmpty());

    const auto future = bench.queue.submit({ good, good, good });
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().ids.size(), 3);
    const QList<Task> tasks = bench.queue.snapshot();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(tasks.at(i).id, future.result().ids.at(i));
}

void TaskQueueTest::submitRefusesWhatCannotRun()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.maker.unknownTypes.insert(TaskType::OllamaRun);
    const auto answer = bench.queue.submit({ draftOf(TaskType::OllamaRun) }).result();
    QVERIFY(answer.refusal);
    QCOMPARE(answer.refusal->field, u"task_type"_s);
    TaskDraft badOptions = draftOf(TaskType::DockerPull);
    badOptions.options.timeoutSeconds = 0;
    QCOMPARE(bench.queue.submit({ badOptions }).result().refusal->field, u"timeout_seconds"_s);
}

void TaskQueueTest::submitBeforeTheStoreIsOpenIsRefused()
{
    QueueBench bench;
    const auto answer = bench.queue.submit({ draftOf(TaskType::DockerPull) }).result();
    QVERIFY(answer.refusal);
    QCOMPARE(answer.refusal->kind, Refusal::Kind::Store);
    QVERIFY2(!answer.refusal->reason.english().contains(u"closing"_s),
        qPrintable(answer.refusal->reason.english()));
}

void TaskQueueTest::queueFullAtItsLimit()
{
    QueueBench bench;
    QVERIFY(bench.start());
    QueueLimits limits;
    limits.maxWaiting = 3;
    bench.queue.setLimits(limits);
    bench.queue.setHeld(true);
    const TaskDraft draft = draftOf(TaskType::DockerPull);
    bench.journal.setLate(true);
    const auto two = bench.queue.submit({ draft, draft }); // not saved yet, and counted
    const auto four = bench.queue.submit({ draft, draft }).result();
    QVERIFY(four.refusal);
    QCOMPARE(four.refusal->kind, Refusal::Kind::QueueFull);
    QCOMPARE(four.refusal->code, ErrorCode::QueueFull);
    QCOMPARE(four.refusal->limit, 3);
    const auto third = bench.queue.submit({ draft });
    bench.journal.setLate(false);
    QTRY_VERIFY(two.isFinished() && third.isFinished());
    QVERIFY(!two.result().refusal && !third.result().refusal);
    QVERIFY(bench.queue.submit({ draft }).result().refusal);

    const auto cancelled = bench.queue.cancel(third.result().ids.first()); // makes room
    QTRY_VERIFY(cancelled.isFinished());
    QVERIFY(!bench.add(draft).isNull());
}

// A container is looked for by its saved attempt.
void TaskQueueTest::whatMayOutliveUsStartsOnlyWhenTheStartIsSaved()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.journal.setLate(true);
    const auto future = bench.queue.submit({ draftOf(TaskType::DockerRun) });
    bench.journal.write();
    bench.settle();
    const TaskId id = future.result().ids.first();
    QCOMPARE(bench.status(id), TaskStatus::Validating);
    QVERIFY(!bench.runs(id));
    QCOMPARE(bench.journal.taskOnDisk(id)->status, TaskStatus::Pending);
    bench.journal.write();
    QVERIFY(bench.runs(id));
    QCOMPARE(bench.journal.taskOnDisk(id)->status, TaskStatus::Validating);
    QCOMPARE(bench.journal.taskOnDisk(id)->attempt, 1);
}

// A pull dies with us, and is simply begun anew: it need not wait for the disk.
void TaskQueueTest::whatLeavesNothingStartsAtOnce()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.journal.setLate(true);
    const auto future = bench.queue.submit({ draftOf(TaskType::DockerPull) });
    bench.journal.write();
    bench.settle();
    const TaskId id = future.result().ids.first();
    QVERIFY(bench.runs(id));
    QCOMPARE(bench.journal.taskOnDisk(id)->status, TaskStatus::Pending);
}

void TaskQueueTest::higherPriorityGoesFirstThenTheOlder()
{
    QueueBench bench;
    QVERIFY(bench.start());
    QueueLimits limits;
    limits.lanes[Lane::Pull] = 1;
    bench.queue.setLimits(limits);
    bench.queue.setHeld(true);
    const TaskId low = bench.add(draftOf(TaskType::DockerPull, -1));
    const TaskId first = bench.add(draftOf(TaskType::DockerPull));
    const TaskId second = bench.add(draftOf(TaskType::DockerPull));
    const TaskId high = bench.add(draftOf(TaskType::DockerPull, 5));
    QCOMPARE(bench.queue.positionInLine(high), 1);
    QCOMPARE(bench.queue.positionInLine(low), 4);
    bench.queue.setHeld(false);
    for (const TaskId &id : { high, first, second, low }) {
        QTRY_VERIFY(bench.runs(id));
        QCOMPARE(bench.maker.atWork().size(), 1);
        QCOMPARE(bench.queue.positionInLine(id), 0);
        bench.of(id)->succeed({});
    }
    QTRY_COMPARE(bench.status(low), TaskStatus::Completed);
}

void TaskQueueTest::lanesLimitAndDoNotDelayEachOther()
{
    QueueBench bench;
    QVERIFY(bench.start());
    QueueLimits limits;
    limits.maxConcurrent = 10;
    bench.queue.setLimits(limits);
    QList<TaskId> pulls;
    for (int i = 0; i < 4; ++i)
        pulls.append(bench.add(draftOf(TaskType::DockerPull, 9)));
    const TaskId push = bench.add(draftOf(TaskType::DockerPush));
    const TaskId model = bench.add(draftOf(TaskType::OllamaPull));
    QTRY_VERIFY(bench.runs(push) && bench.runs(model));
    QVERIFY(bench.runs(pulls[0]) && bench.runs(pulls[1]));
    QCOMPARE(bench.status(pulls[2]), TaskStatus::Pending);
    bench.of(pulls[1])->succeed({});
    QTRY_VERIFY(bench.runs(pulls[2]));
    QCOMPARE(bench.status(pulls[3]), TaskStatus::Pending);
}

void TaskQueueTest::overallLimitCountsLanesOnly()
{
    QueueBench bench;
    QVERIFY(bench.start());
    QueueLimits limits;
    limits.maxConcurrent = 1;
    bench.queue.setLimits(limits);
    const TaskId pull = bench.add(draftOf(TaskType::DockerPull));
    const TaskId push = bench.add(draftOf(TaskType::DockerPush));
    const TaskId tag = bench.add(draftOf(TaskType::DockerTag));
    const TaskId login = bench.add(draftOf(TaskType::DockerLogin));
    QTRY_VERIFY(bench.runs(pull) && bench.runs(tag) && bench.runs(login));
    QCOMPARE(bench.status(push), TaskStatus::Pending);
    bench.of(pull)->succeed({});
    QTRY_VERIFY(bench.runs(push));
}

void TaskQueueTest::raisedLimitsStartMoreAtOnce()
{
    QueueBench bench;
    QVERIFY(bench.start());
    QueueLimits limits;
    limits.maxConcurrent = 1;
    bench.queue.setLimits(limits);
    const TaskId pull = bench.add(draftOf(TaskType::DockerPull));
    const TaskId push = bench.add(draftOf(TaskType::DockerPush));
    QTRY_VERIFY(bench.runs(pull));
    QSignalSpy changed(&bench.queue, &TaskQueue::limitsChanged);
    limits.maxConcurrent = 2;
    bench.queue.setLimits(limits);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.queue.limits(), limits);
    QTRY_VERIFY(bench.runs(push));
}

void TaskQueueTest::heldQueueStartsNothing()
{
    QueueBench bench;
    QVERIFY(bench.start());
    QSignalSpy changed(&bench.queue, &TaskQueue::heldChanged);
    const auto held = bench.queue.setHeld(true);
    QTRY_VERIFY(held.isFinished());
    QVERIFY(bench.journal.heldOnDisk());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    bench.settle();
    QCOMPARE(bench.status(id), TaskStatus::Pending);
    const auto released = bench.queue.setHeld(false);
    QTRY_VERIFY(released.isFinished() && bench.runs(id));
    QVERIFY(!bench.journal.heldOnDisk());
    QCOMPARE(changed.size(), 2);
}

void TaskQueueTest::holdIsAnsweredWhenItsOwnValueIsSaved()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.journal.setLate(true);
    const auto held = bench.queue.setHeld(true);
    const auto released = bench.queue.setHeld(false);
    bench.journal.writeOne();
    QVERIFY(held.isFinished());
    QVERIFY(!released.isFinished());
    bench.journal.writeOne();
    QVERIFY(released.isFinished());
}

void TaskQueueTest::laneIsFreeBeforeTheEndIsSaved()
{
    QueueBench bench;
    QVERIFY(bench.start());
    QueueLimits limits;
    limits.lanes[Lane::Pull] = 1;
    bench.queue.setLimits(limits);
    const TaskId one = bench.add(draftOf(TaskType::DockerPull));
    const TaskId two = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(one));
    bench.settle();
    bench.journal.setLate(true);
    bench.of(one)->succeed({});
    bench.settle();
    QCOMPARE(bench.status(two), TaskStatus::Validating);
    QVERIFY(groupOf(bench.status(one)) == StatusGroup::Active); // not told before it is saved
    bench.journal.write();
    QCOMPARE(bench.status(one), TaskStatus::Completed);
}

QTEST_GUILESS_MAIN(TaskQueueTest)
#include "test_task_queue.moc"
