// The names in an engine's answer to GET /images/json.
#pragma once

#include <QJsonArray>
#include <QStringList>

namespace slipway {

QStringList imageNames(
    const QJsonArray &images); // with their tags, sorted; what has none is left out

} // namespace slipway
