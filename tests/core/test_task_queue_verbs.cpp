// Retry and remove in every state a task can be in, and verbs for nobody.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskQueueVerbsTest : public QObject {
    Q_OBJECT

private slots:
    void unknownTaskIsNotFound();
    void retryCountsUpToItsLimit();
    void forcedRetryGivesAFreshBudget();
    void retryIsRefusedElsewhere();
    void removeWaitsForTheDisk_data();
    void removeWaitsForTheDisk();
    void removeRunning();
    void removeOutlivesAKill();
    void removeWhileTheEndIsClearedAway();
    void noVerbBeforeTheStoreIsOpen();
};

void TaskQueueVerbsTest::unknownTaskIsNotFound()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = QUuid::createUuid();
    for (const VerbAnswer &answer : { bench.queue.cancel(id).result(),
             bench.queue.pause(id).result(), bench.queue.resume(id).result(),
             bench.queue.retry(id, true).result(), bench.queue.remove(id).result() }) {
        QVERIFY(answer.refusal);
        QCOMPARE(answer.refusal->kind, Refusal::Kind::TaskNotFound);
        QCOMPARE(answer.refusal->code, ErrorCode::QueueTaskNotFound);
    }
}

void TaskQueueVerbsTest::retryCountsUpToItsLimit()
{
    QueueBench bench;
    QVERIFY(bench.start());
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.maxRetries = 2;
    const TaskId id = bench.add(draft);
    for (int made = 0; made <= 2; ++made) {
        QTRY_VERIFY(bench.runs(id));
        QCOMPARE(bench.task(id).retryCount, made);
        bench.of(id)->fail(finalError());
        QTRY_COMPARE(bench.status(id), TaskStatus::Failed);
        if (made < 2) {
            const auto retried = bench.queue.retry(id, false);
            QTRY_VERIFY(retried.isFinished());
            QVERIFY(!retried.result().refusal);
        }
    }
    const VerbAnswer refused = bench.queue.retry(id, false).result();
    QCOMPARE(refused.refusal->reason.english(), u"Maximum retries reached"_s);
    QVERIFY(!refused.refusal->hasCode);
}

void TaskQueueVerbsTest::forcedRetryGivesAFreshBudget()
{
    QueueBench bench;
    QVERIFY(bench.start());
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.maxRetries = 1;
    const TaskId id = bench.add(draft);
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(retryableError()); // the one automatic retry
    QTRY_COMPARE(bench.status(id), TaskStatus::Pending);
    bench.queue.pause(id);
    bench.queue.resume(id); // at once
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(retryableError());
    QTRY_COMPARE(bench.status(id), TaskStatus::Failed);
    QCOMPARE(bench.task(id).retryCount, 1);

    const auto forced = bench.queue.retry(id, true);
    QTRY_VERIFY(forced.isFinished() && bench.runs(id));
    QCOMPARE(bench.task(id).retryCount, 2);
    bench.of(id)->fail(retryableError());
    QTRY_COMPARE(bench.status(id), TaskStatus::Pending); // again one automatic retry
    const Task task = bench.task(id);
    QCOMPARE(task.retryCount, 3);
    // The waits begin anew as well: 5 s and a fifth at most.
    QVERIFY(QDateTime::currentDateTimeUtc().msecsTo(task.nextRetryAt) <= 6000);
}

void TaskQueueVerbsTest::retryIsRefusedElsewhere()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    VerbAnswer answer = bench.queue.retry(id, true).result();
    QCOMPARE(answer.refusal->reason.english(), u"Cannot retry validating task"_s);
    QCOMPARE(answer.refusal->code, ErrorCode::QueueTaskAlreadyRunning);
    QVERIFY(answer.refusal->hasCode);
    bench.of(id)->succeed({});
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
    answer = bench.queue.retry(id, true).result();
    QCOMPARE(answer.refusal->reason.english(), u"Cannot retry completed task"_s);
    QVERIFY(!answer.refusal->hasCode);
}

void TaskQueueVerbsTest::removeWaitsForTheDisk_data()
{
    QTest::addColumn<TaskStatus>("status");
    for (TaskStatus status : allStatuses()) {
        if (groupOf(status) != StatusGroup::Active)
            QTest::newRow(qPrintable(statusName(status))) << status;
    }
}

void TaskQueueVerbsTest::removeWaitsForTheDisk()
{
    QFETCH(const TaskStatus, status);
    JournalContents before;
    before.held = true;
    Task task;
    task.id = QUuid::createUuid();
    task.spec = draftOf(TaskType::DockerRun).spec;
    task.status = status;
    task.attempt = 1;
    task.frozen = status == TaskStatus::Paused;
    before.tasks = { task };
    QueueBench bench(before);
    QVERIFY(bench.start());
    bench.journal.setLate(true);
    QSignalSpy removed(&bench.queue, &TaskQueue::taskRemoved);
    const auto future = bench.queue.remove(task.id);
    bench.settle();
    QVERIFY(!future.isFinished());
    QVERIFY(!bench.queue.task(task.id));
    QCOMPARE(removed.size(), 1);
    bench.journal.setLate(false);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result().refusal);
    QVERIFY(!bench.journal.taskOnDisk(task.id));
    bench.settle();
    const bool mayHaveLeft = groupOf(status) != StatusGroup::Finished;
    QCOMPARE(bench.maker.cleanupsFor(task.id), mayHaveLeft ? 1 : 0);
    QVERIFY(bench.journal.cleanupsOnDisk().isEmpty());
}

void TaskQueueVerbsTest::removeRunning()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    bench.settle();
    bench.journal.setLate(true);
    const auto future = bench.queue.remove(id);
    bench.settle();
    QVERIFY(!future.isFinished());
    bench.journal.setLate(false);
    QTRY_VERIFY(future.isFinished()); // accepted and saved
    QVERIFY(future.result().stopping);
    QVERIFY(bench.queue.task(id));
    bench.of(id)->endStopped();
    QTRY_VERIFY(!bench.queue.task(id));
    QTRY_VERIFY(!bench.journal.taskOnDisk(id));
}

void TaskQueueVerbsTest::removeOutlivesAKill()
{
    MemoryJournal::Disk killed;
    TaskId id;
    {
        QueueBench bench;
        QVERIFY(bench.start());
        id = bench.add(draftOf(TaskType::DockerPull));
        QTRY_VERIFY(bench.runs(id));
        const auto future = bench.queue.remove(id);
        QTRY_VERIFY(future.isFinished());
        killed = bench.journal.onDisk();
    }
    QueueBench bench(killed);
    QVERIFY(bench.start());
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->end(TaskOutcome::Kind::NothingFound);
    QTRY_VERIFY(!bench.queue.task(id));
    QTRY_VERIFY(!bench.journal.taskOnDisk(id));
}

void TaskQueueVerbsTest::removeWhileTheEndIsClearedAway()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.maker.cleanupsSucceed = false;
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->succeed({}, true);
    QTRY_VERIFY(bench.maker.cleanupOf(id));
    const auto future = bench.queue.remove(id);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(bench.journal.taskOnDisk(id)->removeAtEnd);
    bench.maker.cleanupOf(id)->succeed({});
    QTRY_VERIFY(!bench.queue.task(id));
    QTRY_VERIFY(!bench.journal.taskOnDisk(id));
}

void TaskQueueVerbsTest::noVerbBeforeTheStoreIsOpen()
{
    QueueBench bench;
    bench.journal.setLate(true);
    bench.queue.start();
    QVERIFY(bench.queue.setHeld(true).result().refusal);
    QVERIFY(!bench.queue.isHeld());
}

QTEST_GUILESS_MAIN(TaskQueueVerbsTest)
#include "test_task_queue_verbs.moc"
