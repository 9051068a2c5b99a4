#include "ui/detail/terminal_line.h"

#include "core/executor/terminal_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr char escape = 0x1B;

// 38;5;N, 38;2;R;G;B and their forms with colons. Leaves `at` on the last parameter used.
TerminalColour extendedColour(const QList<int> &parameters, qsizetype *at)
{
    const auto next = [&] { return *at + 1 < parameters.size() ? parameters[++*at] : 0; };
    const int form = next();
    if (form == 5)
        return { TerminalColour::Kind::Indexed, quint32(qBound(0, next(), 255)) };
    if (form != 2)
        return {};
    quint32 rgb = 0;
    for (int part = 0; part < 3; ++part)
        rgb = rgb << 8 | quint32(qBound(0, next(), 255));
    return { TerminalColour::Kind::Rgb, rgb };
}

TerminalColour indexed(int number)
{
    return { TerminalColour::Kind::Indexed, quint32(number) };
}

void applyOne(const QList<int> &parameters, qsizetype *at, TerminalStyle *style)
{
    const int code = parameters[*at];
    if (code == 0)
        *style = {};
    else if (code == 1)
        style->bold = true;
    else if (code == 2)
        style->faint = true;
    else if (code == 22)
        style->bold = style->faint = false;
    else if (code == 3 || code == 23)
        style->italic = code == 3;
    else if (code == 4 || code == 21 || code == 24)
        style->underline = code != 24;
    else if (code == 7 || code == 27)
        style->inverse = code == 7;
    else if (code == 9 || code == 29)
        style->struck = code == 9;
    else if (code >= 30 && code <= 37)
        style->front = indexed(code - 30);
    else if (code >= 40 && code <= 47)
        style->back = indexed(code - 40);
    else if (code >= 90 && code <= 97)
        style->front = indexed(code - 90 + 8);
    else if (code >= 100 && code <= 107)
        style->back = indexed(code - 100 + 8);
    else if (code == 38)
        style->front = extendedColour(parameters, at);
    else if (code == 48)
        style->back = extendedColour(parameters, at);
    else if (code == 39)
        style->front = {};
    else if (code == 49)
        style->back = {};
    else if (code == 58) // the underline's own colour
        extendedColour(parameters, at);
}

// `inside` is what stands between ESC [ and m.
void applySgr(const QByteArray &inside, TerminalStyle *style)
{
    QList<int> parameters;
    for (QByteArray part : inside.split(';')) {
        // 38:2:SPACE:R:G:B has a place for a colour space that 38;2;R;G;B has not; 4:0 is 24.
        QList<QByteArray> parts = part.split(':');
        if (parts.size() == 6 && parts[1] == "2")
            parts.removeAt(2);
        if (parts.size() == 2 && parts[0] == "4") {
            parameters.append(parts[1] == "0" ? 24 : 4);
            continue;
        }
        for (const QByteArray &number : std::as_const(parts))
            parameters.append(number.toInt());
    }
    for (qsizetype at = 0; at < parameters.size(); ++at)
        applyOne(parameters, &at, style);
}

// OSC 8 ; parameters ; address: a link that is not its own text. Empty: it ends here.
QString addressOf(const QByteArray &code)
{
    const qsizetype begin = code.indexOf(';', 4) + 1;
    qsizetype end = code.size();
    while (end > begin && (code[end - 1] == '\\' || code[end - 1] == escape || code[end - 1] == 7))
        --end;
    return begin > 0 ? QString::fromUtf8(code.mid(begin, end - begin)) : QString();
}

bool isWebAddress(const QString &address)
{
    return address.startsWith("http://"_L1, Qt::CaseInsensitive)
        || address.startsWith("https://"_L1, Qt::CaseInsensitive);
}

void addWrittenLinks(TerminalLine *line)
{
    if (!line->text.contains("://"_L1))
        return;
    // What ends a sentence, or closes what was opened before the address, is not of it.
    static const QRegularExpression address(
        u"\\bhttps?://[^\\s<>\"'`\\x{201C}\\x{201D}]*[^\\s<>\"'`.,;:!?\\x{201C}\\x{201D}]"_s,
        QRegularExpression::CaseInsensitiveOption);
    auto found = address.globalMatch(line->text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        QString url = match.captured();
        for (const auto &[open, close] : { std::pair(u'(', u')'), std::pair(u'[', u']') }) {
            while (url.endsWith(close) && url.count(close) > url.count(open))
                url.chop(1);
        }
        line->links.append({ match.capturedStart(), url.size(), url });
    }
}

} // namespace

TerminalLine terminalLine(QByteArrayView bytes, TerminalStyle *style)
{
    TerminalLine line;
    QString link;
    const auto add = [&](qsizetype from, qsizetype to) {
        if (to <= from)
            return;
        const qsizetype start = line.text.size();
        line.text +=
            QString::fromUtf8(withoutTerminalCodes(bytes.sliced(from, to - from).toByteArray()));
        const qsizetype length = line.text.size() - start;
        if (!style->isPlain())
            line.runs.append({ start, length, *style });
        if (!link.isEmpty())
            line.links.append({ start, length, link });
    };
    qsizetype begun = 0;
    for (qsizetype at = bytes.indexOf(escape); at >= 0; at = bytes.indexOf(escape, begun)) {
        add(begun, at);
        begun = endOfTerminalCode(bytes, at);
        const QByteArray code = bytes.sliced(at, begun - at).toByteArray();
        if (code.startsWith("\x1b[") && code.endsWith('m'))
            applySgr(code.mid(2, code.size() - 3), style);
        else if (code.startsWith("\x1b]8;"))
            link = isWebAddress(addressOf(code)) ? addressOf(code) : QString();
    }
    add(begun, bytes.size());
    addWrittenLinks(&line);
    return line;
}

} // namespace slipway
