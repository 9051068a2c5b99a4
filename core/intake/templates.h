// Pieces of work that a person keeps under a name, in one JSON file.
#pragma once

#include "core/intake/brought.h"

#include <QMap>

namespace slipway {

using Templates = QMap<QString, Brought>; // by name

// A missing file is none. What cannot be read of it is left out.
Templates readTemplates(const QString &file);
bool writeTemplates(const QString &file, const Templates &templates);

} // namespace slipway
