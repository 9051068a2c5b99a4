// What a person may have done to an engine: started, or rid of what it no longer uses.
#include "core/docker/client_run.h"
#include "core/docker/docker_engine.h"

#include <QPointer>

using namespace Qt::StringLiterals;

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

void DockerEngine::perform(
    const HostAction &action, QObject *context, std::function<void(const HostActionAnswer &)> answer)
{
    ProcessCall call = startCall();
    if (action.kind == HostAction::Kind::PruneDocker)
        call = m_client.call(action.host, { { u"system"_s, u"prune"_s, u"--force"_s }, {} }, {});
    else if (action.kind == HostAction::Kind::PruneBuildCache)
        call = m_client.call(action.host, { { u"builder"_s, u"prune"_s, u"--force"_s }, {} }, {});
    auto *run = new ClientRun(call, this);
    connect(run, &ClientRun::answered, this,
        [this, action, context = QPointer(context), answer = std::move(answer)](const ClientAnswer &came) {
            forget(action.host);
            refresh();
            if (context)
                answer({ came.succeeded(), lastLine(came) });
        });
    run->start();
}

} // namespace slipway
