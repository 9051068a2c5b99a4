// The story of a task as spans of time: what it was in, from when until when, in which attempt.
#pragma once

#include "core/task/task.h"

namespace slipway {

struct TimelinePart {
    TaskStatus status = TaskStatus::Pending;
    QDateTime from;
    QDateTime until;
    int attempt = 0; // 0: it waited, or was paused
    bool isCurrent = false; // and goes on
    QString note;
    qint64 ms() const { return from.msecsTo(until); }
};

// From the moment it was added. Empty for a task that has not begun to wait.
QList<TimelinePart> timelineOf(const Task &task, const QDateTime &now);
int attemptsIn(const QList<TimelinePart> &timeline);

} // namespace slipway
