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

} // namespace slipway
