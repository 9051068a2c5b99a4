#include "app/ctl/ctl_commands.h"
#include "app/ctl/ctl_run.h"
#include "app/ctl/queue_lines.h"
#include "app/ctl/task_lines.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// Asks, prints the data or the words made of it, and is done.
void show(CtlRun &run, const QString &action, const QJsonObject &params,
    std::function<QString(const QJsonObject &)> words)
{
    run.ask(action, params, [&run, words](const QJsonObject &data) {
        if (run.printsJson())
            run.printJson(data);
        else
            run.print(words(data));
        run.end(ExitCode::Done);
    });
}

QJsonObject queueStatusOf(const QJsonObject &data)
{
    return data.value(u"queue_status").toObject();
}

} // namespace

void listTasks(CtlRun &run)
{
    show(run, u"queue_list"_s, {},
        [](const QJsonObject &data) { return taskTable(data.value(u"tasks").toArray()); });
}

void showStatus(CtlRun &run)
{
    if (run.invocation().words.isEmpty())
        return show(run, u"queue_status"_s, {},
            [](const QJsonObject &data) { return queuePage(queueStatusOf(data)); });
    run.resolve(run.invocation().words, [&run](const QStringList &ids) {
        show(run, u"queue_task_status"_s,
            { { u"task_id"_s, ids.first() }, { u"include_logs"_s, run.printsJson() } },
            [](const QJsonObject &data) { return taskPage(data.value(u"task").toObject()); });
    });
}

void showStatistics(CtlRun &run)
{
    run.ask(u"queue_status"_s, { { u"detailed"_s, false } }, [&run](const QJsonObject &data) {
        const QJsonObject statistics = queueStatusOf(data).value(u"statistics").toObject();
        if (run.printsJson())
            run.printJson(statistics);
        else
            run.print(statisticsPage(statistics));
        run.end(ExitCode::Done);
    });
}

} // namespace slipway
