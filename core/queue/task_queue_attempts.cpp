// The life of an attempt inside the queue: start, follow, end.
#include "core/executor/kill_point.h"
#include "core/queue/retry_policy.h"
#include "core/queue/task_queue.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace slipway {

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
    const bool thaw = std::exchange(task.frozen, false);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!thaw) {
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
    transition(task, TaskStatus::Validating, task.attempt > 1 && !thaw ? u"attempt %1"_s.arg(task.attempt) : QString());
    if (thaw) { // the same door as after a crash: it finds the container by its labels
        save(task);
        const TaskId id = task.id;
        ++m_active; // counted until adopt() takes over
        m_journal.readLog(id, 0, 0).then(this, [this, id](const LogPage &page) {
            --m_active;
            if (Entry *found = entryOf(id))
                adopt(*found, page.counts);
        });
        publish(entry);
        return;
    }
    save(task);
    follow(entry, m_maker.make(task));
    m_answers.whenSaved(task.id, task.revision, [executor = QPointer(entry.executor)] {
        killPoint("saved-not-spawned");
        if (executor)
            executor->start();
    });
    publish(entry);
}

void TaskQueue::adopt(Entry &entry, const LogCounts &logged)
{
    entry.adopting = true;
    m_silent.remove(entry.task.id);
    m_lanes.occupy(entry.task);
    entry.task.attemptStartedAt = QDateTime::currentDateTimeUtc();
    follow(entry, m_maker.adopt(entry.task, logged));
    m_silentLogs.insert(entry.task.id, logged);
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
    const LogCounts logged = m_silentLogs.take(id);

    const AttemptEnd end = endOf(entry.task, outcome);
    if (end.pickUp) {
        if (m_shuttingDown) {
            finishShutDown();
            return;
        }
        if (end.error)
            entry.task.waitingFor = errorMessage(*end.error);
        m_lanes.occupy(entry.task); // it may well be running there
        m_silent.insert(id, logged);
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
    task.frozen = end.status == TaskStatus::Paused && task.status == TaskStatus::Running
        && outcome.kind == TaskOutcome::Kind::Stopped && task.type() == TaskType::DockerRun;
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
    const QHash<TaskId, LogCounts> silent = std::exchange(m_silent, {});
    for (auto it = silent.cbegin(); it != silent.cend(); ++it) {
        if (Entry *entry = entryOf(it.key()); entry && !entry->executor)
            adopt(*entry, it.value());
    }
}

} // namespace slipway
