#include "core/command/subscription.h"

#include "core/command/command_reply.h"
#include "core/command/task_reply.h"

using namespace Qt::StringLiterals;

namespace slipway {

std::variant<WantedEvents, QJsonObject> readWantedEvents(const QJsonObject &params)
{
    if (const auto unknown =
            refuseUnknownKeys(params, { u"events"_s, u"task_ids"_s }, u"subscribe"_s))
        return *unknown;
    Params read(params);
    QStringList events = read.list(u"events"_s);
    const QStringList ids = read.list(u"task_ids"_s);
    if (read.error)
        return failure(*read.error);
    const QStringList known{ u"status"_s, u"progress"_s, u"log"_s };
    if (events.isEmpty())
        events = known;
    for (const QString &event : events) {
        if (!known.contains(event))
            return failure({ ErrorCode::ValidationInvalidParams, u"events"_s,
                u"there is no event \"%1\"; known are: %2"_s.arg(event, known.join(u", "_s)) });
    }
    WantedEvents wanted{ events.contains(u"status"_s), events.contains(u"progress"_s),
        events.contains(u"log"_s), {} };
    for (const QString &text : ids) {
        const TaskId id = QUuid::fromString(text);
        if (id.isNull())
            return failure({ ErrorCode::ValidationInvalidFormat, u"task_ids"_s,
                u"\"%1\" is no task id"_s.arg(text) });
        wanted.tasks.insert(id);
    }
    return wanted;
}

Subscription::Subscription(QueueService &queue, const WantedEvents &wanted, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_wanted(wanted)
{
    if (wanted.status) {
        connect(&queue, &QueueService::taskAdded, this, &Subscription::tellStatus);
        connect(&queue, &QueueService::taskChanged, this, &Subscription::tellStatus);
        connect(&queue, &QueueService::taskRemoved, this, [this](const TaskId &id) {
            if (m_wanted.wants(id))
                emit happened({ { u"event"_s, u"removed"_s }, { u"task_id"_s, idText(id) } }, {});
        });
    }
    if (wanted.progress)
        connect(&queue, &QueueService::tasksProgressed, this, &Subscription::tellProgress);
    if (wanted.log)
        connect(&queue, &QueueService::logGrew, this, &Subscription::tellLog);
}

void Subscription::tellStatus(const Task &task)
{
    if (m_wanted.wants(task.id))
        emit happened({ { u"event"_s, u"status"_s },
                          { u"task"_s, taskReply(task, m_queue.pauseCostOf(task)) } },
            {});
}

void Subscription::tellProgress(const QHash<TaskId, TaskProgress> &progress)
{
    for (auto it = progress.cbegin(); it != progress.cend(); ++it) {
        if (m_wanted.wants(it.key()))
            emit happened(progressReply(it.key(), it.value()), {});
    }
}

// `total` is the length of the log with these lines: a reader who pages can join both.
void Subscription::tellLog(const TaskId &id, const LogLines &lines, qint64 total)
{
    if (m_wanted.wants(id))
        emit happened({ { u"event"_s, u"log"_s }, { u"task_id"_s, idText(id) },
                          { u"lines"_s, logReply(lines) }, { u"total"_s, total } },
            {});
}

} // namespace slipway
