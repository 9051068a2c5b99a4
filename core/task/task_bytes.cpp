// The store's form of a task: compact JSON, written and read only here. What is as in a new task is
// left out, since every change of a status writes the whole: a default that changes one day needs a
// migration of the database.
#include "core/task/task_fields.h"
#include "core/task/task_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <concepts>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

    // Milliseconds since 1970, UTC. Versions before wrote ISO 8601.
    QJsonValue timeToJson(const QDateTime &time)
    {
        return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
    }

    QDateTime timeFromJson(const QJsonValue &json)
    {
        if (json.isDouble())
            return QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC);
        return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    }

    // An object that takes only what tells something.
    class Sparse {
    public:
        void put(const QString &key, const QString &text)
        {
            if (!text.isEmpty())
                m_json.insert(key, text);
        }
        void put(const QString &key, const QDateTime &time)
        {
            if (time.isValid())
                m_json.insert(key, timeToJson(time));
        }
        void put(const QString &key, std::integral auto number)
        {
            if (number != 0)
                m_json.insert(key, QJsonValue(number));
        }
        void put(const QString &key, const QJsonValue &value)
        {
            m_json.insert(key, value);
        }
        void put(const QString &key, const QJsonObject &object)
        {
            if (!object.isEmpty())
                m_json.insert(key, object);
        }
        QJsonObject json() const { return m_json; }

    private:
        QJsonObject m_json;
    };

    QJsonObject progressToJson(const TaskProgress &progress)
    {
        Sparse json;
        json.put(u"percent"_s, progress.percent);
        json.put(u"step"_s, progress.step);
        json.put(u"done"_s, progress.bytesDone);
        if (progress.bytesTotal)
            json.put(u"total"_s, QJsonValue(*progress.bytesTotal));
        json.put(u"transfer"_s, progress.isTransfer);
        QJsonArray layers;
        for (const LayerProgress &layer : progress.layers)
            layers.append(QJsonArray { layer.id, layer.state, layer.done, layer.total });
        if (!layers.isEmpty())
            json.put(u"layers"_s, QJsonValue(layers));
        return json.json();
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
    Sparse json;
    json.put(u"id"_s, idText(task.id));
    json.put(u"sequence"_s, task.sequence);
    json.put(u"revision"_s, qint64(task.revision));
    json.put(u"type"_s, taskTypeName(task.type()));
    json.put(u"spec"_s, specToSparseJson(task.spec));
    json.put(u"options"_s, optionsToSparseJson(task.options));
    json.put(u"status"_s, statusName(task.status));
    json.put(u"progress"_s, progressToJson(task.progress));
    json.put(u"created_at"_s, task.createdAt);
    json.put(u"started_at"_s, task.startedAt);
    json.put(u"completed_at"_s, task.completedAt);
    json.put(u"active_ms"_s, task.activeMs);
    json.put(u"attempt_started_at"_s, task.attemptStartedAt);
    json.put(u"attempt_ms"_s, task.attemptMs);
    json.put(u"history"_s, QJsonValue(history));
    json.put(u"attempt"_s, task.attempt);
    json.put(u"retry_count"_s, task.retryCount);
    json.put(u"budget_start"_s, task.budgetStart);
    json.put(u"next_retry_at"_s, task.nextRetryAt);
    json.put(u"stop_reason"_s, int(task.stopReason));
    json.put(u"frozen"_s, task.frozen);
    json.put(u"resume_after_pause"_s, task.resumeAfterPause);
    json.put(u"remove_at_end"_s, task.removeAtEnd);
    json.put(u"resolved_host"_s, task.resolvedHost);
    json.put(u"waiting_for"_s, task.waitingFor);
    if (task.loggedBefore != LoggedLines {})
        json.put(u"logged_before"_s, QJsonValue(QJsonArray { task.loggedBefore.out, task.loggedBefore.err }));
    if (task.error)
        json.put(u"error"_s, QJsonValue(errorToJson(*task.error)));
    if (task.result)
        json.put(u"result"_s, QJsonValue(*task.result));
    return QJsonDocument(json.json()).toJson(QJsonDocument::Compact);
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
    const int stopReason = json[u"stop_reason"].toInt();
    if (stopReason >= int(StopReason::None) && stopReason <= int(StopReason::Quit))
        task.stopReason = static_cast<StopReason>(stopReason);
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
