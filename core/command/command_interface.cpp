#include "core/command/command_interface.h"

#include "core/command/add_commands.h"
#include "core/command/diagnose_commands.h"
#include "core/command/export_commands.h"
#include "core/command/manage_commands.h"
#include "core/command/queue_commands.h"
#include "core/command/read_commands.h"
#include "core/task/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway {

CommandInterface::CommandInterface(QueueService &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    const auto add = [this](const QString &name, auto function) {
        m_commands.insert(name, [this, function](const QJsonObject &params, const Reply &reply) {
            function(m_queue, params, reply);
        });
    };
    add(u"queue_status"_s, &queueStatus);
    add(u"queue_task_status"_s, &queueTaskStatus);
    add(u"queue_list"_s, &queueList);
    add(u"queue_logs"_s, &queueLogs);
    add(u"queue_manage"_s, &queueManage);
    add(u"queue_cancel"_s, &queueCancel);
    add(u"queue_hold"_s, &queueHold);
    add(u"queue_release"_s, &queueRelease);
    add(u"queue_add"_s, &queueAdd);
    add(u"queue_limits"_s, &queueLimits);
    add(u"queue_health"_s, &queueHealth);
    add(u"queue_clear"_s, &queueClear);
    add(u"queue_export"_s, &queueExport);
    add(u"queue_import"_s, &queueImport);
    add(u"diagnose"_s, &diagnoseFailure);
    m_commands.insert(u"subscribe"_s, [](const QJsonObject &, const Reply &reply) {
        const QString reason =
            u"subscribe works on a connection only; in a program, listen to the queue's signals"_s;
        reply(failure(u"ACTION_FAILED"_s, reason,
            { { u"action"_s, u"subscribe"_s }, { u"reason"_s, reason } }));
    });
    m_commands.insert(u"window_show"_s, [this](const QJsonObject &, const Reply &reply) {
        if (m_raise) {
            m_raise();
            return reply(success({ { u"shown"_s, true } }));
        }
        const QString reason = u"The queue of this profile runs without a window"_s;
        reply(failure(u"ACTION_FAILED"_s, reason,
            { { u"action"_s, u"window_show"_s }, { u"reason"_s, reason } }));
    });
    const QHash<QString, TaskType> shorts{ { u"queue_push"_s, TaskType::DockerPush },
        { u"queue_pull"_s, TaskType::DockerPull }, { u"queue_build"_s, TaskType::DockerBuild },
        { u"queue_tag"_s, TaskType::DockerTag }, { u"queue_run"_s, TaskType::DockerRun },
        { u"ollama_pull"_s, TaskType::OllamaPull }, { u"ollama_run"_s, TaskType::OllamaRun } };
    for (auto it = shorts.cbegin(); it != shorts.cend(); ++it) {
        m_commands.insert(
            it.key(), [this, type = it.value()](const QJsonObject &params, const Reply &reply) {
                addOne(m_queue, type, params, reply);
            });
    }
}

QString CommandInterface::tooLong()
{
    return u"A request may have at most 1 MiB, a queue_import 64 MiB"_s;
}

qsizetype CommandInterface::maxBytesOf(QByteArrayView beginning)
{
    return beginning.first(std::min(beginning.size(), maxRequestBytes)).contains("\"queue_import\"")
        ? maxImportBytes
        : maxRequestBytes;
}

QStringList CommandInterface::actions() const
{
    QStringList names = m_commands.keys();
    names.sort();
    return names;
}

void CommandInterface::handleLine(const QByteArray &line, const Reply &reply)
{
    const auto read = readRequest(line);
    if (const auto *error = std::get_if<QJsonObject>(&read)) {
        reply(*error);
        return;
    }
    const Request &request = std::get<Request>(read);
    handle(request.action, request.params,
        [reply, id = request.id](const QJsonObject &answer) { reply(withId(answer, id)); });
}

void CommandInterface::handle(const QString &action, const QJsonObject &params, const Reply &reply)
{
    const auto command = m_commands.constFind(action);
    if (command == m_commands.cend()) {
        const QStringList near = nearestNames(action, actions());
        reply(failure(errorCodeName(ErrorCode::ValidationInvalidParams),
            u"There is no action \"%1\"; %2"_s.arg(action,
                near.isEmpty() ? u"known are: "_s + actions().join(u", "_s)
                               : u"did you mean "_s + near.join(u" or "_s) + u'?'),
            { { u"field"_s, u"action"_s }, { u"reason"_s, u"unknown action"_s } }));
        return;
    }
    (*command)(params, reply);
}

std::variant<Request, QJsonObject> readRequest(const QByteArray &line)
{
    const auto unreadable = [](const QString &why) {
        return failure(errorCodeName(ErrorCode::ValidationInvalidFormat), why,
            { { u"field"_s, u"request"_s }, { u"reason"_s, why } });
    };
    if (line.size() > CommandInterface::maxBytesOf(line))
        return unreadable(CommandInterface::tooLong());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return unreadable(u"The request is no JSON: %1 at byte %2"_s.arg(problem.errorString())
                              .arg(problem.offset));
    if (!document.isObject())
        return unreadable(u"A request must be a JSON object"_s);
    QJsonObject object = document.object();
    Request request;
    request.id = object.take(u"id"_s);
    // Flat: everything beside "command" is a parameter. docker_run's own command is run_command
    // there. value(), not []: that would write a null into what is read.
    if (object.value(u"command"_s).isString() && !object.contains(u"params"_s)) {
        request.action = object.take(u"command"_s).toString();
        request.params = object;
        return request;
    }
    if (!object.value(u"action"_s).isString())
        return withId(
            unreadable(u"A request needs a text \"action\" (or \"command\")"_s), request.id);
    request.action = object.take(u"action"_s).toString();
    const QJsonValue params = object.take(u"params"_s);
    if (!params.isUndefined() && !params.isNull() && !params.isObject())
        return withId(unreadable(u"\"params\" must be an object"_s), request.id);
    request.params = params.toObject();
    if (const auto unknown =
            refuseUnknownKeys(object, { u"action"_s, u"params"_s, u"id"_s }, u"a request"_s))
        return withId(*unknown, request.id);
    return request;
}

QJsonObject withId(QJsonObject reply, const QJsonValue &id)
{
    if (!id.isUndefined())
        reply[u"id"] = id;
    return reply;
}

} // namespace slipway
