// How an attempt's outcome and the reason it was stopped for give the task's next status.
#pragma once

#include "core/executor/task_outcome.h"

namespace slipway {

struct AttemptEnd {
    TaskStatus status = TaskStatus::Failed;
    bool retry = false; // Pending: a retry by itself, after a wait
    bool pickUp = false; // nothing is saved: the next start of the program finds out
    std::optional<TaskError> error;
    QString note; // for the history
};

AttemptEnd endOf(const Task &task, const TaskOutcome &outcome);

} // namespace slipway
