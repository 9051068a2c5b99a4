// Where a pending task waits: for the tasks of its `after`, for a time, or in line.
#include "core/queue/task_queue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// "PULL nginx:latest", "OLLAMA PULL llama3.2"
QString calledBy(const Task &task)
{
    QString type = taskTypeName(task.type()).toUpper();
    if (type.startsWith("DOCKER_"_L1))
        type.remove(0, 7);
    return type.replace(u'_', u' ') + u' ' + displayName(task.spec);
}

// When it may start: its next try, or what it was told before its first.
QDateTime startTimeOf(const Task &task)
{
    if (task.nextRetryAt.isValid())
        return task.nextRetryAt;
    return task.attempt == 0 ? task.options.notBefore : QDateTime();
}

} // namespace

void TaskQueue::linkUp(const Task &task)
{
    QList<std::pair<TaskId, Chains::Standing>> links;
    for (const QString &text : task.options.after) {
        const TaskId id = QUuid::fromString(text);
        if (task.afterDone.contains(id))
            continue;
        const Entry *entry = entryOf(id);
        links.append(
            { id, entry ? Chains::standingOf(entry->task.status) : Chains::Standing::Gone });
    }
    m_chains.link(task.id, links);
}

// False: it can never start. A task that was started once has had all it waited for.
bool TaskQueue::place(Entry &entry)
{
    Task &task = entry.task;
    m_lanes.dequeue(task.id);
    m_times.remove(task.id);
    m_followers.remove(task.id);
    m_heldBack.remove(task.id);
    const Chains::Wait wait = task.attempt == 0 ? m_chains.waitOf(task.id) : Chains::Wait{};
    if (!wait.gone.isEmpty())
        return false;
    task.waitingFor = {};
    if (!wait.isOver()) {
        task.waitingFor = waitText(wait);
        m_followers.insert(task.id);
        return true;
    }
    const QDateTime at = startTimeOf(task);
    if (at.isValid() && at > QDateTime::currentDateTimeUtc()) {
        if (!task.nextRetryAt.isValid())
            task.waitingFor = Sentence(QT_TRANSLATE_NOOP("Sentence", "waits until %1"),
                { at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) });
        m_times.add(task.id, at);
        return true;
    }
    task.nextRetryAt = {};
    m_lanes.enqueue(task);
    return true;
}

// Out of wherever it waits.
void TaskQueue::leaveLine(Task &task)
{
    m_lanes.dequeue(task.id);
    m_times.remove(task.id);
    m_followers.remove(task.id);
    m_heldBack.remove(task.id);
    task.nextRetryAt = {};
    task.waitingFor = {};
}

void TaskQueue::giveUp(Entry &entry, const QString &how)
{
    Task &task = entry.task;
    leaveLine(task);
    task.error = whyNever(task, how);
    m_secrets.remove(task.id);
    transition(task, TaskStatus::Failed);
    save(task);
    publish(entry);
}

// It is its turn, but now is a bad moment: others go on in its place.
bool TaskQueue::holdBack(Entry &entry)
{
    Task &task = entry.task;
    const Sentence why = m_gate.whyNotYet(
        task, task.resolvedHost.isEmpty() ? m_maker.resolveHost(task) : task.resolvedHost);
    if (why.isEmpty())
        return false;
    m_lanes.release(task.id);
    m_heldBack.insert(task.id);
    if (!m_heldBackTimer.isActive())
        m_heldBackTimer.start();
    if (std::exchange(task.waitingFor, why) != why)
        publish(entry);
    return true;
}

void TaskQueue::tryHeldBack()
{
    const QSet<TaskId> waiting = std::exchange(m_heldBack, {});
    for (const TaskId &id : waiting) {
        if (const Entry *entry = entryOf(id))
            m_lanes.enqueue(entry->task);
    }
    if (!waiting.isEmpty())
        pump();
    for (const TaskId &id : waiting) { // that are only behind others now
        Entry *entry = entryOf(id);
        if (!entry || m_lanes.positionOf(id) == 0 || entry->task.waitingFor.isEmpty())
            continue;
        entry->task.waitingFor = {};
        publish(*entry);
    }
}

void TaskQueue::cameDue(const QList<TaskId> &ids)
{
    for (const TaskId &id : ids) {
        Entry *entry = entryOf(id);
        if (!entry || entry->finishing || entry->task.status != TaskStatus::Pending)
            continue;
        if (place(*entry))
            publish(*entry);
        else
            giveUp(*entry);
    }
    pump();
}

void TaskQueue::tellFollowers(const TaskId &id)
{
    if (const Entry *entry = entryOf(id))
        placeAgain(m_chains.stand(id, Chains::standingOf(entry->task.status)));
}

// `how`: what became of the task they wait for, where it is gone.
void TaskQueue::placeAgain(const QList<TaskId> &followers, const QString &how)
{
    for (const TaskId &id : followers) {
        Entry *entry = entryOf(id);
        if (!entry || entry->finishing || entry->task.status != TaskStatus::Pending)
            continue;
        const Sentence before = entry->task.waitingFor;
        if (!place(*entry))
            giveUp(*entry, how);
        else if (entry->task.waitingFor != before)
            publish(*entry);
    }
    if (!followers.isEmpty())
        pump();
}

// Before a task leaves the list: on disk too its followers must not miss one that completed. One at
// work may be there still as never started (it is saved lazily), and is told as well.
void TaskQueue::keepSatisfied(const Task &predecessor)
{
    const TaskId id = predecessor.id;
    const bool completed = predecessor.status == TaskStatus::Completed;
    const QList<TaskId> followers = m_chains.followersOf(id);
    for (const TaskId &follower : followers) {
        Entry *entry = entryOf(follower);
        if (!completed || !entry || entry->finishing || entry->task.afterDone.contains(id))
            continue;
        const bool isAtWork = groupOf(entry->task.status) == StatusGroup::Active;
        const bool mayStillStart =
            entry->task.attempt == 0 && entry->task.status != TaskStatus::Cancelled;
        if (!isAtWork && !mayStillStart)
            continue;
        entry->task.afterDone.append(id);
        save(entry->task);
    }
    m_chains.stand(id, completed ? Chains::Standing::Completed : Chains::Standing::Gone);
    placeAgain(followers, u"removed"_s);
}

// What is cancelled or removed never completes: only without it can a retry come to anything.
void TaskQueue::goOnWithoutTheGone(Task &task)
{
    const QList<TaskId> gone = m_chains.waitOf(task.id).gone;
    if (gone.isEmpty())
        return;
    task.afterDone += gone;
    linkUp(task);
}

QString TaskQueue::nameOf(const TaskId &id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? u"task "_s + idText(id).left(8)
                                    : calledBy(found->second.task);
}

Sentence TaskQueue::waitText(const Chains::Wait &wait) const
{
    const bool failed = !wait.failed.isEmpty();
    const QString name = nameOf(failed ? wait.failed.first() : wait.open.first());
    if (wait.open.size() < 2)
        return failed
            ? Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for %1, which failed"), { name })
            : Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for %1"), { name });
    const QStringList names{ name, QString::number(wait.open.size() - 1) };
    return failed
        ? Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for %1, which failed, and %2 more"), names)
        : Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for %1, and %2 more"), names);
}

TaskError TaskQueue::whyNever(const Task &task, const QString &how) const
{
    TaskError error;
    const TaskId gone = m_chains.waitOf(task.id).gone.value(0);
    const bool removed = how == "removed"_L1 || !m_entries.contains(gone);
    error.code = removed ? ErrorCode::QueueTaskNotFound : ErrorCode::UnknownError;
    error.text = QString::fromLatin1(removed
            ? QT_TRANSLATE_NOOP("TaskError",
                "It was to start after %1, which was removed. A retry goes on without that.")
            : QT_TRANSLATE_NOOP("TaskError",
                "It was to start after %1, which was cancelled. A retry goes on without that."));
    error.subject = nameOf(gone);
    error.arguments = { error.subject };
    return error;
}

// The waiting group.
qsizetype TaskQueue::waitingCount() const
{
    return m_lanes.waitingCount() + m_times.count() + m_followers.size() + m_heldBack.size()
        + m_unsaved;
}

} // namespace slipway
