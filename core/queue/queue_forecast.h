// The whole queue as one piece of work: what moves, how fast, and when all is done.
#pragma once

#include "core/queue/queue_limits.h"
#include "core/task/task.h"

namespace slipway {

struct QueueForecast {
    qint64 bytesDone = 0; // of all active transfers
    std::optional<qint64> bytesTotal; // none: of one that is active it is not known
    double bytesPerSecond = 0;
    // Until nothing is active and nothing waits. None: of one of them nobody can say. What waits is
    // guessed by what its kind took here before.
    std::optional<int> secondsLeft;
    bool operator==(const QueueForecast &) const = default;
};

QueueForecast forecast(const QList<Task> &tasks, const QueueLimits &limits, const QDateTime &now);

} // namespace slipway
