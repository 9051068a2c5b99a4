// What a person types to get docker's client on this system.
#pragma once

#include <QByteArray>
#include <QString>

namespace slipway {

// `osRelease`: os-release(5), by ID and then by what ID_LIKE names. Empty for a system whose
// packages are not known.
QString installCommand(const QByteArray &osRelease);
QByteArray systemFacts(); // this system's os-release

} // namespace slipway
