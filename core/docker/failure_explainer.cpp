#include "core/docker/failure_explainer.h"

#include "core/diagnosis/sentences.h"
#include "core/task/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

TaskError wentAway(TaskError error, const HostState &state)
{
    error.code = ErrorCode::DockerNetworkError;
    error.text = QString::fromLatin1(
        QT_TRANSLATE_NOOP("TaskError", "The Docker engine went away while it worked on this."));
    error.arguments.clear();
    error.subject = state.address;
    error.retryable = true;
    error.hostMissing = true;
    error.hostWentAway = true;
    return error;
}

bool says(const TaskError &error, const char *sentence)
{
    return error.text == QLatin1String(sentence);
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

// Of what the engine could do without, as /system/df counts it: `docker system prune` leaves images
// that have a name.
qint64 reclaimable(const QJsonObject &usage)
{
    double bytes = 0;
    for (const QJsonValue &image : usage[u"Images"].toArray()) {
        const QJsonArray tags = image[u"RepoTags"].toArray();
        const bool dangling = tags.isEmpty() || tags.first().toString() == "<none>:<none>"_L1;
        if (dangling && image[u"Containers"].toInt() == 0)
            bytes += std::max(0.0, image[u"Size"].toDouble() - image[u"SharedSize"].toDouble());
    }
    for (const QJsonValue &container : usage[u"Containers"].toArray()) {
        const QString state = container[u"State"].toString();
        if (state != "running"_L1 && state != "paused"_L1 && state != "restarting"_L1)
            bytes += container[u"SizeRw"].toDouble();
    }
    for (const QJsonValue &cache : usage[u"BuildCache"].toArray()) {
        if (!cache[u"InUse"].toBool() && !cache[u"Shared"].toBool())
            bytes += cache[u"Size"].toDouble();
    }
    return qint64(bytes);
}

} // namespace

void FailureExplainer::explain(
    const Task &task, const TaskError &error, QObject *context, const Told &told)
{
    m_engine.forget(task.resolvedHost);
    m_engine.whenKnown(task.resolvedHost, context, [=, this](const HostState &state) {
        if (!state.reachable)
            return told(wentAway(error, state));
        if (says(error, sentence::tooManyRequests) && !error.retryAfterSeconds)
            return askRegistryHowLong(task, error, context, told);
        if (error.code == ErrorCode::SystemDiskSpace)
            return askEngineForRoom(task, error, context, told);
        if (error.code != ErrorCode::DockerImageNotFound)
            return told(error);
        if (task.type() == TaskType::DockerPush || task.type() == TaskType::DockerTag)
            return askEngineForImages(task, error, context, told);
        if (const auto image = wanted(task, error))
            return askRegistryForTags(*image, error, context, told);
        told(error);
    });
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
            QStringList names;
            for (const QJsonValue &image : answer.json().array()) {
                for (const QJsonValue &tag : image[u"RepoTags"].toArray()) {
                    if (tag.toString() != "<none>:<none>"_L1)
                        names.append(tag.toString());
                }
            }
            error.nearest = nearestNames(missing, names);
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
                error.reclaimableBytes = reclaimable(answer.json().object());
            told(error);
        });
    request->start();
}

} // namespace slipway
