// Finds the first rule that fits a line, without trying every rule on every line: rules are indexed
// by four letters of their longest literal piece.
#pragma once

#include "core/diagnosis/rule.h"

#include <array>
#include <string_view>
#include <vector>

namespace slipway {

// A captured word is a range of the line.
struct RuleMatch {
    const Rule *rule = nullptr;
    std::vector<std::string_view> captures;
};

struct RuleTable {
    std::span<const Rule> rules;
    Speaker speaker = Speaker::Anyone; // tried on the lines of this one only
};

class RuleMatcher {
public:
    explicit RuleMatcher(const std::vector<RuleTable> &tables);

    // `folded` is the line in lower case.
    RuleMatch firstMatch(std::string_view folded, Speaker speaker) const;

private:
    static constexpr size_t bucketCount = 1 << 16;
    struct Entry {
        const Rule *rule;
        std::string_view key; // the longest literal piece
        int speakers;
    };

    std::vector<Entry> m_entries; // in order of precedence
    std::vector<int> m_shortKeys; // entries whose key is too short for the index
    std::vector<std::vector<int>> m_buckets;
    std::array<bool, bucketCount> m_used{}; // is there a bucket? kept small for the cache
};

// Does the pattern fit? For tests, and the matcher itself.
bool fits(std::string_view pattern, std::string_view line, std::vector<std::string_view> *captures);

} // namespace slipway
