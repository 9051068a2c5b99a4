#include "core/task/task_status.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct StatusRow {
    TaskStatus status;
    StatusGroup group;
    QStringView name;
    QStringView description;
};

// In the order of the enum: rowOf() indexes it.
constexpr StatusRow rows[] = {
    { TaskStatus::Pending, StatusGroup::Waiting, u"pending", u"Task is waiting in queue" },
    { TaskStatus::Running, StatusGroup::Active, u"running", u"Task is currently executing" },
    { TaskStatus::Paused, StatusGroup::Paused, u"paused", u"Task execution is paused by user" },
    { TaskStatus::Validating, StatusGroup::Active, u"validating", u"Validating task parameters" },
    { TaskStatus::Preparing, StatusGroup::Active, u"preparing", u"Preparing task execution" },
    { TaskStatus::Uploading, StatusGroup::Active, u"uploading", u"Uploading data to registry" },
    { TaskStatus::Downloading, StatusGroup::Active, u"downloading",
        u"Downloading data from registry" },
    { TaskStatus::Building, StatusGroup::Active, u"building", u"Building Docker image" },
    { TaskStatus::Pulling, StatusGroup::Active, u"pulling", u"Pulling Docker image" },
    { TaskStatus::Completed, StatusGroup::Finished, u"completed", u"Task completed successfully" },
    { TaskStatus::Failed, StatusGroup::Finished, u"failed", u"Task failed with error" },
    { TaskStatus::Cancelled, StatusGroup::Finished, u"cancelled", u"Task was cancelled" },
    { TaskStatus::Timeout, StatusGroup::Finished, u"timeout", u"Task execution timed out" },
};

const StatusRow &rowOf(TaskStatus status)
{
    return rows[static_cast<int>(status)];
}

} // namespace

const QList<TaskStatus> &allStatuses()
{
    static const QList<TaskStatus> statuses = [] {
        QList<TaskStatus> list;
        for (const StatusRow &row : rows)
            list.append(row.status);
        return list;
    }();
    return statuses;
}

QString statusName(TaskStatus status)
{
    return rowOf(status).name.toString();
}

std::optional<TaskStatus> statusFromName(const QString &name)
{
    for (const StatusRow &row : rows) {
        if (name.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.status;
    }
    return std::nullopt;
}

QString statusDescription(TaskStatus status)
{
    return rowOf(status).description.toString();
}

StatusGroup groupOf(TaskStatus status)
{
    return rowOf(status).group;
}

QString groupName(StatusGroup group)
{
    switch (group) {
    case StatusGroup::Waiting:
        return u"waiting"_s;
    case StatusGroup::Active:
        return u"active"_s;
    case StatusGroup::Paused:
        return u"paused"_s;
    case StatusGroup::Finished:
        return u"finished"_s;
    }
    Q_UNREACHABLE();
}

bool mayFollow(TaskStatus from, TaskStatus to)
{
    if (from == to)
        return false;
    switch (groupOf(from)) {
    case StatusGroup::Waiting:
        // Failed: a predecessor was cancelled or removed.
        return groupOf(to) == StatusGroup::Active || to == TaskStatus::Paused
            || to == TaskStatus::Cancelled || to == TaskStatus::Failed;
    case StatusGroup::Active:
        return true;
    case StatusGroup::Paused:
        return to == TaskStatus::Pending || to == TaskStatus::Cancelled;
    case StatusGroup::Finished:
        // A retry. Completed and cancelled tasks end; running again is a new task.
        return to == TaskStatus::Pending
            && (from == TaskStatus::Failed || from == TaskStatus::Timeout);
    }
    Q_UNREACHABLE();
}

} // namespace slipway
