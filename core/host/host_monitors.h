// Several monitors as one.
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
    void refresh() override;

private:
    QList<HostMonitor *> m_monitors;
};

} // namespace slipway
