#include "core/docker/engine_address.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

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
    QString address = host;
    if (address.isEmpty() || address == "default"_L1)
        address = defaultHost;
    else if (!address.contains("://"_L1))
        address = contextAddress(host);
    if (!address.startsWith("unix://"_L1))
        return std::nullopt;
    return address.mid(7);
}

QString engineName(const QString &host)
{
    return host.startsWith("unix://"_L1) ? u"local"_s : host;
}

} // namespace slipway
