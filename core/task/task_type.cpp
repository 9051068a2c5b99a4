#include "core/task/task_type.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace slipway {

const QList<TaskType> &allTaskTypes()
{
    static const QList<TaskType> types{ TaskType::DockerPull, TaskType::DockerPush,
        TaskType::DockerBuild, TaskType::DockerTag, TaskType::DockerRun, TaskType::DockerLogin,
        TaskType::OllamaPull, TaskType::OllamaRun };
    return types;
}

QString taskTypeName(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        return u"docker_pull"_s;
    case TaskType::DockerPush:
        return u"docker_push"_s;
    case TaskType::DockerBuild:
        return u"docker_build"_s;
    case TaskType::DockerTag:
        return u"docker_tag"_s;
    case TaskType::DockerRun:
        return u"docker_run"_s;
    case TaskType::DockerLogin:
        return u"docker_login"_s;
    case TaskType::OllamaPull:
        return u"ollama_pull"_s;
    case TaskType::OllamaRun:
        return u"ollama_run"_s;
    }
    Q_UNREACHABLE();
}

std::optional<TaskType> taskTypeFromName(const QString &name)
{
    static const QHash<QString, TaskType> byName = [] {
        QHash<QString, TaskType> names{ { u"push"_s, TaskType::DockerPush },
            { u"build"_s, TaskType::DockerBuild }, { u"pull"_s, TaskType::DockerPull },
            { u"tag"_s, TaskType::DockerTag }, { u"run"_s, TaskType::DockerRun },
            { u"docker_image_pull"_s, TaskType::DockerPull },
            { u"ollama_generate"_s, TaskType::OllamaRun } };
        for (TaskType type : allTaskTypes())
            names.insert(taskTypeName(type), type);
        return names;
    }();
    const auto found = byName.constFind(name.trimmed().toLower());
    if (found == byName.cend())
        return std::nullopt;
    return *found;
}

bool mayOutliveUs(TaskType type)
{
    switch (type) {
    case TaskType::DockerBuild: // a plugin's process is not told that we are gone
    case TaskType::DockerRun:
    case TaskType::DockerTag:
    case TaskType::DockerLogin:
    case TaskType::OllamaRun:
        return true;
    case TaskType::DockerPull:
    case TaskType::DockerPush:
    case TaskType::OllamaPull:
        return false; // the client dies with us or its connection does, and with it the work
    }
    Q_UNREACHABLE();
}

bool isTransfer(TaskType type)
{
    return type == TaskType::DockerPull || type == TaskType::DockerPush
        || type == TaskType::OllamaPull;
}

// A stopped docker pull loses layers that are whole, so it is given time; a model goes on where it
// was.
int defaultStallSeconds(TaskType type)
{
    return type == TaskType::OllamaPull ? 90 : 300;
}

Lane laneOf(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        return Lane::Pull;
    case TaskType::DockerPush:
        return Lane::Push;
    case TaskType::DockerBuild:
        return Lane::Build;
    case TaskType::DockerRun:
        return Lane::Run;
    case TaskType::OllamaPull:
        return Lane::Model;
    case TaskType::OllamaRun:
        return Lane::Generate;
    case TaskType::DockerTag:
    case TaskType::DockerLogin:
        return Lane::None;
    }
    Q_UNREACHABLE();
}

const QList<Lane> &allLanes()
{
    static const QList<Lane> lanes{ Lane::Pull, Lane::Push, Lane::Build, Lane::Run, Lane::Model,
        Lane::Generate };
    return lanes;
}

QString laneName(Lane lane)
{
    switch (lane) {
    case Lane::Pull:
        return u"pull"_s;
    case Lane::Push:
        return u"push"_s;
    case Lane::Build:
        return u"build"_s;
    case Lane::Run:
        return u"run"_s;
    case Lane::Model:
        return u"model"_s;
    case Lane::Generate:
        return u"generate"_s;
    case Lane::None:
        return u"none"_s;
    }
    Q_UNREACHABLE();
}

} // namespace slipway
