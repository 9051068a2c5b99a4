#include "core/command/diagnose_commands.h"

#include "core/command/task_reply.h"
#include "core/diagnosis/diagnose.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

std::optional<FieldError> readNumber(
    const QJsonObject &record, const QString &key, std::optional<int> &number)
{
    const QJsonValue given = record.value(key);
    if (given.isUndefined() || given.isNull())
        return std::nullopt;
    const double value = given.toDouble(0.5);
    if (value != std::floor(value) || std::abs(value) > 1e9)
        return FieldError{ ErrorCode::ValidationInvalidFormat, key,
            u"%1 must be a whole number"_s.arg(key) };
    number = int(value);
    return std::nullopt;
}

} // namespace

std::variant<Failure, FieldError> readFailure(const QJsonObject &record)
{
    Failure failure;
    const QJsonValue type = record.value(u"task_type");
    if (!type.isString())
        return FieldError{ ErrorCode::ValidationMissingRequired, u"task_type"_s,
            u"task_type is missing: the kind of task that failed"_s };
    const auto known = taskTypeFromName(type.toString());
    if (!known)
        return FieldError{ ErrorCode::ValidationInvalidParams, u"task_type"_s,
            u"there is no task type \"%1\""_s.arg(type.toString()) };
    failure.type = *known;
    for (auto [key, number] : { std::pair(u"exit_code"_s, &failure.exitCode),
             { u"http_status"_s, &failure.httpStatus } }) {
        if (const auto error = readNumber(record, key, *number))
            return *error;
    }
    const QJsonValue output = record.value(u"output");
    if (!output.isUndefined() && !output.isNull() && !output.isString())
        return FieldError{ ErrorCode::ValidationInvalidFormat, u"output"_s,
            u"output must be a text"_s };
    failure.output = output.toString().toUtf8().split('\n');
    return failure;
}

QJsonObject diagnosisLine(const TaskError &error)
{
    return { { u"error_code"_s, errorCodeName(error.code) },
        { u"decisive_line"_s, error.decisiveLine }, { u"retryable"_s, error.retryable } };
}

QJsonObject diagnosisReply(const TaskError &error)
{
    QJsonObject data = diagnosisLine(error);
    data[u"message"] = errorMessage(error);
    data[u"subject"] = error.subject.isEmpty() ? QJsonValue() : QJsonValue(error.subject);
    data[u"error_info"] = errorInfo(error);
    return data;
}

void diagnoseFailure(QueueService &, const QJsonObject &params, const Reply &reply)
{
    const QStringList known{ u"task_type"_s, u"exit_code"_s, u"http_status"_s, u"output"_s };
    if (const auto unknown = refuseUnknownKeys(params, known, u"diagnose"_s))
        return reply(*unknown);
    const auto read = readFailure(params);
    if (const auto *error = std::get_if<FieldError>(&read))
        return reply(failure(*error));
    reply(success(diagnosisReply(diagnose(std::get<Failure>(read)))));
}

} // namespace slipway
