#include "core/docker/byte_count.h"

#include <algorithm>
#include <cmath>

namespace slipway {

qint64 bytesFromText(const QString &number, const QString &unit)
{
    static const QString powers = QStringLiteral("BKMGT");
    const auto power = std::max<qsizetype>(0, powers.indexOf(unit.left(1).toUpper()));
    return std::llround(number.toDouble() * std::pow(1000.0, double(power)));
}

} // namespace slipway
