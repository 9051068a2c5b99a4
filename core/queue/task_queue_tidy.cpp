// What the queue does with tasks that ended long ago, and the mark that asks for a word at the end.
#include "core/queue/task_queue.h"

using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr int atOnce = 200; // a list that was let grow must not stop the rest
constexpr auto lookAgain = 10min;

// Ended, whichever way, before then. One without a known end is never old.
bool isOld(const Task &task, const QDateTime &before)
{
    return groupOf(task.status) == StatusGroup::Finished && task.completedAt.isValid()
        && task.completedAt < before;
}

} // namespace

// One that others are still linked to stays: they may need its end, or its log.
void TaskQueue::tidy()
{
    const int days = limits().removeAfterDays;
    if (!m_loaded || m_shuttingDown || days <= 0)
        return;
    const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-days);
    const auto mayNeedIt = [this](const TaskId &follower) {
        const Entry *entry = entryOf(follower);
        return entry && groupOf(entry->task.status) != StatusGroup::Finished;
    };
    QList<TaskId> old;
    for (const auto &[id, entry] : m_entries) {
        if (entry.executor || entry.finishing || !isOld(entry.task, before))
            continue;
        const QList<TaskId> followers = m_chains.followersOf(id);
        if (std::any_of(followers.begin(), followers.end(), mayNeedIt))
            continue;
        old.append(id);
        if (old.size() == atOnce)
            break;
    }
    for (const TaskId &id : std::as_const(old))
        drop(id);
    m_tidyTimer.start(old.size() == atOnce ? 0ms : std::chrono::milliseconds(lookAgain));
}

QFuture<VerbAnswer> TaskQueue::setNotify(const TaskId &id, bool notify)
{
    Entry *entry = nullptr;
    if (const auto refusal = refuseVerb(id, &entry))
        return answer(*refusal);
    Task &task = entry->latest();
    if (task.options.notify == notify)
        return answerAgain(task, true);
    task.options.notify = notify;
    if (entry->finishing)
        entry->task.options.notify = notify;
    save(task);
    const auto future = answerWhenSaved(task);
    publish(*entry);
    return future;
}

} // namespace slipway
