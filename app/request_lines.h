// Cuts what a connection sends into lines, and bounds how long one may grow.
#pragma once

#include <QByteArray>

#include <optional>

namespace slipway {

class RequestLines {
public:
    struct Line {
        QByteArray text; // without its line end
        bool tooLong = false; // then `text` is empty; the rest of that line is skipped
    };

    void feed(QByteArrayView bytes) { m_bytes.append(bytes); }
    void end() { m_ended = true; } // what is left counts as a line
    std::optional<Line> next();

private:
    QByteArray m_bytes;
    qsizetype m_searched = 0; // no line end before this
    bool m_skipping = false; // inside a line that was too long
    bool m_ended = false;
};

} // namespace slipway
