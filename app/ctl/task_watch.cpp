#include "app/ctl/task_watch.h"

#include "app/ctl/ctl_run.h"
#include "app/ctl/task_lines.h"
#include "app/ctl/words.h"

#include <QJsonArray>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int redrawMs = 200;

int rankOf(const QJsonObject &task)
{
    static const QStringList order{ u"active"_s, u"paused"_s, u"waiting"_s, u"finished"_s };
    return int(order.indexOf(task.value(u"status_group").toString()));
}

QString countsLine(const QHash<QString, QJsonObject> &tasks)
{
    std::array<int, 5> counts{};
    for (const QJsonObject &task : tasks)
        ++counts[size_t(rankOf(task) + 1)];
    return u"%1 running, %2 paused, %3 waiting, %4 ended"_s.arg(counts[1])
        .arg(counts[2])
        .arg(counts[3])
        .arg(counts[4]);
}

} // namespace

QList<QJsonObject> rowsToWatch(QList<QJsonObject> tasks, qsizetype most)
{
    const auto before = [](const QJsonObject &a, const QJsonObject &b) {
        const int rank = rankOf(a);
        if (rank != rankOf(b))
            return rank < rankOf(b);
        if (rank == 3) // the last end first
            return a.value(u"completed_at").toString() > b.value(u"completed_at").toString();
        return a.value(u"created_at").toString() < b.value(u"created_at").toString();
    };
    std::stable_sort(tasks.begin(), tasks.end(), before);
    return tasks.mid(0, most);
}

void watchTasks(CtlRun &run)
{
    new TaskWatch(run);
}

TaskWatch::TaskWatch(CtlRun &run)
    : QObject(&run)
    , m_run(run)
{
    m_redraw.setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &TaskWatch::draw);
    connect(&run.queue(), &QueueClient::happened, this, &TaskWatch::takeEvent);
    run.ask(u"subscribe"_s, { { u"events"_s, QJsonArray{ u"status"_s, u"progress"_s } } },
        [](const QJsonObject &) {});
    lookAgain();
}

void TaskWatch::lookAgain()
{
    m_run.ask(u"queue_list"_s, {}, [this](const QJsonObject &data) {
        m_tasks.clear();
        for (const QJsonValue &value : data.value(u"tasks").toArray())
            m_tasks.insert(value.toObject().value(u"id").toString(), value.toObject());
        draw();
    });
}

void TaskWatch::takeEvent(const QJsonObject &event)
{
    const QString kind = event.value(u"event").toString();
    const QString id = event.value(u"task_id").toString();
    if (kind == "status"_L1) {
        takeTask(event.value(u"task").toObject());
    } else if (kind == "removed"_L1) {
        m_tasks.remove(id);
    } else if (kind == "progress"_L1 && m_tasks.contains(id)) {
        for (const QString &key : { u"progress"_s, u"current_step"_s, u"transfer"_s })
            m_tasks[id][key] = event.value(key);
    } else if (kind == "lagged"_L1) {
        lookAgain();
    }
    if (!m_redraw.isActive())
        m_redraw.start(redrawMs);
}

void TaskWatch::takeTask(const QJsonObject &task)
{
    const QString id = task.value(u"id").toString();
    const bool isNews = m_tasks.value(id).value(u"status") != task.value(u"status");
    m_tasks.insert(id, task);
    if (m_run.printsJson())
        m_run.printJson(task);
    else if (isNews && !m_run.console().printsToTerminal)
        m_run.print(changeLine(task, QTime::currentTime()));
}

void TaskWatch::draw()
{
    if (!m_run.console().printsToTerminal || m_run.printsJson())
        return;
    // A line each for the head, the counts and the cursor.
    const int room = std::max(1, m_run.console().lines() - 3);
    QJsonArray rows;
    for (const QJsonObject &task : rowsToWatch(m_tasks.values(), room))
        rows.append(task);
    QStringList lines = taskTable(rows).split(u'\n', Qt::SkipEmptyParts);
    lines.append(countsLine(m_tasks));
    QString text;
    if (m_drawnLines > 0)
        text = u"\x1b[%1A"_s.arg(m_drawnLines);
    for (const QString &line : lines)
        text += u"\x1b[2K"_s + elided(line, m_run.console().columns() - 1) + u'\n';
    text += u"\x1b[J"_s; // what is left of a longer table
    m_drawnLines = int(lines.size());
    m_run.print(text);
}

} // namespace slipway
