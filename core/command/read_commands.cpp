#include "core/command/read_commands.h"

#include "core/command/task_reply.h"
#include "core/queue/queue_forecast.h"

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int shownLogLines = 1000;

QJsonArray tasksReply(const QueueService &queue, const QList<Task> &tasks)
{
    QJsonArray array;
    for (const Task &task : tasks)
        array.append(taskReply(task, queue.pauseCostOf(task)));
    return array;
}

QJsonObject statusDescriptions()
{
    QJsonObject descriptions;
    for (TaskStatus status : allStatuses())
        descriptions.insert(statusName(status), statusDescription(status));
    return descriptions;
}

QJsonObject forecastReply(const QueueService &queue, const QList<Task> &tasks)
{
    PastTimes past;
    QueueForecaster forecaster(QDateTime::currentDateTimeUtc(), past);
    for (const Task &task : tasks) {
        past.learn(task);
        forecaster.add(task);
    }
    const QueueForecast all = forecaster.forecast(queue.limits());
    return { { u"bytes_done"_s, all.bytesDone },
        { u"bytes_total"_s, all.bytesTotal ? QJsonValue(*all.bytesTotal) : QJsonValue() },
        { u"bytes_per_second"_s, std::round(all.bytesPerSecond) },
        { u"seconds_left"_s, all.secondsLeft ? QJsonValue(*all.secondsLeft) : QJsonValue() } };
}

QJsonObject queueStatusReply(const QueueService &queue, const QList<Task> &tasks, bool detailed)
{
    QList<Task> recent;
    for (auto it = tasks.crbegin(); it != tasks.crend() && recent.size() < 10; ++it)
        recent.append(*it);
    QList<Task> running;
    for (const Task &task : tasks) {
        if (groupOf(task.status) == StatusGroup::Active)
            running.append(task);
    }
    QJsonObject status{ { u"statistics"_s,
                            statisticsReply(countStatistics(
                                tasks, queue.limits(), QDateTime::currentDateTimeUtc())) },
        { u"recent_tasks"_s, tasksReply(queue, recent) },
        { u"running_tasks"_s, tasksReply(queue, running) }, { u"held"_s, queue.isHeld() },
        { u"forecast"_s, forecastReply(queue, tasks) } };
    if (detailed)
        status[u"status_descriptions"] = statusDescriptions();
    return status;
}

void replyQueueStatus(const QJsonObject &status, const Reply &reply)
{
    reply(success(
        { { u"status"_s, u"success"_s }, { u"message"_s, u"Queue status retrieved successfully"_s },
            { u"queue_status"_s, status }, { u"timestamp"_s, nowText() } }));
}

// Reads the logs of all tasks, one after the other, so that memory holds one page more at most.
struct LogGathering {
    QList<Task> tasks;
    QJsonArray replies;
    QJsonObject status;
};

void gatherLogs(
    QueueService &queue, const std::shared_ptr<LogGathering> &gathering, const Reply &reply)
{
    if (gathering->replies.size() == gathering->tasks.size()) {
        gathering->status[u"all_tasks_with_logs"] = gathering->replies;
        replyQueueStatus(gathering->status, reply);
        return;
    }
    const Task task = gathering->tasks.at(gathering->replies.size());
    queue.readLog(task.id, -1, shownLogLines)
        .then(&queue, [&queue, gathering, reply, task](const LogPage &page) {
            QJsonObject json = taskReply(task, queue.pauseCostOf(task));
            json[u"logs"] = logReply(page.lines);
            json[u"logs_total"] = page.total;
            gathering->replies.append(json);
            gatherLogs(queue, gathering, reply);
        });
}

} // namespace

void queueStatus(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown =
            refuseUnknownKeys(params, { u"include_logs"_s, u"detailed"_s }, u"queue_status"_s))
        return reply(*unknown);
    Params read(params);
    const bool includeLogs = read.yes(u"include_logs"_s, false);
    const bool detailed = read.yes(u"detailed"_s, true);
    if (read.error)
        return reply(failure(*read.error));
    const QList<Task> tasks = queue.snapshot();
    const QJsonObject status = queueStatusReply(queue, tasks, detailed);
    if (!includeLogs)
        return replyQueueStatus(status, reply);
    const auto gathering = std::make_shared<LogGathering>();
    gathering->tasks = tasks;
    gathering->status = status;
    gatherLogs(queue, gathering, reply);
}

void queueTaskStatus(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown = refuseUnknownKeys(
            params, { u"task_id"_s, u"include_logs"_s, u"detailed"_s }, u"queue_task_status"_s))
        return reply(*unknown);
    Params read(params);
    const bool includeLogs = read.yes(u"include_logs"_s, true);
    const bool detailed = read.yes(u"detailed"_s, true);
    if (read.error)
        return reply(failure(*read.error));
    const FoundTask found = findTask(queue, params);
    if (const auto *error = std::get_if<QJsonObject>(&found))
        return reply(*error);
    const Task task = std::get<Task>(found);
    QJsonObject data{ { u"status"_s, u"success"_s },
        { u"message"_s, u"Task status retrieved successfully"_s },
        { u"task"_s, taskReply(task, queue.pauseCostOf(task)) },
        { u"task_summary"_s,
            detailed ? QJsonValue(taskSummary(task)) : QJsonValue(QJsonValue::Null) },
        { u"error_info"_s, errorInfo(task.error) }, { u"logs"_s, QJsonValue::Null },
        { u"timestamp"_s, nowText() } };
    queue.readLog(task.id, -1, includeLogs ? shownLogLines : 0)
        .then(&queue, [data, includeLogs, reply](const LogPage &page) {
            QJsonObject complete = data;
            if (includeLogs)
                complete[u"logs"] = logReply(page.lines);
            complete[u"logs_total"] = page.total;
            reply(success(complete));
        });
}

void queueList(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown = refuseUnknownKeys(params,
            { u"status"_s, u"task_type"_s, u"text"_s, u"limit"_s, u"offset"_s }, u"queue_list"_s))
        return reply(*unknown);
    Params read(params);
    const QStringList statuses = read.list(u"status"_s);
    const QStringList types = read.list(u"task_type"_s);
    const QString text = read.text(u"text"_s);
    const int limit = read.number(u"limit"_s, -1);
    const int offset = read.number(u"offset"_s, 0);
    for (const QString &status : statuses) {
        if (!statusFromName(status) && !read.error)
            read.error = FieldError{ ErrorCode::ValidationInvalidParams, u"status"_s,
                u"there is no status \"%1\""_s.arg(status) };
    }
    for (const QString &type : types) {
        if (!taskTypeFromName(type) && !read.error)
            read.error = FieldError{ ErrorCode::ValidationInvalidParams, u"task_type"_s,
                u"there is no task type \"%1\""_s.arg(type) };
    }
    if (read.error)
        return reply(failure(*read.error));
    QList<Task> fitting;
    for (const Task &task : queue.snapshot()) {
        const bool fits =
            (statuses.isEmpty() || statuses.contains(statusName(task.status), Qt::CaseInsensitive))
            && (types.isEmpty()
                || std::any_of(types.cbegin(), types.cend(),
                    [&task](const QString &type) { return taskTypeFromName(type) == task.type(); }))
            && (text.isEmpty() || displayName(task.spec).contains(text, Qt::CaseInsensitive)
                || task.options.tags.join(u' ').contains(text, Qt::CaseInsensitive)
                || task.options.category.contains(text, Qt::CaseInsensitive)
                || (task.error && errorMessage(*task.error).contains(text, Qt::CaseInsensitive)));
        if (fits)
            fitting.append(task);
    }
    reply(success({ { u"tasks"_s, tasksReply(queue, fitting.mid(offset, limit)) },
        { u"total"_s, fitting.size() } }));
}

void queueLogs(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown =
            refuseUnknownKeys(params, { u"task_id"_s, u"limit"_s, u"offset"_s }, u"queue_logs"_s))
        return reply(*unknown);
    Params read(params);
    const int limit = read.number(u"limit"_s, shownLogLines);
    const int offset = read.number(u"offset"_s, -1);
    if (read.error)
        return reply(failure(*read.error));
    const FoundTask found = findTask(queue, params);
    if (const auto *error = std::get_if<QJsonObject>(&found))
        return reply(*error);
    queue.readLog(std::get<Task>(found).id, offset, limit)
        .then(&queue, [reply](const LogPage &page) {
            reply(success({ { u"lines"_s, logReply(page.lines) }, { u"offset"_s, page.from },
                { u"total"_s, page.total } }));
        });
}

} // namespace slipway
