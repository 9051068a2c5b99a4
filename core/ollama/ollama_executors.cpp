#include "core/ollama/ollama_executors.h"

#include "core/ollama/generate_executor.h"
#include "core/ollama/model_name.h"
#include "core/ollama/model_pull_executor.h"
#include "core/ollama/ollama_address.h"

#include <QCoreApplication>

#include <algorithm>

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

PreCheck checked(
    PreCheck::Level level, const QString &id, const char *text, const QStringList &arguments = {})
{
    return { level, id, QString::fromUtf8(text), arguments };
}

QList<PreCheck> checksOf(const TaskSpec &spec, const HostState &state)
{
    using Level = PreCheck::Level;
    if (!state.reachable) {
        const TaskError error = state.error.value_or(TaskError{});
        return { { Level::Wrong, u"engine"_s, error.text, error.arguments } };
    }
    QList<PreCheck> checks{ checked(
        Level::Ok, u"engine"_s, QT_TRANSLATE_NOOP("PreCheck", "Ollama answers.")) };
    const auto *pull = std::get_if<OllamaPull>(&spec);
    const QString name = pull ? pull->modelName : std::get<OllamaRun>(spec).modelName;
    const bool installed = std::any_of(state.models.begin(), state.models.end(),
        [&name](const QString &each) { return isSameModel(each, name); });
    if (pull && installed)
        checks.append(checked(Level::Ok, u"model"_s,
            QT_TRANSLATE_NOOP("PreCheck", "%1 is there already: only what changed is loaded."),
            { name }));
    else if (installed)
        checks.append(checked(
            Level::Ok, u"model"_s, QT_TRANSLATE_NOOP("PreCheck", "%1 is there."), { name }));
    else if (!pull && !state.models.isEmpty())
        checks.append(checked(Level::Wrong, u"model"_s,
            QT_TRANSLATE_NOOP("PreCheck", "%1 is not among the models of this server."), { name }));
    return checks;
}

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

void OllamaExecutors::check(
    const TaskDraft &draft, QObject *context, std::function<void(const QList<PreCheck> &)> answer)
{
    const QString host = draft.options.host.isEmpty() ? m_server.currentAddress()
                                                      : ollamaAddress(draft.options.host);
    m_server.whenKnown(host, context, [draft, answer = std::move(answer)](const HostState &state) {
        answer(checksOf(draft.spec, state));
    });
}

std::unique_ptr<Executor> OllamaExecutors::makeCleanup(const DueCleanup &)
{
    return std::make_unique<NothingLeft>(TaskOutcome::Kind::Succeeded);
}

} // namespace slipway
