// Which line of the output decides, and what it means.
#pragma once

#include "core/diagnosis/failure.h"
#include "core/diagnosis/output_reader.h"
#include "core/diagnosis/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway {

struct Verdict {
    const Rule *rule = nullptr; // null: the output gives no reason
    std::string line; // as printed
    std::vector<std::string> captures; // in the letters of the output
    bool unknownWords = false; // `line` is an error of the engine's that no rule knows
};

Verdict dockerVerdict(const Failure &failure);
Verdict ollamaVerdict(const Failure &failure);

} // namespace slipway
