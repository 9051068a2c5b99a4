#include "core/docker/build_executor.h"

#include "core/diagnosis/build_place.h"
#include "core/diagnosis/diagnose.h"
#include "core/docker/output_tail.h"
#include "core/docker/transfer_executor.h"
#include "core/executor/terminal_text.h"
#include "core/executor/when_answered.h"
#include "core/intake/dockerfile_place.h"

#include <QFile>
#include <QJsonObject>
#include <QUrl>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 largestDockerfile = 1'000'000; // bytes

// With the line, where the builder told only the step.
TaskError placed(TaskError error, const QString &path)
{
    QFile file(path);
    if (file.size() <= largestDockerfile && file.open(QIODevice::ReadOnly))
        error.place = placeIn(QString::fromUtf8(file.readAll()), *error.place);
    return error;
}

} // namespace

BuildExecutor::BuildExecutor(const Task &task, DockerEngine &engine, RegistryClient &registry,
    BuilderProbe &probe, QObject *parent)
    : Executor(parent)
    , m_task(task)
    , m_engine(engine)
    , m_explainer(engine, registry)
    , m_probe(probe)
{
}

void BuildExecutor::doStart()
{
    enterPhase(TaskStatus::Validating);
    // The folder may have gone since the task was submitted.
    if (const auto wrong = validate(m_task.spec)) {
        TaskError error;
        error.code = wrong->code;
        error.text = wrong->reason.text;
        error.arguments = wrong->reason.arguments;
        error.subject = wrong->field;
        return fail(error);
    }
    m_engine.whenKnown(m_task.resolvedHost, this, [this](const HostState &state) {
        if (isFinished())
            return;
        if (!state.reachable)
            return m_explainer.explainHost(
                state, this, [this](const TaskError &why) { fail(why); });
        enterPhase(TaskStatus::Preparing);
        m_probe.whenKnown(this, [this](Builder builder) {
            if (!isFinished())
                build(builder);
        });
    });
}

// On a terminal the legacy builder tells the bytes of the context and of the base's layers.
void BuildExecutor::build(Builder builder)
{
    m_runner = new ProcessRunner(this);
    connect(m_runner, &ProcessRunner::linesRead, this, &BuildExecutor::read);
    connect(m_runner, &ProcessRunner::ended, this, &BuildExecutor::buildEnded);
    enterPhase(TaskStatus::Building);
    ProcessCall call =
        m_engine.client().call(m_task.resolvedHost, buildCall(spec(), builder), m_task.id);
    call.onTerminal = true;
    m_runner->start(call);
}

void BuildExecutor::read(const QList<OutputLine> &lines)
{
    LogLines logged;
    for (const OutputLine &line : lines) {
        const QByteArray text = withoutTerminalCodes(line.text);
        if (text.startsWith("Step "))
            m_step = text;
        if (m_progress.feed(text))
            logged.append({ LogChannel::Out, line.text });
    }
    keepTail(m_output, logged);
    log(logged);
    enterPhase(m_progress.isPullingBase() ? TaskStatus::Pulling : TaskStatus::Building);
    report(m_progress.progress());
}

void BuildExecutor::buildEnded(const ProcessEnd &end)
{
    m_runner->deleteLater();
    m_runner = nullptr;
    if (end.kind == ProcessEnd::Kind::NotStarted)
        return fail(clientMissing(m_engine.client().program, end));
    if (end.kind == ProcessEnd::Kind::Exited && end.exitCode == 0) {
        enterPhase(TaskStatus::Building);
        return spec().push && !m_stopping ? push() : askImageId();
    }
    if (m_stopping)
        return endStoppedWithCache();
    Failure failure;
    failure.type = m_task.type();
    failure.exitCode = end.kind == ProcessEnd::Kind::Exited ? end.exitCode : 128 + end.signal;
    failure.output = m_output;
    failure.subject = spec().imageName.isEmpty() ? spec().contextPath : displayName(m_task.spec);
    TaskError error = diagnose(failure);
    if (!error.place && m_progress.imageId().isEmpty())
        error.place = buildPlace({ m_step });
    if (!error.place)
        return failWith(error);
    whenAnswered(this, QtConcurrent::run(placed, error, dockerfilePath(spec())),
        [this](const TaskError &known) { failWith(known); });
}

void BuildExecutor::failWith(const TaskError &error)
{
    m_explainer.explain(m_task, error, this, [this](const TaskError &why) { fail(why); });
}

// The steps that were done are kept: the next build of it goes on after them.
void BuildExecutor::endStoppedWithCache()
{
    TaskOutcome outcome{ TaskOutcome::Kind::Stopped, {}, std::nullopt, false, std::nullopt };
    if (m_progress.stepsDone() > m_progress.cachedSteps())
        outcome.leftover = Leftover{ Leftover::Kind::BuildCache, 0 };
    finish(outcome);
}

void BuildExecutor::push()
{
    enterPhase(TaskStatus::Uploading);
    m_push = new DockerTransfer(this);
    connect(m_push, &DockerTransfer::progressed, this, &BuildExecutor::report);
    connect(m_push, &DockerTransfer::logged, this, &BuildExecutor::log);
    connect(m_push, &DockerTransfer::ended, this, [this](const TransferEnd &end) {
        if (end.succeeded())
            return askImageId();
        if (m_stopping)
            return endStopped();
        failWith(transferError(
            end, TaskType::DockerPush, displayName(m_task.spec), m_engine.client().program));
    });
    const DockerPush push{ spec().imageName, spec().tag, false };
    m_push->start(m_engine.client().call(m_task.resolvedHost, pushCall(push), m_task.id));
}

// Builders tell the id in several ways, some shortened, some not at all: the engine knows it.
void BuildExecutor::askImageId()
{
    const QString name =
        spec().imageName.isEmpty() ? m_progress.imageId() : displayName(m_task.spec);
    EngineRequest *request = m_engine.request(
        m_task.resolvedHost, "/images/" + QUrl::toPercentEncoding(name, "/:@") + "/json", this);
    connect(request, &EngineRequest::answered, this, [this](const EngineAnswer &answer) {
        const QString id = answer.json().object()[u"Id"].toString();
        succeed({ { u"image_id"_s, id.isEmpty() ? m_progress.imageId() : id },
            { u"full_image_name"_s,
                spec().imageName.isEmpty() ? QString() : displayName(m_task.spec) },
            { u"steps"_s, m_progress.stepsSeen() },
            { u"cached_steps"_s, m_progress.cachedSteps() } });
    });
    request->start();
}

void BuildExecutor::doStop(StopHow)
{
    m_stopping = true;
    if (m_runner) {
        m_runner->setReading(true); // what is held back would keep the end from being told
        m_runner->endGently();
    } else if (m_push) {
        m_push->stop();
    } else {
        endStopped();
    }
}

void BuildExecutor::doHoldOutput(bool held)
{
    if (m_runner)
        m_runner->setReading(!held);
    if (m_push)
        m_push->holdOutput(held);
}

} // namespace slipway
