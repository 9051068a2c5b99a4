// By what the rows of the table are sorted.
#pragma once

#include "core/task/task.h"

namespace slipway {

// Compared from left to right. Small, so that those of many rows can be sorted side by side.
struct SortKey {
    double first = 0;
    double second = 0;
    QString text;
    double place = 0; // in line; decides where all else is equal, in either order
    qint64 sequence = 0;
    int step = 0; // below the task whose key the others are
};

// `name`: of the row, folded to lower case. `column`: one of TaskTableModel::Column.
SortKey sortKey(const Task &task, const QString &name, int column);
bool precedes(const SortKey &left, const SortKey &right, Qt::SortOrder order);

} // namespace slipway
