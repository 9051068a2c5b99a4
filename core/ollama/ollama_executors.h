// Makes the attempts of every ollama task.
#pragma once

#include "core/executor/executor_maker.h"
#include "core/ollama/ollama_server.h"
#include "core/registry/registry_client.h"

namespace slipway {

class OllamaExecutors : public ExecutorMaker {
public:
    explicit OllamaExecutors(OllamaServer &server);

    bool canRun(TaskType type) const override;
    QString resolveHost(const Task &task) const override;
    std::unique_ptr<Executor> make(const Task &task, const QByteArray &secret) override;
    std::unique_ptr<Executor> adopt(const Task &task, const LogCounts &logged) override;
    void check(const TaskDraft &draft, QObject *context, ChecksTold told) override;
    std::unique_ptr<Executor> makeCleanup(const DueCleanup &due) override;

private:
    OllamaServer &m_server;
    RegistryClient m_registry;
};

} // namespace slipway
