// Moves tasks in line. Several at once keep their order among themselves.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/task_actions.h"

namespace slipway {

// Asks for nothing where a task stands at its place already.
QList<QFuture<VerbAnswer>> moveInLine(QueueService &queue, TaskVerb move, const QList<TaskId> &ids);

} // namespace slipway
