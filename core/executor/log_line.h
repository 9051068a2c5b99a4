// One line of what a task's work printed.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

namespace slipway {

enum class LogChannel : char {
    Out = 'o',
    Err = 'e',
    Note = 'n', // said by Slipway itself
};

struct LogLine {
    LogChannel channel = LogChannel::Out;
    QByteArray text; // without its line end; any bytes but LF
    bool operator==(const LogLine &) const = default;
};

using LogLines = QList<LogLine>;

// How many lines of each channel a log holds: where following again goes on.
struct LogCounts {
    qint64 out = 0;
    qint64 err = 0;
    qint64 note = 0;
    qint64 total() const { return out + err + note; }
    bool operator==(const LogCounts &) const = default;
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::LogLine)
