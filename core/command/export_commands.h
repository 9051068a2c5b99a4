// A queue as one object, out and in: {"slipway":1,"tasks":[{task_type, key, after, params, ...}]}.
#pragma once

#include "core/command/command_reply.h"

namespace slipway {

void queueExport(QueueService &queue, const QJsonObject &params, const Reply &reply);
void queueImport(QueueService &queue, const QJsonObject &params, const Reply &reply);

} // namespace slipway
