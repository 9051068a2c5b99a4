// What is told of a build's context before the build is queued.
#pragma once

#include "core/docker/build_context.h"
#include "core/executor/pre_check.h"

namespace slipway {

QList<PreCheck> contextChecks(const BuildContext &context, Builder builder);

} // namespace slipway
