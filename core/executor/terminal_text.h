// Text as a terminal would show it: without escape sequences and control characters.
//
// A log keeps what came, colours and all; whoever reads it as text (a diagnosis, a reply, a
// model's question, a search) takes them away with this.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace slipway {

QByteArray withoutTerminalCodes(const QByteArray &line);
// Where the sequence ends whose ESC stands at `at`.
qsizetype endOfTerminalCode(QByteArrayView line, qsizetype at);

} // namespace slipway
