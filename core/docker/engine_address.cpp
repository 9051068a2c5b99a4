#include "core/docker/engine_address.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr auto defaultHost = "unix:///var/run/docker.sock"_L1;

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QString configFolder()
{
    const QString given = qEnvironmentVariable("DOCKER_CONFIG");
    return given.isEmpty() ? QDir::homePath() + u"/.docker"_s : given;
}

// The client keeps each context in a folder named by the hash of its name.
QString contextAddress(const QString &name)
{
    const QByteArray hash =
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QJsonObject meta = readObject(
        configFolder() + u"/contexts/meta/"_s + QString::fromLatin1(hash) + u"/meta.json"_s);
    return meta[u"Endpoints"][u"docker"][u"Host"].toString();
}

QString addressOf(const QString &host)
{
    if (host.isEmpty() || host == "default"_L1)
        return defaultHost;
    return host.contains("://"_L1) ? host : contextAddress(host);
}

} // namespace

QString currentDockerHost()
{
    if (const QString host = qEnvironmentVariable("DOCKER_HOST"); !host.isEmpty())
        return host;
    QString context = qEnvironmentVariable("DOCKER_CONTEXT");
    if (context.isEmpty())
        context = readObject(configFolder() + u"/config.json"_s)[u"currentContext"].toString();
    return context.isEmpty() || context == "default"_L1 ? QString(defaultHost) : context;
}

QStringList dockerContexts()
{
    const QDir all(configFolder() + u"/contexts/meta"_s);
    QStringList names;
    for (const QString &folder : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString name = readObject(all.filePath(folder + u"/meta.json"_s))[u"Name"].toString();
        if (!name.isEmpty())
            names << name;
    }
    names.sort();
    return names;
}

std::optional<QString> engineSocket(const QString &host)
{
    const QString address = addressOf(host);
    if (!address.startsWith("unix://"_L1))
        return std::nullopt;
    return address.mid(7);
}

QStringList knownDockerHosts()
{
    QStringList hosts{ currentDockerHost(), defaultHost };
    QDirIterator files(configFolder() + u"/contexts/meta"_s, { u"meta.json"_s }, QDir::Files,
        QDirIterator::Subdirectories);
    QStringList contexts;
    while (files.hasNext())
        contexts << readObject(files.next())[u"Name"].toString();
    contexts.sort(); // folders come in no order
    hosts += contexts;
    for (const QString &socket : { qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/docker.sock"_s,
             QDir::homePath() + u"/.docker/desktop/docker.sock"_s }) {
        if (QFileInfo::exists(socket))
            hosts << u"unix://"_s + socket;
    }
    QSet<QString> seen;
    hosts.removeIf([&seen](const QString &host) {
        const QString place = engineSocket(host).value_or(addressOf(host));
        const bool isNew = !host.isEmpty() && !seen.contains(place);
        seen.insert(place);
        return !isNew;
    });
    return hosts;
}

QString engineName(const QString &host)
{
    return host.startsWith("unix://"_L1) ? u"local"_s : host;
}

} // namespace slipway
