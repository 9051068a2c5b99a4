// Cuts text that comes in small pieces into the lines of a log.
#pragma once

#include "core/executor/log_line.h"

#include <QString>

namespace slipway {

// A model writes whole paragraphs without a line end, and they are to be read while they come: a
// line that gets long is broken at a space, as a terminal would.
//
// Such a line keeps its space, and no other line ends in just one: so the text can be put together
// again from the log.
class TextLines {
public:
    TextLines(LogChannel channel, const QByteArray &prefix);

    LogLines add(const QString &piece); // the lines that became whole
    LogLines flush(); // the rest, as a line of its own
    QString unfinished() const { return m_line; }

private:
    LogLine made(const QString &text) const;

    LogChannel m_channel;
    QByteArray m_prefix;
    QString m_line;
};

} // namespace slipway
