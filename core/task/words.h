// Words as people type them.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace slipway {

// POSIX words: quotes and backslash, no expansion. None: an open quote.
std::optional<QStringList> splitWords(const QString &text);

// At most three that `wrong` may have meant, the nearest first.
QStringList nearestNames(const QString &wrong, const QStringList &known);

} // namespace slipway
