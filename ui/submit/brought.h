// What somebody drops on the window or has on the clipboard.
#pragma once

#include "core/intake/brought.h"

class QMimeData;

namespace slipway {

OrWhyNot broughtBy(const QMimeData &data);

} // namespace slipway
