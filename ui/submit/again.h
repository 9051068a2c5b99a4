// What has been done, as something to do again.
#pragma once

#include "core/task/task.h"

namespace slipway {

// At once, after nothing, under no name: whatever it was linked to has its own end already.
TaskOptions optionsAgain(TaskOptions options);
TaskDraft draftAgain(const Task &task);
// In the order they were added. Those that waited for one another do so again. A login is left out:
// its password is gone.
QList<TaskDraft> draftsAgain(QList<Task> tasks);

} // namespace slipway
