// Progress and count on the program's icon in docks that understand Unity's LauncherEntry
// (https://wiki.ubuntu.com/Unity/LauncherAPI): a signal, and nobody needs to be there to hear it.
#pragma once

#include "ui/desktop/work_summary.h"

#include <QDBusConnection>

namespace slipway {

void tellLauncher(const QDBusConnection &bus, const WorkNumbers &work);

} // namespace slipway
