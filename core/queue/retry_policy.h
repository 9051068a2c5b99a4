// Whether a failed task is tried again by itself, and when.
#pragma once

#include "core/task/task.h"

#include <chrono>

namespace slipway {

// A person's forced retry begins a new budget.
bool mayRetryByItself(const Task &task, const TaskError &error);
// 5 s, doubled with each retry, at most 5 min; `jitter` 0..1 adds up to a fifth, so that tasks
// that failed together do not come back together. A wait the server asked for is the least.
std::chrono::milliseconds waitBeforeRetry(int retriesMade, const TaskError &error, double jitter);

} // namespace slipway
