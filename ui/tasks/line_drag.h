// Rows of the table that are dragged to another place in line.
#pragma once

#include "core/task/task.h"

#include <optional>

class QMimeData;

namespace slipway {

class TaskTableModel;

// Where rows would land: before which task (null: behind all of their lane), and the row whose
// upper edge shows it.
struct LinePlace {
    TaskId before;
    int row = 0;
};

QMimeData *dragged(const QList<TaskId> &ids); // the caller's
QList<TaskId> draggedIds(const QMimeData &data); // empty for anything else

// `edge`: the row above which the pointer is. None where nothing waits in line.
std::optional<LinePlace> placeInLine(
    const TaskTableModel &model, const QList<TaskId> &ids, int edge);

} // namespace slipway
