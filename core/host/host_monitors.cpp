#include "core/host/host_monitors.h"

#include <QNetworkInformation>

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

void HostMonitors::perform(const HostAction &action, QObject *context,
    std::function<void(const HostActionAnswer &)> answer)
{
    const bool isDocker = action.kind == HostAction::Kind::StartDocker
        || action.kind == HostAction::Kind::PruneDocker
        || action.kind == HostAction::Kind::PruneBuildCache
        || action.kind == HostAction::Kind::TryDockerProgram
        || action.kind == HostAction::Kind::StopContainer;
    if (HostMonitor *monitor = monitorOf(isDocker ? HostKind::Docker : HostKind::Ollama))
        return monitor->perform(action, context, std::move(answer));
    HostMonitor::perform(action, context, std::move(answer));
}

void HostMonitors::diskUse(
    const QString &host, QObject *context, std::function<void(const DiskUse &)> answer)
{
    if (HostMonitor *monitor = monitorOf(HostKind::Docker))
        return monitor->diskUse(host, context, std::move(answer));
    HostMonitor::diskUse(host, context, std::move(answer));
}

HostMonitor *HostMonitors::monitorOf(HostKind kind) const
{
    for (HostMonitor *monitor : m_monitors) {
        const QList<HostState> hosts = monitor->hosts();
        if (!hosts.isEmpty() && hosts.first().kind == kind)
            return monitor;
    }
    return nullptr;
}

// By name: another backend of Qt's needs GLib's loop, which slipwayd does not run.
void HostMonitors::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByName(u"networkmanager"))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
        &HostMonitor::hostsChanged);
}

bool HostMonitors::isNetworkDown() const
{
    const QNetworkInformation *network = QNetworkInformation::instance();
    return network && network->reachability() == QNetworkInformation::Reachability::Disconnected;
}

void HostMonitors::refresh()
{
    for (HostMonitor *monitor : m_monitors)
        monitor->refresh();
}

} // namespace slipway
