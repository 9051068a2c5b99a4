// Cancel, pause, resume, retry and remove in every state a task can be in.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

// Stops as a good engine does: a moment later, having done what was asked.
void stopWell(ScriptedExecutor *executor)
{
    executor->whenStopped = [executor](
                                StopHow how) { executor->endStopped(how == StopHow::Discard); };
}

} // namespace

class TaskQueueVerbsTest : public QObject {
    Q_OBJECT

private slots:
    void unknownTaskIsNotFound();

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

    void retryCountsUpToItsLimit();
    void forcedRetryGivesAFreshBudget();
    void retryIsRefusedElsewhere();

    void removeWaitsForTheDisk_data();
    void removeWaitsForTheDisk();
    void removeRunning();
    void removeOutlivesAKill();
    void removeWhileTheEndIsClearedAway();

    void noVerbBeforeTheStoreIsOpen();
    void shutDownAnswersEverything();
    void shutDownLeavesWorkToBePickedUp();
    void shutDownKeepsAnOutcomeThatCameInTime();
    void shutDownLetsAPauseFinish();
    void shutDownBeforeTheStoreAnswered();
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

void TaskQueueVerbsTest::cancelPending()
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

void TaskQueueVerbsTest::cancelWaitingForARetry()
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

void TaskQueueVerbsTest::cancelBeforeTheStartIsSaved()
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

void TaskQueueVerbsTest::cancelRunningIsSavedThenDone()
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

void TaskQueueVerbsTest::cancelReplacesAPause()
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

void TaskQueueVerbsTest::cancelPaused()
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

void TaskQueueVerbsTest::cancelFrozenRemovesTheContainer()
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
void TaskQueueVerbsTest::cancelWhileTheEndIsClearedAway()
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

void TaskQueueVerbsTest::cancelFinished_data()
{
    QTest::addColumn<TaskStatus>("status");
    for (TaskStatus status : { TaskStatus::Completed, TaskStatus::Failed, TaskStatus::Timeout })
        QTest::newRow(qPrintable(statusName(status))) << status;
}

void TaskQueueVerbsTest::cancelFinished()
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

void TaskQueueVerbsTest::workThatSucceedsInspiteOfACancelIsCompleted()
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

void TaskQueueVerbsTest::pausePendingAndResume()
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

void TaskQueueVerbsTest::pauseWaitingForARetry()
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

void TaskQueueVerbsTest::pauseRunningAndResume()
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

void TaskQueueVerbsTest::pauseTwiceIsAnsweredTwice()
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

void TaskQueueVerbsTest::pauseFreezesARunningContainer()
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

void TaskQueueVerbsTest::frozenContainerThawsInTheSameAttempt()
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

void TaskQueueVerbsTest::pauseWhileItThaws()
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

void TaskQueueVerbsTest::shortTasksCannotPause()
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

void TaskQueueVerbsTest::pauseFinishedIsRefused()
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

void TaskQueueVerbsTest::failureDuringAPause()
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

void TaskQueueVerbsTest::resumeWhileThePauseIsStopping()
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

void TaskQueueVerbsTest::pauseAgainAfterThatResume()
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

void TaskQueueVerbsTest::resumeIsRefusedElsewhere()
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

void TaskQueueVerbsTest::shutDownAnswersEverything()
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

void TaskQueueVerbsTest::shutDownLeavesWorkToBePickedUp()
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

void TaskQueueVerbsTest::shutDownKeepsAnOutcomeThatCameInTime()
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

void TaskQueueVerbsTest::shutDownLetsAPauseFinish()
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

void TaskQueueVerbsTest::shutDownBeforeTheStoreAnswered()
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

QTEST_GUILESS_MAIN(TaskQueueVerbsTest)
#include "test_task_queue_verbs.moc"
