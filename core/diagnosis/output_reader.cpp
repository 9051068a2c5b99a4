#include "core/diagnosis/output_reader.h"

#include <algorithm>

namespace slipway {
namespace {

// What stands later in a line explains nothing, and would take long to look through.
constexpr size_t longestLine = 8192;

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isHex(char letter)
{
    return isDigit(letter) || (letter >= 'a' && letter <= 'f');
}

bool holds(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

// Where the sequence that begins with ESC at `at` ends. A moved cursor begins another text.
size_t afterEscape(const QByteArray &line, size_t at, bool *moved)
{
    const size_t size = static_cast<size_t>(line.size());
    if (++at >= size)
        return at;
    if (line[at] == ']') { // a title: until BEL or ESC backslash
        while (at < size && line[at] != '\a' && line[at] != '\x1b')
            ++at;
        return std::min(size, line.size() && at < size && line[at] == '\x1b' ? at + 2 : at + 1);
    }
    if (line[at] != '[')
        return at + 1;
    for (++at; at < size; ++at) {
        if (line[at] >= '@' && line[at] <= '~') {
            *moved = line[at] != 'm' && line[at] != 'h' && line[at] != 'l';
            return at + 1;
        }
    }
    return at;
}

// "2c1e6cf7de01: Downloading ...": a layer's progress, never a reason.
bool isLayerProgress(std::string_view text)
{
    size_t at = 0;
    while (at < text.size() && isHex(text[at]))
        ++at;
    if (at < 2 || text.substr(at, 2) != ": ")
        return false;
    const std::string_view rest = text.substr(at + 2);
    constexpr std::string_view states[] = { "Preparing", "Waiting", "Pulling fs layer",
        "Downloading", "Download complete", "Verifying", "Extracting", "Pull complete", "Pushing",
        "Pushed", "Layer already exists", "Mounted from", "Already exists", "Retrying in" };
    return std::any_of(std::begin(states), std::end(states),
        [rest](std::string_view state) { return rest.starts_with(state); });
}

// "  11 | >>> RUN make": a line of the Dockerfile or of a source, quoted.
bool isQuotedSource(std::string_view text)
{
    const size_t digits = text.find_first_not_of("0123456789 ");
    return digits != std::string_view::npos && digits > 0 && text[digits] == '|'
        && std::any_of(text.begin(), text.begin() + digits, isDigit);
}

std::string_view trimmed(std::string_view text)
{
    const size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// "2024-05-01T10:00:00.123Z ", "2024/05/01 10:00:00 ", "[10:00:00] "
std::string_view withoutTime(std::string_view text)
{
    size_t at = 0;
    if (text.starts_with('[') && text.size() > 3 && isDigit(text[1]))
        at = 1;
    const size_t begin = at;
    bool colon = false;
    while (at < text.size()) {
        const char letter = text[at];
        const bool part = isDigit(letter) || letter == ':' || letter == '.' || letter == '-'
            || letter == '/' || letter == ',' || letter == '+' || letter == 'T' || letter == 'Z'
            || (letter == ' ' && at - begin == 10);
        if (!part)
            break;
        colon = colon || letter == ':';
        ++at;
    }
    if (!colon || at - begin < 8 || at >= text.size())
        return text;
    if (text[at] != ' ' && text[at] != ']')
        return text;
    return trimmed(text.substr(at + 1));
}

// "0.123 text" -> "text"
std::optional<std::string_view> afterSeconds(std::string_view text)
{
    size_t at = 0;
    bool point = false;
    while (at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !point))) {
        point = point || text[at] == '.';
        ++at;
    }
    if (!point || at < 3 || (at < text.size() && text[at] != ' '))
        return std::nullopt;
    return trimmed(text.substr(at));
}

// Who says it, and how far a wrapper reaches: what is left is what went wrong.
std::string_view withoutWrapper(std::string_view said, std::string_view folded)
{
    constexpr std::string_view wrappers[] = { "error response from daemon: ", "docker: ", "error: ",
        "failed to build: ", "failed to solve: ", "failed to solve with frontend dockerfile.v0: ",
        "failed to create llb definition: ", "##[error]",
        "failed to solve with frontend gateway.v0: ", "rpc error: code = unknown desc = " };
    bool found = true;
    while (found) {
        found = false;
        for (std::string_view wrapper : wrappers) {
            if (folded.starts_with(wrapper)) {
                folded.remove_prefix(wrapper.size());
                said.remove_prefix(wrapper.size());
                found = true;
            }
        }
    }
    return said;
}

// These repeat the command of the step, which must not be taken for its output.
size_t endOfRepeatedCommand(std::string_view folded)
{
    constexpr std::string_view ends[] = { "]: exit code:", "\" did not complete successfully",
        "' returned a non-zero code" };
    const bool repeats = holds(folded, "executor failed running [") || holds(folded, "process \"")
        || folded.starts_with("the command '");
    if (repeats) {
        for (std::string_view end : ends) {
            const size_t at = folded.rfind(end);
            if (at != std::string_view::npos)
                return at;
        }
    }
    return 0;
}

bool isEngineSpeaking(std::string_view folded)
{
    constexpr std::string_view beginnings[] = { "docker: ", "error response from daemon",
        "unable to find image", "cannot connect to the docker daemon", "error during connect",
        "permission denied while trying to connect", "the command '",
        "copy failed:", "add failed:", "error: failed to ", "failed to solve",
        "error: building at step", "unable to prepare context" };
    return std::any_of(std::begin(beginnings), std::end(beginnings),
        [folded](std::string_view beginning) { return folded.starts_with(beginning); });
}

} // namespace

bool triesAgain(const OutputLine &line)
{
    constexpr std::string_view signs[] = { "retrying", "will retry", "retry in ", "falling back",
        "trying next", "trying again", "continuing", "ignoring", "using bundled", "using cached",
        "instead" };
    return std::any_of(std::begin(signs), std::end(signs),
        [&line](std::string_view sign) { return holds(line.whole, sign); });
}

bool isTolerated(const OutputLine &line)
{
    const std::string_view folded = line.whole;
    constexpr std::string_view beginnings[] = { "warning", "warn", "[warn", "npm warn",
        "w: ", "debug", "[debug", "note:", "hint:", "info", "[info", "deprecat", "notice",
        "npm notice", "checking for ", "checking whether ", "+ ", "unable to find image", "trace",
        "usage:" };
    for (std::string_view beginning : beginnings) {
        if (folded.starts_with(beginning))
            return true;
    }
    constexpr std::string_view signs[] = { "warning:", "level=warn", "level=info", "retrying",
        "will retry", "retry in ", "(ignored)", "ignoring", "continuing", "skipping",
        "falling back", "|| true", "trying next", "trying again", "non-fatal", "not fatal",
        " 0 errors", "not critical", "using default", "(optional)", "optional dependency",
        "npm warn" };
    return std::any_of(std::begin(signs), std::end(signs),
        [folded](std::string_view sign) { return holds(folded, sign); });
}

OutputReader::OutputReader(
    TaskType type, std::optional<int> exitCode, const QList<QByteArray> &output)
    : m_type(type)
    // 125 is docker's own failure: the container's program has not been started.
    , m_programSpeaks(type == TaskType::DockerRun && exitCode != 125)
{
    clean(output);
    m_folded = m_text;
    for (char &letter : m_folded) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter + ('a' - 'A'));
    }
    for (size_t begin = 0; begin < m_text.size();) {
        const size_t end = std::min(m_text.find('\n', begin), m_text.size());
        readLine(begin, end);
        begin = end + 1;
    }
}

void OutputReader::clean(const QList<QByteArray> &output)
{
    qsizetype size = 0;
    for (const QByteArray &line : output)
        size += line.size() + 1;
    m_text.reserve(static_cast<size_t>(size));
    for (const QByteArray &line : output) {
        for (size_t at = 0; at < static_cast<size_t>(line.size());) {
            const char letter = line[at];
            if (letter == '\x1b') {
                bool moved = false;
                at = afterEscape(line, at, &moved);
                if (moved)
                    m_text += '\n';
                continue;
            }
            if (letter == '\r' || letter == '\n')
                m_text += '\n';
            else if (static_cast<unsigned char>(letter) >= ' ' || letter == '\t')
                m_text += letter;
            ++at;
        }
        m_text += '\n';
    }
}

void OutputReader::readLine(size_t begin, size_t end)
{
    const std::string_view text =
        trimmed(std::string_view(m_text).substr(begin, std::min(end - begin, longestLine)));
    const bool wordless = std::none_of(text.begin(), text.end(), [](char letter) {
        return isDigit(letter) || (letter >= 'a' && letter <= 'z')
            || (letter >= 'A' && letter <= 'Z');
    });
    if (text == "------")
        m_quoting = !m_quoting;
    if (wordless || isLayerProgress(text))
        return;

    OutputLine line;
    line.text = text;
    line.said = withoutTime(text);
    line.speaker = m_programSpeaks ? Speaker::Program : Speaker::Engine;
    const auto foldedOf = [this](std::string_view view) {
        return std::string_view(m_folded).substr(
            static_cast<size_t>(view.data() - m_text.data()), view.size());
    };
    line.folded = foldedOf(line.said);
    if (m_type == TaskType::DockerBuild)
        readBuildLine(line);
    if (line.said.empty() || isQuotedSource(line.said))
        return;

    line.folded = foldedOf(line.said);
    if (line.speaker != Speaker::Engine && isEngineSpeaking(line.folded))
        line.speaker = Speaker::Engine;
    line.whole = line.folded;
    line.said.remove_prefix(endOfRepeatedCommand(line.folded));
    line.said = withoutWrapper(line.said, foldedOf(line.said));
    line.folded = foldedOf(line.said);
    m_lines.push_back(line);
}

// Leaves `said` empty where a line only tells what is being done.
void OutputReader::readBuildLine(OutputLine &line)
{
    std::string_view said = line.said;
    line.speaker = m_programSpeaks ? Speaker::Program : Speaker::Anyone;
    if (said.starts_with('#') && said.size() > 2 && isDigit(said[1])) {
        // "#7 0.193 text" is a program's, "#7 ERROR: text" the builder's, "#7 [2/3] RUN ..." a
        // title
        const size_t space = said.find(' ');
        line.step = std::atoi(said.data() + 1);
        said = space == std::string_view::npos ? std::string_view() : trimmed(said.substr(space));
        if (const auto rest = afterSeconds(said)) {
            line.speaker = Speaker::Program;
            line.said = *rest;
        } else if (said.starts_with("ERROR: ") || said.starts_with("WARN")) {
            line.speaker = Speaker::Engine;
            line.said = said;
            if (said.starts_with("ERROR: "))
                m_failedStep = line.step;
        } else {
            line.said = {};
        }
        return;
    }
    if (said.starts_with("> ") || said.starts_with("=>") || said.starts_with("--->")) {
        if (said.starts_with("---> Running in"))
            m_programSpeaks = true;
        line.said = {};
        return;
    }
    if (m_quoting) {
        line.speaker = Speaker::Program;
        line.step = m_failedStep;
        line.said = afterSeconds(said).value_or(said);
        return;
    }
    const bool title = (said.starts_with("Step ") || said.starts_with("STEP ")) && holds(said, "/");
    if (title || said.starts_with("Removing intermediate container")
        || said.starts_with("Sending build context") || said.starts_with("Successfully built")) {
        m_programSpeaks = false;
        // podman has no "Running in": what follows RUN is a program's
        if (title && said.starts_with("STEP ") && holds(said, ": RUN "))
            m_programSpeaks = true;
        line.said = {};
        return;
    }
    // "0.123 text" in a quotation whose frame was cut off
    if (const auto rest = afterSeconds(said)) {
        line.speaker = Speaker::Program;
        line.said = *rest;
    }
}

} // namespace slipway
