#include "core/queue/task_queue.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {

TaskQueue::TaskQueue(TaskJournal &journal, ExecutorMaker &maker, HostMonitor &hosts, QObject *parent)
    : QueueService(parent)
    , m_journal(journal)
    , m_maker(maker)
    , m_hosts(hosts)
    , m_cleanups(maker)
{
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setInterval(100ms);
    m_retryTimer.setSingleShot(true);
    m_silentTimer.setSingleShot(true);
    m_silentTimer.setInterval(3s);
    connect(&m_progressTimer, &QTimer::timeout, this, &TaskQueue::reportProgress);
    connect(&m_retryTimer, &QTimer::timeout, this, &TaskQueue::releaseDueRetries);
    connect(&m_silentTimer, &QTimer::timeout, this, &TaskQueue::askSilentHostsAgain);

    connect(&m_journal, &TaskJournal::loaded, this, &TaskQueue::journalLoaded);
    connect(&m_journal, &TaskJournal::failed, this, [this](const QString &sentence) {
        if (m_loaded)
            emit troubled(sentence);
        else
            emit failed(sentence);
    });
    connect(&m_journal, &TaskJournal::saved, this,
        [this](const TaskId &id, quint64 revision) { m_answers.saved(id, revision); });
    connect(&m_journal, &TaskJournal::heldSaved, this, [this] {
        const QList<VerbPromise> promises = std::exchange(m_heldPromises, {});
        for (const VerbPromise &promise : promises) {
            promise->addResult(VerbAnswer {});
            promise->finish();
        }
    });
    connect(&m_journal, &TaskJournal::logGrew, this, &TaskQueue::logGrew);
    connect(&m_journal, &TaskJournal::logBehind, this, [this](const TaskId &id, bool behind) {
        if (Entry *entry = entryOf(id); entry && entry->executor)
            entry->executor->holdOutput(behind);
    });
    connect(&m_journal, &TaskJournal::closed, this, &TaskQueue::ended);
    connect(&m_hosts, &HostMonitor::hostsChanged, this, [this] {
        m_cleanups.tryAgain();
        askSilentHostsAgain();
        emit hostsChanged();
    });
    connect(&m_cleanups, &Cleanups::done, this, [this](const DueCleanup &due) {
        m_journal.cleanupDone(due);
        announceEnd(due.taskId);
    });
    // An engine that is gone must not hide how the task ended.
    connect(&m_cleanups, &Cleanups::postponed, this,
        [this](const DueCleanup &due) { announceEnd(due.taskId); });
}

TaskQueue::~TaskQueue() = default;

void TaskQueue::start()
{
    m_journal.load();
}

void TaskQueue::journalLoaded(const JournalContents &contents)
{
    m_held = contents.held;
    m_loaded = true;
    for (const Task &task : contents.tasks)
        restore(task);
    for (const DueCleanup &due : contents.cleanups)
        m_cleanups.add(due);
    emit ready(contents.notice);
    pump();
}

// Following what still runs comes before new work, and ignores Hold.
void TaskQueue::restore(const Task &task)
{
    Entry &entry = m_entries[task.id];
    entry.task = task;
    m_order.insert({ task.sequence, task.id });
    m_nextSequence = std::max(m_nextSequence, task.sequence + 1);
    switch (groupOf(task.status)) {
    case StatusGroup::Waiting:
        if (task.nextRetryAt.isValid())
            waitForRetry(task);
        else
            m_lanes.enqueue(task);
        break;
    case StatusGroup::Active:
        adopt(entry);
        break;
    case StatusGroup::Paused:
    case StatusGroup::Finished:
        break;
    }
}

TaskQueue::Entry *TaskQueue::entryOf(const TaskId &id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

void TaskQueue::transition(Task &task, TaskStatus to, const QString &note)
{
    if (task.status == to)
        return;
    Q_ASSERT_X(mayFollow(task.status, to), "transition",
        qPrintable(statusName(task.status) + u" -> "_s + statusName(to)));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    task.status = to;
    task.history.append({ to, now, note });
    if (groupOf(to) == StatusGroup::Finished)
        task.completedAt = now;
    else
        task.completedAt = {};
    if (to == TaskStatus::Completed)
        task.progress.percent = 100;
}

void TaskQueue::save(Task &task)
{
    ++task.revision;
    m_journal.save(task);
}

void TaskQueue::publish(Entry &entry)
{
    m_moved.remove(entry.task.id);
    emit taskChanged(entry.task);
}

void TaskQueue::reportProgress()
{
    const QHash<TaskId, TaskProgress> moved = std::exchange(m_moved, {});
    if (!moved.isEmpty())
        emit tasksProgressed(moved);
}

QFuture<VerbAnswer> TaskQueue::answer(const VerbAnswer &value) const
{
    QPromise<VerbAnswer> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

QFuture<VerbAnswer> TaskQueue::answerWhenSaved(const Task &task, bool already)
{
    const auto promise = std::make_shared<QPromise<VerbAnswer>>();
    promise->start();
    const VerbAnswer value { std::nullopt, already, task.status, task.isStopping() };
    m_answers.whenSaved(task.id, task.revision, [promise, value] {
        promise->addResult(value);
        promise->finish();
    });
    return promise->future();
}

QList<Task> TaskQueue::snapshot() const
{
    QList<Task> tasks;
    tasks.reserve(qsizetype(m_order.size()));
    for (const auto &[sequence, id] : m_order)
        tasks.append(m_entries.at(id).task);
    return tasks;
}

std::optional<Task> TaskQueue::task(const TaskId &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::nullopt : std::optional(found->second.task);
}

int TaskQueue::positionInLine(const TaskId &id) const
{
    return m_lanes.positionOf(id);
}

QueueLimits TaskQueue::limits() const
{
    return m_lanes.limits();
}

void TaskQueue::setLimits(const QueueLimits &limits)
{
    m_lanes.setLimits(limits);
    emit limitsChanged();
    pump();
}

bool TaskQueue::isHeld() const
{
    return m_held;
}

QList<HostState> TaskQueue::hosts() const
{
    return m_hosts.hosts();
}

void TaskQueue::refreshHosts()
{
    m_hosts.refresh();
}

QFuture<LogPage> TaskQueue::readLog(const TaskId &id, qint64 from, int count)
{
    return m_journal.readLog(id, from, count);
}

bool TaskQueue::isIdle() const
{
    const bool mayStart = m_lanes.waitingCount() > 0 && !m_held;
    return m_loaded && !mayStart && m_retries.empty() && m_active == 0 && m_unsaved == 0
        && m_silent.isEmpty() && !m_cleanups.isBusy();
}

} // namespace slipway
