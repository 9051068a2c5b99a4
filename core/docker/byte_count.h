// Sizes as docker prints them: decimal units, "12.3MB".
#pragma once

#include <QString>

namespace slipway {

qint64 bytesFromText(const QString &number, const QString &unit);

} // namespace slipway
