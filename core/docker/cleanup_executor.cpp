#include "core/docker/cleanup_executor.h"

#include "core/docker/client_run.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {

CleanupExecutor::CleanupExecutor(
    const DueCleanup &due, const QString &storeId, DockerEngine &engine, QObject *parent)
    : Executor(parent)
    , m_due(due)
    , m_storeId(storeId)
    , m_engine(engine)
{
}

void CleanupExecutor::doStart()
{
    endLeftoverClients(m_due.taskId);
    look(false);
}

void CleanupExecutor::doStop(StopHow)
{
    endStopped(true); // still due
}

// Nothing there is believed only twice: the engine may still be at the request of a killed client.
void CleanupExecutor::look(bool lastLook)
{
    EngineRequest *request =
        m_engine.request(m_due.host, containersPath(m_storeId, idText(m_due.taskId)), this);
    connect(request, &EngineRequest::answered, this, [this, lastLook](const EngineAnswer &answer) {
        if (isFinished())
            return;
        if (answer.status != 200)
            return fail(
                answer.error.value_or(engineSilent(m_due.host, QString::fromUtf8(answer.body))),
                true);
        const QList<Container> containers = containersFrom(answer.body);
        if (!containers.isEmpty())
            return remove(containers);
        if (lastLook)
            return succeed({});
        QTimer::singleShot(500ms, this, [this] { look(true); });
    });
    request->start();
}

void CleanupExecutor::remove(const QList<Container> &containers)
{
    QStringList arguments{ u"rm"_s, u"-f"_s, u"-v"_s };
    for (const Container &container : containers)
        arguments.append(container.id);
    auto *call =
        new ClientRun(m_engine.client().call(m_due.host, { arguments, {} }, m_due.taskId), this);
    connect(call, &ClientRun::answered, this, [this](const ClientAnswer &answer) {
        if (answer.succeeded())
            return succeed({});
        if (answer.end.kind == ProcessEnd::Kind::NotStarted)
            return fail(clientMissing(m_engine.client().program, answer.end), true);
        fail(engineSilent(m_due.host, QString::fromUtf8(answer.firstError())), true);
    });
    call->start();
}

} // namespace slipway
