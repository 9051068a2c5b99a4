// Which builder docker's client has, found out once for each program: buildx where it is installed,
// else what the client does by default. DOCKER_BUILDKIT of the person's own environment is
// honoured.
#pragma once

#include "core/docker/docker_command.h"
#include "core/docker/docker_engine.h"

#include <QObject>

#include <functional>

namespace slipway {

class BuilderProbe : public QObject {
    Q_OBJECT

public:
    explicit BuilderProbe(const DockerEngine &engine, QObject *parent = nullptr);
    // Answers at once when known; not at all once `context` is gone.
    void whenKnown(QObject *context, std::function<void(Builder)> answer);

private:
    void learned(Builder builder);

    const DockerEngine &m_engine;
    QString m_program; // of which the builder is known, or asked
    std::optional<Builder> m_builder;
    bool m_asking = false;
    QList<std::function<void(Builder)>> m_waiting;
};

} // namespace slipway
