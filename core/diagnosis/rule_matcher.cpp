#include "core/diagnosis/rule_matcher.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace slipway {
namespace {

constexpr size_t keyLength = 4;

uint16_t hashOf(const char *letters)
{
    uint32_t value;
    std::memcpy(&value, letters, sizeof value);
    return static_cast<uint16_t>((value * 2654435761u) >> 16);
}

std::string_view longestLiteral(std::string_view pattern)
{
    std::string_view longest;
    size_t begin = 0;
    for (size_t at = 0; at <= pattern.size(); ++at) {
        const bool piece = at < pattern.size() && !std::strchr("*{}^$~", pattern[at]);
        if (piece)
            continue;
        if (at - begin > longest.size())
            longest = pattern.substr(begin, at - begin);
        begin = at + 1;
    }
    return longest;
}

bool isLetterOrDigit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

bool endsWord(char letter)
{
    return letter == ' ' || letter == '"' || letter == '\'' || letter == ',' || letter == '`'
        || letter == ')' || letter == '(' || letter == ';' || letter == '\t';
}

std::string_view trimmedWord(std::string_view word)
{
    constexpr std::string_view quotes = "\"'`\\ []";
    const size_t begin = word.find_first_not_of(quotes);
    if (begin == std::string_view::npos)
        return {};
    word = word.substr(begin, word.find_last_not_of(quotes) - begin + 1);
    while (!word.empty() && (word.back() == '.' || word.back() == ':' || word.back() == ','))
        word.remove_suffix(1);
    return word;
}

// A capture before the first literal piece is the word that ends there.
std::string_view wordBefore(std::string_view line, size_t end)
{
    size_t begin = end;
    while (begin > 0 && line[begin - 1] == '"')
        --begin;
    while (begin > 0 && !endsWord(line[begin - 1]))
        --begin;
    return trimmedWord(line.substr(begin, end - begin));
}

std::string_view wordAfter(std::string_view line, size_t begin)
{
    while (begin < line.size() && endsWord(line[begin]))
        ++begin;
    size_t end = begin;
    while (end < line.size() && !endsWord(line[end]))
        ++end;
    return trimmedWord(line.substr(begin, end - begin));
}

bool holdsAny(std::string_view line, std::string_view alternatives)
{
    while (!alternatives.empty()) {
        const size_t bar = alternatives.find('|');
        if (line.find(alternatives.substr(0, bar)) != std::string_view::npos)
            return true;
        if (bar == std::string_view::npos)
            return false;
        alternatives.remove_prefix(bar + 1);
    }
    return false;
}

} // namespace

bool fits(std::string_view pattern, std::string_view line, std::vector<std::string_view> *captures)
{
    const bool fromStart = pattern.starts_with('^');
    if (fromStart)
        pattern.remove_prefix(1);
    const bool fromWord = pattern.starts_with('~');
    if (fromWord)
        pattern.remove_prefix(1);
    const bool toEnd = pattern.ends_with('$');
    if (toEnd) {
        pattern.remove_suffix(1);
        while (!line.empty() && (line.back() == '.' || line.back() == ' '))
            line.remove_suffix(1);
    }

    size_t at = 0; // where the rest of the line begins
    bool first = true;
    bool quoted = false; // only a capture between quotes or brackets may hold spaces
    bool capturing = false;
    while (!pattern.empty()) {
        if (pattern.starts_with('*')) {
            pattern.remove_prefix(1);
            first = false;
            continue;
        }
        if (pattern.starts_with("{}")) {
            pattern.remove_prefix(2);
            capturing = true;
            continue;
        }
        if (pattern.starts_with("{>}")) {
            if (captures)
                captures->push_back(line.substr(at));
            return true;
        }
        const std::string_view literal = pattern.substr(0, pattern.find_first_of("*{"));
        pattern.remove_prefix(literal.size());
        size_t found = std::string_view::npos;
        if (first && fromStart && !capturing)
            found = line.starts_with(literal) ? 0 : std::string_view::npos;
        else if (pattern.empty() && toEnd)
            found = line.ends_with(literal) && line.size() - literal.size() >= at
                ? line.size() - literal.size()
                : std::string_view::npos;
        else
            found = line.find(literal, at);
        while (first && fromWord && found != std::string_view::npos && found > 0
            && isLetterOrDigit(line[found - 1]))
            found = line.find(literal, found + 1);
        if (found == std::string_view::npos)
            return false;
        if (capturing) {
            const std::string_view word =
                first ? wordBefore(line, found) : trimmedWord(line.substr(at, found - at));
            if (!quoted && word.find(' ') != std::string_view::npos)
                return false;
            if (captures)
                captures->push_back(word);
        }
        capturing = false;
        first = false;
        quoted = std::strchr("\"'(`[", literal.back()) != nullptr;
        at = found + literal.size();
        if (pattern.empty() && toEnd && at != line.size())
            return false;
    }
    if (capturing && captures)
        captures->push_back(wordAfter(line, at));
    return true;
}

RuleMatcher::RuleMatcher(const std::vector<RuleTable> &tables)
    : m_buckets(bucketCount)
{
    for (const RuleTable &table : tables) {
        for (const Rule &rule : table.rules) {
            const std::string_view key = longestLiteral(rule.pattern);
            const int number = static_cast<int>(m_entries.size());
            m_entries.push_back(
                { &rule, key, static_cast<int>(rule.speaker) & static_cast<int>(table.speaker) });
            if (key.size() < keyLength) {
                m_shortKeys.push_back(number);
                continue;
            }
            const uint16_t hash = hashOf(key.data());
            m_buckets[hash].push_back(number);
            m_used[hash] = true;
        }
    }
}

RuleMatch RuleMatcher::firstMatch(std::string_view folded, Speaker speaker) const
{
    int best = static_cast<int>(m_entries.size());
    const auto tryEntry = [&](int number) {
        const Rule &rule = *m_entries[number].rule;
        if (!(m_entries[number].speakers & static_cast<int>(speaker)))
            return;
        if (fits(rule.pattern, folded, nullptr) && !holdsAny(folded, rule.unless))
            best = number;
    };

    for (int number : m_shortKeys) {
        if (number < best)
            tryEntry(number);
    }
    for (size_t at = 0; at + keyLength <= folded.size(); ++at) {
        const uint16_t hash = hashOf(folded.data() + at);
        if (!m_used[hash])
            continue;
        for (int number : m_buckets[hash]) {
            if (number >= best)
                break;
            if (folded.substr(at).starts_with(m_entries[number].key))
                tryEntry(number);
        }
    }

    RuleMatch match;
    if (best < static_cast<int>(m_entries.size())) {
        match.rule = m_entries[best].rule;
        fits(match.rule->pattern, folded, &match.captures);
    }
    return match;
}

} // namespace slipway
