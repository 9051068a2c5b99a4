#include "ui/detail/timeline.h"

#include <algorithm>

namespace slipway {

QList<TimelinePart> timelineOf(const Task &task, const QDateTime &now)
{
    QList<TimelinePart> parts;
    int attempt = 0;
    for (qsizetype at = 0; at < task.history.size(); ++at) {
        const HistoryEntry &entry = task.history[at];
        const StatusGroup group = groupOf(entry.status);
        if (group == StatusGroup::Finished)
            continue; // it is no longer anywhere; a retry begins with a wait
        const bool isLast = at + 1 == task.history.size();
        const QDateTime until = std::max(entry.at, isLast ? now : task.history[at + 1].at);
        const bool works = group == StatusGroup::Active;
        if (works && (parts.isEmpty() || parts.last().attempt == 0))
            ++attempt;
        TimelinePart part{ entry.status, entry.at, until, works ? attempt : 0, isLast, entry.note };
        if (!parts.isEmpty() && parts.last().status == part.status
            && parts.last().attempt == part.attempt && parts.last().until == part.from) {
            parts.last().until = part.until;
            parts.last().isCurrent = part.isCurrent;
        } else {
            parts.append(part);
        }
    }
    return parts;
}

int attemptsIn(const QList<TimelinePart> &timeline)
{
    int most = 0;
    for (const TimelinePart &part : timeline)
        most = std::max(most, part.attempt);
    return most;
}

} // namespace slipway
