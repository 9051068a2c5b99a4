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

// Told of every task, in any order.
class QueueForecaster {
public:
    explicit QueueForecaster(const QDateTime &now)
        : m_now(now)
    {
    }

    void add(const Task &task);
    QueueForecast forecast(const QueueLimits &limits) const;

private:
    struct Past {
        QDateTime at;
        double seconds;
    };

    std::optional<double> usual(TaskType type) const;

    QDateTime m_now;
    QueueForecast m_all;
    QMap<TaskType, QList<Past>> m_past; // of completed tasks
    QMap<TaskType, int> m_waiting;
    QMap<Lane, double> m_left; // seconds, of what is active
    double m_longest = 0;
    qint64 m_total = 0;
    bool m_totalKnown = true;
    bool m_leftKnown = true;
};

} // namespace slipway
