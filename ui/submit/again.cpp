#include "ui/submit/again.h"

using namespace Qt::StringLiterals;

namespace slipway {

TaskOptions optionsAgain(TaskOptions options)
{
    options.after.clear();
    options.key.clear();
    options.notBefore = {};
    return options;
}

TaskDraft draftAgain(const Task &task)
{
    return { task.spec, optionsAgain(task.options), {} };
}

QList<TaskDraft> draftsAgain(QList<Task> tasks)
{
    std::sort(tasks.begin(), tasks.end(),
        [](const Task &a, const Task &b) { return a.sequence < b.sequence; });
    const auto keyOf = [&tasks](const QString &id) {
        for (qsizetype i = 0; i < tasks.size(); ++i) {
            if (idText(tasks[i].id) == id)
                return u"again%1"_s.arg(i);
        }
        return QString();
    };
    QList<TaskDraft> drafts;
    for (const Task &task : tasks) {
        if (task.type() == TaskType::DockerLogin)
            continue;
        TaskDraft draft = draftAgain(task);
        draft.options.key = keyOf(idText(task.id));
        for (const QString &before : task.options.after) {
            if (const QString key = keyOf(before); !key.isEmpty())
                draft.options.after << key;
        }
        if (auto *ask = std::get_if<OllamaRun>(&draft.spec)) {
            if (const QString key = keyOf(ask->logOf); !key.isEmpty())
                ask->logOf = key;
        }
        drafts << draft;
    }
    return drafts;
}

} // namespace slipway
