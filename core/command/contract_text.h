// Replies as one line of text, with the keys of a task and of a reply in the contract's order:
// people read them too. (A QJsonObject itself only knows the alphabet.)
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace slipway {

QByteArray contractText(const QJsonObject &object); // without a line end

} // namespace slipway
