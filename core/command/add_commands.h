// Commands that submit: queue_add and its short forms.
#pragma once

#include "core/command/command_reply.h"

#include <QJsonArray>

namespace slipway {

void queueAdd(QueueService &queue, const QJsonObject &params, const Reply &reply);
// All or none.
void addMany(
    QueueService &queue, const QJsonArray &tasks, const QueueLimits &limits, const Reply &reply);
void addOne(QueueService &queue, TaskType type, const QJsonObject &params, const Reply &reply);

// One task of a queue_add or of an exported queue: task_type, and params inside or beside it.
// What is not said is as in `limits`; a file says all that is not the contract's own.
OrFieldError<TaskDraft> draftFromRequest(QJsonObject task, const QueueLimits &limits = {});

} // namespace slipway
