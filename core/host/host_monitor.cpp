#include "core/host/host_monitor.h"

namespace slipway {

HostMonitor::HostMonitor(QObject *parent)
    : QObject(parent)
{
}

HostState HostMonitor::host(const QString &address) const
{
    const QList<HostState> all = hosts();
    for (const HostState &each : all) {
        if (each.address == address)
            return each;
    }
    HostState unknown;
    unknown.address = address;
    return unknown;
}

void HostMonitor::perform(
    const HostAction &, QObject *, std::function<void(const HostActionAnswer &)> answer)
{
    answer({ false, Sentence(QT_TRANSLATE_NOOP("Sentence", "This cannot be done here.")) });
}

void HostMonitor::diskUse(const QString &, QObject *, std::function<void(const DiskUse &)> answer)
{
    answer({});
}

bool HostMonitor::isNetworkDown() const
{
    return false;
}

} // namespace slipway
