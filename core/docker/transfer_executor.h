// One attempt at a docker_pull or docker_push.
#pragma once

#include "core/docker/docker_engine.h"
#include "core/docker/docker_transfer.h"
#include "core/executor/executor.h"

namespace slipway {

class TransferExecutor : public Executor
{
    Q_OBJECT

public:
    TransferExecutor(const Task &task, DockerEngine &engine, QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;
    void doHoldOutput(bool held) override;

private:
    void transfer();
    void transferEnded(const TransferEnd &end);
    QJsonObject resultOf(const TransferEnd &end) const;
    void askSize(QJsonObject result);

    Task m_task;
    DockerEngine &m_engine;
    DockerTransfer *m_transfer = nullptr;
    bool m_stopping = false;
};

// Why a transfer failed, in words for the task that needed it.
TaskError transferError(const TransferEnd &end, TaskType type, const QString &image, const QString &program);

} // namespace slipway
