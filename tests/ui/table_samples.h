// What the tests of the table's model share: tasks to put in, and what is read from its rows.
#pragma once

#include "tests/support/fake_queue_service.h"
#include "ui/tasks/task_table_model.h"

#include <QAbstractItemModelTester>

namespace slipway {

inline Task pullTask(qint64 sequence, const QString &name, TaskStatus status = TaskStatus::Pending)
{
    return madeTask(sequence, pullOf(name), status);
}

inline Task followerOf(const Task &predecessor, qint64 sequence, const QString &name)
{
    Task task = pullTask(sequence, name);
    task.options.after = { idText(predecessor.id) };
    return task;
}

inline QStringList namesOf(const TaskTableModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, TaskTableModel::NameColumn).data().toString();
    return names;
}

inline void strict(TaskTableModel &model)
{
    new QAbstractItemModelTester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest, &model);
}

} // namespace slipway
