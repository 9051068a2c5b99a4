#include "app/ctl/add_line.h"
#include "app/ctl/ctl_commands.h"
#include "app/ctl/ctl_run.h"
#include "app/ctl/task_lines.h"
#include "app/ctl/task_waiter.h"
#include "app/ctl/words.h"
#include "core/intake/docker_line.h"

#include <QDir>
#include <QJsonArray>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

void submit(CtlRun &run, const QJsonObject &task)
{
    run.ask(u"queue_add"_s, task, [&run](const QJsonObject &data) {
        const QString id = data.value(u"task_id").toString();
        if (run.printsJson())
            run.printJson(data);
        else
            run.print(id + u'\n');
        if (run.invocation().flags.contains(u"--wait"_s))
            new TaskWaiter(run, { id });
        else
            run.end(ExitCode::Done);
    });
}

bool isWholeId(const QJsonValue &name)
{
    return !QUuid::fromString(name.toString()).isNull();
}

QJsonValue wholeId(const QJsonValue &name, const QJsonArray &tasks)
{
    QStringList fitting;
    for (const QJsonValue &task : tasks) {
        const QString id = task.toObject().value(u"id").toString();
        if (id.startsWith(name.toString(), Qt::CaseInsensitive))
            fitting.append(id);
    }
    return fitting.size() == 1 ? QJsonValue(fitting.first()) : name;
}

// In `after` and `log_of` beginnings of ids may stand beside keys and whole ids.
QJsonObject withWholeIds(QJsonObject params, const QJsonArray &tasks)
{
    QJsonArray after;
    for (const QJsonValue &name : params.value(u"after").toArray())
        after.append(wholeId(name, tasks));
    if (!after.isEmpty())
        params[u"after"] = after;
    if (params.contains(u"log_of"))
        params[u"log_of"] = wholeId(params.value(u"log_of"), tasks);
    return params;
}

void submitWithWholeIds(CtlRun &run, const QJsonObject &task)
{
    const QJsonObject params = task.value(u"params").toObject();
    const QJsonArray after = params.value(u"after").toArray();
    const bool whole = std::all_of(after.cbegin(), after.cend(), isWholeId)
        && (!params.contains(u"log_of") || isWholeId(params.value(u"log_of")));
    if (whole)
        return submit(run, task);
    run.ask(u"queue_list"_s, {}, [&run, task, params](const QJsonObject &data) {
        QJsonObject changed = task;
        changed[u"params"] = withWholeIds(params, data.value(u"tasks").toArray());
        submit(run, changed);
    });
}

// A password goes beside the task and comes from standard input alone.
std::optional<QJsonObject> withSecret(CtlRun &run, QJsonObject task)
{
    if (task.value(u"task_type") != "docker_login"_L1)
        return task;
    QJsonObject params = task.value(u"params").toObject();
    const QByteArray secret =
        run.console().readSecret(u"Password of %1: "_s.arg(params.value(u"username").toString()));
    if (secret.isEmpty())
        return std::nullopt;
    params[u"secret"] = QString::fromUtf8(secret);
    task[u"params"] = params;
    return task;
}

void submitOrRefuse(CtlRun &run, const std::variant<QJsonObject, Sentence> &read)
{
    if (const auto *problem = std::get_if<Sentence>(&read))
        return run.refuseUsage(problem->english());
    const auto task = withSecret(run, std::get<QJsonObject>(read));
    if (!task)
        return run.refuseUsage(u"The password is missing: it is read from standard input."_s);
    submitWithWholeIds(run, *task);
}

// The words before the short id: "Paused", "Will be tried again".
QString doneText(const QString &verb, const QJsonObject &data)
{
    const bool stopping = data.value(u"stopping").toBool();
    if (verb == "pause"_L1)
        return stopping ? u"pausing"_s : u"paused"_s;
    if (verb == "cancel"_L1)
        return stopping ? u"cancelling"_s : u"cancelled"_s;
    if (verb == "remove"_L1)
        return u"removed"_s;
    return data.value(u"task_status").toString();
}

} // namespace

void addTask(CtlRun &run)
{
    submitOrRefuse(run, readAddLine(run.invocation().words, QDir::currentPath()));
}

void addDockerLine(CtlRun &run)
{
    submitOrRefuse(run, readDockerLine(run.invocation().words, QDir::currentPath()));
}

void applyVerb(CtlRun &run)
{
    const QString verb = QString(run.invocation().command).replace(u'-', u'_');
    run.resolve(run.invocation().words, [&run, verb](const QStringList &ids) {
        struct Count {
            qsizetype open;
            bool refused = false;
        };
        const auto count = std::make_shared<Count>(Count{ ids.size() });
        for (const QString &id : ids) {
            QJsonObject params{ { u"action"_s, verb }, { u"task_id"_s, id } };
            if (verb == "retry"_L1)
                params[u"force"] = true; // a person asks
            run.queue().ask(
                u"queue_manage"_s, params, [&run, verb, id, count](const QJsonObject &reply) {
                    const QJsonObject data = reply.value(u"data").toObject();
                    if (!reply.value(u"success").toBool()) {
                        count->refused = true;
                        run.sayRefusal(reply.value(u"error").toObject());
                    } else if (run.printsJson()) {
                        run.printJson(data);
                    } else {
                        run.print(shortId(id) + u"  "_s + doneText(verb, data) + u'\n');
                    }
                    if (--count->open == 0)
                        run.end(count->refused ? ExitCode::Refused : ExitCode::Done);
                });
        }
    });
}

void holdOrRelease(CtlRun &run)
{
    const bool hold = run.invocation().command == "hold"_L1;
    run.ask(hold ? u"queue_hold"_s : u"queue_release"_s, {}, [&run, hold](const QJsonObject &data) {
        if (run.printsJson())
            run.printJson(data);
        else
            run.print(hold ? u"On hold: nothing new starts.\n"_s : u"Tasks start again.\n"_s);
        run.end(ExitCode::Done);
    });
}

} // namespace slipway
