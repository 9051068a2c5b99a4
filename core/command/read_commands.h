// Commands that only look: queue_status, queue_task_status, queue_list, queue_logs.
#pragma once

#include "core/command/command_reply.h"

namespace slipway {

void queueStatus(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueTaskStatus(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueList(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueLogs(QueueService &queue, const QJsonObject &params, const Reply &reply);

} // namespace slipway
