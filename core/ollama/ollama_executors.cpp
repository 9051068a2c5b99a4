#include "core/ollama/ollama_executors.h"

#include "core/ollama/generate_executor.h"
#include "core/ollama/model_check.h"
#include "core/ollama/model_pull_executor.h"
#include "core/ollama/ollama_address.h"

using namespace Qt::StringLiterals;

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
    return task.options.host.isEmpty() ? m_server.currentAddress()
                                       : ollamaAddress(task.options.host);
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

void OllamaExecutors::check(const TaskDraft &draft, QObject *context, ChecksTold told)
{
    const QString host = draft.options.host.isEmpty() ? m_server.currentAddress()
                                                      : ollamaAddress(draft.options.host);
    (new ModelCheck(draft.spec, host, m_server, m_registry, context, told))->start();
}

std::unique_ptr<Executor> OllamaExecutors::makeCleanup(const DueCleanup &)
{
    return std::make_unique<NothingLeft>(TaskOutcome::Kind::Succeeded);
}

} // namespace slipway
