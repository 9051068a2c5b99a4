// How much may run at once.
#pragma once

#include "core/task/task_type.h"

#include <QMap>

namespace slipway {

struct QueueLimits {
    int maxConcurrent = 3; // over all lanes; tasks without a lane do not count
    QMap<Lane, int> lanes { { Lane::Pull, 2 }, { Lane::Push, 2 }, { Lane::Build, 1 },
        { Lane::Run, 2 }, { Lane::Model, 1 }, { Lane::Generate, 1 } };
    int maxWaiting = 100'000;
    bool operator==(const QueueLimits &) const = default;
};

} // namespace slipway
