// The picture in the tray: our mark, with a ring for how far the work is, or a sign for what is
// wrong. Drawn for each size, so that it is sharp, and with an edge that holds on any panel.
#pragma once

#include "ui/desktop/work_summary.h"

#include <QIcon>
#include <QPixmap>

namespace slipway {

QPixmap trayPicture(const WorkNumbers &work, int pixels);
QIcon trayIcon(const WorkNumbers &work); // at all sizes that panels ask for
QString trayText(const WorkNumbers &work); // "Slipway: 3 active, 12 waiting, 42 %"

} // namespace slipway
