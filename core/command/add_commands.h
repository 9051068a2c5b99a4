// Commands that submit: queue_add and its short forms.
#pragma once

#include "core/command/command_reply.h"

#include <QJsonArray>

namespace slipway {

void queueAdd(QueueService &queue, const QJsonObject &params, const Reply &reply);
void addMany(QueueService &queue, const QJsonArray &tasks, const Reply &reply); // all or none
void addOne(QueueService &queue, TaskType type, const QJsonObject &params, const Reply &reply);

// One task of a queue_add or of an exported queue: task_type, and params inside or beside it.
OrFieldError<TaskDraft> draftFromRequest(QJsonObject task);

} // namespace slipway
