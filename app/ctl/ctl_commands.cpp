#include "app/ctl/ctl_commands.h"

#include "app/ctl/ctl_run.h"
#include "app/ctl/task_log_reader.h"
#include "app/ctl/task_waiter.h"
#include "app/ctl/task_watch.h"
#include "core/task/task_json.h"
#include "core/task/words.h"

#include <climits>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct CtlCommand {
    QString name;
    void (*start)(CtlRun &);
    QString words; // as the usage shows them
    int fewest;
    int most;
    QString about;
    QStringList flags = {};
};

const QList<CtlCommand> &commands()
{
    static const QString ids = u"ID..."_s;
    static const QList<CtlCommand> list{
        { u"add"_s, addTask, u"[--wait] TYPE key=value..."_s, 1, INT_MAX,
            u"queue a task and print its id; with --wait follow it to its end"_s, { u"--wait"_s } },
        { u"docker"_s, addDockerLine, u"pull|push|build|run|tag|login ..."_s, 1, INT_MAX,
            u"queue what docker would do with the same words"_s },
        { u"list"_s, listTasks, {}, 0, 0, u"all tasks"_s },
        { u"status"_s, showStatus, u"[ID]"_s, 0, 1, u"the queue, or one task with its error"_s },
        { u"pause"_s, applyVerb, ids, 1, INT_MAX, u"stop for now"_s },
        { u"resume"_s, applyVerb, ids, 1, INT_MAX, u"go on with paused tasks"_s },
        { u"retry"_s, applyVerb, ids, 1, INT_MAX, u"try failed tasks again"_s },
        { u"cancel"_s, applyVerb, ids, 1, INT_MAX, u"stop for good"_s },
        { u"remove"_s, applyVerb, ids, 1, INT_MAX, u"cancel and take off the list"_s },
        { u"start-now"_s, applyVerb, ids, 1, INT_MAX, u"start without waiting for a place"_s },
        { u"logs"_s, readTaskLog, u"[-f] ID"_s, 1, 1,
            u"what a task printed; -f: and goes on to print"_s, { u"-f"_s, u"--follow"_s } },
        { u"watch"_s, watchTasks, {}, 0, 0,
            u"a table that keeps itself up to date; end it with Ctrl+C"_s },
        { u"wait"_s, waitForTasks, ids, 1, INT_MAX, u"until all have ended"_s },
        { u"stats"_s, showStatistics, {}, 0, 0, u"counts, rates and times"_s },
        { u"hold"_s, holdOrRelease, {}, 0, 0, u"start nothing new; what runs goes on"_s },
        { u"release"_s, holdOrRelease, {}, 0, 0, u"start tasks again"_s },
        { u"limits"_s, showOrSetLimits, u"[NAME=NUMBER...]"_s, 0, INT_MAX,
            u"how much may run at once: max_concurrent, pull, push, build, ..."_s },
        { u"health"_s, showHealth, {}, 0, 0, u"whether Docker, Ollama and the store are well"_s },
        { u"clear"_s, clearTasks, u"[STATUS...] [older_than_hours=N]"_s, 0, INT_MAX,
            u"take ended tasks and their logs off the list"_s },
        { u"export"_s, exportQueue, u"FILE|- [ID|STATUS...]"_s, 1, INT_MAX,
            u"write tasks into a file, all or these"_s },
        { u"import"_s, importQueue, u"FILE"_s, 1, 1,
            u"queue the tasks of such a file, all or none"_s },
        { u"diagnose"_s, diagnoseWords, u"TYPE [exit_code=N] [output=TEXT] | --jsonl FILE"_s, 1,
            INT_MAX,
            u"why it failed: of one output (read from standard input), or of a record a line; needs no queue"_s,
            { u"--jsonl"_s } },
        { u"request"_s, passRequest, u"JSON|-"_s, 1, 1,
            u"send a request as it is and print the whole reply"_s },
    };
    return list;
}

} // namespace

void startCommand(CtlRun &run)
{
    const Invocation &typed = run.invocation();
    if (typed.command.isEmpty())
        return run.refuseUsage(u"The command is missing."_s);
    QStringList names;
    for (const CtlCommand &command : commands()) {
        names.append(command.name);
        if (command.name != typed.command)
            continue;
        for (const QString &flag : typed.flags) {
            if (!command.flags.contains(flag))
                return run.refuseUsage(u"%1 has no option %2."_s.arg(command.name, flag));
        }
        if (typed.words.size() < command.fewest || typed.words.size() > command.most)
            return run.refuseUsage(
                u"It is written: slipwayctl %1 %2"_s.arg(command.name, command.words));
        return command.start(run);
    }
    const QStringList near = nearestNames(typed.command, names);
    run.refuseUsage(near.isEmpty() ? u"There is no command \"%1\"."_s.arg(typed.command)
                                   : u"There is no command \"%1\"; did you mean %2?"_s.arg(
                                       typed.command, near.join(u" or "_s)));
}

QString usageText()
{
    QString text = u"slipwayctl [--home DIR] [--profile NAME] [--json] COMMAND\n\n"_s;
    for (const CtlCommand &command : commands()) {
        const QString left =
            u"  "_s + command.name + (command.words.isEmpty() ? QString() : u' ' + command.words);
        text += left.leftJustified(44) + u' ' + command.about + u'\n';
    }
    return text
        + u"\nAn id may be shortened to any beginning that fits one task only.\n"
          "--json prints the data of the reply. Exit codes: 0 done; 1 refused, or a task that was "
          "waited\n"
          "for did not complete; 2 wrong usage; 3 no queue is running for this profile.\n"_s;
}

} // namespace slipway
