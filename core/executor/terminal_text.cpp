#include "core/executor/terminal_text.h"

#include <algorithm>

namespace slipway {

namespace {

constexpr char escape = 0x1B;
constexpr char bell = 0x07;

bool isBetween(char c, unsigned char low, unsigned char high)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= low && byte <= high;
}

} // namespace

// The forms of ECMA-48, 5.3 to 5.6. A sequence that the line's end cuts off goes to the line's end.
qsizetype endOfTerminalCode(QByteArrayView line, qsizetype at)
{
    const qsizetype size = line.size();
    qsizetype next = at + 1;
    if (next == size)
        return next;
    const char kind = line.at(next);
    if (kind == '[') { // CSI: parameters, intermediates, one final byte
        ++next;
        while (next < size && isBetween(line.at(next), 0x20, 0x3F))
            ++next;
        return next < size && isBetween(line.at(next), 0x40, 0x7E) ? next + 1 : next;
    }
    if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_') {
        // OSC (titles, links), DCS, SOS, PM, APC: text up to ESC \ or, as xterm has it, BEL
        for (++next; next < size; ++next) {
            if (line.at(next) == bell)
                return next + 1;
            if (line.at(next) == escape)
                return next + 1 < size && line.at(next + 1) == '\\' ? next + 2 : next;
        }
        return next;
    }
    while (next < size && isBetween(line.at(next), 0x20, 0x2F)) // a charset: ESC ( B
        ++next;
    return next < size && isBetween(line.at(next), 0x30, 0x7E) ? next + 1 : next;
}

QByteArray withoutTerminalCodes(const QByteArray &line)
{
    const auto isCode = [](char c) { return c != '\t' && (isBetween(c, 0x00, 0x1F) || c == 0x7F); };
    if (std::none_of(line.begin(), line.end(), isCode))
        return line;
    QByteArray text;
    text.reserve(line.size());
    for (qsizetype at = 0; at < line.size();) {
        const char c = line.at(at);
        if (c == escape) {
            at = endOfTerminalCode(line, at);
            continue;
        }
        // The C1 controls 0x80 to 0x9F stay: in UTF-8 these bytes are parts of letters.
        if (!isCode(c))
            text.append(c);
        ++at;
    }
    return text;
}

} // namespace slipway
