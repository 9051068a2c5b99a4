// The text of a JSON string, for those who write JSON without building a document first.
#pragma once

#include <QByteArray>
#include <QStringView>

namespace slipway {

void appendJsonString(QByteArray &text, QStringView string); // with its quotes

} // namespace slipway
