#include "core/command/task_reply.h"

#include "core/command/command_reply.h"
#include "core/diagnosis/fixes.h"
#include "core/diagnosis/suggestions.h"
#include "core/docker/docker_command.h"
#include "core/executor/terminal_text.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

QJsonValue durationReply(const Task &task)
{
    const auto seconds = task.duration(QDateTime::currentDateTimeUtc());
    return seconds ? QJsonValue(rounded(*seconds, 1000)) : QJsonValue(QJsonValue::Null);
}

QJsonValue errorDetails(const std::optional<TaskError> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{ { u"exit_code"_s, orNull(error->exitCode) },
        { u"http_status"_s, orNull(error->httpStatus) },
        { u"decisive_line"_s, orNull(error->decisiveLine) },
        { u"subject"_s, orNull(error->subject) }, { u"retryable"_s, error->retryable } };
}

QJsonArray fixesReply(const Task &task)
{
    QJsonArray fixes;
    for (const Fix &fix : fixesFor(task)) {
        QJsonObject json{ { u"id"_s, fix.id }, { u"label"_s, fixLabel(fix) } };
        if (!fix.copied.isEmpty())
            json[u"command"] = fix.copied;
        if (!fix.file.isEmpty())
            json[u"file"] = fix.file;
        if (fix.line > 0)
            json[u"line"] = fix.line;
        fixes.append(json);
    }
    return fixes;
}

QJsonArray historyReply(const Task &task)
{
    QJsonArray history;
    for (const HistoryEntry &entry : task.history)
        history.append(QJsonObject{ { u"status"_s, statusName(entry.status) },
            { u"at"_s, timeText(entry.at) }, { u"note"_s, orNull(entry.note) } });
    return history;
}

QJsonValue leftoverReply(const std::optional<Leftover> &left)
{
    if (!left)
        return QJsonValue::Null;
    const QString kind =
        left->kind == Leftover::Kind::ModelParts ? u"model_parts"_s : u"build_cache"_s;
    return QJsonObject{ { u"kind"_s, kind },
        { u"bytes"_s, left->bytes > 0 ? QJsonValue(left->bytes) : QJsonValue(QJsonValue::Null) } };
}

void insertOurs(QJsonObject &json, const Task &task, PauseCost cost)
{
    json[u"transfer"] = transferReply(task.progress);
    json[u"status_group"] = groupName(groupOf(task.status));
    json[u"stopping"] = task.isStopping();
    json[u"history"] = historyReply(task);
    json[u"priority"] = task.options.priority;
    json[u"category"] = task.options.category;
    json[u"tags"] = QJsonArray::fromStringList(task.options.tags);
    json[u"after"] = QJsonArray::fromStringList(task.options.after);
    json[u"waiting_for"] = orNull(task.waitingFor.english());
    json[u"next_retry_at"] = orNull(timeText(task.nextRetryAt));
    json[u"pause_cost"] = pauseCostName(cost);
    json[u"timeout_seconds"] = orNull(task.options.timeoutSeconds);
    json[u"stall_seconds"] = orNull(task.options.stallSeconds);
    json[u"host"] = orNull(task.resolvedHost.isEmpty() ? task.options.host : task.resolvedHost);
    json[u"command_line"] = orNull(commandLine(task.spec));
    json[u"quiet_since"] = orNull(timeText(task.quietSince));
    json[u"seconds_left"] = orNull(task.secondsLeft(QDateTime::currentDateTimeUtc()));
    json[u"usual_seconds"] = orNull(task.usualSeconds);
    json[u"notify"] = task.options.notify;
    json[u"leftover"] = leftoverReply(task.leftover);
}

} // namespace

bool canRetry(const Task &task)
{
    return (task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout)
        && task.retryCount < task.options.maxRetries;
}

QJsonValue errorInfo(const std::optional<TaskError> &error, const QJsonArray &fixes)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject{ { u"code"_s, errorCodeName(error->code) },
        { u"description"_s, errorCodeDescription(error->code) },
        { u"suggestions"_s, QJsonArray::fromStringList(suggestionsFor(*error)) },
        { u"fixes"_s, fixes } };
}

QJsonValue transferReply(const TaskProgress &progress)
{
    if (!progress.isTransfer)
        return QJsonValue::Null;
    QJsonArray layers;
    for (const LayerProgress &layer : progress.layers)
        layers.append(QJsonObject{ { u"id"_s, layer.id }, { u"state"_s, layer.state },
            { u"done"_s, layer.done },
            { u"total"_s,
                layer.total < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(layer.total) } });
    return QJsonObject{ { u"bytes_done"_s, progress.bytesDone },
        { u"bytes_total"_s,
            progress.bytesTotal ? QJsonValue(*progress.bytesTotal) : QJsonValue(QJsonValue::Null) },
        { u"bytes_per_second"_s, std::round(progress.bytesPerSecond) },
        { u"seconds_left"_s, orNull(progress.secondsLeft) }, { u"layers"_s, layers } };
}

QJsonObject taskReply(const Task &task, PauseCost cost)
{
    QJsonObject json{ { u"id"_s, idText(task.id) }, { u"task_type"_s, taskTypeName(task.type()) },
        { u"status"_s, statusName(task.status) },
        { u"status_description"_s, statusDescription(task.status) },
        { u"params"_s, specToJson(task.spec) }, { u"progress"_s, task.progress.percent },
        { u"current_step"_s, orNull(task.progress.step.english()) },
        { u"created_at"_s, timeText(task.createdAt) },
        { u"started_at"_s, orNull(timeText(task.startedAt)) },
        { u"completed_at"_s, orNull(timeText(task.completedAt)) },
        { u"duration"_s, durationReply(task) },
        { u"result"_s, task.result ? QJsonValue(*task.result) : QJsonValue(QJsonValue::Null) },
        { u"error"_s,
            task.error ? QJsonValue(errorMessage(*task.error)) : QJsonValue(QJsonValue::Null) },
        { u"error_code"_s,
            task.error ? QJsonValue(errorCodeName(task.error->code))
                       : QJsonValue(QJsonValue::Null) },
        { u"error_details"_s, errorDetails(task.error) },
        { u"error_info"_s, errorInfo(task.error, fixesReply(task)) },
        { u"retry_count"_s, task.retryCount }, { u"max_retries"_s, task.options.maxRetries },
        { u"can_retry"_s, canRetry(task) } };
    insertOurs(json, task, cost);
    return json;
}

QJsonObject taskSummary(const Task &task)
{
    QJsonValue error = QJsonValue::Null;
    if (task.error)
        error = QJsonObject{ { u"message"_s, errorMessage(*task.error) },
            { u"code"_s, errorCodeName(task.error->code) },
            { u"details"_s, errorDetails(task.error) } };
    return { { u"id"_s, idText(task.id) }, { u"type"_s, taskTypeName(task.type()) },
        { u"status"_s,
            QJsonObject{ { u"current"_s, statusName(task.status) },
                { u"description"_s, statusDescription(task.status) },
                { u"progress"_s, task.progress.percent },
                { u"current_step"_s, orNull(task.progress.step.english()) } } },
        { u"timing"_s,
            QJsonObject{ { u"created"_s, timeText(task.createdAt) },
                { u"started"_s, orNull(timeText(task.startedAt)) },
                { u"completed"_s, orNull(timeText(task.completedAt)) },
                { u"duration"_s, durationReply(task) } } },
        { u"error"_s, error },
        { u"retry"_s,
            QJsonObject{ { u"count"_s, task.retryCount }, { u"max"_s, task.options.maxRetries },
                { u"can_retry"_s, canRetry(task) } } },
        { u"result"_s, task.result ? QJsonValue(*task.result) : QJsonValue(QJsonValue::Null) } };
}

QJsonObject progressReply(const TaskId &id, const TaskProgress &progress)
{
    return { { u"event"_s, u"progress"_s }, { u"task_id"_s, idText(id) },
        { u"progress"_s, progress.percent }, { u"current_step"_s, orNull(progress.step.english()) },
        { u"transfer"_s, transferReply(progress) } };
}

QJsonArray logReply(const LogLines &lines)
{
    QJsonArray array;
    for (const LogLine &line : lines)
        array.append(QString::fromUtf8(withoutTerminalCodes(line.text)));
    return array;
}

QJsonObject statisticsReply(const QueueStatistics &s)
{
    QJsonObject byStatus;
    for (auto it = s.byStatus.cbegin(); it != s.byStatus.cend(); ++it)
        byStatus.insert(statusName(it.key()), it.value());
    QJsonObject byType;
    for (auto it = s.byType.cbegin(); it != s.byType.cend(); ++it)
        byType.insert(taskTypeName(it.key()), it.value());
    QJsonObject byError;
    for (auto it = s.byError.cbegin(); it != s.byError.cend(); ++it)
        byError.insert(errorCodeName(it.key()), it.value());
    return { { u"summary"_s,
                 QJsonObject{ { u"total_tasks"_s, s.total },
                     { u"max_concurrent"_s, s.maxConcurrent }, { u"current_running"_s, s.active },
                     { u"queue_size"_s, s.waiting } } },
        { u"status_distribution"_s, byStatus }, { u"type_distribution"_s, byType },
        { u"error_distribution"_s, byError },
        { u"performance"_s,
            QJsonObject{ { u"average_duration_seconds"_s, rounded(s.averageDuration, 100) },
                { u"completed_tasks"_s, s.completed }, { u"failed_tasks"_s, s.failed },
                { u"success_rate"_s, rounded(s.successRate, 100) },
                { u"success_rate_finished"_s, rounded(s.successRateFinished, 100) },
                { u"bytes_transferred"_s, s.bytesTransferred } } },
        { u"retry_statistics"_s,
            QJsonObject{ { u"total_retries"_s, s.totalRetries },
                { u"tasks_with_retries"_s, s.tasksWithRetries },
                { u"max_retries_reached"_s, s.maxRetriesReached } } },
        { u"recent_activity"_s,
            QJsonObject{ { u"last_24h"_s, s.lastDay }, { u"last_hour"_s, s.lastHour } } } };
}

} // namespace slipway
