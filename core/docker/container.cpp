#include "core/docker/container.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway {

QByteArray containersPath(const QString &storeId, const QString &taskId)
{
    const QJsonObject filters{ { u"label"_s,
        QJsonArray{
            QString(u"slipway.store="_s + storeId), QString(u"slipway.task="_s + taskId) } } };
    return "/containers/json?all=1&filters="
        + QUrl::toPercentEncoding(
            QString::fromUtf8(QJsonDocument(filters).toJson(QJsonDocument::Compact)));
}

QList<Container> containersFrom(const QByteArray &answer)
{
    QList<Container> containers;
    for (const QJsonValue &value : QJsonDocument::fromJson(answer).array()) {
        QString name = value[u"Names"][0].toString();
        if (name.startsWith(u'/'))
            name.remove(0, 1);
        containers.append({ value[u"Id"].toString(), name,
            value[u"Labels"][u"slipway.attempt"].toString().toInt(), value[u"State"].toString() });
    }
    return containers;
}

QByteArray containerPath(const QString &id)
{
    return "/containers/" + id.toLatin1() + "/json";
}

ContainerState containerStateFrom(const QByteArray &answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer).object();
    const QJsonValue state = object.value(u"State");
    // The engine writes the year 1 for "never".
    const bool started = !state[u"StartedAt"].toString().startsWith("0001-"_L1);
    return { object.value(u"Id").toString(), state[u"Status"].toString(),
        state[u"ExitCode"].toInt(), state[u"OOMKilled"].toBool(), started,
        state[u"Error"].toString() };
}

} // namespace slipway
