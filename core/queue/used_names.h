// Names that tasks of the queue got what they wanted with: when one is misspelt, it is mostly one
// of them, and no registry lists those of somebody's own.
#pragma once

#include "core/task/task.h"

namespace slipway {

// The image or model that the task fetches; "" where it fetches none.
QString fetchedName(const TaskSpec &spec);
bool isPerhapsMisspelt(const Task &task); // it failed because there is no such thing

// What is offered to a misspelt task: what its engine or registry knew, and what was used, the
// nearest first.
QStringList withUsedNames(const Task &misspelt, const QStringList &used);

} // namespace slipway
