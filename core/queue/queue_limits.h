// How much may run at once, and when nothing may.
#pragma once

#include "core/task/task_type.h"

#include <QMap>

namespace slipway {

struct QueueLimits {
    int maxConcurrent = 3; // over all lanes; tasks without a lane do not count
    QMap<Lane, int> lanes{ { Lane::Pull, 2 }, { Lane::Push, 2 }, { Lane::Build, 1 },
        { Lane::Run, 2 }, { Lane::Model, 1 }, { Lane::Generate, 1 } };
    int maxWaiting = 100'000;
    double keepFreeGigabytes =
        1; // below it nothing starts that would fill the disk further; 0: no matter
    bool operator==(const QueueLimits &) const = default;
};

} // namespace slipway
