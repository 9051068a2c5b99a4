#include "core/docker/transfer_executor.h"

#include "core/diagnosis/diagnose.h"
#include "core/docker/engine_address.h"
#include "core/registry/registry_place.h"

#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr auto shortPull = 300ms; // one that has little or nothing to load: not worth a question

} // namespace

TaskError transferError(
    const TransferEnd &end, TaskType type, const QString &image, const QString &program)
{
    if (end.end.kind == ProcessEnd::Kind::NotStarted)
        return clientMissing(program, end.end);
    Failure failure;
    failure.type = type;
    failure.exitCode =
        end.end.kind == ProcessEnd::Kind::Exited ? end.end.exitCode : 128 + end.end.signal;
    failure.output = end.output;
    failure.subject = image;
    return diagnose(failure);
}

TransferExecutor::TransferExecutor(
    const Task &task, DockerEngine &engine, RegistryClient &registry, QObject *parent)
    : Executor(parent)
    , m_task(task)
    , m_engine(engine)
    , m_registry(registry)
    , m_explainer(engine, registry)
{
    m_untilAsked.setSingleShot(true);
    m_untilAsked.setInterval(shortPull);
    connect(&m_untilAsked, &QTimer::timeout, this, &TransferExecutor::askTotal);
}

void TransferExecutor::doStart()
{
    enterPhase(TaskStatus::Validating);
    m_engine.whenKnown(m_task.resolvedHost, this, [this](const HostState &state) {
        if (isFinished() || m_stopping)
            return;
        if (!state.reachable)
            return m_explainer.explainHost(
                state, this, [this](const TaskError &why) { fail(why); });
        transfer();
    });
}

void TransferExecutor::transfer()
{
    enterPhase(TaskStatus::Preparing);
    m_transfer = new DockerTransfer(this);
    connect(m_transfer, &DockerTransfer::progressed, this, &TransferExecutor::report);
    connect(m_transfer, &DockerTransfer::logged, this, &TransferExecutor::log);
    connect(m_transfer, &DockerTransfer::ended, this, &TransferExecutor::transferEnded);
    if (m_task.attempt > 1)
        m_transfer->startAgain(m_task.progress.layers);
    const auto *pull = std::get_if<DockerPull>(&m_task.spec);
    enterPhase(pull ? TaskStatus::Pulling : TaskStatus::Uploading);
    m_transfer->start(m_engine.client().call(m_task.resolvedHost,
        pull ? pullCall(*pull) : pushCall(std::get<DockerPush>(m_task.spec)), m_task.id));
    if (pull && !pull->allTags)
        m_untilAsked.start();
}

// Beside docker, which neither waits for it nor hears of it: without an answer there is no total
// until docker has begun every layer.
void TransferExecutor::askTotal()
{
    const auto &pull = std::get<DockerPull>(m_task.spec);
    const auto image = parseImageReference(pull.imageName);
    const bool isElsewhere = !engineSocket(m_task.resolvedHost);
    // "localhost" is another machine there. At Docker Hub the question would count as a second
    // pull.
    if (!image || (isElsewhere && isThisMachine(image->registry)) || isDockerHub(image->registry))
        return;
    const QString platform =
        pull.platform.isEmpty() ? m_engine.host(m_task.resolvedHost).platform : pull.platform;
    m_registry.image(*image, pull.tag, platform, this, [this](const ImageAnswer &answer) {
        if (answer.error || m_stopping || isFinished())
            return;
        QList<LayerProgress> layers;
        for (const Descriptor &layer : answer.image.layers)
            layers.append({ layer.digest.section(u':', 1).left(12), {}, 0, layer.size });
        m_transfer->expect(layers);
    });
}

void TransferExecutor::doStop(StopHow)
{
    m_stopping = true;
    if (m_transfer && !m_ended)
        m_transfer->stop();
    else
        endStopped();
}

void TransferExecutor::doHoldOutput(bool held)
{
    if (m_transfer)
        m_transfer->holdOutput(held);
}

QJsonObject TransferExecutor::resultOf(const TransferEnd &end) const
{
    const auto *pull = std::get_if<DockerPull>(&m_task.spec);
    const auto *push = std::get_if<DockerPush>(&m_task.spec);
    const QString done = pull ? u"Image pulled successfully"_s : u"Image pushed successfully"_s;
    QJsonObject result{ { u"status"_s, u"success"_s },
        { u"message"_s, end.message.isEmpty() ? done : end.message },
        { u"image_name"_s, pull ? pull->imageName : push->imageName },
        { u"tag"_s, pull ? pull->tag : push->tag },
        { u"full_image_name"_s, displayName(m_task.spec) },
        { u"digest"_s, end.digest.isEmpty() ? QJsonValue() : QJsonValue(end.digest) } };
    if (pull)
        result[u"size"] = QJsonValue();
    return result;
}

void TransferExecutor::transferEnded(const TransferEnd &end)
{
    m_untilAsked.stop();
    m_ended = true;
    if (end.succeeded()) {
        // Without a digest docker pulled nothing whose size could be asked for.
        if (m_task.type() == TaskType::DockerPull && !end.digest.isEmpty())
            return askSize(resultOf(end));
        return succeed(resultOf(end));
    }
    if (m_stopping)
        return endStopped();
    const TaskError error =
        transferError(end, m_task.type(), displayName(m_task.spec), m_engine.client().program);
    m_explainer.explain(m_task, error, this, [this](const TaskError &why) { fail(why); });
}

// The image's size on disk, which docker's client does not tell after a pull.
void TransferExecutor::askSize(QJsonObject result)
{
    const auto &pull = std::get<DockerPull>(m_task.spec);
    const QByteArray path = "/images/"
        + QUrl::toPercentEncoding(fullImageName(pull.imageName, pull.tag), "/:@") + "/json";
    EngineRequest *request = m_engine.request(m_task.resolvedHost, path, this);
    connect(request, &EngineRequest::answered, this,
        [this, result](const EngineAnswer &answer) mutable {
            const QJsonValue size = answer.json().object()[u"Size"];
            result[u"size"] = size.isDouble() ? size : QJsonValue();
            succeed(result);
        });
    request->start();
}

} // namespace slipway
