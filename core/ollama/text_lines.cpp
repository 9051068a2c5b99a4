#include "core/ollama/text_lines.h"

namespace slipway {
namespace {

constexpr qsizetype width = 100;

bool endsInOneSpace(QStringView text)
{
    return text.endsWith(u' ') && !text.chopped(1).endsWith(u' ');
}

qsizetype placeToBreak(const QString &line)
{
    qsizetype space = line.lastIndexOf(u' ', width - 1); // which stays, and is of the line
    while (space > 0 && line[space - 1] == u' ')
        space = line.lastIndexOf(u' ', space - 1);
    return space;
}

QString whole(const QString &line)
{
    return endsInOneSpace(line) ? line.chopped(1) : line;
}

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
            if (const qsizetype space = placeToBreak(m_line); space > 0) {
                lines.append(made(m_line.left(space + 1)));
                m_line.remove(0, space + 1);
                continue;
            }
            if (end < 0)
                break; // one long word: it ends some time
        }
        lines.append(made(whole(m_line.left(end))));
        m_line.remove(0, end + 1);
    }
    return lines;
}

LogLines TextLines::flush()
{
    if (m_line.isEmpty())
        return {};
    const LogLines lines{ made(whole(m_line)) };
    m_line.clear();
    return lines;
}

LogLine TextLines::made(const QString &text) const
{
    return { m_channel, m_prefix + text.toUtf8() };
}

} // namespace slipway
