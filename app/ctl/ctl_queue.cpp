#include "app/ctl/ctl_commands.h"
#include "app/ctl/ctl_run.h"
#include "app/ctl/words.h"
#include "app/queue_file.h"
#include "core/task/task_status.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

void printOr(CtlRun &run, const QJsonObject &data, const QString &words)
{
    if (run.printsJson())
        run.printJson(data);
    else
        run.print(words);
    run.end(ExitCode::Done);
}

QString limitsTable(const QJsonObject &limits)
{
    QList<QStringList> rows{ { u"max_concurrent"_s,
        QString::number(limits.value(u"max_concurrent").toInt()) } };
    const QJsonObject lanes = limits.value(u"lanes").toObject();
    for (const QString &lane : lanes.keys())
        rows.append({ lane, QString::number(lanes.value(lane).toInt()) });
    for (const QString &name : { u"keep_free_gb"_s, u"remove_after_days"_s })
        rows.append({ name, QString::number(limits.value(name).toDouble()) });
    return tableText(rows, { 1 });
}

QString hostText(const QJsonObject &host)
{
    if (!host.value(u"known").toBool())
        return u"not asked yet"_s;
    const QString where = host.value(u"address").toString();
    if (!host.value(u"reachable").toBool())
        return printable(host.value(u"error").toString(u"does not answer at %1"_s.arg(where)));
    return printable(u"%1 at %2"_s.arg(host.value(u"version").toString(u"answers"_s), where));
}

QString healthTable(const QJsonObject &health)
{
    const QJsonObject store = health.value(u"store").toObject();
    return tableText({ { u"docker"_s, hostText(health.value(u"docker").toObject()) },
        { u"ollama"_s, hostText(health.value(u"ollama").toObject()) },
        { u"store"_s,
            store.value(u"ok").toBool() ? u"%1 tasks"_s.arg(store.value(u"tasks").toInt())
                                        : printable(store.value(u"error").toString()) } });
}

void writeExport(CtlRun &run, const QString &name, const QJsonObject &queue)
{
    const QByteArray text = QJsonDocument(queue).toJson();
    const auto count = queue.value(u"tasks").toArray().size();
    if (name == "-"_L1) {
        run.print(QString::fromUtf8(text));
        return run.end(ExitCode::Done);
    }
    QSaveFile file(name);
    // What stands in a container's environment is nobody else's business.
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    if (!written) {
        run.console().complain(u"%1 cannot be written: %2\n"_s.arg(name, file.errorString()));
        return run.end(ExitCode::Refused);
    }
    printOr(run, { { u"file"_s, name }, { u"tasks"_s, count } },
        u"%1 tasks in %2\n"_s.arg(count).arg(name));
}

} // namespace

void clearTasks(CtlRun &run)
{
    QJsonObject params{ { u"confirm"_s, true } }; // who types it means it
    QJsonArray statuses;
    for (const QString &word : run.invocation().words) {
        if (!word.startsWith("older_than_hours="_L1)) {
            statuses.append(word);
            continue;
        }
        bool ok = false;
        params[u"older_than_hours"] = word.section(u'=', 1).toDouble(&ok);
        if (!ok)
            return run.refuseUsage(u"older_than_hours must be a number."_s);
    }
    if (!statuses.isEmpty())
        params[u"filter_status"] = statuses;
    run.ask(u"queue_clear"_s, params, [&run](const QJsonObject &data) {
        printOr(run, data, u"%1 tasks cleared.\n"_s.arg(data.value(u"removed").toInt()));
    });
}

void showOrSetLimits(CtlRun &run)
{
    QJsonObject params;
    QJsonObject lanes;
    for (const QString &word : run.invocation().words) {
        bool ok = false;
        const double number = word.section(u'=', 1).toDouble(&ok);
        if (!ok)
            return run.refuseUsage(
                u"It is written NAME=NUMBER, like pull=3: \"%1\" is not."_s.arg(word));
        const QString name = word.section(u'=', 0, 0);
        const bool isLane = name != "max_concurrent"_L1 && name != "keep_free_gb"_L1
            && name != "remove_after_days"_L1;
        (isLane ? lanes : params)[name] = number;
    }
    if (!lanes.isEmpty())
        params[u"lanes"] = lanes;
    run.ask(u"queue_limits"_s, params, [&run](const QJsonObject &data) {
        printOr(run, data, limitsTable(data.value(u"limits").toObject()));
    });
}

void showHealth(CtlRun &run)
{
    run.ask(u"queue_health"_s, {},
        [&run](const QJsonObject &data) { printOr(run, data, healthTable(data)); });
}

void exportQueue(CtlRun &run)
{
    const QString name = run.invocation().words.first();
    QJsonArray statuses;
    QStringList ids;
    for (const QString &word : run.invocation().words.mid(1)) {
        if (statusFromName(word))
            statuses.append(word);
        else
            ids.append(word);
    }
    run.resolve(ids, [&run, name, statuses](const QStringList &whole) {
        QJsonObject params;
        if (!statuses.isEmpty())
            params[u"status"] = statuses;
        if (!whole.isEmpty())
            params[u"task_ids"] = QJsonArray::fromStringList(whole);
        run.ask(u"queue_export"_s, params, [&run, name](const QJsonObject &data) {
            writeExport(run, name, data.value(u"queue").toObject());
        });
    });
}

void importQueue(CtlRun &run)
{
    const auto read = readQueueFile(run.invocation().words.first());
    if (const auto *problem = std::get_if<Sentence>(&read)) {
        run.console().complain(problem->english() + u'\n');
        return run.end(ExitCode::Refused);
    }
    run.ask(u"queue_import"_s, { { u"queue"_s, std::get<QueueFile>(read).queue } },
        [&run](const QJsonObject &data) {
            QString ids;
            for (const QJsonValue &id : data.value(u"task_ids").toArray())
                ids += id.toString() + u'\n';
            printOr(run, data, ids);
        });
}

} // namespace slipway
