// How many pulls a registry still allows.
#pragma once

#include "core/executor/pre_check.h"
#include "core/registry/registry_answer.h"

#include <optional>

namespace slipway {

// None: it has no limit, or does not tell.
std::optional<PreCheck> limitCheck(const QString &registry, const PullsAnswer &answer);

} // namespace slipway
