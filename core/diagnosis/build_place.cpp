#include "core/diagnosis/build_place.h"

#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Lines = std::vector<QByteArrayView>;

constexpr qsizetype longestInstruction = 1000; // of a RUN with a whole script in it

Lines linesOf(const QList<QByteArray> &output)
{
    Lines lines;
    for (const QByteArrayView text : output) {
        for (qsizetype from = 0; from <= text.size();) {
            const qsizetype end = text.indexOf('\n', from);
            const qsizetype to = end < 0 ? text.size() : end;
            QByteArrayView line = text.sliced(from, to - from);
            while (line.endsWith('\r') || line.endsWith(' '))
                line.chop(1);
            lines.push_back(line);
            from = to + 1;
        }
    }
    return lines;
}

QString textOf(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes.first(qMin(bytes.size(), longestInstruction))).trimmed();
}

// "Dockerfile:5", then the lines around it between two rulers, those of the instruction marked:
//   5 | >>> RUN make && \.
//   6 | >>>     make install
std::optional<DockerfilePlace> quotedSource(const Lines &lines, size_t at)
{
    const QByteArrayView line = lines[at];
    if (at + 1 >= lines.size() || !lines[at + 1].startsWith("----------"))
        return std::nullopt;
    const qsizetype colon = line.lastIndexOf(':');
    bool isNumber = false;
    DockerfilePlace place;
    place.line = line.sliced(colon + 1).toByteArray().toInt(&isNumber);
    if (colon < 1 || !isNumber || place.line < 1)
        return std::nullopt;
    for (size_t each = at + 2; each < lines.size() && !lines[each].startsWith("----------");
         ++each) {
        const qsizetype mark = lines[each].indexOf("| >>>");
        if (mark < 0)
            continue;
        QString part = textOf(lines[each].sliced(mark + 5));
        if (part.endsWith(u'\\'))
            part.chop(1);
        place.instruction += (place.instruction.isEmpty() ? QString() : u" "_s) + part.trimmed();
    }
    return place;
}

// " > [linux/amd64 builder 2/4] RUN make:", " > [internal] load metadata for docker.io/acme/a:1:"
std::optional<DockerfilePlace> quotedStep(const QString &line)
{
    static const QRegularExpression step(u"^ > \\[(?:(.*) )?\\d+/\\d+\\] (.+?):?$"_s);
    static const QRegularExpression base(u"^ > \\[internal\\] load metadata for (\\S+?):?$"_s);
    DockerfilePlace place;
    if (const auto found = step.match(line); found.hasMatch()) {
        const QString stage = found.captured(1).section(u' ', -1);
        place.stage = stage.contains(u'/') ? QString() : stage; // a platform
        place.instruction = found.captured(2);
        return place;
    }
    if (const auto found = base.match(line); found.hasMatch()) {
        place.instruction = u"FROM "_s + found.captured(1);
        return place;
    }
    return std::nullopt;
}

std::optional<DockerfilePlace> announcedStep(const QString &line)
{
    static const QRegularExpression step(
        u"^step (\\d+)/\\d+ ?: (.+)$"_s, QRegularExpression::CaseInsensitiveOption);
    const auto found = step.match(line);
    if (!found.hasMatch())
        return std::nullopt;
    DockerfilePlace place;
    place.step = found.captured(1).toInt();
    place.instruction = found.captured(2);
    return place;
}

std::optional<DockerfilePlace> unreadLine(const QString &line)
{
    static const QRegularExpression error(
        u"dockerfile parse error (?:on )?line (\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    const auto found = error.match(line);
    if (!found.hasMatch())
        return std::nullopt;
    DockerfilePlace place;
    place.line = found.captured(1).toInt();
    return place;
}

} // namespace

// From the end: what was printed last is the step that failed. Steps of BuildKit are told again
// there, so that its progress ("#5 0.3 ...") need not be looked at.
std::optional<DockerfilePlace> buildPlace(const QList<QByteArray> &output)
{
    const Lines lines = linesOf(output);
    for (size_t at = lines.size(); at-- > 0;) {
        const QByteArrayView line = lines[at];
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith("Successfully built"))
            return std::nullopt;
        std::optional<DockerfilePlace> place;
        if (line.startsWith(" > ["))
            place = quotedStep(textOf(line).prepend(u' '));
        else if (line.startsWith("Step ") || line.startsWith("STEP "))
            place = announcedStep(textOf(line));
        else if (line.back() >= '0' && line.back() <= '9')
            place = quotedSource(lines, at);
        if (!place && line.contains("ockerfile parse error"))
            place = unreadLine(textOf(line));
        if (place)
            return place;
    }
    return std::nullopt;
}

} // namespace slipway
