#include "core/task/task_spec.h"

#include "core/task/image_reference.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

template <typename... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

} // namespace

TaskType typeOf(const TaskSpec &spec)
{
    return static_cast<TaskType>(spec.index());
}

TaskSpec emptySpec(TaskType type)
{
    switch (type) {
    case TaskType::DockerPull:
        return DockerPull{};
    case TaskType::DockerPush:
        return DockerPush{};
    case TaskType::DockerBuild:
        return DockerBuild{};
    case TaskType::DockerTag:
        return DockerTag{};
    case TaskType::DockerRun:
        return DockerRun{};
    case TaskType::DockerLogin:
        return DockerLogin{};
    case TaskType::OllamaPull:
        return OllamaPull{};
    case TaskType::OllamaRun:
        return OllamaRun{};
    }
    Q_UNREACHABLE();
}

QString dockerfilePath(const DockerBuild &build)
{
    return QDir(build.contextPath).absoluteFilePath(build.dockerfile);
}

QString fullImageName(const QString &imageName, const QString &tag)
{
    const auto reference = parseImageReference(imageName);
    return reference ? reference->toString(tag) : imageName;
}

QString displayName(const TaskSpec &spec)
{
    return std::visit(
        Overloaded{
            [](const DockerPull &pull) {
                return pull.allTags ? QString(pull.imageName + u" (all tags)"_s)
                                    : fullImageName(pull.imageName, pull.tag);
            },
            [](const DockerPush &push) {
                return push.allTags ? QString(push.imageName + u" (all tags)"_s)
                                    : fullImageName(push.imageName, push.tag);
            },
            [](const DockerBuild &build) {
                return build.imageName.isEmpty() ? build.contextPath
                                                 : fullImageName(build.imageName, build.tag);
            },
            [](const DockerTag &tag) {
                if (tag.sourceImage.isEmpty() && tag.targetImage.isEmpty())
                    return QString(); // a step that is not filled in
                return QString(tag.sourceImage + u" → "_s + tag.targetImage);
            },
            [](const DockerRun &run) { return run.name.isEmpty() ? run.image : run.name; },
            [](const DockerLogin &login) {
                return login.registry.isEmpty() ? u"Docker Hub"_s : login.registry;
            },
            [](const OllamaPull &pull) { return pull.modelName; },
            [](const OllamaRun &run) { return run.modelName; },
        },
        spec);
}

} // namespace slipway
