#include "core/queue/task_queue.h"

#include <limits>
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

VerbAnswer notSaved(VerbAnswer answer)
{
    answer.refusal = Refusal{ Refusal::Kind::Store, ErrorCode::InternalError, true, {},
        Sentence(QT_TRANSLATE_NOOP("Sentence", "Slipway was closed before this was saved")) };
    return answer;
}

} // namespace

TaskQueue::TaskQueue(
    TaskJournal &journal, ExecutorMaker &maker, HostMonitor &hosts, QObject *parent)
    : QueueService(parent)
    , m_journal(journal)
    , m_maker(maker)
    , m_hosts(hosts)
    , m_cleanups(maker)
    , m_gate(hosts)
{
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setInterval(100ms);
    m_silentTimer.setSingleShot(true);
    m_silentTimer.setInterval(3s);
    connect(&m_progressTimer, &QTimer::timeout, this, &TaskQueue::reportProgress);
    connect(&m_times, &StartTimes::cameDue, this, &TaskQueue::cameDue);
    connect(&m_silentTimer, &QTimer::timeout, this, &TaskQueue::askSilentHostsAgain);
    m_heldBackTimer.setSingleShot(true);
    m_heldBackTimer.setInterval(5s);
    connect(&m_heldBackTimer, &QTimer::timeout, this, &TaskQueue::tryHeldBack);
    connect(&m_watchdog, &Watchdog::wentQuiet, this, &TaskQueue::attemptWentQuiet);
    connect(&m_watchdog, &Watchdog::movesAgain, this, &TaskQueue::attemptMovesAgain);
    connect(&m_watchdog, &Watchdog::stalled, this, &TaskQueue::attemptStalled);
    m_gate.setKeepFree(limits().keepFreeGigabytes);
    m_tidyTimer.setSingleShot(true);
    connect(&m_tidyTimer, &QTimer::timeout, this, &TaskQueue::tidy);

    connect(&m_journal, &TaskJournal::loaded, this, &TaskQueue::journalLoaded);
    connect(&m_journal, &TaskJournal::failed, this, [this](const QString &sentence) {
        m_storeTrouble = sentence;
        if (m_loaded)
            emit troubled(sentence);
        else
            emit failed(sentence);
    });
    connect(&m_journal, &TaskJournal::saved, this, [this](const TaskId &id, quint64 revision) {
        m_storeTrouble.clear();
        m_answers.saved(id, revision);
    });
    connect(&m_journal, &TaskJournal::removed, this, [this](const TaskId &id) {
        m_answers.saved(
            id, std::numeric_limits<quint64>::max()); // what was not written never will be
        if (const auto [answer, promise] = m_removals.take(id); promise) {
            promise->addResult(answer);
            promise->finish();
        }
    });
    connect(&m_journal, &TaskJournal::heldSaved, this, &TaskQueue::heldSaved);
    connect(&m_journal, &TaskJournal::logGrew, this, &TaskQueue::logGrew);
    connect(&m_journal, &TaskJournal::logBehind, this, [this](const TaskId &id, bool behind) {
        if (Entry *entry = entryOf(id); entry && entry->executor)
            entry->executor->holdOutput(behind);
    });
    connect(&m_journal, &TaskJournal::closed, this, &TaskQueue::journalClosed);
    connect(&m_hosts, &HostMonitor::hostsChanged, this, [this] {
        m_cleanups.tryAgain();
        askSilentHostsAgain();
        tryHeldBack();
        emit hostsChanged();
    });
    connect(&m_cleanups, &Cleanups::done, this, [this](const DueCleanup &due) {
        m_journal.cleanupDone(due);
        cleanupEnded(due.taskId);
    });
    // An engine that is gone must not hide how the task ended.
    connect(&m_cleanups, &Cleanups::postponed, this,
        [this](const DueCleanup &due) { cleanupEnded(due.taskId); });
}

TaskQueue::~TaskQueue() = default;

void TaskQueue::start()
{
    m_journal.load();
}

void TaskQueue::journalLoaded(const JournalContents &contents)
{
    if (m_shuttingDown)
        return;
    m_held = contents.held;
    for (const Task &task : contents.tasks) {
        m_nextSequence = std::max(m_nextSequence, task.sequence + 1);
        m_entries[task.id].task = task;
        m_order.insert({ task.sequence, task.id });
        m_usual.learn(task);
    }
    for (const Task &task : contents.tasks)
        linkUp(task);
    for (const Task &task : contents.tasks)
        restore(m_entries.at(task.id));
    for (const DueCleanup &due : contents.cleanups)
        m_cleanups.add(due);
    m_loaded = true; // only now may anything new start
    emit loaded();
    emit ready(contents.notice);
    pump();
    m_tidyTimer.start(0);
}

// Following what still runs comes before new work, and ignores Hold.
void TaskQueue::restore(Entry &entry)
{
    const Task &task = entry.task;
    if (task.removeAtEnd && groupOf(task.status) != StatusGroup::Active) {
        drop(task.id); // a kill came in between
        return;
    }
    if (task.frozen)
        m_cleanups.hold(task.id);
    switch (groupOf(task.status)) {
    case StatusGroup::Waiting:
        if (!place(entry))
            giveUp(entry);
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

void TaskQueue::save(Task &task, Durability durability)
{
    ++task.revision;
    m_journal.save(task, durability);
}

void TaskQueue::publish(Entry &entry)
{
    if (entry.finishing)
        return; // told when it has ended
    const TaskId id = entry.task.id;
    m_moved.remove(id);
    if (m_loaded)
        emit taskChanged(entry.task);
    tellFollowers(id); // whom a listener has not removed
}

void TaskQueue::reportProgress()
{
    const QHash<TaskId, TaskProgress> moved = std::exchange(m_moved, {});
    if (!moved.isEmpty())
        emit tasksProgressed(moved);
}

void TaskQueue::whenSaved(const Task &task, std::function<void()> then)
{
    m_answers.whenSaved(task.id, task.revision, [then = std::move(then)](bool isSaved) {
        if (isSaved)
            then();
    });
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
    const VerbAnswer value{ std::nullopt, already, task.status, task.isStopping() };
    m_answers.whenSaved(task.id, task.revision, [promise, value](bool isSaved) {
        promise->addResult(isSaved ? value : notSaved(value));
        promise->finish();
    });
    return promise->future();
}

// For a verb that changes nothing: what it repeats may still be on its way to the disk.
QFuture<VerbAnswer> TaskQueue::answerAgain(const Task &task, bool already)
{
    if (m_answers.waitsFor(task.id))
        return answerWhenSaved(task, already);
    return answer({ std::nullopt, already, task.status, task.isStopping() });
}

void TaskQueue::heldSaved(bool held)
{
    // The store keeps the latest wish only: an answered one answers those before it.
    qsizetype count = m_heldPromises.size();
    while (count > 0 && m_heldPromises[count - 1].first != held)
        --count;
    for (; count > 0; --count) {
        const VerbPromise promise = m_heldPromises.takeFirst().second;
        promise->addResult(VerbAnswer{});
        promise->finish();
    }
}

// No promise stays open.
void TaskQueue::journalClosed()
{
    m_answers.giveUp();
    for (const auto &[held, promise] : std::exchange(m_heldPromises, {})) {
        promise->addResult(notSaved({}));
        promise->finish();
    }
    for (const auto &[answer, promise] : std::exchange(m_removals, {})) {
        promise->addResult(notSaved(answer));
        promise->finish();
    }
    emit ended();
}

QList<Task> TaskQueue::snapshot() const
{
    QList<Task> tasks;
    tasks.reserve(qsizetype(m_order.size()));
    for (const auto &[sequence, id] : m_order)
        tasks.append(m_entries.at(id).task);
    return tasks;
}

QList<Task> TaskQueue::newest(int count) const
{
    QList<Task> tasks;
    for (auto it = m_order.rbegin(); it != m_order.rend() && tasks.size() < count; ++it)
        tasks.prepend(m_entries.at(it->second).task);
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
    if (m_lanes.limits() == limits)
        return;
    m_lanes.setLimits(limits);
    m_gate.setKeepFree(limits.keepFreeGigabytes);
    emit limitsChanged();
    m_tidyTimer.start(0);
    tryHeldBack();
    pump();
}

bool TaskQueue::isHeld() const
{
    return m_held;
}

QString TaskQueue::storeTrouble() const
{
    return m_storeTrouble;
}

QList<HostState> TaskQueue::hosts() const
{
    return m_hosts.hosts();
}

HostState TaskQueue::host(const QString &address) const
{
    return m_hosts.host(address);
}

void TaskQueue::refreshHosts()
{
    m_hosts.refresh();
}

QFuture<HostActionAnswer> TaskQueue::perform(const HostAction &action)
{
    const auto promise = std::make_shared<QPromise<HostActionAnswer>>();
    promise->start();
    m_hosts.perform(action, this, [promise](const HostActionAnswer &answer) {
        promise->addResult(answer);
        promise->finish();
    });
    return promise->future();
}

QFuture<DiskUse> TaskQueue::diskUse(const QString &host)
{
    const auto promise = std::make_shared<QPromise<DiskUse>>();
    promise->start();
    m_hosts.diskUse(host, this, [promise](const DiskUse &use) {
        promise->addResult(use);
        promise->finish();
    });
    return promise->future();
}

QFuture<QList<PreCheck>> TaskQueue::check(const TaskDraft &draft)
{
    const auto promise = std::make_shared<QPromise<QList<PreCheck>>>();
    promise->start();
    const QFuture<QList<PreCheck>> future = promise->future();
    m_maker.check(draft, this, [promise](const QList<PreCheck> &found, bool isComplete) {
        promise->addResult(found);
        if (isComplete)
            promise->finish();
    });
    return future;
}

QFuture<LogPage> TaskQueue::readLog(const TaskId &id, qint64 from, int count)
{
    return m_journal.readLog(id, from, count);
}

QFuture<LogHits> TaskQueue::findInLog(const TaskId &id, const LogQuery &query, const LogPlace &from)
{
    return m_journal.findInLog(id, query, from);
}

QFuture<QString> TaskQueue::saveLog(const TaskId &id, const QString &path, LogForm form)
{
    return m_journal.saveLog(id, path, form);
}

bool TaskQueue::isIdle() const
{
    const bool mayStart = m_lanes.waitingCount() > 0 && !m_held;
    return m_loaded && !mayStart && m_times.count() == 0 && m_heldBack.isEmpty() && m_active == 0
        && m_finishing == 0 && m_unsaved == 0 && m_silent.isEmpty() && !m_cleanups.isBusy();
}

} // namespace slipway
