// Reads what new tasks say in `after` and `log_of`: keys of the same submit, or ids of tasks that
// are there.
#pragma once

#include "core/task/task.h"

#include <functional>

namespace slipway {

using FindTask = std::function<const Task *(const TaskId &)>; // none: nullptr

// Puts ids where keys stood, each once. Otherwise the first thing wrong and which task it is in:
// a key twice, a name that nobody has, a task that will never complete, or a circle.
std::optional<FieldError> resolveAfter(QList<Task> &tasks, const FindTask &find, int *which);

} // namespace slipway
