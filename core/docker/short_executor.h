// One attempt at a docker_tag or docker_login: one short call of docker's client.
#pragma once

#include "core/docker/client_run.h"
#include "core/docker/docker_engine.h"
#include "core/docker/failure_explainer.h"
#include "core/executor/executor.h"

namespace slipway {

class ShortExecutor : public Executor {
    Q_OBJECT

public:
    // `secret` is written to the client's standard input and kept no longer than that.
    ShortExecutor(const Task &task, DockerEngine &engine, RegistryClient &registry,
        const QByteArray &secret, QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;

private:
    void call();
    void answered(const ClientAnswer &answer);

    const Task m_task;
    DockerEngine &m_engine;
    FailureExplainer m_explainer;
    QByteArray m_secret;
    bool m_called = false;
    bool m_stopping = false;
};

} // namespace slipway
