#include "core/command/add_commands.h"

#include "core/command/task_reply.h"
#include "core/task/task_json.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

void submitOne(QueueService &queue, const TaskDraft &draft, const Reply &reply)
{
    queue.submit({ draft }).then(&queue, [&queue, reply](const SubmitAnswer &answer) {
        if (answer.refusal)
            return reply(failure(*answer.refusal, {}, u"add"_s, TaskStatus::Pending));
        const TaskId id = answer.ids.first();
        const auto task = queue.task(id);
        reply(success(
            { { u"task_id"_s, idText(id) }, { u"queue_position"_s, queue.positionInLine(id) },
                { u"task"_s,
                    task ? QJsonValue(taskReply(*task, queue.pauseCostOf(*task)))
                         : QJsonValue(QJsonValue::Null) },
                { u"timestamp"_s, nowText() } }));
    });
}

// A key with null says: none.
QJsonObject withDefaults(const QueueLimits &limits, TaskType type, QJsonObject params)
{
    const QJsonObject defaults = optionsToSparseJson(optionsOf(limits.defaults.value(type)));
    for (auto it = defaults.constBegin(); it != defaults.constEnd(); ++it) {
        if (!params.contains(it.key()))
            params.insert(it.key(), it.value());
    }
    return params;
}

} // namespace

OrFieldError<TaskDraft> draftFromRequest(QJsonObject task, const QueueLimits &limits)
{
    const QJsonValue typeName = task.take(u"task_type"_s);
    if (typeName.isUndefined() || typeName.isNull())
        return FieldError{ ErrorCode::ValidationMissingRequired, u"task_type"_s,
            Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 is required"), { u"task_type"_s }) };
    if (!typeName.isString())
        return FieldError{ ErrorCode::ValidationInvalidFormat, u"task_type"_s,
            u"task_type must be a text"_s };
    const auto type = taskTypeFromName(typeName.toString());
    if (!type) {
        QStringList names;
        for (TaskType each : allTaskTypes())
            names.append(taskTypeName(each));
        return FieldError{ ErrorCode::ValidationInvalidParams, u"task_type"_s,
            Sentence(QT_TRANSLATE_NOOP("Sentence", "there is no task type \"%1\"; known are: %2"),
                { typeName.toString(), names.join(u", "_s) }) };
    }
    const QJsonValue inner = task.take(u"params"_s);
    if (!inner.isUndefined() && !inner.isNull() && !inner.isObject())
        return FieldError{ ErrorCode::ValidationInvalidFormat, u"params"_s,
            u"params must be an object"_s };
    const QJsonObject innerParams = inner.toObject();
    for (auto it = innerParams.constBegin(); it != innerParams.constEnd(); ++it)
        task.insert(it.key(), it.value());
    return draftFromJson(*type, withDefaults(limits, *type, task));
}

void addOne(QueueService &queue, TaskType type, const QJsonObject &params, const Reply &reply)
{
    const auto draft = draftFromJson(type, withDefaults(queue.limits(), type, params));
    if (const auto *error = std::get_if<FieldError>(&draft))
        return reply(failure(*error));
    submitOne(queue, std::get<TaskDraft>(draft), reply);
}

void addMany(
    QueueService &queue, const QJsonArray &tasks, const QueueLimits &limits, const Reply &reply)
{
    QList<TaskDraft> drafts;
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        if (!tasks[i].isObject())
            return reply(failure({ ErrorCode::ValidationInvalidFormat, u"tasks[%1]"_s.arg(i),
                u"a task must be an object"_s }));
        const auto draft = draftFromRequest(tasks[i].toObject(), limits);
        if (const auto *error = std::get_if<FieldError>(&draft))
            return reply(failure(
                { error->code, u"tasks[%1].%2"_s.arg(i).arg(error->field), error->reason }));
        drafts.append(std::get<TaskDraft>(draft));
    }
    queue.submit(drafts).then(&queue, [reply](const SubmitAnswer &answer) {
        if (answer.refusal) {
            Refusal refusal = *answer.refusal;
            if (answer.refusedDraft >= 0)
                refusal.field = u"tasks[%1].%2"_s.arg(answer.refusedDraft).arg(refusal.field);
            return reply(failure(refusal, {}, u"add"_s, TaskStatus::Pending));
        }
        QJsonArray ids;
        for (const TaskId &id : answer.ids)
            ids.append(idText(id));
        reply(success({ { u"task_ids"_s, ids }, { u"timestamp"_s, nowText() } }));
    });
}

void queueAdd(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (params.contains(u"tasks"_s)) {
        if (const auto unknown =
                refuseUnknownKeys(params, { u"tasks"_s }, u"queue_add with tasks"_s))
            return reply(*unknown);
        if (!params[u"tasks"].isArray())
            return reply(failure(
                { ErrorCode::ValidationInvalidFormat, u"tasks"_s, u"tasks must be a list"_s }));
        return addMany(queue, params[u"tasks"].toArray(), queue.limits(), reply);
    }
    const auto draft = draftFromRequest(params, queue.limits());
    if (const auto *error = std::get_if<FieldError>(&draft))
        return reply(failure(*error));
    submitOne(queue, std::get<TaskDraft>(draft), reply);
}

} // namespace slipway
