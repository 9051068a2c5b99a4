// What an attempt tells, how it ends, and what is cleared away before the end is told.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

// A run that failed and whose container could not be removed. Null: it came otherwise.
TaskId failedAndLeftBehind(QueueBench &bench)
{
    bench.maker.cleanupsSucceed = false;
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    if (!QTest::qWaitFor([&] { return bench.runs(id); }))
        return {};
    bench.of(id)->fail(finalError(), true);
    if (!QTest::qWaitFor([&] { return bench.maker.cleanupOf(id) != nullptr; }))
        return {};
    bench.maker.cleanupOf(id)->fail(finalError());
    const bool failed = QTest::qWaitFor([&] { return bench.status(id) == TaskStatus::Failed; });
    return failed ? id : TaskId();
}

} // namespace

class TaskQueueAttemptsTest : public QObject {
    Q_OBJECT

private slots:
    void startKeepsAttemptHostAndTimes();
    void endIsSavedThenClearedThenAnnounced();
    void failedCleanupDoesNotHideTheEnd();
    void oldCleanupWaitsWhileItsTaskRunsAgain();
    void newAttemptWaitsForACleanupUnderWay();
    void retriesByItselfAfterAWait();
    void withoutRetriesLeftItFails();
    void longTimeLimitDoesNotEndAtOnce();
    void progressIsToldInBunches();
    void logGoesToTheJournalAndSlowsTheWork();
    void isIdleOnlyWhenTheEndIsAnnounced();
    void listenerMayRemoveATaskInsideItsOwnSignal();
};

void TaskQueueAttemptsTest::startKeepsAttemptHostAndTimes()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    const Task &given = bench.of(id)->task;
    QCOMPARE(given.attempt, 1);
    QCOMPARE(given.resolvedHost, u"unix:///the/current/one"_s);
    bench.of(id)->enterPhase(TaskStatus::Preparing);
    bench.of(id)->enterPhase(TaskStatus::Pulling);
    QCOMPARE(bench.status(id), TaskStatus::Pulling);
    bench.of(id)->succeed({ { u"digest"_s, u"sha256:1"_s } });
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
    const Task task = bench.task(id);
    QCOMPARE(task.progress.percent, 100);
    QCOMPARE(task.result->value(u"digest"_s).toString(), u"sha256:1"_s);
    QVERIFY(task.startedAt.isValid() && task.completedAt.isValid());
    QVERIFY(!task.attemptStartedAt.isValid());
    QList<TaskStatus> history;
    for (const HistoryEntry &entry : task.history)
        history.append(entry.status);
    QCOMPARE(history,
        QList<TaskStatus>({ TaskStatus::Pending, TaskStatus::Validating, TaskStatus::Preparing,
            TaskStatus::Pulling, TaskStatus::Completed }));
    QTRY_COMPARE(bench.journal.taskOnDisk(id)->status, TaskStatus::Completed);
}

void TaskQueueAttemptsTest::endIsSavedThenClearedThenAnnounced()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.settle();
    bench.journal.steps.clear();
    connect(&bench.queue, &TaskQueue::taskChanged, &bench.journal, [&bench](const Task &task) {
        bench.journal.steps.append(u"told %1"_s.arg(statusName(task.status)));
    });
    bench.of(id)->succeed({}, true);
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
    bench.settle();
    const QString name = idText(id);
    QCOMPARE(bench.journal.steps,
        QStringList({ u"save %1 completed +cleanup"_s.arg(name), u"told completed"_s,
            u"cleaned %1"_s.arg(name) }));
    QCOMPARE(bench.maker.cleanupsFor(id), 1);
    QVERIFY(bench.journal.cleanupsOnDisk().isEmpty());
}

void TaskQueueAttemptsTest::failedCleanupDoesNotHideTheEnd()
{
    QueueBench bench;
    QVERIFY(bench.start());
    bench.maker.cleanupsSucceed = false;
    const TaskId id = bench.add(draftOf(TaskType::DockerRun));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(finalError(), true);
    QTRY_VERIFY(bench.maker.cleanupOf(id));
    QVERIFY(groupOf(bench.status(id)) == StatusGroup::Active);
    bench.maker.cleanupOf(id)->fail(finalError());
    QTRY_COMPARE(bench.status(id), TaskStatus::Failed);
    QCOMPARE(bench.journal.cleanupsOnDisk().size(), 1);
    bench.hosts.change(); // the engine is back
    QTRY_VERIFY(bench.maker.cleanupOf(id));
    bench.maker.cleanupOf(id)->succeed({});
    QTRY_VERIFY(bench.journal.cleanupsOnDisk().isEmpty());
}

// It finds containers by the task's label: it would remove the new attempt's.
void TaskQueueAttemptsTest::oldCleanupWaitsWhileItsTaskRunsAgain()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = failedAndLeftBehind(bench);
    QVERIFY(!id.isNull());

    bench.queue.retry(id, true);
    QTRY_VERIFY(bench.runs(id));
    bench.hosts.change();
    bench.settle();
    QVERIFY(!bench.maker.cleanupOf(id));
    QCOMPARE(bench.journal.cleanupsOnDisk().size(), 1);
    bench.of(id)->succeed({}, true);
    QTRY_VERIFY(bench.maker.cleanupOf(id));

    bench.maker.cleanupOf(id)->succeed({});
    QTRY_COMPARE(bench.status(id), TaskStatus::Completed);
}

void TaskQueueAttemptsTest::newAttemptWaitsForACleanupUnderWay()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = failedAndLeftBehind(bench);
    QVERIFY(!id.isNull());
    bench.hosts.change();
    QVERIFY(bench.maker.cleanupOf(id));

    const auto retried = bench.queue.retry(id, true);
    QTRY_VERIFY(retried.isFinished());
    bench.settle();
    QVERIFY(!bench.runs(id));
    bench.maker.cleanupOf(id)->succeed({});
    QTRY_VERIFY(bench.runs(id));
    QVERIFY(bench.journal.cleanupsOnDisk().isEmpty());
}

void TaskQueueAttemptsTest::retriesByItselfAfterAWait()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(retryableError());
    QTRY_COMPARE(bench.status(id), TaskStatus::Pending);
    const Task task = bench.task(id);
    QCOMPARE(task.retryCount, 1);
    QVERIFY(task.nextRetryAt > QDateTime::currentDateTimeUtc());
    QVERIFY(task.error);
    QCOMPARE(bench.queue.positionInLine(id), 0);
    QVERIFY(!bench.queue.isIdle());
    bench.settle();
    QVERIFY(!bench.of(id));
}

void TaskQueueAttemptsTest::withoutRetriesLeftItFails()
{
    QueueBench bench;
    QVERIFY(bench.start());
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.maxRetries = 0;
    const TaskId id = bench.add(draft);
    QTRY_VERIFY(bench.runs(id));
    bench.of(id)->fail(retryableError());
    QTRY_COMPARE(bench.status(id), TaskStatus::Failed);
    QCOMPARE(bench.task(id).error->code, ErrorCode::DockerNetworkError);
    QCOMPARE(bench.task(id).retryCount, 0);
}

void TaskQueueAttemptsTest::longTimeLimitDoesNotEndAtOnce()
{
    QueueBench bench;
    QVERIFY(bench.start());
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.timeoutSeconds = std::numeric_limits<int>::max(); // ms of it are no int
    const TaskId id = bench.add(draft);
    draft.options.timeoutSeconds = 50 * 24 * 3600; // just above what wraps to 25 hours
    const TaskId other = bench.add(draft);
    QTRY_VERIFY(bench.runs(id) && bench.runs(other));
    bench.settle();
    const QList<QTimer *> timers = bench.of(id)->findChildren<QTimer *>();
    QCOMPARE(timers.size(), 1);
    QVERIFY(timers.first()->interval() > 0);
    bench.settle();
    QVERIFY(!bench.task(id).isStopping() && !bench.task(other).isStopping());
}

void TaskQueueAttemptsTest::progressIsToldInBunches()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    QSignalSpy progressed(&bench.queue, &TaskQueue::tasksProgressed);
    TaskProgress progress;
    for (int i = 1; i <= 50; ++i) {
        progress.percent = i;
        bench.of(id)->report(progress);
    }
    QCOMPARE(progressed.size(), 0);
    QCOMPARE(bench.task(id).progress.percent, 50);
    QTRY_COMPARE(progressed.size(), 1);
    using Told = QHash<TaskId, TaskProgress>;
    QCOMPARE(progressed.first().first().value<Told>().value(id).percent, 50);
}

void TaskQueueAttemptsTest::logGoesToTheJournalAndSlowsTheWork()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    QSignalSpy grew(&bench.queue, &TaskQueue::logGrew);
    bench.of(id)->log({ { LogChannel::Out, "one" }, { LogChannel::Err, "two" } });
    QTRY_COMPARE(grew.size(), 1);
    const auto page = bench.queue.readLog(id, -1, 1);
    QTRY_VERIFY(page.isFinished());
    QCOMPARE(page.result().total, 2);
    QCOMPARE(page.result().lines, LogLines({ { LogChannel::Err, "two" } }));
    emit bench.journal.logBehind(id, true);
    QVERIFY(bench.of(id)->held);
    emit bench.journal.logBehind(id, false);
    QVERIFY(!bench.of(id)->held);
}

void TaskQueueAttemptsTest::isIdleOnlyWhenTheEndIsAnnounced()
{
    QueueBench bench;
    QVERIFY(!bench.queue.isIdle());
    QVERIFY(bench.start());
    QVERIFY(bench.queue.isIdle());
    bench.journal.setLate(true);
    bench.queue.submit({ draftOf(TaskType::DockerPull) });
    QVERIFY(!bench.queue.isIdle());
    bench.journal.setLate(false);
    QTRY_COMPARE(bench.maker.atWork().size(), 1);
    const TaskId id = bench.maker.atWork().first()->task.id;
    QTRY_VERIFY(bench.runs(id));
    bench.settle();
    bench.journal.setLate(true);
    bench.of(id)->succeed({});
    bench.settle();
    QVERIFY(!bench.queue.isIdle());
    bench.journal.setLate(false);
    QVERIFY(bench.queue.isIdle());
    QCOMPARE(bench.status(id), TaskStatus::Completed);
}

void TaskQueueAttemptsTest::listenerMayRemoveATaskInsideItsOwnSignal()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(bench.runs(id));
    connect(&bench.queue, &TaskQueue::taskChanged, &bench.hosts, [&bench](const Task &task) {
        if (groupOf(task.status) == StatusGroup::Finished)
            bench.queue.remove(task.id);
    });
    bench.of(id)->succeed({});
    QTRY_VERIFY(!bench.queue.task(id));
    QTRY_VERIFY(!bench.journal.taskOnDisk(id));
    QVERIFY(bench.queue.isIdle());
}

QTEST_GUILESS_MAIN(TaskQueueAttemptsTest)
#include "test_task_queue_attempts.moc"
