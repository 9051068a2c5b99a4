// Why and how an attempt is stopped: asked for, out of time, or standing still.
#include "core/executor/kill_point.h"
#include "core/queue/task_queue.h"

using namespace std::chrono;

namespace slipway {
namespace {

constexpr milliseconds longestWait = hours(1); // of a timer, which then looks again

} // namespace

StopHow TaskQueue::howFor(StopReason reason)
{
    return reason == StopReason::Pause ? StopHow::Pause : StopHow::Discard;
}

// Cancelled while its host is silent: what is there is removed once the host answers.
TaskOutcome TaskQueue::abandoned(const Task &task)
{
    return { TaskOutcome::Kind::Stopped, {}, std::nullopt, task.type() == TaskType::DockerRun,
        std::nullopt };
}

// Counts the attempt's time at work: on over restarts and freezes, without the time it was frozen.
void TaskQueue::limitTime(const TaskId &id, QTimer *timer)
{
    Entry &entry = m_entries.at(id);
    const Task &task = entry.task;
    if (!entry.executor || task.isStopping())
        return;
    const milliseconds limit = seconds(task.options.timeoutSeconds.value());
    const milliseconds used(
        task.attemptMs + task.attemptStartedAt.msecsTo(QDateTime::currentDateTimeUtc()));
    if (used >= limit)
        stopAttempt(entry, StopReason::TimeLimit);
    else
        timer->start(std::min<milliseconds>(limit - used, longestWait));
}

void TaskQueue::attemptWentQuiet(const TaskId &id, qint64 silentMs)
{
    Entry &entry = m_entries.at(id);
    entry.task.quietSince = QDateTime::currentDateTimeUtc().addMSecs(-silentMs);
    publish(entry);
}

void TaskQueue::attemptMovesAgain(const TaskId &id)
{
    Entry &entry = m_entries.at(id);
    entry.task.quietSince = {};
    publish(entry);
}

void TaskQueue::attemptStalled(const TaskId &id)
{
    Entry &entry = m_entries.at(id);
    if (entry.executor && !entry.task.isStopping())
        stopAttempt(entry, StopReason::Stall);
}

// Saved first, carried out then: a kill in between must not forget what was promised.
void TaskQueue::stopAttempt(Entry &entry, StopReason reason)
{
    entry.task.stopReason = reason;
    entry.task.resumeAfterPause = false;
    save(entry.task);
    whenSaved(entry.task, [this, id = entry.task.id, reason] { carryOutStop(id, reason); });
    publish(entry);
}

void TaskQueue::carryOutStop(const TaskId &id, StopReason reason)
{
    if (reason == StopReason::Cancel)
        killPoint("cancel-accepted");
    if (reason == StopReason::Pause)
        killPoint("pause-accepted");
    Entry *entry = entryOf(id);
    if (!entry || entry->finishing || entry->task.stopReason != reason)
        return;
    if (entry->executor)
        entry->executor->stop(howFor(reason));
    else if (reason == StopReason::Cancel && m_silent.contains(id))
        endAttempt(*entry, abandoned(entry->task));
}

} // namespace slipway
