#include "app/local_socket.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

// In a folder of somebody else, or one that others may write, the socket could be swapped.
std::optional<QString> makePrivateFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    QDir().mkpath(QFileInfo(folder).path());
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return u"The folder %1 cannot be made: %2"_s.arg(folder, systemError());
    struct stat status = {};
    if (::lstat(name.constData(), &status) != 0)
        return u"The folder %1 cannot be looked at: %2"_s.arg(folder, systemError());
    if (!S_ISDIR(status.st_mode))
        return u"%1 must be a folder of its own, no file or link"_s.arg(folder);
    if (status.st_uid != ::geteuid())
        return u"The folder %1 belongs to another user"_s.arg(folder);
    if ((status.st_mode & 07777) != 0700 && ::chmod(name.constData(), 0700) != 0)
        return u"The folder %1 is open to others and cannot be closed: %2"_s.arg(
            folder, systemError());
    return std::nullopt;
}

bool isListenedOn(const sockaddr_un &address)
{
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (probe < 0)
        return false;
    // EAGAIN: somebody is there whose backlog is full.
    const bool connected =
        ::connect(probe, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        || errno == EAGAIN;
    ::close(probe);
    return connected;
}

std::optional<QString> removeStaleSocket(const QString &path, const sockaddr_un &address)
{
    struct stat status = {};
    if (::lstat(address.sun_path, &status) != 0)
        return std::nullopt;
    if (!S_ISSOCK(status.st_mode))
        return u"%1 is in the way: it is no socket"_s.arg(path);
    if (isListenedOn(address))
        return u"Another program already listens on %1"_s.arg(path);
    if (::unlink(address.sun_path) != 0)
        return u"The old socket %1 cannot be removed: %2"_s.arg(path, systemError());
    return std::nullopt;
}

} // namespace

std::variant<int, QString> listenOnSocket(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (name.size() >= qsizetype(sizeof address.sun_path))
        return u"The path %1 is too long for a socket"_s.arg(path);
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    if (const auto problem = makePrivateFolder(QFileInfo(path).path()))
        return *problem;
    if (const auto problem = removeStaleSocket(path, address))
        return *problem;

    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0)
        return u"A socket cannot be made: %1"_s.arg(systemError());
    // bind() has no mode of its own; the private folder covers the moment before chmod().
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && ::chmod(address.sun_path, 0600) == 0 && ::listen(listener, 64) == 0)
        return listener;
    const QString problem = u"Nobody can connect to %1: %2"_s.arg(path, systemError());
    ::close(listener);
    return problem;
}

bool isOwnPeer(int connection)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::geteuid();
}

} // namespace slipway
