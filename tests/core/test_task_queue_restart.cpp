// What a queue does with the tasks of an earlier run of the program, however that ended.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

Task interrupted(TaskType type, TaskStatus status)
{
    static qint64 sequence = 0;
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = ++sequence;
    task.revision = 7;
    task.spec = draftOf(type).spec;
    task.status = status;
    task.attempt = 1;
    task.createdAt = QDateTime::currentDateTimeUtc();
    task.startedAt = task.createdAt;
    task.attemptStartedAt = task.createdAt;
    task.resolvedHost = u"tcp://there:2375"_s;
    task.history = { { TaskStatus::Pending, task.createdAt, {} }, { status, task.createdAt, {} } };
    return task;
}

} // namespace

class TaskQueueRestartTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLostAndTheOrderIsKept();
    void activeIsFollowedInspiteOfHold();
    void followedTasksCountInTheirLane();
    void dueRetriesWaitForWhatIsFollowed();
    void nothingFoundGoesBackToPending();
    void silentHostIsAskedAgain();
    void cancelWhileTheHostIsSilent();
    void savedCancelBecomesCancelled_data();
    void savedCancelBecomesCancelled();
    void savedCancelOnASilentHost();
    void savedPauseBecomesPaused();
    void savedPauseIsCarriedOutOnWhatStillRuns();
    void savedPauseAndResumeGoesOn();
    void dueCleanupsAreDone();
    void dueCleanupWaitsForItsTaskThatStillRuns();
    void timeLimitCountsWhatWasUsedBefore();
    void timeLimitCountsWhatWasUsedBeforeAFreeze();
    void durationCountsWhatRanOn();
};

void TaskQueueRestartTest::nothingIsLostAndTheOrderIsKept()
{
    JournalContents before;
    before.held = true;
    for (TaskStatus status : { TaskStatus::Completed, TaskStatus::Pending, TaskStatus::Paused,
             TaskStatus::Failed, TaskStatus::Pending })
        before.tasks.append(interrupted(TaskType::DockerPull, status));
    QueueBench bench(before);
    QVERIFY(bench.start());
    QVERIFY(bench.queue.isHeld());
    const QList<Task> tasks = bench.queue.snapshot();
    QCOMPARE(tasks.size(), before.tasks.size());
    for (int i = 0; i < tasks.size(); ++i) {
        QCOMPARE(tasks[i].id, before.tasks[i].id);
        QCOMPARE(tasks[i].status, before.tasks[i].status);
    }
    QCOMPARE(bench.queue.positionInLine(tasks[4].id), 2);
    const TaskId added = bench.add(draftOf(TaskType::DockerPull));
    QVERIFY(bench.task(added).sequence > tasks.last().sequence);
}

void TaskQueueRestartTest::activeIsFollowedInspiteOfHold()
{
    const Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    const LogLine out{ LogChannel::Out, "o" }, err{ LogChannel::Err, "e" };
    const LogLines lines{ out, err, out, { LogChannel::Note, "n" }, err, out };
    QueueBench bench({ { { task }, {}, true, {}, {} }, { { task.id, lines } } });
    QVERIFY(bench.start());
    QVERIFY(bench.runs(task.id));
    ScriptedExecutor *executor = bench.of(task.id);
    QCOMPARE(executor->work, ScriptedExecutor::Work::Adoption);
    QCOMPARE(executor->logged, LogCounts({ 3, 2, 0 })); // notes are our own
    QCOMPARE(executor->task.attempt, 1);
    executor->succeed({ { u"exit_code"_s, 0 } }, true);
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Completed);
    QTRY_COMPARE(bench.maker.cleanupsFor(task.id), 1);
}

void TaskQueueRestartTest::followedTasksCountInTheirLane()
{
    JournalContents before;
    before.tasks = { interrupted(TaskType::DockerPull, TaskStatus::Pending),
        interrupted(TaskType::DockerPull, TaskStatus::Pulling),
        interrupted(TaskType::DockerPull, TaskStatus::Validating) };
    QueueBench bench(before);
    QVERIFY(bench.start());
    bench.settle();
    QCOMPARE(bench.status(before.tasks[0].id), TaskStatus::Pending);
    QCOMPARE(bench.maker.atWork().size(), 2);
    bench.of(before.tasks[1].id)->succeed({});
    QTRY_VERIFY(bench.runs(before.tasks[0].id));
}

void TaskQueueRestartTest::dueRetriesWaitForWhatIsFollowed()
{
    JournalContents before;
    Task retry = interrupted(TaskType::DockerPull, TaskStatus::Pending);
    retry.nextRetryAt = QDateTime::currentDateTimeUtc().addSecs(-10);
    before.tasks = { retry, interrupted(TaskType::DockerPull, TaskStatus::Pulling),
        interrupted(TaskType::DockerPull, TaskStatus::Pulling) };
    QueueBench bench(before);
    QVERIFY(bench.start());
    bench.settle();
    QCOMPARE(bench.status(retry.id), TaskStatus::Pending);
    QCOMPARE(bench.maker.atWork().size(), 2);
}

void TaskQueueRestartTest::nothingFoundGoesBackToPending()
{
    Task task = interrupted(TaskType::DockerPull, TaskStatus::Pulling);
    task.retryCount = 2;
    QueueBench bench({ { { task }, {}, true, {}, {} } });
    QVERIFY(bench.start());
    bench.of(task.id)->end(TaskOutcome::Kind::NothingFound);
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Pending);
    const Task after = bench.task(task.id);
    QCOMPARE(after.history.last().note, u"interrupted"_s);
    QCOMPARE(after.retryCount, 2);
    QCOMPARE(after.resolvedHost, task.resolvedHost);
    bench.queue.setHeld(false);
    QTRY_VERIFY(bench.runs(task.id));
    QCOMPARE(bench.of(task.id)->work, ScriptedExecutor::Work::Attempt);
    QCOMPARE(bench.of(task.id)->task.attempt, 2);
}

void TaskQueueRestartTest::silentHostIsAskedAgain()
{
    const Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    QueueBench bench({ { { task }, {}, false, {}, {} },
        { { task.id, LogLines(4, { LogChannel::Out, "o" }) } } });
    QueueLimits limits;
    limits.lanes[Lane::Run] = 1;
    bench.queue.setLimits(limits);
    QVERIFY(bench.start());
    TaskError silent;
    silent.code = ErrorCode::DockerNetworkError;
    bench.of(task.id)->finish({ TaskOutcome::Kind::HostSilent, {}, silent, false });
    QTRY_VERIFY(!bench.task(task.id).waitingFor.isEmpty());
    QCOMPARE(bench.status(task.id), TaskStatus::Running);
    const TaskId other = bench.add(draftOf(TaskType::DockerRun));
    bench.settle();
    QCOMPARE(bench.status(other), TaskStatus::Pending); // it may well be running there
    QVERIFY(!bench.of(task.id));
    QVERIFY(!bench.queue.isIdle());
    bench.hosts.change();
    QVERIFY(bench.of(task.id));
    QCOMPARE(bench.of(task.id)->logged.out, 4);
    bench.of(task.id)->succeed({}, true);
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Completed);
    QVERIFY(bench.task(task.id).waitingFor.isEmpty());
    QTRY_VERIFY(bench.runs(other));
}

void TaskQueueRestartTest::cancelWhileTheHostIsSilent()
{
    const Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    bench.maker.cleanupsSucceed = false;
    QVERIFY(bench.start());
    bench.of(task.id)->end(TaskOutcome::Kind::HostSilent);
    QTRY_VERIFY(!bench.of(task.id));
    bench.settle();
    const auto cancelled = bench.queue.cancel(task.id);
    QTRY_VERIFY(cancelled.isFinished());
    QVERIFY(!cancelled.result().refusal);
    QTRY_VERIFY(bench.maker.cleanupOf(task.id));
    bench.maker.cleanupOf(task.id)->fail(finalError()); // still silent
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Cancelled);
    QCOMPARE(bench.journal.cleanupsOnDisk().size(), 1);
    bench.hosts.change();
    bench.settle();
    QVERIFY(!bench.of(task.id));
    bench.maker.cleanupOf(task.id)->succeed({});
    QTRY_VERIFY(bench.journal.cleanupsOnDisk().isEmpty());
}

void TaskQueueRestartTest::savedCancelBecomesCancelled_data()
{
    QTest::addColumn<TaskOutcome::Kind>("outcome");
    QTest::newRow("stopped") << TaskOutcome::Kind::Stopped;
    QTest::newRow("nothing found") << TaskOutcome::Kind::NothingFound;
    QTest::newRow("failed") << TaskOutcome::Kind::Failed;
}

void TaskQueueRestartTest::savedCancelBecomesCancelled()
{
    QFETCH(const TaskOutcome::Kind, outcome);
    Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    task.stopReason = StopReason::Cancel;
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    QVERIFY(bench.start());
    QCOMPARE(bench.of(task.id)->task.stopReason, StopReason::Cancel);
    bench.of(task.id)->end(outcome, true);
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Cancelled);
    QCOMPARE(bench.maker.cleanupsFor(task.id), 1);
}

void TaskQueueRestartTest::savedCancelOnASilentHost()
{
    Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    task.stopReason = StopReason::Cancel;
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    QVERIFY(bench.start());
    bench.of(task.id)->end(TaskOutcome::Kind::HostSilent);
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Cancelled);
    QCOMPARE(bench.maker.cleanupsFor(task.id), 1);
}

void TaskQueueRestartTest::savedPauseBecomesPaused()
{
    Task task = interrupted(TaskType::DockerPull, TaskStatus::Pulling);
    task.stopReason = StopReason::Pause;
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    QVERIFY(bench.start());
    bench.of(task.id)->end(TaskOutcome::Kind::NothingFound);
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Paused);
    QVERIFY(!bench.task(task.id).isStopping());
    bench.settle();
    QVERIFY(!bench.of(task.id));
}

void TaskQueueRestartTest::savedPauseIsCarriedOutOnWhatStillRuns()
{
    Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    task.stopReason = StopReason::Pause;
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    QVERIFY(bench.start());
    QCOMPARE(bench.of(task.id)->stops, QList<StopHow>({ StopHow::Pause }));
    bench.of(task.id)->endStopped();
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Paused);
    QVERIFY(bench.task(task.id).frozen);
}

void TaskQueueRestartTest::savedPauseAndResumeGoesOn()
{
    Task task = interrupted(TaskType::DockerPull, TaskStatus::Pulling);
    task.stopReason = StopReason::Pause;
    task.resumeAfterPause = true;
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    QVERIFY(bench.start());
    bench.of(task.id)->end(TaskOutcome::Kind::NothingFound);
    QTRY_COMPARE(bench.task(task.id).attempt, 2);
    QTRY_VERIFY(bench.runs(task.id));
}

void TaskQueueRestartTest::dueCleanupsAreDone()
{
    const Task task = interrupted(TaskType::DockerRun, TaskStatus::Cancelled);
    const DueCleanup due{ task.id, task.resolvedHost };
    const DueCleanup ofARemovedOne{ QUuid::createUuid(), task.resolvedHost };
    QueueBench bench({ { { task }, { due, ofARemovedOne }, true, {}, {} } });
    QVERIFY(bench.start());
    QTRY_VERIFY(bench.journal.cleanupsOnDisk().isEmpty());
    QCOMPARE(bench.maker.cleanupsFor(task.id), 1);
    QCOMPARE(bench.maker.cleanupsFor(ofARemovedOne.taskId), 1);
}

void TaskQueueRestartTest::dueCleanupWaitsForItsTaskThatStillRuns()
{
    const Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    QueueBench bench({ { { task }, { { task.id, task.resolvedHost } }, false, {}, {} } });
    QVERIFY(bench.start());
    bench.settle();
    QCOMPARE(bench.maker.cleanupsFor(task.id), 0);
    bench.of(task.id)->succeed({}, true);
    QTRY_VERIFY(bench.journal.cleanupsOnDisk().isEmpty());
}

void TaskQueueRestartTest::timeLimitCountsWhatWasUsedBefore()
{
    Task task = interrupted(TaskType::DockerRun, TaskStatus::Running);
    task.options.timeoutSeconds = 60;
    task.attemptStartedAt = task.attemptStartedAt.addSecs(-61);
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    bench.maker.prepare = [](ScriptedExecutor *executor) {
        executor->whenStopped = [executor](
                                    StopHow how) { executor->endStopped(how == StopHow::Discard); };
    };
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Timeout);
    QCOMPARE(bench.task(task.id).error->code, ErrorCode::SystemTimeout);
    QCOMPARE(bench.maker.cleanupsFor(task.id), 1);
}

void TaskQueueRestartTest::timeLimitCountsWhatWasUsedBeforeAFreeze()
{
    Task task = interrupted(TaskType::DockerRun, TaskStatus::Paused);
    task.options.timeoutSeconds = 60;
    task.frozen = true;
    task.attemptStartedAt = {};
    task.attemptMs = 61'000;
    QueueBench bench({ { { task }, {}, false, {}, {} } });
    bench.maker.prepare = [](ScriptedExecutor *executor) {
        executor->whenStopped = [executor](StopHow) { executor->endStopped(); };
    };
    QVERIFY(bench.start());
    bench.queue.resume(task.id);
    QTRY_COMPARE(bench.status(task.id), TaskStatus::Timeout);
    bench.queue.retry(task.id, true); // a new attempt has all of its time
    QTRY_VERIFY(bench.runs(task.id));
    bench.settle();
    QVERIFY(!bench.task(task.id).isStopping());
}

void TaskQueueRestartTest::durationCountsWhatRanOn()
{
    Task run = interrupted(TaskType::DockerRun, TaskStatus::Running);
    run.attemptStartedAt = run.attemptStartedAt.addSecs(-100);
    Task pull = interrupted(TaskType::DockerPull, TaskStatus::Pulling);
    pull.attemptStartedAt = pull.attemptStartedAt.addSecs(-100);
    QueueBench bench({ { { run, pull }, {}, true, {}, {} } });
    QVERIFY(bench.start());
    bench.of(run.id)->succeed({});
    bench.of(pull.id)->end(TaskOutcome::Kind::NothingFound);
    QTRY_COMPARE(bench.status(run.id), TaskStatus::Completed);
    QTRY_COMPARE(bench.status(pull.id), TaskStatus::Pending);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(bench.task(run.id).duration(now).value() >= 100);
    QVERIFY(bench.task(pull.id).duration(now).value() < 50); // nobody knows when it was killed
}

QTEST_GUILESS_MAIN(TaskQueueRestartTest)
#include "test_task_queue_restart.moc"
