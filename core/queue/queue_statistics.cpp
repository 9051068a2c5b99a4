#include "core/queue/queue_statistics.h"

namespace slipway {
namespace {

double percent(int part, int whole)
{
    return whole == 0 ? 0.0 : 100.0 * part / whole;
}

void count(QueueStatistics &s, const Task &task, const QDateTime &now)
{
    ++s.byStatus[task.status];
    ++s.byType[task.type()];
    if (task.error)
        ++s.byError[task.error->code];
    s.bytesTransferred += task.progress.isTransfer ? task.progress.bytesDone : 0;
    s.totalRetries += task.retryCount;
    s.tasksWithRetries += task.retryCount > 0;
    s.maxRetriesReached += task.retryCount > 0 && task.retryCount >= task.options.maxRetries;
    const qint64 age = task.createdAt.secsTo(now);
    s.lastDay += age < 24 * 3600;
    s.lastHour += age < 3600;
    s.active += groupOf(task.status) == StatusGroup::Active;
    s.waiting += groupOf(task.status) == StatusGroup::Waiting;
}

} // namespace

QueueStatistics countStatistics(
    const QList<Task> &tasks, const QueueLimits &limits, const QDateTime &now)
{
    QueueStatistics s;
    for (TaskStatus status : allStatuses())
        s.byStatus[status] = 0;
    for (TaskType type : allTaskTypes())
        s.byType[type] = 0;
    for (ErrorCode code : allErrorCodes())
        s.byError[code] = 0;
    double seconds = 0;
    for (const Task &task : tasks) {
        count(s, task, now);
        if (task.status == TaskStatus::Completed)
            seconds += task.duration(now).value_or(0);
    }
    s.total = int(tasks.size());
    s.maxConcurrent = limits.maxConcurrent;
    s.completed = s.byStatus[TaskStatus::Completed];
    s.failed = s.byStatus[TaskStatus::Failed];
    s.averageDuration = s.completed ? seconds / s.completed : 0;
    s.successRate = percent(s.completed, s.total);
    s.successRateFinished =
        percent(s.completed, s.completed + s.failed + s.byStatus[TaskStatus::Timeout]);
    return s;
}

} // namespace slipway
