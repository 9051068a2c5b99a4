#include "core/process/line_splitter.h"

#include <cstring>
#include <utility>

namespace slipway {

namespace {

// Of all bytes of a flood each is looked at here: memchr is several times as fast as a loop.
const char *endOfLine(const char *at, const char *end)
{
    const void *feed = std::memchr(at, '\n', size_t(end - at));
    const char *line = feed ? static_cast<const char *>(feed) : end;
    const void *back = std::memchr(at, '\r', size_t(line - at));
    return back ? static_cast<const char *>(back) : line;
}

bool continuesSequence(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

} // namespace

LineSplitter::LineSplitter(qsizetype longest)
    : m_longest(longest)
{
    Q_ASSERT(longest >= 4);
}

QList<QByteArray> LineSplitter::feed(QByteArrayView bytes)
{
    QList<QByteArray> lines;
    auto at = bytes.begin();
    while (at != bytes.end()) {
        const auto end = endOfLine(at, bytes.end());
        if (m_line.isEmpty() && end != bytes.end() && *end == '\n' && end - at <= m_longest
            && (end != at || !m_crEndedLine)) { // nearly all lines, at the cost of one copy
            m_crEndedLine = false;
            lines.append(QByteArray(at, end - at));
            at = end + 1;
            continue;
        }
        if (end != at) {
            m_crEndedLine = false;
            m_line.append(at, end - at);
            while (m_line.size() > m_longest) {
                const qsizetype cut = cutWithinLine();
                lines.append(m_line.first(cut));
                m_line.remove(0, cut);
            }
        }
        if (end == bytes.end())
            break;
        if (*end == '\n') {
            // A CR ends its line at once, without waiting for the LF that may follow: a progress
            // line would be shown one line late.
            if (!std::exchange(m_crEndedLine, false))
                lines.append(std::exchange(m_line, {}));
        } else if (!m_line.isEmpty()) {
            lines.append(std::exchange(m_line, {}));
            m_crEndedLine = true;
        }
        at = end + 1;
    }
    return lines;
}

QList<QByteArray> LineSplitter::finish()
{
    m_crEndedLine = false;
    if (m_line.isEmpty())
        return {};
    return { std::exchange(m_line, {}) };
}

qsizetype LineSplitter::cutWithinLine() const
{
    for (qsizetype cut = m_longest; cut > m_longest - 4; --cut) {
        if (!continuesSequence(m_line.at(cut)))
            return cut;
    }
    return m_longest; // not UTF-8 anyway
}

} // namespace slipway
