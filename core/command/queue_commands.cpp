#include "core/command/queue_commands.h"

#include "core/command/task_reply.h"

#include <QJsonArray>

#include <memory>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int mostAtOnce = 1000;

QJsonValue orNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonObject limitsReply(const QueueLimits &limits)
{
    QJsonObject lanes;
    for (Lane lane : allLanes())
        lanes.insert(laneName(lane), limits.lanes.value(lane));
    QJsonObject defaults;
    for (TaskType type : allTaskTypes()) {
        const TaskDefaults each = limits.defaults.value(type);
        defaults.insert(taskTypeName(type),
            QJsonObject{ { u"max_retries"_s, each.maxRetries },
                { u"timeout_seconds"_s, orNull(each.timeoutSeconds) },
                { u"stall_seconds"_s, orNull(each.stallSeconds) } });
    }
    return { { u"max_concurrent"_s, limits.maxConcurrent }, { u"lanes"_s, lanes },
        { u"keep_free_gb"_s, limits.keepFreeGigabytes }, { u"defaults"_s, defaults },
        { u"remove_after_days"_s, limits.removeAfterDays } };
}

FieldError outOfRange(const QString &field, int least)
{
    return { ErrorCode::ValidationInvalidParams, field,
        u"%1 must be a whole number from %2 to %3"_s.arg(field).arg(least).arg(mostAtOnce) };
}

std::optional<int> numberBetween(const QJsonValue &value, int least)
{
    const double number = value.toDouble(-1);
    const bool fits = number >= least && number <= mostAtOnce && number == double(int(number));
    return fits ? std::optional(int(number)) : std::nullopt;
}

std::optional<FieldError> readLanes(const QJsonValue &given, QueueLimits &limits)
{
    if (!given.isObject())
        return FieldError{ ErrorCode::ValidationInvalidFormat, u"lanes"_s,
            u"lanes must be an object, like {\"pull\":2}"_s };
    const QJsonObject lanes = given.toObject();
    QStringList known;
    for (Lane lane : allLanes())
        known.append(laneName(lane));
    for (const QString &name : lanes.keys()) {
        if (!known.contains(name))
            return FieldError{ ErrorCode::ValidationInvalidParams, u"lanes"_s,
                u"there is no lane \"%1\"; known are: %2"_s.arg(name, known.join(u", "_s)) };
        const auto limit = numberBetween(lanes.value(name), 0);
        if (!limit)
            return outOfRange(u"lanes."_s + name, 0);
        limits.lanes[allLanes().at(known.indexOf(name))] = *limit;
    }
    return std::nullopt;
}

// {"docker_pull":{"max_retries":5,"timeout_seconds":null}}: what is not named stays.
std::optional<FieldError> readDefaults(const QJsonValue &given, QueueLimits &limits)
{
    if (!given.isObject())
        return FieldError{ ErrorCode::ValidationInvalidFormat, u"defaults"_s,
            u"defaults must be an object, like {\"docker_pull\":{\"max_retries\":5}}"_s };
    const QJsonObject types = given.toObject();
    for (const QString &name : types.keys()) {
        const QString field = u"defaults."_s + name;
        const auto type = taskTypeFromName(name);
        if (!type || !types.value(name).isObject())
            return FieldError{ ErrorCode::ValidationInvalidParams, field,
                u"%1 must be a task type with an object of max_retries, timeout_seconds and stall_seconds"_s
                    .arg(field) };
        TaskOptions options = optionsOf(limits.defaults.value(*type));
        const QJsonObject values = types.value(name).toObject();
        for (const QString &key : values.keys()) {
            const QJsonValue value = values.value(key);
            const bool isKnown =
                key == "max_retries"_L1 || key == "timeout_seconds"_L1 || key == "stall_seconds"_L1;
            const bool isNumber = value.isDouble() && value.toDouble() == double(value.toInt(-1));
            if (!isKnown || (!isNumber && !(value.isNull() && key != "max_retries"_L1)))
                return FieldError{ ErrorCode::ValidationInvalidParams, field + u'.' + key,
                    u"%1 must be one of max_retries, timeout_seconds and stall_seconds, with a whole number"_s
                        .arg(field + u'.' + key) };
            const std::optional<int> number =
                value.isNull() ? std::nullopt : std::optional(value.toInt());
            if (key == "max_retries"_L1)
                options.maxRetries = *number;
            else if (key == "timeout_seconds"_L1)
                options.timeoutSeconds = number;
            else
                options.stallSeconds = number;
        }
        if (auto error = validate(options)) {
            error->field = field + u'.' + error->field;
            return error;
        }
        limits.setDefaults(
            *type, { options.maxRetries, options.timeoutSeconds, options.stallSeconds });
    }
    return std::nullopt;
}

QJsonObject hostReply(const QList<HostState> &hosts, HostKind kind)
{
    for (const HostState &host : hosts) {
        if (host.kind != kind)
            continue;
        QJsonObject json{ { u"known"_s, host.known }, { u"reachable"_s, host.reachable },
            { u"name"_s, host.name }, { u"address"_s, host.address },
            { u"version"_s, host.version },
            { u"error"_s, host.error ? QJsonValue(errorMessage(*host.error)) : QJsonValue() },
            { u"error_info"_s, errorInfo(host.error) } };
        if (kind == HostKind::Ollama) {
            json[u"models"] = QJsonArray::fromStringList(host.models);
            json[u"loaded_models"] = QJsonArray::fromStringList(host.loadedModels);
        }
        return json;
    }
    return { { u"known"_s, false }, { u"reachable"_s, false } };
}

// The names of statuses, or of whole groups of them.
std::optional<FieldError> readStatuses(const QStringList &names, QSet<TaskStatus> &statuses)
{
    for (const QString &name : names) {
        const auto status = statusFromName(name);
        if (status)
            statuses.insert(*status);
        bool isGroup = false;
        for (TaskStatus each : allStatuses()) {
            if (groupName(groupOf(each)) != name)
                continue;
            isGroup = true;
            statuses.insert(each);
        }
        if (!status && !isGroup)
            return FieldError{ ErrorCode::ValidationInvalidParams, u"filter_status"_s,
                u"there is no status \"%1\""_s.arg(name) };
    }
    return std::nullopt;
}

void removeAll(QueueService &queue, const QList<TaskId> &ids, const Reply &reply)
{
    struct Count {
        qsizetype open;
        int removed = 0;
    };
    const auto count = std::make_shared<Count>(Count{ ids.size() });
    if (ids.isEmpty())
        return reply(success({ { u"removed"_s, 0 } }));
    for (const TaskId &id : ids) {
        queue.remove(id).then(&queue, [count, reply](const VerbAnswer &answer) {
            count->removed += !answer.refusal;
            if (--count->open == 0)
                reply(success({ { u"removed"_s, count->removed } }));
        });
    }
}

} // namespace

void queueLimits(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown = refuseUnknownKeys(params,
            { u"max_concurrent"_s, u"lanes"_s, u"keep_free_gb"_s, u"defaults"_s,
                u"remove_after_days"_s },
            u"queue_limits"_s))
        return reply(*unknown);
    QueueLimits limits = queue.limits();
    if (const QJsonValue given = params.value(u"max_concurrent");
        !given.isUndefined() && !given.isNull()) {
        const auto number = numberBetween(given, 1);
        if (!number)
            return reply(failure(outOfRange(u"max_concurrent"_s, 1)));
        limits.maxConcurrent = *number;
    }
    if (const QJsonValue given = params.value(u"lanes"); !given.isUndefined() && !given.isNull()) {
        if (const auto error = readLanes(given, limits))
            return reply(failure(*error));
    }
    if (const QJsonValue given = params.value(u"keep_free_gb");
        !given.isUndefined() && !given.isNull()) {
        if (!(given.toDouble(-1) >= 0))
            return reply(failure({ ErrorCode::ValidationInvalidParams, u"keep_free_gb"_s,
                u"keep_free_gb must be a number of gigabytes, 0 or more"_s }));
        limits.keepFreeGigabytes = given.toDouble();
    }
    if (const QJsonValue given = params.value(u"defaults");
        !given.isUndefined() && !given.isNull()) {
        if (const auto error = readDefaults(given, limits))
            return reply(failure(*error));
    }
    if (const QJsonValue given = params.value(u"remove_after_days");
        !given.isUndefined() && !given.isNull()) {
        const auto number = numberBetween(given, 0);
        if (!number)
            return reply(failure(outOfRange(u"remove_after_days"_s, 0)));
        limits.removeAfterDays = *number;
    }
    queue.setLimits(limits);
    reply(success({ { u"limits"_s, limitsReply(queue.limits()) } }));
}

void queueHealth(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown = refuseUnknownKeys(params, {}, u"queue_health"_s))
        return reply(*unknown);
    const QList<HostState> hosts = queue.hosts();
    const QString trouble = queue.storeTrouble();
    reply(success({ { u"docker"_s, hostReply(hosts, HostKind::Docker) },
        { u"ollama"_s, hostReply(hosts, HostKind::Ollama) },
        { u"store"_s,
            QJsonObject{ { u"ok"_s, trouble.isEmpty() },
                { u"error"_s, trouble.isEmpty() ? QJsonValue() : QJsonValue(trouble) },
                { u"tasks"_s, queue.snapshot().size() } } } }));
}

void queueClear(QueueService &queue, const QJsonObject &params, const Reply &reply)
{
    if (const auto unknown = refuseUnknownKeys(
            params, { u"filter_status"_s, u"older_than_hours"_s, u"confirm"_s }, u"queue_clear"_s))
        return reply(*unknown);
    Params read(params);
    const QStringList names = read.list(u"filter_status"_s);
    const bool confirmed = read.yes(u"confirm"_s, false);
    const QJsonValue hours = params.value(u"older_than_hours");
    if (!hours.isUndefined() && !hours.isNull() && !(hours.toDouble(-1) >= 0) && !read.error)
        read.error = FieldError{ ErrorCode::ValidationInvalidFormat, u"older_than_hours"_s,
            u"older_than_hours must be a number, 0 or more"_s };
    QSet<TaskStatus> statuses;
    if (!read.error)
        read.error = readStatuses(names.isEmpty() ? QStringList{ u"finished"_s } : names, statuses);
    if (!read.error && !confirmed)
        read.error = FieldError{ ErrorCode::ValidationMissingRequired, u"confirm"_s,
            u"confirm must be true: what is cleared is gone, with its log"_s };
    if (read.error)
        return reply(failure(*read.error));
    const QDateTime before =
        QDateTime::currentDateTimeUtc().addMSecs(-qint64(hours.toDouble(0) * 3600'000));
    QList<TaskId> ids;
    for (const Task &task : queue.snapshot()) {
        const QDateTime since = task.completedAt.isValid() ? task.completedAt : task.createdAt;
        if (statuses.contains(task.status) && since <= before)
            ids.append(task.id);
    }
    removeAll(queue, ids, reply);
}

} // namespace slipway
