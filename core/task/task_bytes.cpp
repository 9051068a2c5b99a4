// The store's form of a task: compact JSON, written and read only here. What is as in a new task is
// left out, since every change of a status writes the whole: a default that changes one day needs a
// migration of the database.
#include "core/task/json_text.h"
#include "core/task/task_fields.h"
#include "core/task/task_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <concepts>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// Milliseconds since 1970, UTC. Versions before wrote ISO 8601.
QDateTime timeFromJson(const QJsonValue &json)
{
    if (json.isDouble())
        return QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC);
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

// A text, or a list of the text, its arguments and its clauses.
QJsonValue sentenceToJson(const Sentence &sentence)
{
    if (sentence.arguments.isEmpty() && sentence.clauses.isEmpty())
        return sentence.text;
    QJsonArray clauses;
    for (const Sentence &clause : sentence.clauses)
        clauses.append(sentenceToJson(clause));
    return QJsonArray{ sentence.text, QJsonArray::fromStringList(sentence.arguments), clauses };
}

Sentence sentenceFromJson(const QJsonValue &json)
{
    if (json.isString())
        return json.toString();
    const QJsonArray parts = json.toArray();
    Sentence sentence(parts.at(0).toString());
    for (const QJsonValue &argument : parts.at(1).toArray())
        sentence.arguments.append(argument.toString());
    for (const QJsonValue &clause : parts.at(2).toArray())
        sentence.clauses.append(sentenceFromJson(clause));
    return sentence;
}

// A JSON object's text that takes only what tells something. A document would cost three times
// as much, and a row is written at every change of a status.
class SparseText {
public:
    SparseText() { m_text.reserve(1024); }
    void put(const char *key, const QString &text)
    {
        if (text.isEmpty())
            return;
        beginMember(key);
        appendJsonString(m_text, text);
    }
    void put(const char *key, const Sentence &sentence)
    {
        if (!sentence.isEmpty())
            put(key, sentenceToJson(sentence));
    }
    void put(const char *key, const QDateTime &time)
    {
        if (time.isValid())
            putText(key, QByteArray::number(time.toMSecsSinceEpoch()));
    }
    void put(const char *key, bool yes)
    {
        if (yes)
            putText(key, "true");
    }
    void put(const char *key, std::signed_integral auto number)
    {
        if (number != 0)
            putText(key, QByteArray::number(number));
    }
    void put(const char *key, const QJsonValue &value)
    {
        if (value.isString())
            put(key, value.toString());
        else
            putText(key, QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    }
    void put(const char *key, const QJsonObject &object)
    {
        putText(key, QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    void putText(const char *key, const QByteArray &json)
    {
        beginMember(key);
        m_text += json;
    }
    QByteArray text() const { return m_text + '}'; }

private:
    void beginMember(const char *key)
    {
        m_text += m_text.isEmpty() ? "{\"" : ",\"";
        m_text += key;
        m_text += "\":";
    }

    QByteArray m_text;
};

QByteArray historyText(const QList<HistoryEntry> &history)
{
    QByteArray text;
    for (const HistoryEntry &entry : history) {
        text += text.isEmpty() ? "[[" : ",[";
        appendJsonString(text, statusName(entry.status));
        text += ',';
        text += entry.at.isValid() ? QByteArray::number(entry.at.toMSecsSinceEpoch()) : "null";
        text += ',';
        appendJsonString(text, entry.note);
        text += ']';
    }
    return text.isEmpty() ? "[]" : text + ']';
}

QByteArray idsText(const QList<TaskId> &ids)
{
    QByteArray text;
    for (const TaskId &id : ids)
        text += (text.isEmpty() ? "[\"" : ",\"") + id.toByteArray(QUuid::WithoutBraces) + '"';
    return text + ']';
}

QJsonObject progressToJson(const TaskProgress &progress)
{
    QJsonArray layers;
    for (const LayerProgress &layer : progress.layers)
        layers.append(QJsonArray{ layer.id, layer.state, layer.done, layer.total });
    return { { u"percent"_s, progress.percent }, { u"step"_s, sentenceToJson(progress.step) },
        { u"done"_s, progress.bytesDone },
        { u"total"_s, progress.bytesTotal ? QJsonValue(*progress.bytesTotal) : QJsonValue() },
        { u"transfer"_s, progress.isTransfer }, { u"layers"_s, layers } };
}

TaskProgress progressFromJson(const QJsonObject &json)
{
    TaskProgress progress;
    progress.percent = json[u"percent"].toInt();
    progress.step = sentenceFromJson(json[u"step"]);
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
    QJsonObject json{ { u"code"_s, errorCodeName(error.code) }, { u"text"_s, error.text },
        { u"arguments"_s, QJsonArray::fromStringList(error.arguments) },
        { u"decisive_line"_s, error.decisiveLine }, { u"subject"_s, error.subject },
        { u"retryable"_s, error.retryable } };
    if (error.retryAfterSeconds)
        json[u"retry_after"] = *error.retryAfterSeconds;
    if (!error.nearest.isEmpty())
        json[u"nearest"] = QJsonArray::fromStringList(error.nearest);
    if (error.reclaimableBytes)
        json[u"reclaimable"] = *error.reclaimableBytes;
    if (!error.command.isEmpty())
        json[u"command"] = error.command;
    if (!error.portHolder.isEmpty())
        json[u"port_holder"] = error.portHolder;
    if (error.freePort > 0)
        json[u"free_port"] = error.freePort;
    if (!error.otherHosts.isEmpty())
        json[u"other_hosts"] = QJsonArray::fromStringList(error.otherHosts);
    if (!error.platforms.isEmpty())
        json[u"platforms"] = QJsonArray::fromStringList(error.platforms);
    if (error.place)
        json[u"place"] = QJsonObject{ { u"line"_s, error.place->line },
            { u"instruction"_s, error.place->instruction }, { u"stage"_s, error.place->stage },
            { u"step"_s, error.place->step } };
    if (error.hostMissing)
        json[u"host_missing"] = true;
    if (error.hostWentAway)
        json[u"host_went_away"] = true;
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
    for (const QJsonValue &name : json[u"nearest"].toArray())
        error.nearest.append(name.toString());
    if (json[u"reclaimable"].isDouble())
        error.reclaimableBytes = json[u"reclaimable"].toInteger();
    error.command = json[u"command"].toString();
    error.portHolder = json[u"port_holder"].toString();
    error.freePort = json[u"free_port"].toInt();
    for (const QJsonValue &host : json[u"other_hosts"].toArray())
        error.otherHosts.append(host.toString());
    for (const QJsonValue &platform : json[u"platforms"].toArray())
        error.platforms.append(platform.toString());
    if (const QJsonObject place = json[u"place"].toObject(); !place.isEmpty())
        error.place = DockerfilePlace{ place[u"line"].toInt(), place[u"instruction"].toString(),
            place[u"stage"].toString(), place[u"step"].toInt() };
    error.hostMissing = json[u"host_missing"].toBool();
    error.hostWentAway = json[u"host_went_away"].toBool();
    error.exitCode = intFromJson(json[u"exit_code"]);
    error.httpStatus = intFromJson(json[u"http_status"]);
    return error;
}

QByteArray taskToBytes(const Task &task)
{
    SparseText json;
    json.put("id", idText(task.id));
    json.put("sequence", task.sequence);
    json.put("revision", qint64(task.revision));
    json.put("type", taskTypeName(task.type()));
    json.put("spec", specToSparseJson(task.spec));
    if (task.options != TaskOptions{})
        json.put("options", optionsToSparseJson(task.options));
    json.put("status", statusName(task.status));
    if (task.progress != TaskProgress{})
        json.put("progress", progressToJson(task.progress));
    json.put("created_at", task.createdAt);
    json.put("started_at", task.startedAt);
    json.put("completed_at", task.completedAt);
    json.put("active_ms", task.activeMs);
    json.put("attempt_started_at", task.attemptStartedAt);
    json.put("attempt_ms", task.attemptMs);
    json.putText("history", historyText(task.history));
    json.put("attempt", task.attempt);
    json.put("retry_count", task.retryCount);
    json.put("budget_start", task.budgetStart);
    json.put("furthest", task.furthest);
    json.put("next_retry_at", task.nextRetryAt);
    if (task.place)
        json.putText("place", QByteArray::number(*task.place, 'g', 17));
    if (!task.afterDone.isEmpty())
        json.putText("after_done", idsText(task.afterDone));
    json.put("stop_reason", int(task.stopReason));
    json.put("frozen", task.frozen);
    json.put("resume_after_pause", task.resumeAfterPause);
    json.put("remove_at_end", task.removeAtEnd);
    json.put("resolved_host", task.resolvedHost);
    json.put("waiting_for", task.waitingFor);
    if (task.loggedBefore != LoggedLines{})
        json.putText("logged_before",
            '[' + QByteArray::number(task.loggedBefore.out) + ','
                + QByteArray::number(task.loggedBefore.err) + ']');
    if (task.error)
        json.put("error", errorToJson(*task.error));
    if (task.result)
        json.put("result", *task.result);
    if (task.leftover)
        json.put("leftover",
            QJsonObject{
                { u"kind"_s, int(task.leftover->kind) }, { u"bytes"_s, task.leftover->bytes } });
    return json.text();
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
    task.furthest = json[u"furthest"].toInteger();
    task.nextRetryAt = timeFromJson(json[u"next_retry_at"]);
    if (json[u"place"].isDouble())
        task.place = json[u"place"].toDouble();
    for (const QJsonValue &id : json[u"after_done"].toArray())
        task.afterDone.append(QUuid::fromString(id.toString()));
    const int stopReason = json[u"stop_reason"].toInt();
    if (stopReason >= int(StopReason::None) && stopReason <= int(StopReason::Quit))
        task.stopReason = static_cast<StopReason>(stopReason);
    task.frozen = json[u"frozen"].toBool();
    task.resumeAfterPause = json[u"resume_after_pause"].toBool();
    task.removeAtEnd = json[u"remove_at_end"].toBool();
    task.resolvedHost = json[u"resolved_host"].toString();
    task.waitingFor = sentenceFromJson(json[u"waiting_for"]);
    task.loggedBefore = { json[u"logged_before"][0].toInteger(),
        json[u"logged_before"][1].toInteger() };
    if (json[u"error"].isObject())
        task.error = errorFromJson(json[u"error"].toObject());
    if (json[u"result"].isObject())
        task.result = json[u"result"].toObject();
    if (const QJsonValue left = json[u"leftover"]; left.isObject())
        task.leftover = Leftover{ left[u"kind"].toInt() == int(Leftover::Kind::ModelParts)
                ? Leftover::Kind::ModelParts
                : Leftover::Kind::BuildCache,
            left[u"bytes"].toInteger() };
    return task;
}

} // namespace slipway
