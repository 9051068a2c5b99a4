// One line of a log as a terminal would show it: its text, which part has which look, its links.
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace slipway {

// A colour as SGR names it: none, one of the 256, or its own red, green and blue.
struct TerminalColour {
    enum class Kind : quint8 { None, Indexed, Rgb };
    Kind kind = Kind::None;
    quint32 value = 0; // 0-255, or 0xRRGGBB
    bool operator==(const TerminalColour &) const = default;
};

struct TerminalStyle {
    TerminalColour front, back;
    bool bold = false, faint = false, italic = false, underline = false, struck = false;
    bool inverse = false;
    bool operator==(const TerminalStyle &) const = default;
    bool isPlain() const { return *this == TerminalStyle{}; }
};

struct StyledRun {
    qsizetype start = 0, length = 0;
    TerminalStyle style;
};

struct LinkRun {
    qsizetype start = 0, length = 0;
    QString url;
};

struct TerminalLine {
    QString text; // without codes
    QList<StyledRun> runs; // of what is not plain
    QList<LinkRun> links; // http and https alone
};

// `style` is what the line before left in force; it becomes what this one leaves.
TerminalLine terminalLine(QByteArrayView bytes, TerminalStyle *style);

} // namespace slipway
