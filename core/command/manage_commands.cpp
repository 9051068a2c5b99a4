#include "core/command/manage_commands.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct Verb {
    QString name;
    QString done; // the specification's message
    QString already;
};

std::optional<Verb> verbFrom(const QString &name)
{
    static const QList<Verb> verbs{
        { u"pause"_s, u"Task paused successfully"_s, u"Task is already paused"_s },
        { u"resume"_s, u"Task resumed successfully"_s, {} },
        { u"retry"_s, u"Task retry initiated successfully"_s, {} },
        { u"cancel"_s, u"Task cancelled successfully"_s, u"Task is already cancelled"_s },
        { u"remove"_s, u"Task removed successfully"_s, {} },
        { u"start_now"_s, u"Task started successfully"_s, {} },
        { u"move"_s, u"Task moved successfully"_s, {} },
        { u"notify"_s, u"Task marked successfully"_s, u"Task is marked already"_s },
        { u"notify_not"_s, u"Task unmarked successfully"_s, u"Task is not marked"_s },
    };
    for (const Verb &verb : verbs) {
        if (verb.name == name)
            return verb;
    }
    return std::nullopt;
}

QFuture<VerbAnswer> run(
    QueueService &queue, const QString &verb, const TaskId &id, bool force, int to)
{
    if (verb == "start_now"_L1)
        return queue.startNow(id);
    if (verb == "move"_L1)
        return queue.move(id, to);
    if (verb == "notify"_L1 || verb == "notify_not"_L1)
        return queue.setNotify(id, verb == "notify"_L1);
    if (verb == "pause"_L1)
        return queue.pause(id);
    if (verb == "resume"_L1)
        return queue.resume(id);
    if (verb == "retry"_L1)
        return queue.retry(id, force);
    if (verb == "remove"_L1)
        return queue.remove(id);
    return queue.cancel(id);
}

void hold(QueueService &queue, const QJsonObject &params, bool held, const Reply &reply)
{
    const QString action = held ? u"queue_hold"_s : u"queue_release"_s;
    if (const auto unknown = refuseUnknownKeys(params, {}, action))
        return reply(*unknown);
    queue.setHeld(held).then(&queue, [held, action, reply](const VerbAnswer &answer) {
        if (answer.refusal)
            return reply(failure(*answer.refusal, {}, action, answer.status));
        reply(success({ { u"held"_s, held } }));
    });
}

} // namespace

void queueManage(QueueService &queue, const QJsonObject &given, const Reply &reply)
{
    QJsonObject params = given;
    if (params.contains(u"manage_action"_s) && !params.contains(u"action"_s))
        params[u"action"] = params.take(u"manage_action"_s);
    if (const auto unknown = refuseUnknownKeys(
            params, { u"action"_s, u"task_id"_s, u"force"_s, u"to"_s }, u"queue_manage"_s))
        return reply(*unknown);
    Params read(params);
    const QString name = read.text(u"action"_s, true);
    const bool force = read.yes(u"force"_s, false);
    const int to = read.number(u"to"_s, 0);
    if (read.error)
        return reply(failure(*read.error));
    const auto verb = verbFrom(name);
    if (name == "move"_L1 && to < 1)
        return reply(failure({ ErrorCode::ValidationMissingRequired, u"to"_s,
            u"to is required: the position in line, 1 = next"_s }));
    if (!verb)
        return reply(failure({ ErrorCode::ValidationInvalidParams, u"action"_s,
            u"\"%1\" is none of pause, resume, retry, cancel, remove, start_now, move, notify, notify_not"_s
                .arg(name) }));
    const FoundTask found = findTask(queue, params);
    if (const auto *error = std::get_if<QJsonObject>(&found))
        return reply(*error);
    const TaskId id = std::get<Task>(found).id;
    run(queue, name, id, force, to).then(&queue, [id, verb, reply](const VerbAnswer &answer) {
        if (answer.refusal)
            return reply(failure(*answer.refusal, id, verb->name, answer.status));
        reply(success({ { u"status"_s, u"success"_s },
            { u"message"_s, answer.already ? verb->already : verb->done },
            { u"action"_s, verb->name }, { u"task_id"_s, idText(id) },
            { u"task_status"_s, statusName(answer.status) }, { u"stopping"_s, answer.stopping },
            { u"timestamp"_s, nowText() } }));
    });
}

void queueCancel(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown = refuseUnknownKeys(params, { u"task_id"_s }, u"queue_cancel"_s))
        return reply(*unknown);
    const FoundTask found = findTask(queue, params);
    if (const auto *error = std::get_if<QJsonObject>(&found))
        return reply(*error);
    const TaskId id = std::get<Task>(found).id;
    queue.cancel(id).then(&queue, [id, reply](const VerbAnswer &answer) {
        if (answer.refusal)
            return reply(failure(*answer.refusal, id, u"cancel"_s, answer.status));
        reply(success({ { u"cancelled"_s, true }, { u"task_id"_s, idText(id) },
            { u"task_status"_s, statusName(answer.status) }, { u"stopping"_s, answer.stopping },
            { u"timestamp"_s, nowText() } }));
    });
}

void queueHold(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    hold(queue, params, true, reply);
}

void queueRelease(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    hold(queue, params, false, reply);
}

} // namespace slipway
