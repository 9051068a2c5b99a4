// The last lines of an output, as text: what a diagnosis reads.
#pragma once

#include "core/executor/log_line.h"
#include "core/executor/terminal_text.h"

namespace slipway {

inline void keepTail(QList<QByteArray> &tail, const LogLines &lines)
{
    constexpr qsizetype kept = 400;
    const qsizetype from = qMax<qsizetype>(0, lines.size() - kept);
    for (qsizetype at = from; at < lines.size(); ++at)
        tail.append(withoutTerminalCodes(lines[at].text));
    if (tail.size() > kept)
        tail.remove(0, tail.size() - kept);
}

} // namespace slipway
