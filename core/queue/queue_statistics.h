// The specification's statistics, counted from a snapshot.
#pragma once

#include "core/queue/queue_limits.h"
#include "core/task/task.h"

#include <QMap>

namespace slipway {

struct QueueStatistics {
    int total = 0;
    int maxConcurrent = 0;
    int active = 0;
    int waiting = 0;
    QMap<TaskStatus, int> byStatus; // every status, zeros too
    QMap<TaskType, int> byType;
    QMap<ErrorCode, int> byError; // of tasks that carry an error now
    double averageDuration = 0; // seconds, of completed tasks
    int completed = 0;
    int failed = 0; // failed, without timeouts
    double successRate = 0; // percent, completed of all
    double successRateFinished = 0; // percent, completed of completed, failed and timed out
    qint64 bytesTransferred = 0;
    int totalRetries = 0;
    int tasksWithRetries = 0;
    int maxRetriesReached = 0;
    int lastDay = 0; // by time of creation
    int lastHour = 0;
};

QueueStatistics countStatistics(
    const QList<Task> &tasks, const QueueLimits &limits, const QDateTime &now);

} // namespace slipway
