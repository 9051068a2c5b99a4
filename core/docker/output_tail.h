// The last lines of an output: what a diagnosis reads.
#pragma once

#include "core/executor/log_line.h"

namespace slipway {

inline void keepTail(QList<QByteArray> &tail, const LogLines &lines)
{
    constexpr qsizetype kept = 400;
    for (const LogLine &line : lines)
        tail.append(line.text);
    if (tail.size() > kept)
        tail.remove(0, tail.size() - kept);
}

} // namespace slipway
