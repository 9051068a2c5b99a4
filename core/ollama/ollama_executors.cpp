#include "core/ollama/ollama_executors.h"

#include "core/ollama/generate_executor.h"
#include "core/ollama/model_pull_executor.h"
#include "core/ollama/ollama_address.h"

namespace slipway {
namespace {

// The server drops a request whose connection is gone, so nothing of an attempt outlives this
// program: no stream to take up again, nothing to clear away.
class NothingLeft : public Executor {
public:
    explicit NothingLeft(TaskOutcome::Kind kind)
        : m_kind(kind)
    {
    }

protected:
    void doStart() override { finish({ m_kind, {}, std::nullopt }); }
    void doStop(StopHow) override { }

private:
    TaskOutcome::Kind m_kind;
};

} // namespace

OllamaExecutors::OllamaExecutors(OllamaServer &server)
    : m_server(server)
{
}

bool OllamaExecutors::canRun(TaskType type) const
{
    return type == TaskType::OllamaPull || type == TaskType::OllamaRun;
}

QString OllamaExecutors::resolveHost(const Task &task) const
{
    return task.options.host.isEmpty() ? currentOllamaAddress() : ollamaAddress(task.options.host);
}

std::unique_ptr<Executor> OllamaExecutors::make(const Task &task, const QByteArray &)
{
    if (task.type() == TaskType::OllamaPull)
        return std::make_unique<ModelPullExecutor>(task, m_server);
    return std::make_unique<GenerateExecutor>(task, m_server);
}

std::unique_ptr<Executor> OllamaExecutors::adopt(const Task &, const LogCounts &)
{
    return std::make_unique<NothingLeft>(TaskOutcome::Kind::NothingFound);
}

std::unique_ptr<Executor> OllamaExecutors::makeCleanup(const DueCleanup &)
{
    return std::make_unique<NothingLeft>(TaskOutcome::Kind::Succeeded);
}

} // namespace slipway
