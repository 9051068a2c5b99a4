// The life of an attempt inside the queue: start, follow, end.
#include "core/executor/kill_point.h"
#include "core/queue/retry_policy.h"
#include "core/queue/task_queue.h"
#include "core/queue/used_names.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace slipway {
namespace {

// Whether a container waits to go on. One that was found is there from the start.
bool isFrozen(const Task &task, const TaskOutcome &outcome, bool adopted)
{
    if (outcome.kind == TaskOutcome::Kind::FoundFrozen)
        return task.stopReason != StopReason::Cancel;
    return task.type() == TaskType::DockerRun && task.stopReason == StopReason::Pause
        && outcome.kind == TaskOutcome::Kind::Stopped
        && (adopted || task.status == TaskStatus::Running);
}

// The task after an attempt, all but its status.
Task afterAttempt(Task task, const TaskOutcome &outcome, const AttemptEnd &end, bool adopted)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    task.frozen = isFrozen(task, outcome, adopted);
    // When what is not found was killed, nobody knows.
    const bool known =
        task.attemptStartedAt.isValid() && outcome.kind != TaskOutcome::Kind::NothingFound;
    const qint64 ms = known ? std::max<qint64>(0, task.attemptStartedAt.msecsTo(now)) : 0;
    task.activeMs += ms;
    task.attemptMs = task.frozen ? task.attemptMs + ms : 0;
    task.attemptStartedAt = {};
    task.waitingFor = {};
    task.stopReason = StopReason::None;
    task.resumeAfterPause = false;
    task.error = end.error;
    task.progress.bytesPerSecond = 0;
    task.progress.secondsLeft.reset();
    if (end.status == TaskStatus::Completed)
        task.result = outcome.result;
    if (end.retry) {
        const auto wait = waitBeforeRetry(task.retryCount - task.budgetStart, *end.error,
            QRandomGenerator::global()->generateDouble());
        ++task.retryCount;
        task.nextRetryAt = now.addMSecs(wait.count());
    }
    task.leftover = outcome.leftover;
    return task;
}

// An attempt that got further than any before it was worth its while: the count of retries begins
// anew. Further each time, so that one that always breaks at the same place comes to its end.
void giveBack(Task &task, const TaskOutcome &outcome)
{
    const bool ended =
        outcome.kind == TaskOutcome::Kind::Failed || outcome.kind == TaskOutcome::Kind::Stopped;
    if (!ended || !task.progress.isTransfer || task.progress.bytesDone <= task.furthest)
        return;
    task.furthest = task.progress.bytesDone;
    task.budgetStart = task.retryCount;
}

} // namespace

void TaskQueue::pump()
{
    if (m_held || m_shuttingDown || !m_loaded)
        return;
    while (const std::optional<TaskId> id = m_lanes.take()) {
        Entry &entry = m_entries.at(*id);
        if (!holdBack(entry))
            startTask(entry);
    }
}

// The active status, the attempt number and the host are on disk before work is started that could
// outlive a kill: such a task is known to have been tried, and at which host to look for it.
void TaskQueue::startTask(Entry &entry)
{
    Task &task = entry.task;
    task.waitingFor = {};
    task.attemptStartedAt = QDateTime::currentDateTimeUtc();
    m_cleanups.hold(task.id);
    if (task.frozen) {
        thaw(entry);
        return;
    }
    ++task.attempt;
    task.attemptMs = 0;
    task.error.reset();
    task.leftover.reset();
    task.usualSeconds = m_usual.secondsOf(task);
    if (!task.startedAt.isValid())
        task.startedAt = task.attemptStartedAt;
    if (task.resolvedHost.isEmpty())
        task.resolvedHost = m_maker.resolveHost(task);
    transition(task, TaskStatus::Validating,
        task.attempt > 1 ? u"attempt %1"_s.arg(task.attempt) : QString());
    const bool leavesTraces = mayOutliveUs(task.type());
    save(task, leavesTraces ? Durability::Normal : Durability::Lazy);
    entry.adopted = false;
    entry.attemptLog = {};
    if (const auto source = promptsLog(task)) {
        startWithLog(task, *source);
        return publish(entry);
    }
    follow(entry,
        m_maker.make(task, m_secrets.take(task.id))); // which may learn from the last attempt
    const auto begin = [this, id = task.id] {
        killPoint("saved-not-spawned");
        beginAttempt(id);
    };
    if (leavesTraces)
        whenSaved(task, begin);
    else
        begin();
    publish(entry);
}

// The same door as after a crash: it finds the container by its labels. The task counts as frozen
// until it is seen to run: a kill in between must not forget that it was to go on.
void TaskQueue::thaw(Entry &entry)
{
    transition(entry.task, TaskStatus::Validating);
    save(entry.task);
    adopt(entry);
    publish(entry);
}

void TaskQueue::beginAttempt(const TaskId &id)
{
    Entry &entry = m_entries.at(id);
    if (!entry.executor || entry.task.isStopping())
        return; // its stop is on its way, and ends it unstarted
    if (m_cleanups.isRunning(id))
        m_afterCleanup.insert(id);
    else
        entry.executor->start();
}

void TaskQueue::cleanupEnded(const TaskId &id)
{
    announceEnd(id);
    if (m_afterCleanup.remove(id) && !m_shuttingDown)
        beginAttempt(id);
}

// Counted in its lane at once; followed when it is known how much of its output the log holds.
void TaskQueue::adopt(Entry &entry)
{
    const TaskId id = entry.task.id;
    m_silent.remove(id);
    m_lanes.occupy(entry.task);
    m_cleanups.hold(id);
    entry.adopted = true;
    ++m_active;
    // A guard instead of a context: Qt asserts when a context is gone before its future is
    // finished.
    m_journal.readLog(id, 0, 0).then([queue = QPointer(this), id](const LogPage &page) {
        if (queue)
            queue->adoptWithLog(id, page.counts);
    });
}

void TaskQueue::adoptWithLog(const TaskId &id, const LogCounts &log)
{
    --m_active;
    if (m_shuttingDown)
        return finishShutDown();
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    Task &task = entry.task;
    if (!task.attemptStartedAt.isValid())
        task.attemptStartedAt = QDateTime::currentDateTimeUtc();
    entry.attemptLog = { log.out - task.loggedBefore.out, log.err - task.loggedBefore.err, 0 };
    follow(entry, m_maker.adopt(task, entry.attemptLog));
    entry.executor->start();
    // Saved before a kill and never carried out. A cancel the adoption sees to by itself.
    if (task.isStopping() && task.stopReason != StopReason::Cancel)
        entry.executor->stop(howFor(task.stopReason));
}

void TaskQueue::follow(Entry &entry, std::unique_ptr<Executor> made)
{
    Executor *executor = made.release();
    executor->setParent(this);
    entry.executor = executor;
    ++m_active;
    if (!entry.adopted)
        entry.task.progress = {};
    m_watchdog.watch(entry.task);
    const TaskId id = entry.task.id;
    connect(executor, &Executor::phaseEntered, this,
        [this, id](TaskStatus status) { attemptPhase(id, status); });
    connect(executor, &Executor::progressed, this,
        [this, id](const TaskProgress &progress) { attemptProgressed(id, progress); });
    connect(executor, &Executor::logged, this,
        [this, id](const LogLines &lines) { attemptLogged(id, lines); });
    connect(executor, &Executor::done, this,
        [this, id](const TaskOutcome &outcome) { attemptEnded(id, outcome); });
    if (entry.task.options.timeoutSeconds) {
        auto *timer = new QTimer(executor);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this, id, timer] { limitTime(id, timer); });
        timer->start(0);
    }
}

void TaskQueue::attemptProgressed(const TaskId &id, const TaskProgress &progress)
{
    Task &task = m_entries.at(id).task;
    const bool moved = progress.bytesDone != task.progress.bytesDone
        || progress.step != task.progress.step || progress.layers != task.progress.layers;
    task.progress = progress;
    if (moved)
        m_watchdog.moved(task);
    else
        m_watchdog.expect(task);
    m_moved.insert(id, progress);
    if (!m_progressTimer.isActive())
        m_progressTimer.start();
}

void TaskQueue::attemptLogged(const TaskId &id, const LogLines &lines)
{
    Entry &entry = m_entries.at(id);
    for (const LogLine &line : lines) {
        entry.attemptLog.out += line.channel == LogChannel::Out;
        entry.attemptLog.err += line.channel == LogChannel::Err;
    }
    m_watchdog.moved(entry.task);
    m_journal.appendLog(id, lines);
}

void TaskQueue::attemptPhase(const TaskId &id, TaskStatus status)
{
    Entry &entry = m_entries.at(id);
    if (entry.task.status == status)
        return;
    transition(entry.task, status);
    m_watchdog.moved(entry.task);
    const bool runs = status == TaskStatus::Running; // which a restart must know: it started
    if (runs)
        entry.task.frozen = false;
    save(entry.task, runs ? Durability::Normal : Durability::Lazy);
    publish(entry);
}

void TaskQueue::attemptEnded(const TaskId &id, const TaskOutcome &outcome)
{
    killPoint("exited-not-saved");
    Entry &entry = m_entries.at(id);
    entry.executor->deleteLater();
    entry.executor = nullptr;
    --m_active;
    m_afterCleanup.remove(id);
    m_watchdog.forget(id);
    entry.task.quietSince = {};
    const bool silent = outcome.kind == TaskOutcome::Kind::HostSilent;
    if (silent && entry.task.stopReason == StopReason::Cancel)
        endAttempt(entry, abandoned(entry.task));
    else if (!endOf(entry.task, outcome).pickUp)
        endAttempt(entry, outcome);
    else if (m_shuttingDown)
        finishShutDown();
    else
        waitForHost(entry, outcome.error);
}

// It keeps its place in the lane: it may well be running there.
void TaskQueue::waitForHost(Entry &entry, const std::optional<TaskError> &error)
{
    if (error)
        entry.task.waitingFor = sentenceOf(*error);
    m_silent.insert(entry.task.id);
    m_silentTimer.start();
    publish(entry);
}

// The outcome and its due cleanup are saved in one write; then the leftovers are removed; then the
// end is announced. The lane is free at once.
void TaskQueue::endAttempt(Entry &entry, const TaskOutcome &outcome)
{
    const TaskId id = entry.task.id;
    m_silent.remove(id);
    m_lanes.release(id);
    giveBack(entry.task, outcome);
    const AttemptEnd end = endOf(entry.task, outcome);
    entry.ending = afterAttempt(entry.task, outcome, end, entry.adopted);
    if (isPerhapsMisspelt(entry.ending))
        entry.ending.error->nearest = withUsedNames(entry.ending, usedNames(entry.ending.type()));
    if (!entry.ending.frozen) { // the lines of a container that goes on are still this attempt's
        entry.ending.loggedBefore.out += entry.attemptLog.out;
        entry.ending.loggedBefore.err += entry.attemptLog.err;
    }
    transition(entry.ending, end.status, end.note);
    entry.finishing = true;
    ++m_finishing;
    ++entry.ending.revision;
    const bool leftovers = outcome.leavesContainer;
    const DueCleanup due{ id, entry.ending.resolvedHost };
    if (leftovers)
        m_journal.saveWithCleanup(entry.ending, due);
    else
        m_journal.save(entry.ending);
    whenSaved(entry.ending, [this, id, leftovers, due, frozen = entry.ending.frozen] {
        if (!frozen)
            m_cleanups.release(id);
        if (leftovers) {
            killPoint("saved-not-removed");
            m_cleanups.add(due);
        }
        if (!leftovers || m_shuttingDown)
            announceEnd(id);
    });
    pump();
}

// The newest first; not more than can be compared in a moment.
QStringList TaskQueue::usedNames(TaskType type) const
{
    constexpr qsizetype most = 300;
    qsizetype left = 100 * most;
    QStringList names;
    QSet<QString> seen{ QString() };
    for (auto it = m_order.rbegin(); it != m_order.rend() && names.size() < most && left > 0;
         ++it, --left) {
        const Task &task = m_entries.at(it->second).task;
        const bool fits = (task.type() == TaskType::OllamaPull) == (type == TaskType::OllamaPull);
        const QString name = fetchedName(task.spec);
        if (task.status != TaskStatus::Completed || !fits || seen.contains(name))
            continue;
        seen.insert(name);
        names.append(name);
    }
    return names;
}

void TaskQueue::announceEnd(const TaskId &id)
{
    Entry *entry = entryOf(id);
    if (!entry || !entry->finishing)
        return;
    entry->finishing = false;
    --m_finishing;
    entry->task = std::exchange(entry->ending, {});
    m_usual.learn(entry->task);
    const bool leavesTheList = entry->task.removeAtEnd;
    const bool mayStart = entry->task.status != TaskStatus::Pending || place(*entry);
    publish(*entry);
    entry = entryOf(id);
    if (leavesTheList && entry)
        drop(id);
    else if (!mayStart && entry)
        giveUp(*entry);
    if (m_shuttingDown)
        finishShutDown();
    else
        pump();
}

void TaskQueue::askSilentHostsAgain()
{
    if (m_shuttingDown)
        return;
    const QSet<TaskId> silent = std::exchange(m_silent, {});
    for (const TaskId &id : silent) {
        if (Entry *entry = entryOf(id); entry && !entry->executor)
            adopt(*entry);
    }
}

} // namespace slipway
