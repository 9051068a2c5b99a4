// The two shapes of an answer: {"success":true,"data":{}} and {"success":false,"error":{}}.
#pragma once

#include "core/queue/queue_service.h"
#include "core/task/task_json.h"

#include <QJsonObject>

#include <functional>

namespace slipway {

using Reply = std::function<void(const QJsonObject &)>;

QJsonObject success(const QJsonObject &data);
QJsonObject failure(const QString &code, const QString &message, const QJsonObject &data = {});
QJsonObject failure(const FieldError &error);
QJsonObject failure(
    const Refusal &refusal, const TaskId &id, const QString &verb, TaskStatus status);
QString nowText(); // ISO 8601 with offset
QString timeText(const QDateTime &time);

// The task a request names by `task_id`, or the error to answer with.
using FoundTask = std::variant<Task, QJsonObject>;
FoundTask findTask(const QueueService &queue, const QJsonObject &params);

// Refuses keys a command does not know, naming the nearest.
std::optional<QJsonObject> refuseUnknownKeys(
    const QJsonObject &params, const QStringList &known, const QString &action);

// Readers of a command's own parameters. The first wrong one is kept in `error`.
class Params {
public:
    explicit Params(const QJsonObject &params)
        : m_params(params)
    {
    }
    bool yes(const QString &key, bool fallback);
    int number(const QString &key, int fallback);
    QString text(const QString &key, bool required = false);
    QStringList list(const QString &key); // a single text counts as a list of one
    std::optional<FieldError> error;

private:
    void refuse(ErrorCode code, const QString &key, const QString &reason);
    QJsonObject m_params;
};

} // namespace slipway
