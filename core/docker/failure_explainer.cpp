#include "core/docker/failure_explainer.h"

#include "core/diagnosis/sentences.h"
#include "core/docker/disk_usage.h"
#include "core/docker/engine_address.h"
#include "core/docker/image_names.h"
#include "core/docker/other_hosts.h"
#include "core/docker/port_holder.h"
#include "core/executor/when_answered.h"
#include "core/task/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

TaskError wentAway(const TaskError &error, const HostState &state)
{
    TaskError away = madeError(ErrorCode::DockerNetworkError,
        QT_TRANSLATE_NOOP("TaskError", "The Docker engine went away while it worked on this."));
    away.subject = state.address;
    away.decisiveLine = error.decisiveLine;
    away.exitCode = error.exitCode;
    away.retryable = true;
    away.hostMissing = true;
    away.hostWentAway = true;
    return away;
}

bool says(const TaskError &error, const char *sentence)
{
    return error.text == QLatin1String(sentence);
}

void say(TaskError &error, const char *sentence, const QStringList &arguments)
{
    error.text = QString::fromUtf8(sentence);
    error.arguments = arguments;
}

struct PortWish {
    quint16 port = 0;
    PortKind kind = PortKind::Tcp;
};

// The one that the error names, or the only one.
std::optional<PortWish> wantedPort(const Task &task, const TaskError &error)
{
    const auto *run = std::get_if<DockerRun>(&task.spec);
    if (!run)
        return std::nullopt;
    const QString named = error.subject.section(u':', -1);
    for (auto it = run->ports.cbegin(); it != run->ports.cend(); ++it) {
        const QString port = it.key().section(u':', -1);
        if ((run->ports.size() == 1 || port == named) && port.toUShort() != 0)
            return PortWish{ port.toUShort(),
                it->endsWith("/udp"_L1) ? PortKind::Udp : PortKind::Tcp };
    }
    return std::nullopt;
}

std::optional<ImageReference> transferred(const Task &task)
{
    if (const auto *pull = std::get_if<DockerPull>(&task.spec))
        return parseImageReference(fullImageName(pull->imageName, pull->tag));
    if (const auto *push = std::get_if<DockerPush>(&task.spec))
        return parseImageReference(fullImageName(push->imageName, push->tag));
    return std::nullopt;
}

// What the registry was asked for: by the error, where it names one, as a build's does.
std::optional<ImageReference> wanted(const Task &task, const TaskError &error)
{
    if (const auto image = parseImageReference(error.subject))
        return image;
    if (const auto *run = std::get_if<DockerRun>(&task.spec))
        return parseImageReference(run->image);
    return transferred(task);
}

} // namespace

void FailureExplainer::explain(
    const Task &task, const TaskError &error, QObject *context, const Told &told)
{
    m_engine.forget(task.resolvedHost);
    m_engine.whenKnown(task.resolvedHost, context, [=, this](const HostState &state) {
        if (!state.reachable) {
            const bool forbidden =
                state.error && state.error->code == ErrorCode::DockerPermissionDenied;
            return askForOtherHosts(
                state.address, forbidden ? *state.error : wentAway(error, state), context, told);
        }
        if (says(error, sentence::portTaken) || says(error, sentence::aPortTaken))
            return askWhoHoldsPort(task, error, context, told);
        if (says(error, sentence::tooManyRequests) && !error.retryAfterSeconds)
            return askRegistryHowLong(task, error, context, told);
        if (error.code == ErrorCode::SystemDiskSpace)
            return askEngineForRoom(task, error, context, told);
        const bool otherPlatform =
            says(error, sentence::noSuchPlatform) || says(error, sentence::noSuchPlatformNamed);
        if (const auto image = transferred(task); image && otherPlatform)
            return askRegistryForPlatforms(*image, error, context, told);
        if (error.code != ErrorCode::DockerImageNotFound)
            return told(error);
        if (task.type() == TaskType::DockerPush || task.type() == TaskType::DockerTag)
            return askEngineForImages(task, error, context, told);
        if (const auto image = wanted(task, error))
            return askRegistryForTags(*image, error, context, told);
        told(error);
    });
}

void FailureExplainer::explainHost(const HostState &state, QObject *context, const Told &told)
{
    askForOtherHosts(state.address, state.error.value_or(TaskError{}), context, told);
}

void FailureExplainer::askForOtherHosts(
    const QString &silent, TaskError error, QObject *context, const Told &told)
{
    askOtherHosts(silent, m_engine, context, [error, told](const QStringList &hosts) mutable {
        error.otherHosts = hosts;
        told(error);
    });
}

// Ports and programs of an engine elsewhere cannot be seen from here: its containers can.
void FailureExplainer::askWhoHoldsPort(
    const Task &task, TaskError error, QObject *context, const Told &told)
{
    const auto wish = wantedPort(task, error);
    if (!wish)
        return told(error);
    EngineRequest *request = m_engine.request(task.resolvedHost, "/containers/json", context);
    const bool isHere = engineSocket(task.resolvedHost).has_value();
    QObject::connect(
        request, &EngineRequest::answered, context, [=](const EngineAnswer &answer) mutable {
            const QJsonArray containers = answer.json().array();
            const QString port = QString::number(wish->port);
            error.subject = port;
            error.freePort = freePortAfter(wish->port, containers, wish->kind);
            error.portHolder = containerWithPort(containers, wish->port, wish->kind);
            if (!error.portHolder.isEmpty()) {
                say(error, sentence::portHeldByContainer, { port, error.portHolder });
                return told(error);
            }
            if (!isHere)
                return told(error);
            const auto asked = QtConcurrent::run(programWithPort, wish->port, wish->kind);
            whenAnswered(context, asked, [error, port, told](const PortProgram &program) mutable {
                if (program.pid != 0)
                    say(error, sentence::portHeldByProgram,
                        { port, program.name, QString::number(program.pid) });
                told(error);
            });
        });
    request->start();
}

// Docker does not pass on how long the registry wants to be left alone: it is asked itself.
void FailureExplainer::askRegistryHowLong(
    const Task &task, TaskError error, QObject *context, const Told &told)
{
    const auto image = transferred(task);
    if (!image)
        return told(error);
    m_registry.image(*image, u"latest"_s, m_engine.host(task.resolvedHost).platform, context,
        [error, told](const ImageAnswer &answer) mutable {
            if (answer.error)
                error.retryAfterSeconds = answer.error->retryAfter;
            told(error);
        });
}

// Without a repository of that name there are none; a name with two letters changed may be
// anybody's.
void FailureExplainer::askRegistryForTags(
    const ImageReference &image, TaskError error, QObject *context, const Told &told)
{
    m_registry.tags(image, context, [error, image, told](const TagsAnswer &answer) mutable {
        ImageReference other = image;
        other.digest.clear();
        for (const QString &tag :
            nearestNames(image.tag.isEmpty() ? u"latest"_s : image.tag, answer.tags)) {
            other.tag = tag;
            error.nearest.append(other.toString());
        }
        if (error.nearest.isEmpty()
            && answer.tags.size() == 1) { // however it is called, it is the one
            other.tag = answer.tags.first();
            error.nearest.append(other.toString());
        }
        told(error);
    });
}

// Of Docker Hub its pages are asked: there the question for an image may count as a pull.
void FailureExplainer::askRegistryForPlatforms(
    const ImageReference &image, TaskError error, QObject *context, const Told &told)
{
    if (image.registry.isEmpty())
        return m_registry.hubTag(image, context, [error, told](const ManifestList &list) mutable {
            error.platforms = platformsOf(list);
            told(error);
        });
    // For none that there is: the answer names those that there are.
    m_registry.image(image, u"latest"_s, u"none/none"_s, context,
        [error, told](const ImageAnswer &answer) mutable {
            if (answer.error)
                error.platforms = answer.error->platforms;
            told(error);
        });
}

void FailureExplainer::askEngineForImages(
    const Task &task, TaskError error, QObject *context, const Told &told)
{
    QString missing = error.subject;
    if (const auto *push = std::get_if<DockerPush>(&task.spec))
        missing = fullImageName(push->imageName, push->tag);
    else if (const auto *tag = std::get_if<DockerTag>(&task.spec))
        missing = tag->sourceImage;
    EngineRequest *request = m_engine.request(task.resolvedHost, "/images/json", context);
    QObject::connect(request, &EngineRequest::answered, context,
        [error, missing, told](const EngineAnswer &answer) mutable {
            error.nearest = nearestNames(missing, imageNames(answer.json().array()));
            told(error);
        });
    request->start();
}

void FailureExplainer::askEngineForRoom(
    const Task &task, TaskError error, QObject *context, const Told &told)
{
    EngineRequest *request = m_engine.request(task.resolvedHost, "/system/df", context);
    QObject::connect(request, &EngineRequest::answered, context,
        [error, told](const EngineAnswer &answer) mutable {
            if (answer.status == 200)
                error.reclaimableBytes = prunable(answer.json().object());
            told(error);
        });
    request->start();
}

} // namespace slipway
