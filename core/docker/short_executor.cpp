#include "core/docker/short_executor.h"

#include "core/diagnosis/diagnose.h"
#include "core/executor/terminal_text.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

TaskError passwordGone(const DockerLogin &login)
{
    TaskError error = madeError(ErrorCode::ValidationMissingRequired,
        QT_TRANSLATE_NOOP(
            "TaskError", "The password for %1 is needed again: Slipway never keeps one."),
        { displayName(login) });
    error.subject = u"secret"_s;
    return error;
}

} // namespace

ShortExecutor::ShortExecutor(const Task &task, DockerEngine &engine, RegistryClient &registry,
    const QByteArray &secret, QObject *parent)
    : Executor(parent)
    , m_task(task)
    , m_engine(engine)
    , m_explainer(engine, registry)
    , m_secret(secret)
{
}

// A login is between the client and the registry; only a tag needs the engine.
void ShortExecutor::doStart()
{
    enterPhase(TaskStatus::Validating);
    if (const auto *login = std::get_if<DockerLogin>(&m_task.spec)) {
        if (m_secret.isEmpty())
            return fail(passwordGone(*login));
        return call();
    }
    m_engine.whenKnown(m_task.resolvedHost, this, [this](const HostState &state) {
        if (isFinished())
            return;
        if (!state.reachable)
            return m_explainer.explainHost(
                state, this, [this](const TaskError &why) { fail(why); });
        call();
    });
}

void ShortExecutor::call()
{
    enterPhase(TaskStatus::Running);
    m_called = true;
    const auto *login = std::get_if<DockerLogin>(&m_task.spec);
    ProcessCall call = m_engine.client().call(m_task.resolvedHost,
        login ? loginCall(*login) : tagCall(std::get<DockerTag>(m_task.spec)), m_task.id);
    call.input = std::exchange(m_secret, {});
    auto *run = new ClientRun(call, this);
    connect(run, &ClientRun::answered, this, &ShortExecutor::answered);
    run->start();
}

void ShortExecutor::answered(const ClientAnswer &answer)
{
    log(answer.lines);
    if (answer.succeeded()) {
        const bool isLogin = m_task.type() == TaskType::DockerLogin;
        return succeed({ { u"status"_s, u"success"_s },
            { u"message"_s,
                isLogin ? u"Logged in to %1"_s.arg(displayName(m_task.spec))
                        : u"Image tagged successfully"_s } });
    }
    if (m_stopping)
        return endStopped();
    if (answer.end.kind == ProcessEnd::Kind::NotStarted)
        return fail(clientMissing(m_engine.client().program, answer.end));
    Failure failure;
    failure.type = m_task.type();
    failure.exitCode =
        answer.end.kind == ProcessEnd::Kind::Exited ? answer.end.exitCode : 128 + answer.end.signal;
    for (const LogLine &line : answer.lines)
        failure.output.append(withoutTerminalCodes(line.text));
    failure.subject = displayName(m_task.spec);
    TaskError error = diagnose(failure);
    if (m_task.type() == TaskType::DockerLogin) {
        error.retryable = false; // the password is gone with the attempt
        return fail(error);
    }
    m_explainer.explain(m_task, error, this, [this](const TaskError &why) { fail(why); });
}

// Each takes a fraction of a second: what was begun is waited for.
void ShortExecutor::doStop(StopHow)
{
    m_stopping = true;
    if (!m_called)
        endStopped();
}

} // namespace slipway
