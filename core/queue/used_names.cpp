#include "core/queue/used_names.h"

#include "core/task/words.h"

namespace slipway {
namespace {

constexpr qsizetype most = 3;

}

QString fetchedName(const TaskSpec &spec)
{
    if (const auto *pull = std::get_if<DockerPull>(&spec))
        return pull->allTags ? QString() : fullImageName(pull->imageName, pull->tag);
    if (const auto *run = std::get_if<DockerRun>(&spec))
        return run->image;
    if (const auto *pull = std::get_if<OllamaPull>(&spec))
        return pull->modelName;
    return {};
}

bool isPerhapsMisspelt(const Task &task)
{
    return task.error
        && (task.error->code == ErrorCode::DockerImageNotFound
            || task.error->code == ErrorCode::OllamaModelNotFound)
        && !fetchedName(task.spec).isEmpty();
}

QStringList withUsedNames(const Task &misspelt, const QStringList &used)
{
    const QString wrong = fetchedName(misspelt.spec);
    QStringList all = misspelt.error->nearest + used;
    all.removeDuplicates();
    all.removeAll(wrong);
    QStringList names = nearestNames(wrong, all);
    for (const QString &name : misspelt.error->nearest) { // the only tag there is may be far
        if (names.size() < most && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace slipway
