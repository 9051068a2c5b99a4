#include "app/request_lines.h"

#include "core/command/command_interface.h"

namespace slipway {

std::optional<RequestLines::Line> RequestLines::next()
{
    while (true) {
        const qsizetype lineEnd = m_bytes.indexOf('\n', m_searched);
        const bool last = lineEnd < 0 && m_ended && !m_bytes.isEmpty();
        if (lineEnd < 0 && !last)
            break;
        Line line{ m_bytes.left(last ? m_bytes.size() : lineEnd) };
        m_bytes.remove(0, last ? m_bytes.size() : lineEnd + 1);
        m_searched = 0;
        if (std::exchange(m_skipping, false))
            continue;
        if (line.text.size() > CommandInterface::maxBytesOf(line.text))
            return Line{ {}, true };
        return line;
    }
    m_searched = m_bytes.size();
    const bool tooLong = m_bytes.size() > CommandInterface::maxRequestBytes
        && m_bytes.size() > CommandInterface::maxBytesOf(m_bytes);
    if (m_skipping || tooLong) {
        m_bytes.clear();
        m_searched = 0;
        if (!std::exchange(m_skipping, true))
            return Line{ {}, true };
    }
    return std::nullopt;
}

} // namespace slipway
