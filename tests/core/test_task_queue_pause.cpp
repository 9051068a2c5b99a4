// Pause and resume in every state a task can be in.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskQueuePauseTest : public QObject {
    Q_OBJECT

private slots:
    void pausePendingAndResume();
    void pauseWaitingForARetry();
    void pauseRunningAndResume();
    void pauseTwiceIsAnsweredTwice();
    void pauseFreezesARunningContainer();
    void frozenContainerThawsInTheSameAttempt();
    void pauseWhileItThaws();
    void shortTasksCannotPause();
    void pauseFinishedIsRefused();
    void failureDuringAPause();
    void resumeWhileThePauseIsStopping();
    void pauseAgainAfterThatResume();
    void resumeIsRefusedElsewhere();
};

void TaskQueuePauseTest::pausePendingAndResume()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.queue.setHeld(true);
    for (TaskType type : { TaskType::DockerPull, TaskType::DockerTag }) { // every type
        const TaskId id = bench.add(draftOf(type));
        bench.journal.setLate(true);
        const auto paused = bench.queue.pause(id);
        QVERIFY(!paused.isFinished());
        bench.journal.setLate(false);
        QTRY_VERIFY(paused.isFinished());
        QVERIFY(!paused.result().refusal);
        QCOMPARE(bench.status(id), TaskStatus::Paused);
        QVERIFY(bench.queue.pause(id).result().already);
        const auto resumed = bench.queue.resume(id);
        QTRY_VERIFY(resumed.isFinished());
        QCOMPARE(bench.status(id), TaskStatus::Pending);
        QVERIFY(bench.queue.positionInLine(id) > 0);
    }
}

void TaskQueuePauseTest::pauseWaitingForARetry()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(retryableError());
    QTRY_COMPARE(bench.status(id), TaskStatus::Pending);
    bench.queue.pause(id);
    QCOMPARE(bench.status(id), TaskStatus::Paused);
    QVERIFY(!bench.task(id).nextRetryAt.isValid());
    bench.queue.resume(id); // goes on at once: the wait was given up
    QTRY_VERIFY(bench.runs(id));
    QCOMPARE(bench.task(id).retryCount, 1);
}

void TaskQueuePauseTest::pauseRunningAndResume()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    bench.settle();
    stopWell(bench.of(id));
    bench.journal.setLate(true);
    const auto paused = bench.queue.pause(id);
    QVERIFY(!paused.isFinished());
    QVERIFY(bench.of(id)->stops.isEmpty());
    bench.journal.setLate(false);
    QTRY_COMPARE(bench.status(id), TaskStatus::Paused);
    QVERIFY(paused.isFinished());
    QVERIFY(!bench.task(id).frozen);
    bench.queue.resume(id);
    QTRY_VERIFY(bench.runs(id));
    QCOMPARE(bench.task(id).attempt, 2);
    QCOMPARE(bench.of(id)->work, ScriptedExecutor::Work::Attempt);
}

void TaskQueuePauseTest::pauseTwiceIsAnsweredTwice()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    const auto first = bench.queue.pause(id);
    QTRY_VERIFY(first.isFinished());
    QTRY_COMPARE(bench.of(id)->stops.size(), 1);
    const auto second = bench.queue.pause(id); // nothing new is saved for it
    QTRY_VERIFY(second.isFinished());
    QVERIFY(!second.result().refusal);
    QVERIFY(second.result().stopping);
}

void TaskQueuePauseTest::pauseFreezesARunningContainer()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId pulling = bench.add(draftOf(TaskType::DockerRun));
    const TaskId running = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(pulling) && bench.runs(running));
    bench.of(pulling)->enterPhase(TaskStatus::Pulling);
    bench.of(running)->enterPhase(TaskStatus::Running);
    for (const TaskId &id : { pulling, running }) {
        stopWell(bench.of(id));
        bench.queue.pause(id);
        QTRY_COMPARE(bench.status(id), TaskStatus::Paused);
    }
    QVERIFY(!bench.task(pulling).frozen);
    QVERIFY(bench.task(running).frozen);
}

void TaskQueuePauseTest::frozenContainerThawsInTheSameAttempt()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->log({ { LogChannel::Out, "line" } });
    bench.of(id)->enterPhase(TaskStatus::Running);
    stopWell(bench.of(id));
    bench.queue.pause(id);
    QTRY_COMPARE(bench.status(id), TaskStatus::Paused);
    bench.queue.resume(id);
    QTRY_VERIFY(bench.runs(id));
    ScriptedExecutor *executor = bench.of(id);
    QCOMPARE(executor->work, ScriptedExecutor::Work::Adoption);
    QCOMPARE(executor->logged.out, 1);
    QCOMPARE(bench.task(id).attempt, 1);
    QVERIFY(bench.task(id).frozen); // a kill now must not forget that it was to go on
    executor->enterPhase(TaskStatus::Running);
    QVERIFY(!bench.task(id).frozen);
    executor->succeed({}, true);
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
    QCOMPARE(bench.maker.cleanupsFor(id), 1);
}

void TaskQueuePauseTest::pauseWhileItThaws()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->enterPhase(TaskStatus::Running);
    stopWell(bench.of(id));
    bench.queue.pause(id);
    QTRY_COMPARE(bench.status(id), TaskStatus::Paused);
    bench.settle();
    bench.journal.setLate(true);
    bench.maker.prepare = stopWell;
    bench.queue.resume(id); // asks for the length of the log first
    QVERIFY(groupOf(bench.status(id)) == StatusGroup::Active);
    const auto paused = bench.queue.pause(id);
    bench.journal.setLate(false);
    QTRY_VERIFY(paused.isFinished());
    QVERIFY(!paused.result().refusal);
    QTRY_COMPARE(bench.status(id), TaskStatus::Paused);
    QVERIFY(bench.task(id).frozen);
}

void TaskQueuePauseTest::shortTasksCannotPause()
{
    QueueBench bench;
    QVERIFY(bench.start());
    for (TaskType type : { TaskType::DockerTag, TaskType::DockerLogin }) {
        const TaskId id = bench.add(draftOf(type));
        QTRY_VERIFY(bench.runs(id));
        bench.of(id)->enterPhase(TaskStatus::Running);
        const VerbAnswer answer = bench.queue.pause(id).result();
        QVERIFY(answer.refusal);
        QCOMPARE(answer.refusal->reason.english(), u"Cannot pause running task"_s);
        QVERIFY(!answer.refusal->hasCode);
    }
}

void TaskQueuePauseTest::pauseFinishedIsRefused()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->succeed({});
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
    QCOMPARE(
        bench.queue.pause(id).result().refusal->reason.english(), u"Cannot pause completed task"_s);
}

void TaskQueuePauseTest::failureDuringAPause()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId retryable = bench.add(draftOf(TaskType::DockerPull));
    const TaskId final = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(retryable) && bench.runs(final));
    bench.queue.pause(retryable);
    bench.queue.pause(final);
    bench.of(retryable)->fail(retryableError());
    bench.of(final)->fail(finalError());
    QTRY_COMPARE(bench.status(retryable), TaskStatus::Paused);
    QTRY_COMPARE(bench.status(final), TaskStatus::Failed);
    QCOMPARE(bench.task(retryable).retryCount, 0);
}

void TaskQueuePauseTest::resumeWhileThePauseIsStopping()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId run = bench.add(draftOf(TaskType::DockerRun));
    const TaskId pull = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(run) && bench.runs(pull));
    bench.of(run)->enterPhase(TaskStatus::Running);
    for (const TaskId &id : { run, pull }) {
        bench.queue.pause(id);
        QTRY_COMPARE(bench.of(id)->stops.size(), 1);
        bench.settle();
        bench.journal.setLate(true);
        const auto resumed = bench.queue.resume(id);
        QVERIFY(!resumed.isFinished());
        bench.journal.setLate(false);
        QTRY_VERIFY(resumed.isFinished());
        QVERIFY(!resumed.result().refusal);
        QVERIFY(resumed.result().stopping);
        QVERIFY(bench.journal.taskOnDisk(id)->resumeAfterPause);
        bench.of(id)->endStopped();
        QTRY_VERIFY(bench.runs(id));
        QVERIFY(!bench.task(id).isStopping());
        QVERIFY(!bench.task(id).resumeAfterPause);
    }
    QCOMPARE(bench.of(run)->work, ScriptedExecutor::Work::Adoption);
    QCOMPARE(bench.task(run).attempt, 1);
    QCOMPARE(bench.task(pull).attempt, 2);
    QList<TaskStatus> history;
    for (const HistoryEntry &entry : bench.task(pull).history)
        history.append(entry.status);
    QCOMPARE(history,
        QList<TaskStatus>({ TaskStatus::Pending, TaskStatus::Validating, TaskStatus::Pending,
            TaskStatus::Validating }));
}

void TaskQueuePauseTest::pauseAgainAfterThatResume()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    bench.queue.pause(id);
    bench.queue.resume(id);
    const auto paused = bench.queue.pause(id);
    QTRY_VERIFY(paused.isFinished());
    bench.of(id)->endStopped();
    QTRY_COMPARE(bench.status(id), TaskStatus::Paused);
    bench.settle();
    QVERIFY(!bench.of(id));
}

void TaskQueuePauseTest::resumeIsRefusedElsewhere()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    VerbAnswer answer = bench.queue.resume(id).result();
    QVERIFY(answer.refusal);
    QCOMPARE(answer.refusal->reason.english(), u"Cannot resume validating task"_s);
    QVERIFY(answer.refusal->hasCode);
    QCOMPARE(answer.refusal->code, ErrorCode::QueueTaskAlreadyRunning);
    bench.queue.cancel(id);
    QVERIFY(bench.queue.resume(id).result().refusal);
    bench.queue.setHeld(true);
    const TaskId pending = bench.add(draftOf(TaskType::DockerPull));
    answer = bench.queue.resume(pending).result();
    QCOMPARE(answer.refusal->reason.english(), u"Cannot resume pending task"_s);
    QVERIFY(!answer.refusal->hasCode);
}

QTEST_GUILESS_MAIN(TaskQueuePauseTest)
#include "test_task_queue_pause.moc"
