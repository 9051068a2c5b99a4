// A new container: the image is there or is pulled, the client runs attached, its end is asked of
// the engine.
#include "core/docker/container_executor.h"

#include "core/diagnosis/diagnose.h"
#include "core/docker/output_tail.h"
#include "core/docker/transfer_executor.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {

ContainerExecutor::ContainerExecutor(const Task &task, const QString &storeId, Mode mode,
    const LogCounts &logged, DockerEngine &engine, RegistryClient &registry, QObject *parent)
    : Executor(parent)
    , m_task(task)
    , m_storeId(storeId)
    , m_mode(mode)
    , m_logged(logged)
    , m_engine(engine)
    , m_explainer(engine, registry)
{
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, &ContainerExecutor::watchForStart);
}

void ContainerExecutor::doStart()
{
    if (m_mode == Mode::Adopt)
        return adopt();
    enterPhase(TaskStatus::Validating);
    m_engine.whenKnown(m_task.resolvedHost, this, [this](const HostState &state) {
        if (isFinished())
            return;
        if (!state.reachable)
            return m_explainer.explainHost(
                state, this, [this](const TaskError &why) { fail(why); });
        prepare();
    });
}

// A container of an earlier attempt goes first: it may hold the name this one wants.
void ContainerExecutor::prepare()
{
    enterPhase(TaskStatus::Preparing);
    findContainers([this](const QList<Container> &older) {
        QStringList stale;
        for (const Container &container : older) {
            if (!keepsContainer() || container.name == run().name)
                stale.append(container.id);
        }
        if (stale.isEmpty())
            return lookForImage();
        callClient(QStringList{ u"rm"_s, u"-f"_s, u"-v"_s } + stale,
            [this](const ClientAnswer &) { lookForImage(); });
    });
}

void ContainerExecutor::lookForImage()
{
    const QByteArray path = "/images/" + QUrl::toPercentEncoding(run().image, "/:@") + "/json";
    EngineRequest *request = m_engine.request(m_task.resolvedHost, path, this);
    connect(request, &EngineRequest::answered, this, [this](const EngineAnswer &answer) {
        if (isFinished() || m_stop)
            return;
        if (answer.error)
            return fail(*answer.error);
        if (answer.status == 404)
            return pullImage();
        runContainer();
    });
    request->start();
}

void ContainerExecutor::pullImage()
{
    enterPhase(TaskStatus::Pulling);
    m_pull = new DockerTransfer(this);
    connect(m_pull, &DockerTransfer::progressed, this, &ContainerExecutor::report);
    connect(m_pull, &DockerTransfer::logged, this, [this](LogLines lines) {
        for (LogLine &line : lines)
            line.channel = LogChannel::Note; // the container's own lines are counted apart
        log(lines);
    });
    connect(m_pull, &DockerTransfer::ended, this, [this](const TransferEnd &end) {
        m_pull->deleteLater();
        m_pull = nullptr;
        if (m_stop)
            return endStopped();
        if (end.succeeded())
            return runContainer();
        m_explainer.explain(m_task,
            transferError(end, m_task.type(), run().image, m_engine.client().program), this,
            [this](const TaskError &why) { fail(why); });
    });
    m_pull->start(m_engine.client().call(
        m_task.resolvedHost, pullCall({ run().image, u"latest"_s, {}, false }), m_task.id));
}

void ContainerExecutor::runContainer()
{
    m_client = new ProcessRunner(this);
    connect(m_client, &ProcessRunner::linesRead, this, [this](const QList<OutputLine> &lines) {
        const LogLines read = logLines(lines);
        keepTail(m_output, read);
        // A detached client prints the id, which is no line of the container's.
        if (run().detach)
            return;
        for (const LogLine &line : read)
            ++(line.channel == LogChannel::Err ? m_logged.err : m_logged.out);
        log(read);
    });
    connect(m_client, &ProcessRunner::ended, this, &ContainerExecutor::clientEnded);
    const ContainerLabels labels{ idText(m_task.id), m_task.attempt, m_storeId };
    m_client->start(m_engine.client().call(m_task.resolvedHost, runCall(run(), labels), m_task.id));
    m_watch.start(100ms);
}

// "Running" is said, and saved, only of a container that was seen to be started: one that is gone
// later was then removed by somebody else, and is never run again.
void ContainerExecutor::watchForStart()
{
    if (isFinished() || !m_client)
        return;
    findContainers([this](const QList<Container> &containers) {
        if (isFinished() || !m_client)
            return;
        for (const Container &container : containers) {
            if (container.attempt != m_task.attempt)
                continue;
            m_containerId = container.id;
            if (container.state != "created"_L1)
                return enterPhase(TaskStatus::Running);
        }
        m_watch.start(200ms);
    });
}

void ContainerExecutor::clientEnded(const ProcessEnd &end)
{
    m_clientEnd = end;
    m_client->deleteLater();
    m_client = nullptr;
    m_watch.stop();
    if (end.kind == ProcessEnd::Kind::NotStarted)
        return fail(clientMissing(m_engine.client().program, end));
    if (m_stop == StopHow::Leave)
        return endStopped();
    if (m_freezing)
        return; // paused() ends it
    if (run().detach && end.exitCode == 0 && !m_stop) {
        QTimer::singleShot(1s, this, [this] { settle(); });
        return;
    }
    settle();
}

// The engine knows how the container ended; the client's own exit code has several meanings.
void ContainerExecutor::settle()
{
    m_engine.forget(m_task.resolvedHost);
    findContainers([this](const QList<Container> &containers) {
        for (const Container &container : containers) {
            if (container.attempt == m_task.attempt)
                m_containerId = container.id;
        }
        if (m_containerId.isEmpty())
            return clientFailed();
        inspect([this](const ContainerState &state) { endedWith(state); });
    });
}

void ContainerExecutor::clientFailed()
{
    if (m_stop)
        return endStopped(true);
    Failure failure;
    failure.type = m_task.type();
    failure.exitCode = m_clientEnd.kind == ProcessEnd::Kind::Exited ? m_clientEnd.exitCode
                                                                    : 128 + m_clientEnd.signal;
    failure.output = m_output;
    failure.subject = run().image;
    m_explainer.explain(
        m_task, diagnose(failure), this, [this](const TaskError &why) { fail(why, true); });
}

void ContainerExecutor::findContainers(const Found &found)
{
    EngineRequest *request =
        m_engine.request(m_task.resolvedHost, containersPath(m_storeId, idText(m_task.id)), this);
    connect(request, &EngineRequest::answered, this, [this, found](const EngineAnswer &answer) {
        if (isFinished())
            return;
        // What became of the container can be said when the engine is back, not now.
        if (answer.status != 200)
            return finish({ TaskOutcome::Kind::HostSilent, {},
                answer.error.value_or(
                    engineSilent(m_task.resolvedHost, QString::fromUtf8(answer.body))) });
        found(containersFrom(answer.body));
    });
    request->start();
}

void ContainerExecutor::inspect(const std::function<void(const ContainerState &)> &told)
{
    EngineRequest *request =
        m_engine.request(m_task.resolvedHost, containerPath(m_containerId), this);
    connect(request, &EngineRequest::answered, this, [this, told](const EngineAnswer &answer) {
        if (isFinished())
            return;
        if (answer.status != 200 && answer.status != 404)
            return finish({ TaskOutcome::Kind::HostSilent, {},
                answer.error.value_or(engineSilent(m_task.resolvedHost, {})) });
        told(answer.status == 200 ? containerStateFrom(answer.body) : ContainerState{});
    });
    request->start();
}

void ContainerExecutor::callClient(
    const QStringList &arguments, const std::function<void(const ClientAnswer &)> &answered)
{
    auto *call = new ClientRun(
        m_engine.client().call(m_task.resolvedHost, { arguments, {} }, m_task.id), this);
    connect(call, &ClientRun::answered, this, [this, answered](const ClientAnswer &answer) {
        if (!isFinished())
            answered(answer);
    });
    call->start();
}

void ContainerExecutor::doHoldOutput(bool held)
{
    if (m_client)
        m_client->setReading(!held);
    if (m_follower)
        m_follower->holdOutput(held);
    if (m_pull)
        m_pull->holdOutput(held);
}

} // namespace slipway
