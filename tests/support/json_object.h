// JSON as a test writes it down.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

namespace slipway {

inline QJsonObject object(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace slipway
