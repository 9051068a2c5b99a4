// The 13 statuses of a task, their 4 groups and the transitions between them.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace slipway {

enum class TaskStatus {
    Pending,
    Running,
    Paused,
    Validating,
    Preparing,
    Uploading,
    Downloading,
    Building,
    Pulling,
    Completed,
    Failed,
    Cancelled,
    Timeout,
};

// What may be done with a task depends on its group, never on one status.
enum class StatusGroup { Waiting, Active, Paused, Finished };

const QList<TaskStatus> &allStatuses();
QString statusName(TaskStatus status); // "pending", as in the contract
std::optional<TaskStatus> statusFromName(const QString &name);
QString statusDescription(TaskStatus status); // the specification's sentence

StatusGroup groupOf(TaskStatus status);
QString groupName(StatusGroup group);

// Whether a task in `from` may come to `to`. Staying is no transition.
bool mayFollow(TaskStatus from, TaskStatus to);

} // namespace slipway
