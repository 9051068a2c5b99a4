#include "app/slipwayd/file_run.h"

#include "app/ctl/task_lines.h"
#include "app/ctl/words.h"
#include "core/command/task_reply.h"

#include <QTime>

using namespace Qt::StringLiterals;

namespace slipway {

FileRun::FileRun(CommandInterface &commands, const Print &print, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_print(print)
{
}

void FileRun::start(const QJsonObject &queue)
{
    const QueueService &service = m_commands.queue();
    for (const Task &task : service.snapshot())
        takeTask(task);
    connect(&service, &QueueService::taskAdded, this, &FileRun::takeTask);
    connect(&service, &QueueService::taskChanged, this, &FileRun::takeTask);
    connect(&service, &QueueService::taskRemoved, this, &FileRun::takeRemoval);
    m_commands.handle(
        u"queue_import"_s, { { u"queue"_s, queue } }, [this](const QJsonObject &reply) {
            if (reply.value(u"success").toBool())
                follow(reply.value(u"data").toObject().value(u"task_ids").toArray());
            else
                emit refused(reply.value(u"error").toObject().value(u"message").toString(), {});
        });
}

// The first of them may have started before the submit was answered.
void FileRun::follow(const QJsonArray &ids)
{
    const QueueService &queue = m_commands.queue();
    for (const QJsonValue &id : ids)
        m_open.insert(QUuid::fromString(id.toString()));
    for (const QJsonValue &value : ids) {
        const TaskId id = QUuid::fromString(value.toString());
        if (const auto task = queue.task(id))
            takeTask(*task);
        else
            takeRemoval(id);
    }
}

void FileRun::takeTask(const Task &task)
{
    m_links[idText(task.id)] = { statusName(task.status), task.options.after };
    if (!m_open.contains(task.id))
        return endIfAllEnded();
    tell(task);
    if (groupOf(task.status) == StatusGroup::Finished) {
        m_open.remove(task.id);
        m_allCompleted = m_allCompleted && task.status == TaskStatus::Completed;
    }
    endIfAllEnded();
}

void FileRun::takeRemoval(const TaskId &id)
{
    m_links.remove(idText(id));
    if (m_open.remove(id)) {
        m_allCompleted = false;
        m_print(u"%1  %2  removed\n"_s.arg(
            QTime::currentTime().toString(u"HH:mm:ss"_s), shortId(idText(id))));
    }
    endIfAllEnded();
}

void FileRun::tell(const Task &task)
{
    const QString state = statusName(task.status) + task.waitingFor.english();
    if (m_told.value(task.id) == state)
        return;
    m_told[task.id] = state;
    m_print(changeLine(taskReply(task, PauseCost::Unknown), QTime::currentTime()));
}

// A task that waits for one that failed would wait for ever: nobody retries it in a run of a file.
void FileRun::endIfAllEnded()
{
    if (m_told.isEmpty() || m_ended)
        return;
    for (const TaskId &id : m_open) {
        if (!isHeldUp(idText(id), m_links))
            return;
    }
    m_ended = true;
    emit ended(m_allCompleted && m_open.isEmpty(), {});
}

} // namespace slipway
