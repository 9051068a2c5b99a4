// Why something failed, asked without a task: from a type, an exit code or HTTP status, and the
// output.
#pragma once

#include "core/command/command_reply.h"
#include "core/diagnosis/failure.h"

#include <variant>

namespace slipway {

// {task_type, exit_code, http_status, output}; keys it does not know are left alone, so that
// records that hold more can be asked about as they are.
std::variant<Failure, FieldError> readFailure(const QJsonObject &record);
QJsonObject diagnosisLine(const TaskError &error); // {error_code, decisive_line, retryable}

void diagnoseFailure(QueueService &queue, const QJsonObject &params, const Reply &reply);
QJsonObject diagnosisReply(const TaskError &error);

} // namespace slipway
