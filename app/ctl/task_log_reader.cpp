#include "app/ctl/task_log_reader.h"

#include "app/ctl/ctl_run.h"
#include "app/ctl/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int pageLines = 1000;

} // namespace

void readTaskLog(CtlRun &run)
{
    run.resolve(run.invocation().words, [&run](const QStringList &ids) {
        if (!run.hasEnded())
            new TaskLogReader(run, ids.first(), !run.invocation().flags.isEmpty());
    });
}

TaskLogReader::TaskLogReader(CtlRun &run, const QString &id, bool follow)
    : QObject(&run)
    , m_run(run)
    , m_id(id)
    , m_follow(follow)
{
    if (follow) {
        connect(&run.queue(), &QueueClient::happened, this, &TaskLogReader::takeEvent);
        run.ask(u"subscribe"_s,
            { { u"events"_s, QJsonArray{ u"status"_s, u"log"_s } },
                { u"task_ids"_s, QJsonArray{ id } } },
            [](const QJsonObject &) {});
        lookAtTask();
    }
    readPage();
}

void TaskLogReader::readPage()
{
    m_reading = true;
    m_behind = false;
    const QJsonObject params{ { u"task_id"_s, m_id }, { u"offset"_s, m_printed },
        { u"limit"_s, pageLines } };
    m_run.ask(u"queue_logs"_s, params, [this](const QJsonObject &data) {
        m_reading = false;
        if (m_run.printsJson() && !m_follow)
            m_run.printJson(data);
        else
            printFrom(qint64(data.value(u"offset").toDouble()), data);
        const bool gotSome = !data.value(u"lines").toArray().isEmpty();
        if (m_printed < qint64(data.value(u"total").toDouble()) && gotSome)
            readPage();
        else if (m_behind)
            readPage();
        else if (!m_follow || m_taskEnded)
            m_run.end(ExitCode::Done);
    });
}

// Pages and events tell of the same lines: each is printed once.
void TaskLogReader::printFrom(qint64 first, const QJsonObject &data)
{
    const QJsonArray lines = data.value(u"lines").toArray();
    QString text;
    for (qint64 i = std::max<qint64>(0, m_printed - first); i < lines.size(); ++i) {
        const QString line = lines[i].toString();
        text += (m_run.console().printsToTerminal ? printable(line) : line) + u'\n';
    }
    m_printed = std::max(m_printed, first + lines.size());
    if (!text.isEmpty())
        m_run.print(text);
}

void TaskLogReader::takeEvent(const QJsonObject &event)
{
    const QString kind = event.value(u"event").toString();
    if (kind == "log"_L1) {
        const auto first =
            qint64(event.value(u"total").toDouble()) - event.value(u"lines").toArray().size();
        if (!m_reading && first <= m_printed)
            return printFrom(first, event);
        m_behind = true;
    } else if (kind == "lagged"_L1) {
        m_behind = true;
        lookAtTask(); // its end may have been among what was dropped
    } else if (kind == "removed"_L1) {
        m_taskEnded = true;
        m_behind = false;
        if (!m_reading)
            m_run.end(ExitCode::Done);
        return;
    } else if (event.value(u"task").toObject().value(u"status_group") == "finished"_L1) {
        m_taskEnded = true;
        m_behind = true; // the last lines may come with no event of their own
    }
    if (m_behind && !m_reading)
        readPage();
}

void TaskLogReader::lookAtTask()
{
    const QJsonObject params{ { u"task_id"_s, m_id }, { u"include_logs"_s, false },
        { u"detailed"_s, false } };
    m_run.ask(u"queue_task_status"_s, params, [this](const QJsonObject &data) {
        if (data.value(u"task").toObject().value(u"status_group") == "finished"_L1)
            m_taskEnded = true;
    });
}

} // namespace slipway
