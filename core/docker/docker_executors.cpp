#include "core/docker/docker_executors.h"

#include "core/docker/build_executor.h"
#include "core/docker/cleanup_executor.h"
#include "core/docker/container_executor.h"
#include "core/docker/docker_check.h"
#include "core/docker/short_executor.h"
#include "core/docker/transfer_executor.h"

namespace slipway {
namespace {

// Work that leaves nothing at the engine to find again: a client that still runs is ended, and
// the task starts anew.
class LeftoverExecutor : public Executor {
public:
    explicit LeftoverExecutor(const TaskId &task)
        : m_task(task)
    {
    }

protected:
    void doStart() override
    {
        endLeftoverClients(m_task);
        finish({ TaskOutcome::Kind::NothingFound, {}, std::nullopt });
    }
    void doStop(StopHow) override { }

private:
    TaskId m_task;
};

} // namespace

DockerExecutors::DockerExecutors(DockerEngine &engine)
    : m_engine(engine)
    , m_probe(engine)
{
}

bool DockerExecutors::canRun(TaskType type) const
{
    return type != TaskType::OllamaPull && type != TaskType::OllamaRun;
}

QString DockerExecutors::resolveHost(const Task &task) const
{
    return task.options.host.isEmpty() ? m_engine.currentHost() : task.options.host;
}

std::unique_ptr<Executor> DockerExecutors::make(const Task &task, const QByteArray &secret)
{
    switch (task.type()) {
    case TaskType::DockerPull:
    case TaskType::DockerPush:
        return std::make_unique<TransferExecutor>(task, m_engine, m_registry);
    case TaskType::DockerBuild:
        return std::make_unique<BuildExecutor>(task, m_engine, m_registry, m_probe);
    case TaskType::DockerTag:
    case TaskType::DockerLogin:
        return std::make_unique<ShortExecutor>(task, m_engine, m_registry, secret);
    case TaskType::DockerRun:
        return std::make_unique<ContainerExecutor>(
            task, m_storeId, ContainerExecutor::Mode::New, LogCounts{}, m_engine, m_registry);
    case TaskType::OllamaPull:
    case TaskType::OllamaRun:
        return nullptr; // canRun() says no
    }
    Q_UNREACHABLE();
}

std::unique_ptr<Executor> DockerExecutors::adopt(const Task &task, const LogCounts &logged)
{
    if (task.type() == TaskType::DockerRun)
        return std::make_unique<ContainerExecutor>(
            task, m_storeId, ContainerExecutor::Mode::Adopt, logged, m_engine, m_registry);
    return std::make_unique<LeftoverExecutor>(task.id);
}

void DockerExecutors::check(const TaskDraft &draft, QObject *context, ChecksTold told)
{
    const QString host = draft.options.host.isEmpty() ? m_engine.currentHost() : draft.options.host;
    (new DockerCheck(draft, host, m_engine, m_registry, m_probe, context, told))->start();
}

std::unique_ptr<Executor> DockerExecutors::makeCleanup(const DueCleanup &due)
{
    return std::make_unique<CleanupExecutor>(due, m_storeId, m_engine);
}

} // namespace slipway
