// One attempt at a docker_pull or docker_push.
#pragma once

#include "core/docker/docker_engine.h"
#include "core/docker/docker_transfer.h"
#include "core/docker/failure_explainer.h"
#include "core/executor/executor.h"
#include "core/registry/registry_client.h"

#include <QTimer>

namespace slipway {

class TransferExecutor : public Executor {
    Q_OBJECT

public:
    // `registry`: asked what a pull has to load.
    TransferExecutor(const Task &task, DockerEngine &engine, RegistryClient &registry,
        QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;
    void doHoldOutput(bool held) override;

private:
    void transfer();
    void askTotal();
    void transferEnded(const TransferEnd &end);
    QJsonObject resultOf(const TransferEnd &end) const;
    void askSize(QJsonObject result);

    Task m_task;
    DockerEngine &m_engine;
    RegistryClient &m_registry;
    FailureExplainer m_explainer;
    DockerTransfer *m_transfer = nullptr;
    QTimer m_untilAsked;
    bool m_stopping = false;
    bool m_ended = false; // docker has; the last questions are on their way
};

// Why a transfer failed, in words for the task that needed it.
TaskError transferError(
    const TransferEnd &end, TaskType type, const QString &image, const QString &program);

} // namespace slipway
