#include "core/docker/socket_access.h"

#include "core/diagnosis/sentences.h"

#include <QFileInfo>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// By the user database: the session may be older than the membership.
bool belongsTo(gid_t group)
{
    const passwd *user = getpwuid(geteuid());
    if (!user)
        return false;
    int count = 64;
    std::vector<gid_t> groups(size_t(count), 0);
    if (getgrouplist(user->pw_name, user->pw_gid, groups.data(), &count) < 0) {
        groups.resize(size_t(count)); // it tells how many there are
        getgrouplist(user->pw_name, user->pw_gid, groups.data(), &count);
    }
    groups.resize(size_t(count));
    return std::find(groups.begin(), groups.end(), group) != groups.end();
}

} // namespace

SocketAccess accessTo(const QString &socket)
{
    const QFileInfo file(socket);
    if (!file.exists() || file.groupId() == 0 || file.group().isEmpty()
        || !file.permission(QFile::WriteGroup))
        return {};
    return { file.group(), belongsTo(file.groupId()) };
}

TaskError engineForbidden(const QString &host, const SocketAccess &access)
{
    TaskError error = access.group.isEmpty()
        ? madeError(ErrorCode::DockerPermissionDenied, sentence::engineForbidden, { host })
        : madeError(ErrorCode::DockerPermissionDenied,
            access.isMember ? sentence::engineNotYet : sentence::engineForGroup,
            { host, access.group });
    error.decisiveLine = u"connect: permission denied"_s;
    if (!access.group.isEmpty() && !access.isMember)
        error.command = u"sudo usermod -aG %1 $USER"_s.arg(access.group);
    return error;
}

} // namespace slipway
