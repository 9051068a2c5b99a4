// Commands for the queue as a whole: its limits, its health, clearing it.
#pragma once

#include "core/command/command_reply.h"

namespace slipway {

void queueLimits(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueHealth(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueClear(QueueService &queue, const QJsonObject &params, const Reply &reply);

} // namespace slipway
