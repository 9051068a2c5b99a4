// The last error line decides. Where it only says that something failed, or follows from an earlier
// failure, the reason stands before it; where the engine says that a program failed, the program's
// own lines decide. Memory, disk and other limits outrank what they lead to.
#include "core/diagnosis/verdict.h"

#include "core/diagnosis/rule_matcher.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace slipway {
namespace {

struct Finding {
    const OutputLine *line;
    RuleMatch match;
    size_t number; // of the line
    bool tolerated;

    Bearing bearing() const { return match.rule->bearing; }
    ErrorCode code() const { return match.rule->code; }
};

using Findings = std::vector<Finding>;

bool isExhaustion(ErrorCode code)
{
    return code == ErrorCode::SystemMemoryLimit || code == ErrorCode::SystemDiskSpace
        || code == ErrorCode::SystemResourceLimit;
}

Verdict verdictOf(const Finding &finding)
{
    Verdict verdict{ finding.match.rule, std::string(finding.line->text), {} };
    for (std::string_view capture : finding.match.captures) {
        // The match is of the folded text; the words are wanted as they were printed.
        const auto offset = capture.empty() ? 0 : capture.data() - finding.line->folded.data();
        verdict.captures.emplace_back(
            finding.line->said.substr(static_cast<size_t>(offset), capture.size()));
    }
    return verdict;
}

Findings findingsIn(const std::vector<OutputLine> &lines, const RuleMatcher &matcher)
{
    Findings findings;
    for (size_t number = 0; number < lines.size(); ++number) {
        RuleMatch match = matcher.firstMatch(lines[number].folded, lines[number].speaker);
        if (!match.rule)
            continue;
        const bool hasNext = number + 1 < lines.size() && lines[number].speaker != Speaker::Engine;
        const bool tolerated =
            isTolerated(lines[number]) || (hasNext && triesAgain(lines[number + 1]));
        findings.push_back({ &lines[number], std::move(match), number, tolerated });
    }
    return findings;
}

const Finding *lastOfEngine(const Findings &findings)
{
    const Finding *consequence = nullptr;
    for (auto it = findings.rbegin(); it != findings.rend(); ++it) {
        if (it->line->speaker == Speaker::Program || it->tolerated)
            continue;
        if (it->bearing() == Bearing::Cause)
            return &*it;
        if (it->bearing() == Bearing::Summary)
            return consequence ? consequence : &*it;
        if (it->bearing() == Bearing::Consequence && !consequence)
            consequence = &*it;
    }
    return consequence;
}

// The engine tells a kill or a time limit from the exit code; the program's own word is better.
const Finding *sameOfProgram(const Findings &programs, ErrorCode code)
{
    for (auto it = programs.rbegin(); it != programs.rend(); ++it) {
        if (!it->tolerated && it->line->speaker == Speaker::Program && it->code() == code)
            return &*it;
    }
    return nullptr;
}

// A tolerated failure of the network is the reason for a missing package after it.
const Finding *toleratedCauseBefore(const Findings &findings, const Finding *consequence)
{
    for (auto it = findings.rbegin(); it != findings.rend(); ++it) {
        const bool explains = it->tolerated && it->number < consequence->number
            && (it->code() == ErrorCode::DockerNetworkError || isExhaustion(it->code()));
        if (explains)
            return &*it;
    }
    return nullptr;
}

// `findings` are a program's. An error in unknown words hides what is far before it.
const Finding *decisiveOfProgram(const Findings &findings)
{
    constexpr size_t nearby = 8;
    const Finding *consequence = nullptr;
    const Finding *guess = nullptr;
    const Finding *cause = nullptr;
    for (auto it = findings.rbegin(); it != findings.rend(); ++it) {
        if (it->tolerated)
            continue;
        if (it->bearing() == Bearing::Recovery)
            break;
        if (it->bearing() == Bearing::Cause) {
            if (isExhaustion(it->code()))
                return &*it;
            if (!cause)
                cause = &*it;
        } else if (it->bearing() == Bearing::Consequence && !consequence && !cause) {
            consequence = &*it;
        } else if (it->bearing() == Bearing::Guess && !guess && !cause && !consequence) {
            guess = &*it;
        }
    }
    if (cause && guess && !consequence && guess->number > cause->number + nearby)
        return guess;
    if (cause)
        return cause;
    if (consequence) {
        const Finding *earlier = toleratedCauseBefore(findings, consequence);
        return earlier ? earlier : consequence;
    }
    return guess;
}

Findings ofProgram(const Findings &findings, int failedStep)
{
    Findings chosen;
    const auto speaks = [](const Finding &finding) {
        return finding.line->speaker != Speaker::Engine;
    };
    if (failedStep > 0) {
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(chosen),
            [&](const Finding &each) { return speaks(each) && each.line->step == failedStep; });
    }
    if (chosen.empty())
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(chosen), speaks);
    return chosen;
}

bool isNeutral(std::string_view folded)
{
    constexpr std::string_view beginnings[] = { "run 'docker", "see 'docker", "using default tag",
        "the push refers to", "digest:", "status:", "trying to pull", "login succeeded",
        "exit status", "exit code", "view build details", "what's next", "[notice]", "learn more",
        "copying ", "getting image", "writing manifest", "storing signatures" };
    return folded == "errors:" || folded.find(": pulling from") != std::string_view::npos
        || std::any_of(std::begin(beginnings), std::end(beginnings),
            [folded](std::string_view beginning) { return folded.starts_with(beginning); });
}

// Pull, push, tag and login print little beside progress: what is left at the end is the error.
const OutputLine *lastUnknownError(const std::vector<OutputLine> &lines, TaskType type)
{
    const bool chatty = type == TaskType::DockerBuild || type == TaskType::DockerRun
        || type == TaskType::OllamaRun || type == TaskType::OllamaPull;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (line->speaker == Speaker::Program || isTolerated(*line) || isNeutral(line->folded))
            continue;
        const bool marked = line->said.data() != line->text.data()
            || line->folded.find("error") != std::string_view::npos
            || line->folded.find("fail") != std::string_view::npos;
        if (!chatty || marked)
            return &*line;
    }
    return nullptr;
}

// What the server says stands in {"error": ...}, sometimes as JSON in a string once more.
QByteArray ollamaText(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    if (!text.startsWith('{') || !text.endsWith('}'))
        return line;
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QJsonValue error = object.value(QLatin1String("error"));
    if (error.isObject())
        return error.toObject().value(QLatin1String("message")).toString().toUtf8();
    if (error.isString())
        return ollamaText(error.toString().toUtf8());
    return object.isEmpty() ? line : QByteArray(); // progress, or words of the answer
}

} // namespace

Verdict dockerVerdict(const Failure &failure)
{
    static const RuleMatcher matcher({ { resourceRules() }, { networkRules() },
        { registryRules(), Speaker::Engine }, { engineRules(), Speaker::Engine },
        { commandRules(), Speaker::Engine }, { programRules(), Speaker::Program } });

    const OutputReader reader(failure.type, failure.exitCode, failure.output);
    const Findings findings = findingsIn(reader.lines(), matcher);
    const Finding *engine = lastOfEngine(findings);
    const Findings programs = ofProgram(findings, reader.failedStep());
    if (engine && engine->bearing() == Bearing::Cause) {
        const Finding *same = sameOfProgram(programs, engine->code());
        return verdictOf(same ? *same : *engine);
    }
    if (const Finding *program = decisiveOfProgram(programs))
        return verdictOf(*program);
    if (engine)
        return verdictOf(*engine);
    const OutputLine *unknown = lastUnknownError(reader.lines(), failure.type);
    return unknown ? Verdict{ nullptr, std::string(unknown->text), {}, true } : Verdict();
}

Verdict ollamaVerdict(const Failure &failure)
{
    static const RuleMatcher matcher(
        { { resourceRules() }, { ollamaRules() }, { networkRules() } });

    QList<QByteArray> texts;
    for (const QByteArray &output : failure.output) {
        for (const QByteArray &line : output.split('\n'))
            texts.append(ollamaText(line));
    }
    const OutputReader reader(failure.type, failure.exitCode, texts);
    const Findings findings = findingsIn(reader.lines(), matcher);
    const Finding *decisive = decisiveOfProgram(findings);
    if (decisive)
        return verdictOf(*decisive);
    const OutputLine *unknown = lastUnknownError(reader.lines(), failure.type);
    return unknown ? Verdict{ nullptr, std::string(unknown->text), {}, true } : Verdict();
}

} // namespace slipway
