// Cancel in every state a task can be in.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskQueueCancelTest : public QObject {
    Q_OBJECT

private slots:
    void cancelPending();
    void cancelWaitingForARetry();
    void cancelBeforeTheStartIsSaved();
    void cancelRunningIsSavedThenDone();
    void cancelReplacesAPause();
    void cancelPaused();
    void cancelFrozenRemovesTheContainer();
    void cancelWhileTheEndIsClearedAway();
    void cancelFinished_data();
    void cancelFinished();
    void workThatSucceedsInspiteOfACancelIsCompleted();
};

void TaskQueueCancelTest::cancelPending()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.queue.setHeld(true);
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    bench.journal.setLate(true);
    const auto future = bench.queue.cancel(id);
    const auto again = bench.queue.cancel(id);
    QVERIFY(!future.isFinished());
    QVERIFY(!again.isFinished()); // "it is so already" must be true after a kill, too
    bench.journal.write();
    QVERIFY(future.isFinished() && again.isFinished());
    QVERIFY(!future.result().refusal && !future.result().already);
    QVERIFY(!again.result().refusal && again.result().already);
    QCOMPARE(bench.status(id), TaskStatus::Cancelled);
    QCOMPARE(bench.queue.positionInLine(id), 0);
    QVERIFY(bench.queue.cancel(id).result().already);
    bench.queue.setHeld(false);
    bench.settle();
    QCOMPARE(bench.maker.madeFor(id), 0);
    QCOMPARE(bench.maker.cleanupsFor(id), 0);
}

void TaskQueueCancelTest::cancelWaitingForARetry()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(retryableError());
    QTRY_COMPARE(bench.status(id), TaskStatus::Pending);
    const auto future = bench.queue.cancel(id);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(bench.status(id), TaskStatus::Cancelled);
    QVERIFY(!bench.task(id).nextRetryAt.isValid());
    QVERIFY(bench.queue.isIdle());
}

void TaskQueueCancelTest::cancelBeforeTheStartIsSaved()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.queue.setHeld(true);
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    bench.journal.setLate(true);
    bench.queue.setHeld(false);
    QCOMPARE(bench.status(id), TaskStatus::Validating);
    QPointer<ScriptedExecutor> executor = bench.of(id);
    bool everStarted = false;
    connect(executor, &ScriptedExecutor::startedNow, &bench.journal, [&] { everStarted = true; });
    const auto future = bench.queue.cancel(id);
    QVERIFY(!future.isFinished());
    bench.journal.write();
    bench.journal.setLate(false);
    QVERIFY(future.isFinished());
    QVERIFY(future.result().stopping);
    QTRY_COMPARE(bench.status(id), TaskStatus::Cancelled);
    QVERIFY(!everStarted);
}

void TaskQueueCancelTest::cancelRunningIsSavedThenDone()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.settle();
    ScriptedExecutor *executor = bench.of(id);
    bench.journal.setLate(true);
    const auto future = bench.queue.cancel(id);
    const auto again = bench.queue.cancel(id);
    QVERIFY(bench.task(id).isStopping());
    QVERIFY(executor->stops.isEmpty());
    QVERIFY(!future.isFinished() && !again.isFinished());
    bench.journal.write();
    QVERIFY(future.isFinished() && again.isFinished());
    QCOMPARE(executor->stops, QList<StopHow>({ StopHow::Discard, StopHow::Discard }));
    QCOMPARE(bench.journal.taskOnDisk(id)->stopReason, StopReason::Cancel);
    bench.journal.setLate(false);
    executor->endStopped(true);
    QTRY_COMPARE(bench.status(id), TaskStatus::Cancelled);
    QVERIFY(!bench.task(id).isStopping());
    QCOMPARE(bench.maker.cleanupsFor(id), 1);
}

void TaskQueueCancelTest::cancelReplacesAPause()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.queue.pause(id);
    const auto future = bench.queue.cancel(id);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result().refusal);
    QVERIFY(bench.of(id)->stops.contains(StopHow::Discard));
    QVERIFY(bench.queue.pause(id).result().refusal);
    bench.of(id)->endStopped(true);
    QTRY_COMPARE(bench.status(id), TaskStatus::Cancelled);
}

void TaskQueueCancelTest::cancelPaused()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.queue.setHeld(true);
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    bench.queue.pause(id);
    const auto future = bench.queue.cancel(id);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(bench.status(id), TaskStatus::Cancelled);
    QTRY_COMPARE(bench.journal.taskOnDisk(id)->status, TaskStatus::Cancelled);
}

void TaskQueueCancelTest::cancelFrozenRemovesTheContainer()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->enterPhase(TaskStatus::Running);
    stopWell(bench.of(id));
    bench.queue.pause(id);
    QTRY_COMPARE(bench.status(id), TaskStatus::Paused);
    QVERIFY(bench.task(id).frozen);
    bench.journal.steps.clear();
    const auto future = bench.queue.cancel(id);
    QTRY_VERIFY(future.isFinished());
    QTRY_COMPARE(bench.maker.cleanupsFor(id), 1);
    QCOMPARE(bench.status(id), TaskStatus::Cancelled);
    QVERIFY(!bench.task(id).frozen);
    QVERIFY(bench.journal.steps.contains(u"save %1 cancelled +cleanup"_s.arg(idText(id))));
    QTRY_VERIFY(bench.journal.cleanupsOnDisk().isEmpty());
}

// Its retry is decided and its container still being removed: it is not too late to cancel.
void TaskQueueCancelTest::cancelWhileTheEndIsClearedAway()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.maker.cleanupsSucceed = false;
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(retryableError(), true);
    QTRY_VERIFY(bench.maker.cleanupOf(id));
    QVERIFY(groupOf(bench.status(id)) == StatusGroup::Active);
    const auto future = bench.queue.cancel(id);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.result().refusal);
    bench.maker.cleanupOf(id)->succeed({});
    QTRY_COMPARE(bench.status(id), TaskStatus::Cancelled);
    bench.settle();
    QVERIFY(!bench.of(id));
    QCOMPARE(bench.journal.taskOnDisk(id)->status, TaskStatus::Cancelled);
}

void TaskQueueCancelTest::cancelFinished_data()
{
    QTest::addColumn<TaskStatus>("status");
    for (TaskStatus status : { TaskStatus::Completed, TaskStatus::Failed, TaskStatus::Timeout })
        QTest::newRow(qPrintable(statusName(status))) << status;
}

void TaskQueueCancelTest::cancelFinished()
{
    QFETCH(const TaskStatus, status);
    JournalContents before;
    Task task;
    task.id = QUuid::createUuid();
    task.spec = draftOf(TaskType::DockerPull).spec;
    task.status = status;
    before.tasks = { task };
    QueueBench bench(before);
    QVERIFY(bench.start());
    const VerbAnswer answer = bench.queue.cancel(task.id).result();
    QVERIFY(answer.refusal);
    QCOMPARE(answer.refusal->reason.english(), u"Cannot cancel %1 task"_s.arg(statusName(status)));
    QVERIFY(!answer.refusal->hasCode);
}

void TaskQueueCancelTest::workThatSucceedsInspiteOfACancelIsCompleted()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    const auto future = bench.queue.cancel(id);
    bench.of(id)->succeed({});
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
    QVERIFY(future.isFinished());
}

QTEST_GUILESS_MAIN(TaskQueueCancelTest)
#include "test_task_queue_cancel.moc"
