#include "ui/tasks/task_filter.h"

#include "ui/error_text.h"
#include "ui/type_text.h"

namespace slipway {

TaskSection sectionOf(TaskStatus status)
{
    switch (groupOf(status)) {
    case StatusGroup::Waiting:
        return TaskSection::Waiting;
    case StatusGroup::Active:
        return TaskSection::Active;
    case StatusGroup::Paused:
        return TaskSection::Paused;
    case StatusGroup::Finished:
        break;
    }
    const bool wrong = status == TaskStatus::Failed || status == TaskStatus::Timeout;
    return wrong ? TaskSection::Failed : TaskSection::Done;
}

const QList<TaskSection> &allSections()
{
    static const QList<TaskSection> sections{ TaskSection::Active, TaskSection::Waiting,
        TaskSection::Paused, TaskSection::Failed, TaskSection::Done };
    return sections;
}

bool TaskFilter::accepts(const Task &task, const QString &searched) const
{
    return (!section || sectionOf(task.status) == *section) && (!type || task.type() == *type)
        && (label.isEmpty() || task.options.tags.contains(label))
        && (text.isEmpty() || searched.contains(text));
}

QString searchText(const Task &task, const QString &name)
{
    QStringList parts{ name, typeText(task.type()) };
    parts += task.options.tags;
    if (task.error)
        parts << errorSentence(*task.error) << errorCodeName(task.error->code);
    return parts.join(u'\n').toLower();
}

void TaskCounts::count(const Task &task, int step)
{
    all += step;
    sections[sectionOf(task.status)] += step;
    types[task.type()] += step;
    for (const QString &label : task.options.tags) {
        int &number = labels[label];
        number += step;
        if (number == 0)
            labels.remove(label);
    }
}

} // namespace slipway
