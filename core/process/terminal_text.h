// Text as a terminal would show it: without escape sequences and control characters.
#pragma once

#include <QByteArray>

namespace slipway {

QByteArray withoutTerminalCodes(const QByteArray &line);

} // namespace slipway
