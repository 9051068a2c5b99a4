// Moves tasks in line. Several at once keep their order among themselves.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/task_actions.h"

namespace slipway {

// Asks for nothing where a task stands at its place already.
QList<QFuture<VerbAnswer>> moveInLine(QueueService &queue, TaskVerb move, const QList<TaskId> &ids);

// Why such a move would change nothing; empty where it would, or where that takes long to tell.
QString whyNotMoved(const QueueService &queue, TaskVerb move, const QList<TaskId> &ids);

// To stand before another one of their lane (null: behind all of it), in this order.
QList<QFuture<VerbAnswer>> moveBefore(
    QueueService &queue, const QList<TaskId> &ids, const TaskId &before);

} // namespace slipway
