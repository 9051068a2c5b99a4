// Bytes in, lines out, however the bytes were cut on their way.
//
// LF, CRLF and a bare CR end a line. CRs in a row count as one, with the LF behind them if there is
// one; CRs alone end no empty line (progress bars begin their redraws with one), an LF does.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace slipway {

class LineSplitter {
public:
    // A longer line comes in pieces of at most `longest` bytes (4 or more), never cut inside a
    // UTF-8 sequence, so that a child that prints no line end cannot fill the memory.
    explicit LineSplitter(qsizetype longest = 64 * 1024);

    QList<QByteArray> feed(QByteArrayView bytes);
    QList<QByteArray> finish(); // the last line, when nothing ended it

private:
    qsizetype cutWithinLine() const;

    qsizetype m_longest;
    QByteArray m_line; // begun, not ended
    bool m_crEndedLine = false; // what is next may still belong to that line's end
};

} // namespace slipway
