// Commands that act: queue_manage and its short forms, hold and release.
#pragma once

#include "core/command/command_reply.h"

namespace slipway {

void queueManage(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueCancel(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueHold(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueRelease(QueueService &queue, const QJsonObject &params, const Reply &reply);

} // namespace slipway
