#include "core/task/json_text.h"

#include <algorithm>

namespace slipway {
namespace {

bool isPlain(char c)
{
    return uchar(c) >= 0x20 && c != '"' && c != '\\';
}

void appendEscaped(QByteArray &text, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    if (isPlain(c))
        text += c;
    else if (c == '"' || c == '\\')
        (text += '\\') += c;
    else if (c == '\n')
        text += "\\n";
    else if (c == '\t')
        text += "\\t";
    else
        ((text += "\\u00") += digits[uchar(c) >> 4]) += digits[c & 15];
}

} // namespace

void appendJsonString(QByteArray &text, QStringView string)
{
    const QByteArray utf8 = string.toUtf8();
    text += '"';
    if (std::all_of(utf8.begin(), utf8.end(), isPlain))
        text += utf8;
    else
        for (const char c : utf8)
            appendEscaped(text, c);
    text += '"';
}

} // namespace slipway
