// The life of an attempt inside the queue: start, follow, end.
#include "core/executor/kill_point.h"
#include "core/queue/retry_policy.h"
#include "core/queue/task_queue.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

    // Whether a container of this attempt waits at its engine to go on.
    bool isFrozen(const Task &task, const AttemptEnd &end, const TaskOutcome &outcome)
    {
        if (end.status != TaskStatus::Paused || task.type() != TaskType::DockerRun)
            return false;
        return outcome.kind == TaskOutcome::Kind::FoundFrozen
            || (outcome.kind == TaskOutcome::Kind::Stopped && task.status == TaskStatus::Running);
    }

} // namespace

void TaskQueue::pump()
{
    if (m_held || m_shuttingDown || !m_loaded)
        return;
    while (const std::optional<TaskId> id = m_lanes.take())
        startTask(m_entries.at(*id));
}

// The active status, the attempt number and the host are on disk before anything is started: a
// kill at any moment leaves a task that is known to have been tried.
void TaskQueue::startTask(Entry &entry)
{
    Task &task = entry.task;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!task.frozen) {
        ++task.attempt;
        task.progress = {};
        task.error.reset();
    }
    task.waitingFor.clear();
    task.attemptStartedAt = now;
    if (!task.startedAt.isValid())
        task.startedAt = now;
    if (task.resolvedHost.isEmpty())
        task.resolvedHost = m_maker.resolveHost(task);
    const bool again = task.attempt > 1 && !task.frozen;
    transition(task, TaskStatus::Validating, again ? u"attempt %1"_s.arg(task.attempt) : QString());
    if (task.frozen) { // the same door as after a crash: it finds the container by its labels
        save(task);
        adopt(entry);
        publish(entry);
        return;
    }
    if (again && task.type() == TaskType::DockerRun) {
        startAfterLog(task.id);
        publish(entry);
        return;
    }
    launch(entry);
    publish(entry);
}

// A container's lines are told apart from those of the attempts before it by their number.
void TaskQueue::startAfterLog(const TaskId &id)
{
    ++m_active;
    m_journal.readLog(id, 0, 0).then(this, [this, id](const LogPage &page) {
        --m_active;
        Entry &entry = m_entries.at(id);
        entry.task.loggedBefore = { page.counts.out, page.counts.err };
        launch(entry);
    });
}

void TaskQueue::launch(Entry &entry)
{
    save(entry.task);
    follow(entry, m_maker.make(entry.task, m_secrets.take(entry.task.id)));
    m_answers.whenSaved(entry.task.id, entry.task.revision, [executor = QPointer(entry.executor)] {
        killPoint("saved-not-spawned");
        if (executor)
            executor->start();
    });
}

// Counted in its lane at once; followed when it is known how much of its output the log holds.
void TaskQueue::adopt(Entry &entry)
{
    entry.adopting = true;
    const TaskId id = entry.task.id;
    m_silent.remove(id);
    m_lanes.occupy(entry.task);
    ++m_active;
    m_journal.readLog(id, 0, 0).then(this, [this, id](const LogPage &page) {
        --m_active;
        adoptWithLog(id, page.counts);
    });
}

void TaskQueue::adoptWithLog(const TaskId &id, const LogCounts &log)
{
    if (m_shuttingDown)
        return finishShutDown();
    Entry &entry = m_entries.at(id);
    Task &task = entry.task;
    task.attemptStartedAt = QDateTime::currentDateTimeUtc();
    const LogCounts ofThisAttempt { log.out - task.loggedBefore.out, log.err - task.loggedBefore.err, 0 };
    follow(entry, m_maker.adopt(task, ofThisAttempt));
    entry.executor->start();
}

void TaskQueue::follow(Entry &entry, std::unique_ptr<Executor> made)
{
    Executor *executor = made.release();
    executor->setParent(this);
    entry.executor = executor;
    ++m_active;
    const TaskId id = entry.task.id;
    connect(executor, &Executor::phaseEntered, this,
        [this, id](TaskStatus status) { attemptPhase(id, status); });
    connect(executor, &Executor::progressed, this, [this, id](const TaskProgress &progress) {
        m_entries.at(id).task.progress = progress;
        m_moved.insert(id, progress);
        if (!m_progressTimer.isActive())
            m_progressTimer.start();
    });
    connect(executor, &Executor::logged, this,
        [this, id](const LogLines &lines) { m_journal.appendLog(id, lines); });
    connect(executor, &Executor::done, this,
        [this, id](const TaskOutcome &outcome) { attemptEnded(id, outcome); });
    limitTime(entry.task, executor);
}

void TaskQueue::limitTime(const Task &task, Executor *executor)
{
    if (!task.options.timeoutSeconds)
        return;
    auto *timer = new QTimer(executor);
    timer->setSingleShot(true);
    timer->setInterval(std::chrono::seconds(*task.options.timeoutSeconds));
    connect(timer, &QTimer::timeout, this, [this, id = task.id] {
        if (Entry *entry = entryOf(id); entry && entry->executor && !entry->task.isStopping())
            stopAttempt(*entry, StopReason::TimeLimit);
    });
    timer->start();
}

void TaskQueue::attemptPhase(const TaskId &id, TaskStatus status)
{
    Entry &entry = m_entries.at(id);
    if (entry.task.status == status)
        return;
    transition(entry.task, status);
    if (status == TaskStatus::Running)
        entry.task.frozen = false; // thawed: until here a restart would have to do it again
    save(entry.task);
    publish(entry);
}

// Saved first, carried out then: a kill in between must not forget what was promised.
void TaskQueue::stopAttempt(Entry &entry, StopReason reason)
{
    entry.task.stopReason = reason;
    save(entry.task);
    publish(entry);
    const StopHow how = reason == StopReason::Pause ? StopHow::Pause : StopHow::Discard;
    m_answers.whenSaved(entry.task.id, entry.task.revision,
        [executor = QPointer(entry.executor), how, reason] {
            if (reason == StopReason::Cancel)
                killPoint("cancel-accepted");
            if (executor)
                executor->stop(how);
        });
}

// The outcome and its due cleanup are saved in one write; then the leftovers are removed; then the
// end is announced. The lane is free at once.
void TaskQueue::attemptEnded(const TaskId &id, const TaskOutcome &outcome)
{
    killPoint("exited-not-saved");
    Entry &entry = m_entries.at(id);
    entry.executor->deleteLater();
    entry.executor = nullptr;
    entry.adopting = false;
    --m_active;
    m_lanes.release(id);

    const AttemptEnd end = endOf(entry.task, outcome);
    if (end.pickUp) {
        if (m_shuttingDown) {
            finishShutDown();
            return;
        }
        if (end.error)
            entry.task.waitingFor = errorMessage(*end.error);
        m_lanes.occupy(entry.task); // it may well be running there
        m_silent.insert(id);
        m_silentTimer.start();
        publish(entry);
        return;
    }

    Task task = entry.task;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (task.attemptStartedAt.isValid())
        task.activeMs += std::max<qint64>(0, task.attemptStartedAt.msecsTo(now));
    task.attemptStartedAt = {};
    task.waitingFor.clear();
    task.frozen = isFrozen(task, end, outcome);
    task.stopReason = StopReason::None;
    task.error = end.error;
    task.progress.bytesPerSecond = 0;
    task.progress.secondsLeft.reset();
    if (end.status == TaskStatus::Completed)
        task.result = outcome.result;
    if (end.retry) {
        const auto wait = waitBeforeRetry(task.retryCount, *end.error, QRandomGenerator::global()->generateDouble());
        ++task.retryCount;
        task.nextRetryAt = now.addMSecs(wait.count());
    }
    transition(task, end.status, end.note);

    entry.finishing = true;
    entry.ending = task;
    ++entry.ending.revision;
    const bool leftovers = outcome.leavesContainer;
    const DueCleanup due { id, task.resolvedHost };
    if (leftovers)
        m_journal.saveWithCleanup(entry.ending, due);
    else
        m_journal.save(entry.ending);
    m_answers.whenSaved(id, entry.ending.revision, [this, id, leftovers, due] {
        if (!leftovers) {
            announceEnd(id);
            return;
        }
        killPoint("saved-not-removed");
        m_cleanups.add(due);
        if (m_shuttingDown)
            announceEnd(id);
    });
    pump();
}

void TaskQueue::announceEnd(const TaskId &id)
{
    Entry *entry = entryOf(id);
    if (!entry || !entry->finishing)
        return;
    entry->finishing = false;
    entry->task = std::exchange(entry->ending, {});
    if (entry->task.status == TaskStatus::Pending) {
        if (entry->task.nextRetryAt.isValid())
            waitForRetry(entry->task);
        else
            m_lanes.enqueue(entry->task);
    }
    publish(*entry);
    if (entry->removeWhenDone)
        drop(id);
    if (m_shuttingDown)
        finishShutDown();
    else
        pump();
}

void TaskQueue::waitForRetry(const Task &task)
{
    m_retries.insert({ task.nextRetryAt, task.id });
    releaseDueRetries();
}

void TaskQueue::releaseDueRetries()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    while (!m_retries.empty() && m_retries.begin()->first <= now) {
        const TaskId id = m_retries.begin()->second;
        m_retries.erase(m_retries.begin());
        if (Entry *entry = entryOf(id); entry && entry->task.status == TaskStatus::Pending) {
            entry->task.nextRetryAt = {};
            m_lanes.enqueue(entry->task);
        }
    }
    if (!m_retries.empty())
        m_retryTimer.start(std::chrono::milliseconds(now.msecsTo(m_retries.begin()->first) + 1));
    pump();
}

void TaskQueue::askSilentHostsAgain()
{
    if (m_shuttingDown)
        return;
    const QSet<TaskId> silent = std::exchange(m_silent, {});
    for (const TaskId &id : silent) {
        if (Entry *entry = entryOf(id); entry && !entry->executor && !entry->adopting)
            adopt(*entry);
    }
}

} // namespace slipway
