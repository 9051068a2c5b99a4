#include "core/queue/queue_forecast.h"

#include <algorithm>
#include <cmath>

namespace slipway {
namespace {

    constexpr qsizetype enough = 20; // the latest of a kind that count

    using Durations = QMap<TaskType, QList<double>>;

    // Of completed tasks, the latest last.
    Durations durationsOf(const QList<Task> &tasks)
    {
        QMap<TaskType, QList<std::pair<QDateTime, double>>> known;
        for (const Task &task : tasks) {
            const auto seconds = task.duration({});
            if (task.status == TaskStatus::Completed && seconds)
                known[task.type()].append({ task.completedAt, *seconds });
        }
        Durations durations;
        for (auto it = known.begin(); it != known.end(); ++it) {
            const qsizetype count = std::min(enough, it->size());
            std::partial_sort(it->begin(), it->begin() + count, it->end(),
                [](const auto &a, const auto &b) { return a.first > b.first; });
            for (qsizetype i = 0; i < count; ++i)
                durations[it.key()].append(it->at(i).second);
        }
        return durations;
    }

    std::optional<double> middle(QList<double> values)
    {
        if (values.isEmpty())
            return std::nullopt;
        const auto at = values.begin() + values.size() / 2;
        std::nth_element(values.begin(), at, values.end());
        return *at;
    }

} // namespace

QueueForecast forecast(const QList<Task> &tasks, const QueueLimits &limits, const QDateTime &now)
{
    QueueForecast all;
    const Durations durations = durationsOf(tasks);
    QMap<Lane, double> work; // seconds, of each lane
    double longest = 0; // of what is active
    bool allKnown = true;
    bool totalKnown = true;
    qint64 total = 0;
    for (const Task &task : tasks) {
        const StatusGroup group = groupOf(task.status);
        if (group == StatusGroup::Waiting) {
            const auto usual = middle(durations.value(task.type()));
            allKnown = allKnown && usual;
            work[laneOf(task.type())] += usual.value_or(0);
        }
        if (group != StatusGroup::Active)
            continue;
        const auto left = task.secondsLeft(now);
        allKnown = allKnown && left;
        work[laneOf(task.type())] += left.value_or(0);
        longest = std::max(longest, double(left.value_or(0)));
        if (!task.progress.isTransfer)
            continue;
        all.bytesDone += task.progress.bytesDone;
        all.bytesPerSecond += task.progress.bytesPerSecond;
        totalKnown = totalKnown && task.progress.bytesTotal;
        total += task.progress.bytesTotal.value_or(0);
    }
    if (totalKnown && total > 0)
        all.bytesTotal = total;
    double sum = 0;
    for (auto lane = work.cbegin(); lane != work.cend(); ++lane) {
        const int width = std::max(1, std::min(limits.lanes.value(lane.key(), 1), limits.maxConcurrent));
        longest = std::max(longest, *lane / width);
        sum += lane.key() == Lane::None ? 0 : *lane;
    }
    longest = std::max(longest, sum / std::max(1, limits.maxConcurrent));
    if (allKnown && !work.isEmpty())
        all.secondsLeft = int(std::ceil(longest));
    return all;
}

} // namespace slipway
