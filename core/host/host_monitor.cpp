#include "core/host/host_monitor.h"

namespace slipway {

HostMonitor::HostMonitor(QObject *parent)
    : QObject(parent)
{
}

} // namespace slipway
