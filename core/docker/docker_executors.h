// Makes the attempts of every docker task.
#pragma once

#include "core/docker/builder_probe.h"
#include "core/docker/docker_engine.h"
#include "core/executor/executor_maker.h"
#include "core/registry/registry_client.h"

namespace slipway {

class DockerExecutors : public ExecutorMaker {
public:
    explicit DockerExecutors(DockerEngine &engine);

    // Known once the store is open; before, nothing is made.
    void setStoreId(const QString &storeId) { m_storeId = storeId; }

    bool canRun(TaskType type) const override;
    QString resolveHost(const Task &task) const override;
    std::unique_ptr<Executor> make(const Task &task, const QByteArray &secret) override;
    std::unique_ptr<Executor> adopt(const Task &task, const LogCounts &logged) override;
    void check(const TaskDraft &draft, QObject *context, ChecksTold told) override;
    std::unique_ptr<Executor> makeCleanup(const DueCleanup &due) override;

private:
    DockerEngine &m_engine;
    BuilderProbe m_probe;
    RegistryClient m_registry;
    QString m_storeId;
};

} // namespace slipway
