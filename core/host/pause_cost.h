// What it would cost to pause a task at this moment, under the names of the JSON contract.
#pragma once

#include "core/host/host.h"
#include "core/task/task.h"

namespace slipway {

enum class PauseCost {
    Nothing,
    UnfinishedLayers, // those under way begin anew
    Everything, // that the engine has not from other images
    CurrentStep, // of a build
    AnswerSoFar,
    NotPossible,
    Unknown, // the engine was not asked yet how it stores images
};

QString pauseCostName(PauseCost cost);

// `host`: what is known of the task's own.
PauseCost pauseCost(const Task &task, const HostState &host);

// Bytes that would have to be moved again, as far as they are counted.
qint64 bytesAtStake(const Task &task, PauseCost cost);

} // namespace slipway
