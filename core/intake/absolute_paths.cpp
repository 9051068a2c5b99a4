#include "core/intake/absolute_paths.h"

#include "core/task/task_json.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

template <typename Change> QJsonValue changedTexts(const QJsonValue &value, Change &&change)
{
    if (value.isString() && !value.toString().isEmpty())
        return QJsonValue(change(value.toString()));
    if (!value.isArray())
        return value;
    QJsonArray list;
    for (const QJsonValue &item : value.toArray())
        list.append(changedTexts(item, change));
    return list;
}

QJsonObject absoluteVolumes(const QJsonObject &volumes, const QString &folder)
{
    QJsonObject changed;
    for (auto it = volumes.constBegin(); it != volumes.constEnd(); ++it)
        changed.insert(
            isPathOfVolume(it.key()) ? absolutePath(it.key(), folder) : it.key(), it.value());
    return changed;
}

// The default stands for the file inside the context, wherever that is.
bool isDefaultDockerfile(const QString &key, const QJsonValue &value)
{
    return key.startsWith("dockerfile"_L1) && value.toString() == "Dockerfile"_L1;
}

} // namespace

QString absolutePath(const QString &path, const QString &folder)
{
    if (path == "~"_L1 || path.startsWith("~/"_L1))
        return QDir::cleanPath(QDir::homePath() + path.mid(1));
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

bool isPathOfVolume(const QString &source)
{
    return source.startsWith(u'.') || source.startsWith(u'~') || source.contains(u'/');
}

QString secretWithAbsolutePath(const QString &secret, const QString &folder)
{
    QStringList parts = secret.split(u',');
    for (QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        const QString name = part.left(equals);
        if (equals > 0 && (name == "src"_L1 || name == "source"_L1))
            part = name + u'=' + absolutePath(part.mid(equals + 1), folder);
    }
    return parts.join(u',');
}

QJsonObject withAbsolutePaths(TaskType type, QJsonObject params, const QString &folder)
{
    const QStringList keys = params.keys();
    for (const QString &key : keys) {
        const QJsonValue value = params.value(key);
        if (isPathKey(type, key) && !isDefaultDockerfile(key, value))
            params[key] = changedTexts(
                value, [&](const QString &path) { return absolutePath(path, folder); });
        else if (type == TaskType::DockerRun && key == "volumes"_L1 && value.isObject())
            params[key] = absoluteVolumes(value.toObject(), folder);
        else if (type == TaskType::DockerBuild && key == "secrets"_L1)
            params[key] = changedTexts(value,
                [&](const QString &secret) { return secretWithAbsolutePath(secret, folder); });
    }
    return params;
}

} // namespace slipway
