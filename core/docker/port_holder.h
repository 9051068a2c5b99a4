// Who holds a port of the machine: a container of the engine, or a program that this user may see.
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace slipway {

enum class PortKind { Tcp, Udp };

// `containers` as GET /containers/json tells those that run. The name, or "".
QString containerWithPort(const QJsonArray &containers, quint16 port, PortKind kind);

// The inodes of what listens there. `table`: proc(5)'s /proc/net/tcp, tcp6, udp or udp6.
QList<quint64> listenersAt(const QByteArray &table, quint16 port, PortKind kind);

struct PortProgram {
    QString name;
    qint64 pid = 0; // 0: nobody, or nobody whose files this user may look at
};
PortProgram programWithPort(quint16 port, PortKind kind); // looks at every process: not for the GUI

// Also what this user may not try counts as free.
bool isPortFree(quint16 port, PortKind kind);
// The next above `taken` that nobody listens at and that none of `containers` has; 0: none near.
int freePortAfter(int taken, const QJsonArray &containers, PortKind kind);

} // namespace slipway
