// Watches the current engine and server, and says when what is known of them changes.
#pragma once

#include "core/host/host.h"

#include <QList>
#include <QObject>

namespace slipway {

class HostMonitor : public QObject
{
    Q_OBJECT

public:
    explicit HostMonitor(QObject *parent = nullptr);
    virtual QList<HostState> hosts() const = 0;
    // Of an engine or server that may not be the current one; with nothing known: its address alone.
    virtual HostState host(const QString &address) const;
    virtual bool isNetworkDown() const; // known to be: in doubt it is not
    virtual void refresh() = 0; // asks again now; hostsChanged() answers if something changed

signals:
    void hostsChanged();
};

} // namespace slipway
