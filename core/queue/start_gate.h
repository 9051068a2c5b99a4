// Whether now is a bad moment to start a task that could start: a full disk, a network or an engine
// that is known to be gone.
#pragma once

#include "core/host/host_monitor.h"
#include "core/task/task.h"

namespace slipway {

class StartGate {
public:
    explicit StartGate(const HostMonitor &hosts)
        : m_hosts(hosts)
    {
    }

    void setKeepFree(double gigabytes) { m_keepFree = gigabytes; }

    // `host`: where it would run. "" = it may start; else what it waits for: "waits for ...".
    Sentence whyNotYet(const Task &task, const QString &host) const;

private:
    Sentence noRoom(const Task &task, const HostState &host) const;

    const HostMonitor &m_hosts;
    double m_keepFree = 0;
};

} // namespace slipway
