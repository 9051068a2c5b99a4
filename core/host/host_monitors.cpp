#include "core/host/host_monitors.h"

namespace slipway {

HostMonitors::HostMonitors(const QList<HostMonitor *> &monitors, QObject *parent)
    : HostMonitor(parent)
    , m_monitors(monitors)
{
    for (HostMonitor *monitor : monitors)
        connect(monitor, &HostMonitor::hostsChanged, this, &HostMonitor::hostsChanged);
}

QList<HostState> HostMonitors::hosts() const
{
    QList<HostState> all;
    for (const HostMonitor *monitor : m_monitors)
        all += monitor->hosts();
    return all;
}

HostState HostMonitors::host(const QString &address) const
{
    HostState state;
    for (const HostMonitor *monitor : m_monitors) {
        state = monitor->host(address);
        if (state.known)
            break;
    }
    return state;
}

void HostMonitors::refresh()
{
    for (HostMonitor *monitor : m_monitors)
        monitor->refresh();
}

} // namespace slipway
