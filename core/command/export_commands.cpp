#include "core/command/export_commands.h"

#include "core/command/add_commands.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

std::optional<QJsonObject> readWanted(const QueueService &queue, Params &read, QList<Task> &wanted)
{
    const QStringList ids = read.list(u"task_ids"_s);
    const QStringList statuses = read.list(u"status"_s);
    if (read.error)
        return failure(*read.error);
    for (const QString &status : statuses) {
        if (!statusFromName(status))
            return failure({ ErrorCode::ValidationInvalidParams, u"status"_s,
                u"there is no status \"%1\""_s.arg(status) });
    }
    QSet<TaskId> named;
    for (const QString &id : ids) {
        if (!queue.task(QUuid::fromString(id)))
            return failure(errorCodeName(ErrorCode::QueueTaskNotFound),
                u"There is no task %1"_s.arg(id), { { u"task_id"_s, id } });
        named.insert(QUuid::fromString(id));
    }
    for (const Task &task : queue.snapshot()) {
        const bool fits = (named.isEmpty() || named.contains(task.id))
            && (statuses.isEmpty()
                || statuses.contains(statusName(task.status), Qt::CaseInsensitive));
        if (fits)
            wanted.append(task);
    }
    return std::nullopt;
}

// Its own key, or a number; tasks of several files may have the same.
QHash<QString, QString> keysFor(const QList<Task> &tasks)
{
    QHash<QString, QString> keys; // by id
    QSet<QString> taken;
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        const QString wanted =
            tasks[i].options.key.isEmpty() ? u"task-%1"_s.arg(i + 1) : tasks[i].options.key;
        QString key = wanted;
        for (int n = 2; taken.contains(key); ++n)
            key = wanted + u"-%1"_s.arg(n);
        taken.insert(key);
        keys.insert(idText(tasks[i].id), key);
    }
    return keys;
}

// What it waits for outside the file does not go with it.
QJsonObject exported(const Task &task, const QHash<QString, QString> &keys)
{
    QJsonObject json = optionsToSparseJson(task.options);
    QJsonArray after;
    for (const QString &id : task.options.after) {
        if (keys.contains(id))
            after.append(keys.value(id));
    }
    QJsonObject params = specToSparseJson(task.spec);
    if (const auto source = params.constFind(u"log_of"_s); source != params.constEnd()) {
        if (const QString key = keys.value(source->toString()); !key.isEmpty())
            params[u"log_of"] = key;
        else
            params.remove(u"log_of"_s);
    }
    json[u"task_type"] = taskTypeName(task.type());
    json[u"key"] = keys.value(idText(task.id));
    json[u"after"] = after;
    json[u"params"] = params;
    return json;
}

} // namespace

void queueExport(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown =
            refuseUnknownKeys(params, { u"task_ids"_s, u"status"_s }, u"queue_export"_s))
        return reply(*unknown);
    Params read(params);
    QList<Task> wanted;
    if (const auto error = readWanted(queue, read, wanted))
        return reply(*error);
    const QHash<QString, QString> keys = keysFor(wanted);
    QJsonArray tasks;
    for (const Task &task : std::as_const(wanted))
        tasks.append(exported(task, keys));
    reply(success({ { u"queue"_s, QJsonObject{ { u"slipway"_s, 1 }, { u"tasks"_s, tasks } } } }));
}

void queueImport(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown = refuseUnknownKeys(params, { u"queue"_s }, u"queue_import"_s))
        return reply(*unknown);
    const QJsonValue given = params.value(u"queue");
    if (given.isUndefined() || given.isNull())
        return reply(
            failure({ ErrorCode::ValidationMissingRequired, u"queue"_s, u"queue is required"_s }));
    const QJsonObject file = given.toObject();
    if (file.value(u"slipway").toInt() != 1)
        return reply(failure({ ErrorCode::ValidationInvalidFormat, u"queue"_s,
            u"queue must be an exported queue, an object with \"slipway\": 1"_s }));
    if (const auto unknown = refuseUnknownKeys(file, { u"slipway"_s, u"tasks"_s }, u"queue"_s))
        return reply(*unknown);
    if (!file.value(u"tasks").isArray())
        return reply(
            failure({ ErrorCode::ValidationInvalidFormat, u"tasks"_s, u"tasks must be a list"_s }));
    addMany(queue, file.value(u"tasks").toArray(), {}, reply);
}

} // namespace slipway
