// A task, its summary and the queue's statistics as the contract's JSON.
#pragma once

#include "core/queue/queue_service.h"
#include "core/queue/queue_statistics.h"

#include <QJsonArray>
#include <QJsonObject>

namespace slipway {

QJsonObject taskReply(const Task &task, PauseCost cost);
QJsonObject taskSummary(const Task &task);
QJsonValue errorInfo(
    const std::optional<TaskError> &error, const QJsonArray &fixes = {}); // null without an error
QJsonObject progressReply(const TaskId &id, const TaskProgress &progress);
QJsonValue transferReply(const TaskProgress &progress);
QJsonArray logReply(const LogLines &lines);
QJsonObject statisticsReply(const QueueStatistics &statistics);
bool canRetry(const Task &task);

} // namespace slipway
