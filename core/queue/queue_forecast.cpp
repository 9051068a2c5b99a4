#include "core/queue/queue_forecast.h"

#include <algorithm>
#include <cmath>

namespace slipway {
namespace {

constexpr qsizetype enough = 20; // the latest of a kind that count

}

void PastTimes::learn(const Task &task)
{
    const auto seconds = task.duration({});
    if (task.status != TaskStatus::Completed || !seconds)
        return;
    QList<Past> &latest = m_latest[task.type()];
    latest.removeIf([&task](const Past &past) { return past.id == task.id; }); // told again
    const auto at = std::upper_bound(latest.begin(), latest.end(), task.completedAt,
        [](const QDateTime &ended, const Past &past) { return ended > past.at; });
    latest.insert(at, { task.id, task.completedAt, *seconds });
    if (latest.size() > enough)
        latest.removeLast();
}

std::optional<double> PastTimes::usual(TaskType type) const
{
    QList<Past> past = m_latest.value(type);
    if (past.isEmpty())
        return std::nullopt;
    const auto middle = past.begin() + past.size() / 2;
    std::nth_element(past.begin(), middle, past.end(),
        [](const Past &a, const Past &b) { return a.seconds < b.seconds; });
    return middle->seconds;
}

void QueueForecaster::add(const Task &task)
{
    const StatusGroup group = groupOf(task.status);
    if (group == StatusGroup::Waiting)
        ++m_waiting[task.type()];
    if (group != StatusGroup::Active)
        return;
    const auto left = task.secondsLeft(m_now);
    m_leftKnown = m_leftKnown && left;
    m_left[laneOf(task.type())] += left.value_or(0);
    m_longest = std::max(m_longest, double(left.value_or(0)));
    if (!task.progress.isTransfer)
        return;
    m_all.bytesDone += task.progress.bytesDone;
    m_all.bytesPerSecond += task.progress.bytesPerSecond;
    m_totalKnown = m_totalKnown && task.progress.bytesTotal;
    m_total += task.progress.bytesTotal.value_or(0);
}

// A lane goes through its work as many at a time as it may, and all lanes together as many as may.
QueueForecast QueueForecaster::forecast(const QueueLimits &limits) const
{
    QueueForecast all = m_all;
    if (m_totalKnown && m_total > 0)
        all.bytesTotal = m_total;
    QMap<Lane, double> work = m_left;
    bool known = m_leftKnown;
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        const auto each = m_past.usual(it.key());
        known = known && each;
        work[laneOf(it.key())] += each.value_or(0) * *it;
    }
    if (!known || work.isEmpty())
        return all;
    double longest = m_longest;
    double sum = 0;
    for (auto lane = work.cbegin(); lane != work.cend(); ++lane) {
        const int width =
            std::max(1, std::min(limits.lanes.value(lane.key(), 1), limits.maxConcurrent));
        longest = std::max(longest, *lane / width);
        sum += lane.key() == Lane::None ? 0 : *lane;
    }
    longest = std::max(longest, sum / std::max(1, limits.maxConcurrent));
    all.secondsLeft = int(std::ceil(longest));
    return all;
}

} // namespace slipway
