// Which builder docker's client has, found out once: buildx where it is installed, else what the
// client does by default. DOCKER_BUILDKIT of the person's own environment is honoured.
#pragma once

#include "core/docker/docker_client.h"
#include "core/docker/docker_command.h"

#include <QObject>

#include <functional>

namespace slipway {

class BuilderProbe : public QObject {
    Q_OBJECT

public:
    explicit BuilderProbe(const DockerClient &client, QObject *parent = nullptr);
    // Answers at once when known; not at all once `context` is gone.
    void whenKnown(QObject *context, std::function<void(Builder)> answer);

private:
    void learned(Builder builder);

    DockerClient m_client;
    std::optional<Builder> m_builder;
    bool m_asking = false;
    QList<std::function<void(Builder)>> m_waiting;
};

} // namespace slipway
