// Which tasks the table shows, and how many there are of each sort.
#pragma once

#include "core/task/task.h"

#include <QHash>
#include <QMap>

namespace slipway {

// As the side bar divides them. Failed holds what timed out too, Done what was cancelled too.
enum class TaskSection { Active, Waiting, Paused, Failed, Done };

TaskSection sectionOf(TaskStatus status);
const QList<TaskSection> &allSections();

struct TaskFilter {
    std::optional<TaskSection> section;
    std::optional<TaskType> type;
    QString label; // one of the task's tags
    QString text; // part of what is searched, folded to lower case
    bool operator==(const TaskFilter &) const = default;

    // `searched` is searchText() of the task.
    bool accepts(const Task &task, const QString &searched) const;
};

// What a search looks through, folded to lower case.
QString searchText(const Task &task, const QString &name);

struct TaskCounts {
    int all = 0;
    QMap<TaskSection, int> sections;
    QMap<TaskType, int> types;
    QMap<QString, int> labels;

    void add(const Task &task) { count(task, 1); }
    void remove(const Task &task) { count(task, -1); }

private:
    void count(const Task &task, int step);
};

} // namespace slipway
