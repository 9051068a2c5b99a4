// Why it failed: a pure function over what is known. The rules are tables in docker_rules and
// ollama_rules; how output is read is described in diagnose.cpp.
#pragma once

#include "core/diagnosis/failure.h"
#include "core/task/task_error.h"

namespace slipway {

TaskError diagnose(const Failure &failure);

} // namespace slipway
