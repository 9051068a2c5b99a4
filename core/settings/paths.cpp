#include "core/settings/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int longestSocketPath = 100; // of the 108 bytes of sockaddr_un

QString temporaryRunFolder()
{
    return u"/tmp/slipway-%1"_s.arg(getuid());
}

QString socketIn(const QString &folder, const QString &profile)
{
    const QString path = folder + u'/' + profile + u".sock"_s;
    if (QFile::encodeName(path).size() <= longestSocketPath)
        return path;
    const QByteArray hash =
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return temporaryRunFolder() + u'/' + QString::fromLatin1(hash.left(32)) + u".sock"_s;
}

QString xdg(const char *variable, const QString &fallback)
{
    const QString given = qEnvironmentVariable(variable);
    return given.startsWith(u'/') ? given : QDir::homePath() + fallback;
}

} // namespace

Paths pathsFor(const QString &givenHome, const QString &profile)
{
    QString home = givenHome.isEmpty() ? qEnvironmentVariable("SLIPWAY_HOME") : givenHome;
    Paths paths;
    paths.profile = profile.isEmpty() ? u"default"_s : profile;
    const QString folder = u"/slipway/"_s + paths.profile;
    if (!home.isEmpty()) {
        home = QDir::cleanPath(QDir::current().absoluteFilePath(home));
        paths.home = home;
        paths.data = home + u"/data/"_s + paths.profile;
        paths.settings = home + u"/settings/"_s + paths.profile + u".ini"_s;
        paths.templates = home + u"/settings/"_s + paths.profile + u".templates.json"_s;
        paths.window = home + u"/settings/"_s + paths.profile + u".window.ini"_s;
        paths.socket = socketIn(home + u"/run"_s, paths.profile);
    } else {
        const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
        paths.data = xdg("XDG_DATA_HOME", u"/.local/share"_s) + folder;
        paths.settings = xdg("XDG_CONFIG_HOME", u"/.config"_s) + folder + u".ini"_s;
        paths.templates = xdg("XDG_CONFIG_HOME", u"/.config"_s) + folder + u".templates.json"_s;
        paths.window = xdg("XDG_CONFIG_HOME", u"/.config"_s) + folder + u".window.ini"_s;
        paths.socket = socketIn(
            runtime.startsWith(u'/') ? QString(runtime + u"/slipway"_s) : temporaryRunFolder(),
            paths.profile);
    }
    paths.lock = paths.data + u"/lock"_s;
    return paths;
}

} // namespace slipway
