// The store's form of a task: compact JSON, written and read only here.
#include "core/task/task_fields.h"
#include "core/task/task_json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

    QJsonValue timeToJson(const QDateTime &time)
    {
        return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs))
                              : QJsonValue(QJsonValue::Null);
    }

    QDateTime timeFromJson(const QJsonValue &json)
    {
        return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    }

    QJsonObject progressToJson(const TaskProgress &progress)
    {
        QJsonArray layers;
        for (const LayerProgress &layer : progress.layers)
            layers.append(QJsonArray { layer.id, layer.state, layer.done, layer.total });
        return { { u"percent"_s, progress.percent }, { u"step"_s, progress.step },
            { u"done"_s, progress.bytesDone },
            { u"total"_s, progress.bytesTotal ? QJsonValue(*progress.bytesTotal) : QJsonValue() },
            { u"transfer"_s, progress.isTransfer }, { u"layers"_s, layers } };
    }

    TaskProgress progressFromJson(const QJsonObject &json)
    {
        TaskProgress progress;
        progress.percent = json[u"percent"].toInt();
        progress.step = json[u"step"].toString();
        progress.bytesDone = json[u"done"].toInteger();
        if (json[u"total"].isDouble())
            progress.bytesTotal = json[u"total"].toInteger();
        progress.isTransfer = json[u"transfer"].toBool();
        for (const QJsonValue &value : json[u"layers"].toArray()) {
            const QJsonArray layer = value.toArray();
            progress.layers.append({ layer.at(0).toString(), layer.at(1).toString(),
                layer.at(2).toInteger(), layer.at(3).toInteger() });
        }
        return progress;
    }

    std::optional<int> intFromJson(const QJsonValue &json)
    {
        return json.isDouble() ? std::optional(json.toInt()) : std::nullopt;
    }

} // namespace

QJsonObject errorToJson(const TaskError &error)
{
    QJsonObject json { { u"code"_s, errorCodeName(error.code) }, { u"text"_s, error.text },
        { u"arguments"_s, QJsonArray::fromStringList(error.arguments) },
        { u"decisive_line"_s, error.decisiveLine }, { u"subject"_s, error.subject },
        { u"retryable"_s, error.retryable } };
    if (error.retryAfterSeconds)
        json[u"retry_after"] = *error.retryAfterSeconds;
    if (error.exitCode)
        json[u"exit_code"] = *error.exitCode;
    if (error.httpStatus)
        json[u"http_status"] = *error.httpStatus;
    return json;
}

TaskError errorFromJson(const QJsonObject &json)
{
    TaskError error;
    error.code = errorCodeFromName(json[u"code"].toString()).value_or(ErrorCode::UnknownError);
    error.text = json[u"text"].toString();
    for (const QJsonValue &argument : json[u"arguments"].toArray())
        error.arguments.append(argument.toString());
    error.decisiveLine = json[u"decisive_line"].toString();
    error.subject = json[u"subject"].toString();
    error.retryable = json[u"retryable"].toBool();
    error.retryAfterSeconds = intFromJson(json[u"retry_after"]);
    error.exitCode = intFromJson(json[u"exit_code"]);
    error.httpStatus = intFromJson(json[u"http_status"]);
    return error;
}

QByteArray taskToBytes(const Task &task)
{
    QJsonArray history;
    for (const HistoryEntry &entry : task.history)
        history.append(QJsonArray { statusName(entry.status), timeToJson(entry.at), entry.note });
    const QJsonObject json { { u"id"_s, idText(task.id) }, { u"sequence"_s, task.sequence },
        { u"revision"_s, qint64(task.revision) }, { u"type"_s, taskTypeName(task.type()) },
        { u"spec"_s, specToJson(task.spec) }, { u"options"_s, optionsToJson(task.options) },
        { u"status"_s, statusName(task.status) }, { u"progress"_s, progressToJson(task.progress) },
        { u"created_at"_s, timeToJson(task.createdAt) },
        { u"started_at"_s, timeToJson(task.startedAt) },
        { u"completed_at"_s, timeToJson(task.completedAt) }, { u"active_ms"_s, task.activeMs },
        { u"attempt_started_at"_s, timeToJson(task.attemptStartedAt) },
        { u"attempt_ms"_s, task.attemptMs }, { u"history"_s, history },
        { u"attempt"_s, task.attempt }, { u"retry_count"_s, task.retryCount },
        { u"budget_start"_s, task.budgetStart },
        { u"next_retry_at"_s, timeToJson(task.nextRetryAt) },
        { u"stop_reason"_s, int(task.stopReason) }, { u"frozen"_s, task.frozen },
        { u"resume_after_pause"_s, task.resumeAfterPause }, { u"remove_at_end"_s, task.removeAtEnd },
        { u"resolved_host"_s, task.resolvedHost },
        { u"waiting_for"_s, task.waitingFor },
        { u"logged_before"_s, QJsonArray { task.loggedBefore.out, task.loggedBefore.err } },
        { u"error"_s, task.error ? QJsonValue(errorToJson(*task.error)) : QJsonValue() },
        { u"result"_s, task.result ? QJsonValue(*task.result) : QJsonValue() } };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Task> taskFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto type = taskTypeFromName(json[u"type"].toString());
    const auto status = statusFromName(json[u"status"].toString());
    Task task;
    task.id = QUuid::fromString(json[u"id"].toString());
    if (!type || !status || task.id.isNull())
        return std::nullopt;
    task.sequence = json[u"sequence"].toInteger();
    task.revision = quint64(json[u"revision"].toInteger());
    task.status = *status;
    task.spec = emptySpec(*type);
    // Read field by field, without validating: a folder that is gone since must not lose the task.
    readFields(json[u"spec"].toObject(), task.spec);
    readFields(json[u"options"].toObject(), task.options);
    task.progress = progressFromJson(json[u"progress"].toObject());
    task.createdAt = timeFromJson(json[u"created_at"]);
    task.startedAt = timeFromJson(json[u"started_at"]);
    task.completedAt = timeFromJson(json[u"completed_at"]);
    task.activeMs = json[u"active_ms"].toInteger();
    task.attemptStartedAt = timeFromJson(json[u"attempt_started_at"]);
    task.attemptMs = json[u"attempt_ms"].toInteger();
    for (const QJsonValue &value : json[u"history"].toArray()) {
        const QJsonArray entry = value.toArray();
        task.history.append({ statusFromName(entry.at(0).toString()).value_or(TaskStatus::Pending),
            timeFromJson(entry.at(1)), entry.at(2).toString() });
    }
    task.attempt = json[u"attempt"].toInt();
    task.retryCount = json[u"retry_count"].toInt();
    task.budgetStart = json[u"budget_start"].toInt();
    task.nextRetryAt = timeFromJson(json[u"next_retry_at"]);
    task.stopReason = static_cast<StopReason>(json[u"stop_reason"].toInt());
    task.frozen = json[u"frozen"].toBool();
    task.resumeAfterPause = json[u"resume_after_pause"].toBool();
    task.removeAtEnd = json[u"remove_at_end"].toBool();
    task.resolvedHost = json[u"resolved_host"].toString();
    task.waitingFor = json[u"waiting_for"].toString();
    task.loggedBefore = { json[u"logged_before"][0].toInteger(), json[u"logged_before"][1].toInteger() };
    if (json[u"error"].isObject())
        task.error = errorFromJson(json[u"error"].toObject());
    if (json[u"result"].isObject())
        task.result = json[u"result"].toObject();
    return task;
}

} // namespace slipway
