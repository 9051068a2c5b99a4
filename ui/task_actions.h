// What may be done with the tasks that are selected, and why something may not.
#pragma once

#include "core/task/task.h"

#include <QList>

namespace slipway {

enum class TaskVerb { Resume, Pause, Retry, Cancel, Remove };

struct VerbState {
    QList<TaskId> ids; // those of the selection it is for; empty = disabled
    QString explanation; // what it will do, or why it cannot: a sentence for the tooltip
};

VerbState stateOf(TaskVerb verb, const QList<Task> &selected);

} // namespace slipway
