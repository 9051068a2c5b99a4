// Watches the current engine and server, and says when what is known of them changes.
#pragma once

#include "core/host/disk_use.h"
#include "core/host/host.h"
#include "core/host/host_action.h"

#include <QList>
#include <QObject>

#include <functional>

namespace slipway {

class HostMonitor : public QObject {
    Q_OBJECT

public:
    explicit HostMonitor(QObject *parent = nullptr);
    virtual QList<HostState> hosts() const = 0;
    // Of an engine or server that may not be the current one; with nothing known: its address
    // alone.
    virtual HostState host(const QString &address) const;
    virtual bool isNetworkDown() const; // known to be: in doubt it is not
    // `answer` is called once, unless `context` is gone by then.
    virtual void perform(const HostAction &action, QObject *context,
        std::function<void(const HostActionAnswer &)> answer);
    // As perform(). Only an engine knows.
    virtual void diskUse(
        const QString &host, QObject *context, std::function<void(const DiskUse &)> answer);
    virtual void refresh() = 0; // asks again now; hostsChanged() answers if something changed

signals:
    void hostsChanged();
};

} // namespace slipway
