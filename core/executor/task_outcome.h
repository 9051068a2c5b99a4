// How an attempt ended, and what is left to clear away.
#pragma once

#include "core/task/task.h"

namespace slipway {

// Leftovers of one task at one host that must go: its containers, found by their labels.
// Saved with the outcome, done afterwards, and done again after a crash until it worked.
struct DueCleanup {
    TaskId taskId;
    QString host;
    bool operator==(const DueCleanup &) const = default;
};

struct TaskOutcome {
    enum class Kind {
        Succeeded,
        Failed, // the work ended by itself, badly
        Stopped, // our stop ended it
        NothingFound, // an adoption: nothing of the attempt was ever started
        FoundFrozen, // its container is paused, by a pause of ours or by somebody else
        HostSilent, // nobody can say yet what became of it
    };
    Kind kind = Kind::Failed;
    QJsonObject result; // Succeeded
    std::optional<TaskError> error; // Failed, HostSilent
    bool leavesContainer = false; // a cleanup is due
    std::optional<Leftover> leftover;
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::TaskOutcome)
