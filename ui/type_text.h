// Kinds of tasks in words and icons.
#pragma once

#include "core/task/task_type.h"

namespace slipway {

QString typeText(TaskType type); // "Pull"
QString typePhrase(TaskType type); // "get an image"
QString typeIcon(TaskType type); // name for themedIcon()

} // namespace slipway
