// What a shutdown answers, saves and leaves to be picked up.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskQueueShutDownTest : public QObject {
    Q_OBJECT

private slots:
    void shutDownAnswersEverything();
    void shutDownLeavesWorkToBePickedUp();
    void shutDownKeepsAnOutcomeThatCameInTime();
    void shutDownLetsAPauseFinish();
    void shutDownBeforeTheStoreAnswered();
};

void TaskQueueShutDownTest::shutDownAnswersEverything()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.queue.setHeld(true);
    const TaskId one = bench.add(draftOf(TaskType::DockerPull));
    const TaskId two = bench.add(draftOf(TaskType::DockerPull));
    const TaskId three = bench.add(draftOf(TaskType::DockerPull));
    bench.settle();
    bench.journal.setLate(true);
    const auto submitted = bench.queue.submit({ draftOf(TaskType::DockerPull) });
    const auto cancelled = bench.queue.cancel(one);
    const auto paused = bench.queue.pause(two);
    const auto removed = bench.queue.remove(three);
    const auto released = bench.queue.setHeld(false);
    QSignalSpy ended(&bench.queue, &TaskQueue::ended);
    bench.queue.shutDown();
    bench.queue.shutDown();
    QCOMPARE(bench.queue.cancel(two).result().refusal->kind, Refusal::Kind::Store);
    QCOMPARE(bench.queue.resume(two).result().refusal->kind, Refusal::Kind::Store);
    QCOMPARE(bench.queue.retry(two, true).result().refusal->kind, Refusal::Kind::Store);
    QCOMPARE(bench.queue.setHeld(true).result().refusal->kind, Refusal::Kind::Store);
    emit bench.journal.closed(); // without having written a thing
    QCOMPARE(ended.size(), 1);
    QVERIFY(submitted.isFinished() && submitted.result().refusal);
    for (const auto &future : { cancelled, paused, removed, released }) {
        QVERIFY(future.isFinished());
        QVERIFY(future.result().refusal);
        QCOMPARE(future.result().refusal->kind, Refusal::Kind::Store);
    }
}

void TaskQueueShutDownTest::shutDownLeavesWorkToBePickedUp()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->enterPhase(TaskStatus::Running);
    bench.settle();
    QSignalSpy ended(&bench.queue, &TaskQueue::ended);
    ScriptedExecutor *executor = bench.of(id);
    bench.queue.shutDown();
    QCOMPARE(executor->stops, QList<StopHow>({ StopHow::Leave }));
    QVERIFY(!bench.journal.isClosed());
    executor->endStopped();
    QTRY_COMPARE(ended.size(), 1);
    const Task stored = bench.journal.taskOnDisk(id).value();
    QCOMPARE(stored.status, TaskStatus::Running);
    QCOMPARE(stored.stopReason, StopReason::None);
}

void TaskQueueShutDownTest::shutDownKeepsAnOutcomeThatCameInTime()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId run = bench.add(draftOf(TaskType::DockerRun));
    const TaskId pull = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(run) && bench.runs(pull));
    QSignalSpy ended(&bench.queue, &TaskQueue::ended);
    ScriptedExecutor *first = bench.of(run);
    ScriptedExecutor *second = bench.of(pull);
    bench.queue.shutDown();
    first->succeed({}, true);
    second->endStopped();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(bench.journal.taskOnDisk(run)->status, TaskStatus::Completed);
    QCOMPARE(bench.journal.cleanupsOnDisk().size(), 1); // left to the next start
    QCOMPARE(bench.maker.cleanupsFor(run), 0);
    bench.settle();
    QCOMPARE(ended.size(), 1);
}

void TaskQueueShutDownTest::shutDownLetsAPauseFinish()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->enterPhase(TaskStatus::Running);
    const auto paused = bench.queue.pause(id);
    QTRY_VERIFY(paused.isFinished());
    ScriptedExecutor *executor = bench.of(id);
    QSignalSpy ended(&bench.queue, &TaskQueue::ended);
    bench.queue.shutDown();
    QCOMPARE(executor->stops, QList<StopHow>({ StopHow::Pause })); // not left running as "paused"
    executor->endStopped();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(bench.journal.taskOnDisk(id)->status, TaskStatus::Paused);
    QVERIFY(bench.journal.taskOnDisk(id)->frozen);
}

void TaskQueueShutDownTest::shutDownBeforeTheStoreAnswered()
{
    JournalContents before;
    Task task;
    task.id = QUuid::createUuid();
    task.spec = draftOf(TaskType::DockerPull).spec;
    task.status = TaskStatus::Pulling;
    before.tasks = { task };
    QueueBench bench(before);
    bench.journal.setLate(true);
    QSignalSpy ended(&bench.queue, &TaskQueue::ended);
    bench.queue.start();
    bench.queue.shutDown();
    bench.journal.setLate(false);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(bench.maker.atWork().isEmpty());
    QCOMPARE(bench.journal.taskOnDisk(task.id)->status, TaskStatus::Pulling);
}

QTEST_GUILESS_MAIN(TaskQueueShutDownTest)
#include "test_task_queue_shut_down.moc"
