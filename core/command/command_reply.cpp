#include "core/command/command_reply.h"
#include "core/task/words.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace slipway {

QJsonObject success(const QJsonObject &data)
{
    return { { u"success"_s, true }, { u"data"_s, data } };
}

QJsonObject failure(const QString &code, const QString &message, const QJsonObject &data)
{
    return { { u"success"_s, false },
        { u"error"_s,
            QJsonObject{ { u"code"_s, code }, { u"message"_s, message }, { u"data"_s, data } } } };
}

QJsonObject failure(const FieldError &error)
{
    const QString reason = error.reason.english();
    return failure(errorCodeName(error.code),
        reason.startsWith(error.field) ? reason : QString(error.field + u": "_s + reason),
        { { u"field"_s, error.field }, { u"reason"_s, reason } });
}

QJsonObject failure(
    const Refusal &refusal, const TaskId &id, const QString &verb, TaskStatus status)
{
    const QString reason = refusal.reason.english();
    switch (refusal.kind) {
    case Refusal::Kind::Field:
        return failure(FieldError{ refusal.code, refusal.field, refusal.reason });
    case Refusal::Kind::QueueFull:
        return failure(errorCodeName(refusal.code), reason, { { u"limit"_s, refusal.limit } });
    case Refusal::Kind::TaskNotFound:
        return failure(errorCodeName(refusal.code), reason, { { u"task_id"_s, idText(id) } });
    case Refusal::Kind::Store:
    case Refusal::Kind::NotAllowed: {
        QJsonObject data{ { u"action"_s, verb }, { u"reason"_s, reason } };
        if (!id.isNull()) {
            data[u"task_id"] = idText(id);
            data[u"current_status"] = statusName(status);
        }
        if (refusal.hasCode)
            data[u"error_code"] = errorCodeName(refusal.code);
        return failure(u"ACTION_FAILED"_s, reason, data);
    }
    }
    Q_UNREACHABLE();
}

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QString nowText()
{
    return timeText(QDateTime::currentDateTime());
}

FoundTask findTask(const QueueService &queue, const QJsonObject &params)
{
    Params read(params);
    const QString text = read.text(u"task_id"_s, true);
    if (read.error)
        return failure(*read.error);
    const auto task = queue.task(QUuid::fromString(text));
    if (!task)
        return failure(errorCodeName(ErrorCode::QueueTaskNotFound),
            u"There is no task %1"_s.arg(text), { { u"task_id"_s, text } });
    return *task;
}

std::optional<QJsonObject> refuseUnknownKeys(
    const QJsonObject &params, const QStringList &known, const QString &action)
{
    for (const QString &key : params.keys()) {
        if (known.contains(key))
            continue;
        const QStringList near = nearestNames(key, known);
        const QString hint = near.isEmpty()
            ? (known.isEmpty() ? u"it takes none"_s : u"known are: "_s + known.join(u", "_s))
            : u"did you mean "_s + near.join(u" or "_s) + u'?';
        return failure({ ErrorCode::ValidationInvalidParams, key,
            u"%1 has no parameter \"%2\"; %3"_s.arg(action, key, hint) });
    }
    return std::nullopt;
}

void Params::refuse(ErrorCode code, const QString &key, const QString &reason)
{
    if (!error)
        error = FieldError{ code, key, key + u' ' + reason };
}

bool Params::yes(const QString &key, bool fallback)
{
    const QJsonValue value = m_params.value(key);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (value.isBool())
        return value.toBool();
    const QString word =
        value.isDouble() ? QString::number(value.toDouble()) : value.toString().toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "1"_L1)
        return true;
    if (word != "false"_L1 && word != "no"_L1 && word != "0"_L1)
        refuse(ErrorCode::ValidationInvalidFormat, key, u"must be true or false"_s);
    return false;
}

int Params::number(const QString &key, int fallback)
{
    const QJsonValue value = m_params.value(key);
    if (value.isUndefined() || value.isNull())
        return fallback;
    const double number = value.toDouble(-1);
    const bool inRange = number >= 0 && number <= std::numeric_limits<int>::max();
    if (!inRange || number != std::trunc(number)) {
        refuse(ErrorCode::ValidationInvalidFormat, key, u"must be a whole number, 0 or more"_s);
        return fallback;
    }
    return int(number);
}

QString Params::text(const QString &key, bool required)
{
    const QJsonValue value = m_params.value(key);
    if (value.isUndefined() || value.isNull()) {
        if (required)
            refuse(ErrorCode::ValidationMissingRequired, key, u"is required"_s);
        return {};
    }
    if (!value.isString())
        refuse(ErrorCode::ValidationInvalidFormat, key, u"must be a text"_s);
    return value.toString();
}

QStringList Params::list(const QString &key)
{
    const QJsonValue value = m_params.value(key);
    if (value.isString())
        return { value.toString() };
    QStringList texts;
    for (const QJsonValue &item : value.toArray())
        texts.append(item.toString());
    if (!value.isUndefined() && !value.isNull() && (!value.isArray() || texts.contains(QString())))
        refuse(ErrorCode::ValidationInvalidFormat, key, u"must be a list of texts"_s);
    return texts;
}

} // namespace slipway
