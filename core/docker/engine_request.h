// One question to an engine's HTTP interface: on its unix socket, or through the client's own
// `docker system dial-stdio` where the engine is reached another way (ssh, TLS).
// The interface: https://docs.docker.com/reference/api/engine/
#pragma once

#include "core/docker/docker_client.h"
#include "core/task/task_error.h"

#include <QJsonDocument>
#include <QObject>
#include <QTimer>

namespace slipway {

struct EngineAnswer {
    int status = 0; // 0: nobody answered, `error` says why
    QByteArray body;
    std::optional<TaskError> error;
    QJsonDocument json() const { return QJsonDocument::fromJson(body); }
};

class EngineRequest : public QObject {
    Q_OBJECT

public:
    // `path` starts with "/" and is percent-encoded. Deletes itself after answered().
    EngineRequest(
        const DockerClient &client, const QString &host, const QByteArray &path, QObject *parent);
    void setLimit(std::chrono::milliseconds limit) { m_limit.setInterval(limit); }
    void start();

signals:
    void answered(const slipway::EngineAnswer &answer); // once, never inside start()

private:
    void askSocket(const QString &socket);
    void askThroughClient();
    void finish(const EngineAnswer &answer);
    EngineAnswer parsed(const QByteArray &reply) const;

    DockerClient m_client;
    QString m_host;
    QByteArray m_path;
    QByteArray m_reply;
    QTimer m_limit;
    bool m_finished = false;
};

TaskError engineSilent(const QString &host, const QString &systemWords);

} // namespace slipway
