#include "app/ctl/task_waiter.h"

#include "app/ctl/ctl_run.h"
#include "app/ctl/task_lines.h"
#include "app/ctl/words.h"

#include <QJsonArray>
#include <QTime>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool hasEnded(const QJsonObject &task)
{
    return task.value(u"status_group") == "finished"_L1;
}

} // namespace

void waitForTasks(CtlRun &run)
{
    run.resolve(run.invocation().words, [&run](const QStringList &ids) {
        if (!run.hasEnded())
            new TaskWaiter(run, ids);
    });
}

TaskWaiter::TaskWaiter(CtlRun &run, const QStringList &ids)
    : QObject(&run)
    , m_run(run)
    , m_ids(ids)
{
    m_ids.removeDuplicates();
    for (const QString &id : m_ids)
        m_tasks.insert(id, {});
    connect(&run.queue(), &QueueClient::happened, this, [this](const QJsonObject &event) {
        const QString kind = event.value(u"event").toString();
        if (kind == "status"_L1)
            takeTask(event.value(u"task").toObject());
        else if (kind == "progress"_L1)
            takeProgress(event);
        else if (kind == "removed"_L1)
            takeRemoval(event.value(u"task_id").toString());
        else if (kind == "lagged"_L1)
            lookAgain();
    });
    lookAgain();
}

// Listens first and looks then, so that nothing falls between. What a task waits for is looked at
// too: with each new one it begins again, until all are known.
void TaskWaiter::lookAgain()
{
    const QStringList ids = m_tasks.keys();
    m_run.ask(u"subscribe"_s,
        { { u"events"_s, QJsonArray{ u"status"_s, u"progress"_s } },
            { u"task_ids"_s, QJsonArray::fromStringList(ids) } },
        [](const QJsonObject &) {});
    for (const QString &id : ids) {
        ++m_openLooks;
        const QJsonObject params{ { u"task_id"_s, id }, { u"include_logs"_s, false },
            { u"detailed"_s, false } };
        m_run.queue().ask(u"queue_task_status"_s, params, [this, id](const QJsonObject &reply) {
            --m_openLooks;
            if (reply.value(u"success").toBool())
                takeTask(reply.value(u"data").toObject().value(u"task").toObject());
            else
                takeRemoval(id);
        });
    }
}

void TaskWaiter::takeTask(const QJsonObject &task)
{
    const QString id = task.value(u"id").toString();
    ChainLink link{ task.value(u"status").toString(), {} };
    bool isLonger = false;
    for (const QJsonValue &before : task.value(u"after").toArray()) {
        link.after.append(before.toString());
        isLonger = isLonger || !m_tasks.contains(before.toString());
        if (!m_tasks.contains(before.toString()))
            m_tasks.insert(before.toString(), {});
    }
    m_tasks[id] = task;
    m_links[id] = link;
    if (m_ids.contains(id))
        tell(task);
    if (isLonger)
        lookAgain();
    endIfAllEnded();
}

void TaskWaiter::takeRemoval(const QString &id)
{
    m_links.remove(id);
    if (m_ids.contains(id) && !m_removed.contains(id)) {
        m_removed.insert(id);
        m_run.console().complain(u"The task %1 is not in the queue.\n"_s.arg(shortId(id)));
    }
    endIfAllEnded();
}

void TaskWaiter::takeProgress(const QJsonObject &event)
{
    const QString id = event.value(u"task_id").toString();
    if (!m_tasks.contains(id))
        return;
    QJsonObject &task = m_tasks[id];
    for (const QString &key : { u"progress"_s, u"current_step"_s, u"transfer"_s })
        task[key] = event.value(key);
    drawProgress();
}

void TaskWaiter::tell(const QJsonObject &task)
{
    const QString id = task.value(u"id").toString();
    const QString status = task.value(u"status").toString() + task.value(u"waiting_for").toString();
    const qsizetype steps = task.value(u"history").toArray().size();
    // The answer to a question may be older than the events that overtook it.
    if (m_told.value(id) == status || steps < m_toldSteps.value(id))
        return;
    m_told[id] = status;
    m_toldSteps[id] = steps;
    const bool onTerminal = m_run.console().complainsToTerminal;
    if (onTerminal && !hasEnded(task))
        return drawProgress();
    const QString clear = std::exchange(m_lineDrawn, false) ? u"\r\x1b[K"_s : QString();
    m_run.console().complain(clear + changeLine(task, QTime::currentTime()));
    if (hasEnded(task) && m_run.printsJson())
        m_run.printJson(task);
}

// One line, drawn over: the first of the tasks that still goes on, and how many have ended.
void TaskWaiter::drawProgress()
{
    if (!m_run.console().complainsToTerminal)
        return;
    qsizetype ended = m_removed.size();
    QString line;
    for (const QString &id : m_ids) {
        const QJsonObject task = m_tasks.value(id);
        if (hasEnded(task))
            ++ended;
        else if (!task.isEmpty() && (line.isEmpty() || task.value(u"status_group") == "active"_L1))
            line = progressLine(task);
    }
    if (m_ids.size() > 1)
        line = u"%1 of %2 ended  "_s.arg(ended).arg(m_ids.size()) + line;
    m_run.console().complain(u"\r\x1b[K"_s + elided(line, m_run.console().columns() - 1));
    m_lineDrawn = true;
}

bool TaskWaiter::isHeld(const QString &id) const
{
    return isHeldUp(id, m_links);
}

void TaskWaiter::endIfAllEnded()
{
    if (m_openLooks > 0 || m_run.hasEnded())
        return;
    bool allCompleted = true;
    QStringList held;
    for (const QString &id : m_ids) {
        const QJsonObject task = m_tasks.value(id);
        if (m_removed.contains(id)) {
            allCompleted = false;
        } else if (hasEnded(task)) {
            allCompleted = allCompleted && task.value(u"status") == "completed"_L1;
        } else if (isHeld(id)) {
            allCompleted = false;
            held.append(id);
        } else {
            return;
        }
    }
    const QString clear = m_lineDrawn ? u"\r\x1b[K"_s : QString();
    for (const QString &id : held)
        m_run.console().complain(clear
            + u"%1  %2  does not start: a task before it failed. Retry that one.\n"_s.arg(
                shortId(id), taskName(m_tasks.value(id))));
    m_run.end(allCompleted ? ExitCode::Done : ExitCode::Refused);
}

} // namespace slipway
