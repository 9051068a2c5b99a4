#include "core/ollama/text_lines.h"

namespace slipway {
namespace {

constexpr qsizetype width = 100;

} // namespace

TextLines::TextLines(LogChannel channel, const QByteArray &prefix)
    : m_channel(channel)
    , m_prefix(prefix)
{
}

LogLines TextLines::add(const QString &piece)
{
    m_line += piece;
    LogLines lines;
    for (;;) {
        qsizetype end = m_line.indexOf(u'\n');
        if (end < 0 || end > width) {
            if (m_line.size() <= width)
                break;
            const qsizetype space = m_line.lastIndexOf(u' ', width);
            if (space > 0)
                end = space;
            else if (end < 0)
                break; // one long word: it ends some time
        }
        lines.append(made(m_line.left(end)));
        m_line.remove(0, end + 1);
    }
    return lines;
}

LogLines TextLines::flush()
{
    if (m_line.isEmpty())
        return {};
    const LogLines lines{ made(m_line) };
    m_line.clear();
    return lines;
}

LogLine TextLines::made(const QString &text) const
{
    return { m_channel, m_prefix + text.toUtf8() };
}

} // namespace slipway
