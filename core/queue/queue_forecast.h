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

// What each kind of task took here before.
class PastTimes {
public:
    void learn(const Task &task); // nothing happens unless it completed
    std::optional<double> usual(TaskType type) const; // seconds: the median of the latest

private:
    struct Past {
        TaskId id;
        QDateTime at;
        double seconds;
    };
    QMap<TaskType, QList<Past>> m_latest; // the latest first
};

// Told of every task that has not ended, in any order; of others it takes no note.
class QueueForecaster {
public:
    // `past` must outlive it.
    QueueForecaster(const QDateTime &now, const PastTimes &past)
        : m_now(now)
        , m_past(past)
    {
    }

    void add(const Task &task);
    QueueForecast forecast(const QueueLimits &limits) const;

private:
    QDateTime m_now;
    const PastTimes &m_past;
    QueueForecast m_all;
    QMap<TaskType, int> m_waiting;
    QMap<Lane, double> m_left; // seconds, of what is active
    double m_longest = 0;
    qint64 m_total = 0;
    bool m_totalKnown = true;
    bool m_leftKnown = true;
};

} // namespace slipway
