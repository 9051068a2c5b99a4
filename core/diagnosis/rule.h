// One known wording of a failure, and what it means. The tables of rules are in *_rules.cpp.
#pragma once

#include "core/task/error_code.h"
#include "core/task/task_type.h"

#include <optional>
#include <span>
#include <string_view>

namespace slipway {

// The same words mean different things by speaker: "not found" from the engine is an image, from a
// program in a build step a command.
enum class Speaker {
    Engine = 1, // docker's client, daemon or builder, or a registry's answer that it repeats
    Program = 2, // what runs in a build step or a container
    Anyone = 3,
};

// What a line says about the reason.
enum class Bearing {
    Cause, // it is the reason
    Consequence, // it is one, unless something earlier is the reason for it
    Guess, // it looks like an error, in words that nobody knows
    Recovery, // it went on all the same: what stands before it did no harm
    Summary, // it says only that something failed: any other line is better
};

enum class Retry { ByCode, Useful, Useless };

// What the first captured word is.
enum class About { Thing, Image, Host, OutputOnly };

// `pattern` is lower case. `*` stands for any text, `{}` captures a word or what stands between its
// neighbours, `{>}` the rest of the line, `^` and `$` bind it to the ends of a line (a line begins
// after "Error response from daemon: " and the like), `~` in front to the beginning of a word.
// Rules are tried in the order of their table; the first that fits decides.
struct Rule {
    std::string_view pattern;
    ErrorCode code;
    const char *sentence; // %1.. are the captures; see sentences.h
    About about = About::Thing;
    Speaker speaker = Speaker::Anyone;
    Bearing bearing = Bearing::Cause;
    Retry retry = Retry::ByCode;
    std::string_view unless = {}; // not if the line holds this; alternatives are parted by '|'
    std::optional<TaskType> specialTask = {}; // the same words mean something else in this one:
    ErrorCode specialCode = ErrorCode::UnknownError;
    const char *specialSentence = nullptr;

    // How a table says what is not usual of a rule.
    constexpr Rule byEngine() const
    {
        return with([](Rule &r) { r.speaker = Speaker::Engine; });
    }
    constexpr Rule byProgram() const
    {
        return with([](Rule &r) { r.speaker = Speaker::Program; });
    }
    constexpr Rule consequence() const
    {
        return with([](Rule &r) { r.bearing = Bearing::Consequence; });
    }
    constexpr Rule guess() const
    {
        return with([](Rule &r) { r.bearing = Bearing::Guess; });
    }
    constexpr Rule recovery() const
    {
        return with([](Rule &r) { r.bearing = Bearing::Recovery; });
    }
    constexpr Rule summary() const
    {
        return with([](Rule &r) { r.bearing = Bearing::Summary; });
    }
    constexpr Rule retryHelps() const
    {
        return with([](Rule &r) { r.retry = Retry::Useful; });
    }
    constexpr Rule retryIsVain() const
    {
        return with([](Rule &r) { r.retry = Retry::Useless; });
    }
    constexpr Rule inTask(TaskType task, ErrorCode itsCode, const char *itsSentence) const
    {
        return with([=](Rule &r) {
            r.specialTask = task;
            r.specialCode = itsCode;
            r.specialSentence = itsSentence;
        });
    }
    constexpr Rule butNot(std::string_view pieces) const
    {
        return with([pieces](Rule &r) { r.unless = pieces; });
    }

private:
    constexpr Rule with(auto change) const
    {
        Rule changed = *this;
        change(changed);
        return changed;
    }
};

// Which table is whose is up to who uses it: those of the engine are tried on its lines only.
std::span<const Rule> resourceRules(); // disk, memory, other limits, time
std::span<const Rule> networkRules();
std::span<const Rule> registryRules(); // what registries answer, images
std::span<const Rule> engineRules(); // docker's client, daemon and builders
std::span<const Rule> commandRules(); // what docker's client says about its arguments
std::span<const Rule> programRules(); // programs in build steps and containers
std::span<const Rule> ollamaRules();

} // namespace slipway
