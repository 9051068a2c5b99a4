// How much may run at once, when nothing may, and what else a person sets for the whole queue.
#pragma once

#include "core/task/task_spec.h"

#include <QMap>

namespace slipway {

// What a new task of a type gets where nobody says otherwise.
struct TaskDefaults {
    int maxRetries = 3;
    std::optional<int> timeoutSeconds; // none: no limit
    std::optional<int> stallSeconds; // none: the type's own; 0: never
    bool operator==(const TaskDefaults &) const = default;
};

struct QueueLimits {
    int maxConcurrent = 3; // over all lanes; tasks without a lane do not count
    QMap<Lane, int> lanes{ { Lane::Pull, 2 }, { Lane::Push, 2 }, { Lane::Build, 1 },
        { Lane::Run, 2 }, { Lane::Model, 1 }, { Lane::Generate, 1 } };
    int maxWaiting = 100'000;
    double keepFreeGigabytes =
        1; // below it nothing starts that would fill the disk further; 0: no matter
    QMap<TaskType, TaskDefaults> defaults; // of the types that have some of their own
    int removeAfterDays = 0; // finished tasks leave the list so long after their end; 0: never
    bool operator==(const QueueLimits &) const = default;

    void setDefaults(TaskType type, const TaskDefaults &values)
    {
        if (values == TaskDefaults{})
            defaults.remove(type);
        else
            defaults.insert(type, values);
    }
};

inline TaskOptions optionsOf(const TaskDefaults &defaults)
{
    TaskOptions options;
    options.maxRetries = defaults.maxRetries;
    options.timeoutSeconds = defaults.timeoutSeconds;
    options.stallSeconds = defaults.stallSeconds;
    return options;
}

} // namespace slipway
