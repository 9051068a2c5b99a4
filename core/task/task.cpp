#include "core/task/task.h"

namespace slipway {

QString idText(const TaskId &id)
{
    return id.toString(QUuid::WithoutBraces);
}

std::optional<double> Task::duration(const QDateTime &now) const
{
    if (!startedAt.isValid())
        return std::nullopt;
    qint64 ms = activeMs;
    if (attemptStartedAt.isValid())
        ms += qMax<qint64>(0, attemptStartedAt.msecsTo(now));
    return double(ms) / 1000.0;
}

std::optional<int> Task::secondsLeft(const QDateTime &now) const
{
    if (groupOf(status) != StatusGroup::Active)
        return std::nullopt;
    if (type() != TaskType::DockerBuild)
        return progress.secondsLeft;
    if (!usualSeconds || !attemptStartedAt.isValid())
        return std::nullopt;
    const qint64 left = *usualSeconds - attemptStartedAt.secsTo(now);
    return left > 0 ? std::optional(int(left)) : std::nullopt; // longer than usual: nobody knows
}

} // namespace slipway
