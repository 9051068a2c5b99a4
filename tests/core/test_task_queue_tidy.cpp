// Finished tasks leave the list some days after their end; and the mark "tell me".
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

Task ended(TaskStatus status, int daysAgo)
{
    static qint64 sequence = 0;
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = ++sequence;
    task.spec = draftOf(TaskType::DockerPull).spec;
    task.status = status;
    task.createdAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    if (groupOf(status) == StatusGroup::Finished)
        task.completedAt = task.createdAt;
    return task;
}

void removeAfter(TaskQueue &queue, int days)
{
    QueueLimits limits = queue.limits();
    limits.removeAfterDays = days;
    queue.setLimits(limits);
}

} // namespace

class TaskQueueTidyTest : public QObject {
    Q_OBJECT

private slots:
    void nothingLeavesByItself();
    void whatEndedLongAgoLeaves();
    void oldOnesLeaveAtTheStart();
    void manyLeaveInSteps();
    void whatOthersWaitForStays();
    void theMarkIsSaved();
    void aMarkThatIsThereIsToldAsSuch();
};

void TaskQueueTidyTest::nothingLeavesByItself()
{
    JournalContents before;
    before.tasks = { ended(TaskStatus::Completed, 900) };
    QueueBench bench(before);
    QVERIFY(bench.start());
    bench.settle();
    QCOMPARE(bench.queue.snapshot().size(), 1);
}

void TaskQueueTidyTest::whatEndedLongAgoLeaves()
{
    JournalContents before;
    before.held = true;
    const Task young = ended(TaskStatus::Completed, 6);
    const Task waiting = ended(TaskStatus::Pending, 60);
    const Task paused = ended(TaskStatus::Paused, 60);
    before.tasks = { ended(TaskStatus::Completed, 8), young, ended(TaskStatus::Failed, 8),
        ended(TaskStatus::Cancelled, 9), ended(TaskStatus::Timeout, 10), waiting, paused };
    QueueBench bench(before);
    QVERIFY(bench.start());
    QSignalSpy removed(&bench.queue, &QueueService::taskRemoved);
    removeAfter(bench.queue, 7);
    QTRY_COMPARE(removed.size(), 4);
    QList<TaskId> left;
    for (const Task &task : bench.queue.snapshot())
        left << task.id;
    QCOMPARE(left, (QList<TaskId>{ young.id, waiting.id, paused.id }));
    bench.settle();
    QCOMPARE(bench.journal.onDisk().tasks.size(), 3); // off the disk too
}

void TaskQueueTidyTest::oldOnesLeaveAtTheStart()
{
    JournalContents before;
    before.tasks = { ended(TaskStatus::Completed, 2) };
    QueueBench bench(before);
    removeAfter(bench.queue, 1); // as it was set in an earlier run
    QVERIFY(bench.start());
    QTRY_VERIFY(bench.queue.snapshot().isEmpty());
}

void TaskQueueTidyTest::manyLeaveInSteps()
{
    JournalContents before;
    for (int i = 0; i < 1000; ++i)
        before.tasks << ended(TaskStatus::Completed, 40);
    QueueBench bench(before);
    QVERIFY(bench.start());
    int inThisTurn = 0;
    int mostInOneTurn = 0;
    QTimer turn;
    connect(&bench.queue, &QueueService::taskRemoved, &turn, [&] {
        if (inThisTurn++ == 0)
            QTimer::singleShot(0, &turn, [&] { inThisTurn = 0; });
        mostInOneTurn = qMax(mostInOneTurn, inThisTurn);
    });
    removeAfter(bench.queue, 30);
    QTRY_VERIFY(bench.queue.snapshot().isEmpty());
    QVERIFY2(mostInOneTurn <= 400, qPrintable(QString::number(mostInOneTurn)));
}

void TaskQueueTidyTest::whatOthersWaitForStays()
{
    JournalContents before;
    const Task failed = ended(TaskStatus::Failed, 50);
    Task follower = ended(TaskStatus::Pending, 50);
    follower.options.after = { idText(failed.id) };
    before.tasks = { failed, follower, ended(TaskStatus::Failed, 50) };
    QueueBench bench(before);
    QVERIFY(bench.start());
    removeAfter(bench.queue, 30);
    QTRY_COMPARE(bench.queue.snapshot().size(), 2);
    QCOMPARE(bench.status(failed.id), TaskStatus::Failed);
    QCOMPARE(bench.status(follower.id), TaskStatus::Pending);
}

void TaskQueueTidyTest::theMarkIsSaved()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    QSignalSpy changed(&bench.queue, &QueueService::taskChanged);
    const auto marked = bench.queue.setNotify(id, true);
    QTRY_VERIFY(marked.isFinished());
    QVERIFY(!marked.result().refusal && !marked.result().already);
    QVERIFY(bench.task(id).options.notify);
    QVERIFY(!changed.isEmpty());
    QTRY_VERIFY(bench.journal.taskOnDisk(id)->options.notify);
    bench.of(id)->end(TaskOutcome::Kind::Succeeded);
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
    QVERIFY(bench.task(id).options.notify);
}

void TaskQueueTidyTest::aMarkThatIsThereIsToldAsSuch()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    const auto unmarked = bench.queue.setNotify(id, false);
    QTRY_VERIFY(unmarked.isFinished());
    QVERIFY(unmarked.result().already);
    const auto nobody = bench.queue.setNotify(QUuid::createUuid(), true);
    QVERIFY(nobody.isFinished());
    QCOMPARE(nobody.result().refusal->kind, Refusal::Kind::TaskNotFound);
}

QTEST_GUILESS_MAIN(TaskQueueTidyTest)
#include "test_task_queue_tidy.moc"
