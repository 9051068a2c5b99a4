// What a person may have done to an engine: started, rid of what it no longer uses, or of one of
// its containers.
#include "core/docker/client_run.h"
#include "core/docker/disk_usage.h"
#include "core/docker/docker_engine.h"

#include <QJsonObject>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

// The system's service manager asks for a password itself where one is needed.
ProcessCall startCall()
{
    ProcessCall call;
    call.program = u"systemctl"_s;
    call.arguments = { u"start"_s, u"docker"_s };
    return call;
}

QString lastLine(const ClientAnswer &answer)
{
    if (answer.end.kind == ProcessEnd::Kind::NotStarted)
        return answer.end.problem;
    return answer.lines.isEmpty() ? QString() : QString::fromUtf8(answer.lines.last().text);
}

} // namespace

void DockerEngine::perform(const HostAction &action, QObject *context,
    std::function<void(const HostActionAnswer &)> answer)
{
    const auto prune = [this, &action](const QString &what) {
        return m_client.call(action.host, { { what, u"prune"_s, u"--force"_s }, {} }, {});
    };
    QList<ProcessCall> calls;
    if (action.kind == HostAction::Kind::TryDockerProgram) {
        DockerClient other;
        if (!action.program.isEmpty())
            other.program = action.program;
        return callInTurn({ other.call({}, { { u"--version"_s }, {} }, {}) }, {},
            [context = QPointer(context), answer = std::move(answer)](
                const HostActionAnswer &came) {
                if (context)
                    answer(came);
            });
    }
    if (action.kind == HostAction::Kind::PruneDocker)
        calls = { prune(u"system"_s) };
    else if (action.kind == HostAction::Kind::StopContainer)
        calls = { m_client.call(action.host, { { u"stop"_s, action.name }, {} }, {}) };
    else if (action.kind
        == HostAction::Kind::PruneBuildCache) // the legacy builder's are images without a name
        calls = { prune(u"builder"_s), prune(u"image"_s) };
    else
        calls = { startCall() };
    callInTurn(calls, {},
        [this, action, context = QPointer(context), answer = std::move(answer)](
            const HostActionAnswer &came) {
            forget(action.host);
            refresh();
            if (context)
                answer(came);
        });
}

// It counts every file of every layer and volume, which may take long.
void DockerEngine::diskUse(
    const QString &host, QObject *context, std::function<void(const DiskUse &)> answer)
{
    EngineRequest *question = request(host, "/system/df", context);
    question->setLimit(60s);
    connect(question, &EngineRequest::answered, context,
        [answer = std::move(answer)](const EngineAnswer &came) {
            answer(came.status == 200 ? diskUseFrom(came.json().object()) : DiskUse{});
        });
    question->start();
}

void DockerEngine::callInTurn(QList<ProcessCall> calls, const QStringList &said,
    const std::function<void(const HostActionAnswer &)> &answer)
{
    auto *run = new ClientRun(calls.takeFirst(), this);
    connect(run, &ClientRun::answered, this, [this, calls, said, answer](const ClientAnswer &came) {
        QStringList words = said;
        words << lastLine(came);
        words.removeAll(QString());
        if (came.succeeded() && !calls.isEmpty())
            return callInTurn(calls, words, answer);
        answer({ came.succeeded(), Sentence(words.join(u" · "_s)) }); // docker's own
    });
    run->start();
}

} // namespace slipway
