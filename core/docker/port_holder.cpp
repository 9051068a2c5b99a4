#include "core/docker/port_holder.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTcpServer>
#include <QUdpSocket>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int nearby = 50;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString containerWithPort(const QJsonArray &containers, quint16 port, PortKind kind)
{
    const QString protocol = kind == PortKind::Udp ? u"udp"_s : u"tcp"_s;
    for (const QJsonValue &container : containers) {
        for (const QJsonValue &each : container[u"Ports"].toArray()) {
            if (each[u"PublicPort"].toInt() != port || each[u"Type"].toString() != protocol)
                continue;
            const QString name = container[u"Names"][0].toString();
            return name.startsWith(u'/') ? name.mid(1) : container[u"Id"].toString().left(12);
        }
    }
    return {};
}

// "  0: 0100007F:1F90 00000000:0000 0A ... inode": the port in hex, the state 0A is LISTEN, and 07
// is what an unconnected udp socket has.
QList<quint64> listenersAt(const QByteArray &table, quint16 port, PortKind kind)
{
    const QByteArray end = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    const QByteArray state = kind == PortKind::Udp ? "07" : "0A";
    QList<quint64> inodes;
    for (const QByteArray &line : table.split('\n').mid(1)) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() > 9 && words[1].endsWith(end) && words[3] == state)
            inodes.append(words[9].toULongLong());
    }
    return inodes;
}

PortProgram programWithPort(quint16 port, PortKind kind)
{
    const QString table = kind == PortKind::Udp ? u"/proc/net/udp"_s : u"/proc/net/tcp"_s;
    QStringList sockets;
    for (const QString &path : { table, QString(table + u'6') }) {
        for (quint64 inode : listenersAt(contents(path), port, kind))
            sockets << u"socket:[%1]"_s.arg(inode);
    }
    if (sockets.isEmpty())
        return {};
    for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isProcess = false;
        const qint64 pid = process.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        const QString folder = u"/proc/%1"_s.arg(pid);
        std::error_code closed; // to this user, or gone in the meantime
        for (const auto &file :
            std::filesystem::directory_iterator((folder + u"/fd"_s).toStdString(), closed)) {
            const auto target = std::filesystem::read_symlink(file.path(), closed);
            if (sockets.contains(QString::fromStdString(target.string())))
                return { QString::fromUtf8(contents(folder + u"/comm"_s)).trimmed(), pid };
        }
    }
    return {};
}

bool isPortFree(quint16 port, PortKind kind)
{
    QTcpServer tcp;
    QUdpSocket udp;
    const bool free = kind == PortKind::Udp
        ? udp.bind(QHostAddress::Any, port, QUdpSocket::DontShareAddress)
        : tcp.listen(QHostAddress::Any, port);
    return free
        || (kind == PortKind::Udp ? udp.error() : tcp.serverError())
        == QAbstractSocket::SocketAccessError;
}

int freePortAfter(int taken, const QJsonArray &containers, PortKind kind)
{
    for (int port = taken + 1; port < taken + nearby && port <= 65535; ++port) {
        if (containerWithPort(containers, quint16(port), kind).isEmpty()
            && isPortFree(quint16(port), kind))
            return port;
    }
    return 0;
}

} // namespace slipway
