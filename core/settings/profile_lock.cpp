#include "core/settings/profile_lock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace slipway {

ProfileLock::~ProfileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

std::optional<QString> ProfileLock::take(const Paths &paths)
{
    const auto cannot = [&paths](int error) {
        return u"The folder %1 cannot be used: %2. Give another one with --home, or mend its owner and mode."_s
            .arg(paths.data, QString::fromLocal8Bit(std::strerror(error)));
    };
    if (!QDir().mkpath(paths.data))
        return cannot(errno ? errno : ENOTDIR);
    QFile::setPermissions(paths.data, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_file = ::open(QFile::encodeName(paths.lock).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        return cannot(errno);
    if (::flock(m_file, LOCK_EX | LOCK_NB) == 0)
        return std::nullopt;
    return u"A queue of the profile \"%1\" is running already. Use slipwayctl to talk to it, or give this one another name with --profile."_s
        .arg(paths.profile);
}

} // namespace slipway
