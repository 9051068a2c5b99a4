// What people ask about the order: to stand elsewhere in line, or not to stand in it any more.
#include "core/queue/task_queue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {

// Pending, but waiting for something else than a place.
QFuture<VerbAnswer> TaskQueue::notInLine(const QString &verb, const Entry &entry) const
{
    const Task &task = entry.latest();
    Sentence why = task.waitingFor.isEmpty()
        ? Sentence(QT_TRANSLATE_NOOP("Sentence", "waits for its next try"))
        : task.waitingFor;
    if (entry.finishing)
        why = Sentence(QT_TRANSLATE_NOOP("Sentence", "is still clearing away its last attempt"));
    const Sentence reason(
        QT_TRANSLATE_NOOP("Sentence", "Cannot %1 pending task: it %2"), {}, { verb, why });
    return answer(
        { Refusal{ Refusal::Kind::NotAllowed, ErrorCode::UnknownError, false, {}, reason }, false,
            task.status, false });
}

QFuture<VerbAnswer> TaskQueue::move(const TaskId &id, int to)
{
    Entry *entry = nullptr;
    if (const auto refusal = refuseVerb(id, &entry))
        return answer(*refusal);
    if (entry->latest().status != TaskStatus::Pending)
        return notAllowed(u"move"_s, *entry);
    if (m_lanes.positionOf(id) == 0)
        return notInLine(u"move"_s, *entry);
    QList<TaskId> changed;
    for (const Lanes::NewPlace &place : m_lanes.move(id, to)) {
        Task &moved = m_entries.at(place.id).task;
        moved.options.priority = place.priority;
        moved.place = place.place;
        save(moved);
        changed.append(place.id);
    }
    const auto future = answerWhenSaved(entry->task);
    for (const TaskId &each : std::as_const(changed)) {
        if (Entry *moved = entryOf(each))
            publish(*moved);
    }
    return future;
}

QFuture<VerbAnswer> TaskQueue::startNow(const TaskId &id)
{
    Entry *entry = nullptr;
    if (const auto refusal = refuseVerb(id, &entry))
        return answer(*refusal);
    if (entry->latest().status != TaskStatus::Pending)
        return notAllowed(u"start"_s, *entry);
    if (entry->finishing || m_followers.contains(id))
        return notInLine(u"start"_s, *entry);
    leaveLine(entry->task);
    m_lanes.occupy(entry->task);
    startTask(*entry);
    entry = entryOf(id); // a listener may have removed it
    if (!entry)
        return answer({});
    if (!entry->finishing)
        save(entry->task); // whatever its type: it was promised
    return answerWhenSaved(entry->latest());
}

} // namespace slipway
