// Why it failed: a pure function over what is known. The rules are the tables in *_rules.cpp; how
// the line that decides is found stands in verdict.cpp.
#pragma once

#include "core/diagnosis/failure.h"
#include "core/task/task_error.h"

namespace slipway {

TaskError diagnose(const Failure &failure);

} // namespace slipway
