// Several monitors as one, and the network they are reached over.
#pragma once

#include "core/host/host_monitor.h"

namespace slipway {

class HostMonitors : public HostMonitor {
    Q_OBJECT

public:
    // All must outlive this.
    explicit HostMonitors(const QList<HostMonitor *> &monitors, QObject *parent = nullptr);
    QList<HostState> hosts() const override;
    HostState host(const QString &address) const override;
    void perform(const HostAction &action, QObject *context,
        std::function<void(const HostActionAnswer &)> answer) override;
    void diskUse(const QString &host, QObject *context,
        std::function<void(const DiskUse &)> answer) override;
    bool isNetworkDown() const override;
    void refresh() override;
    void watchNetwork(); // where NetworkManager tells; elsewhere it counts as there

private:
    HostMonitor *monitorOf(HostKind kind) const; // nullptr: there is none

    QList<HostMonitor *> m_monitors;
};

} // namespace slipway
