#include "core/task/error_code.h"

namespace slipway {
namespace {

struct CodeRow {
    ErrorCode code;
    QStringView name;
    QStringView description;
};

// In the order of the enum: rowOf() indexes it.
constexpr CodeRow rows[] = {
    { ErrorCode::DockerImageNotFound, u"DOCKER_IMAGE_NOT_FOUND",
        u"Docker image not found locally" },
    { ErrorCode::DockerAuthenticationFailed, u"DOCKER_AUTHENTICATION_FAILED",
        u"Docker authentication failed" },
    { ErrorCode::DockerPermissionDenied, u"DOCKER_PERMISSION_DENIED", u"Docker permission denied" },
    { ErrorCode::DockerNetworkError, u"DOCKER_NETWORK_ERROR", u"Docker network connection error" },
    { ErrorCode::DockerRegistryError, u"DOCKER_REGISTRY_ERROR", u"Docker registry error" },
    { ErrorCode::DockerBuildFailed, u"DOCKER_BUILD_FAILED", u"Docker build failed" },
    { ErrorCode::DockerPushFailed, u"DOCKER_PUSH_FAILED", u"Docker push failed" },
    { ErrorCode::DockerPullFailed, u"DOCKER_PULL_FAILED", u"Docker pull failed" },
    { ErrorCode::SystemTimeout, u"SYSTEM_TIMEOUT", u"Task execution timed out" },
    { ErrorCode::SystemResourceLimit, u"SYSTEM_RESOURCE_LIMIT", u"System resource limit exceeded" },
    { ErrorCode::SystemDiskSpace, u"SYSTEM_DISK_SPACE", u"Insufficient disk space" },
    { ErrorCode::SystemMemoryLimit, u"SYSTEM_MEMORY_LIMIT", u"Insufficient memory" },
    { ErrorCode::ValidationInvalidParams, u"VALIDATION_INVALID_PARAMS",
        u"Invalid task parameters" },
    { ErrorCode::ValidationMissingRequired, u"VALIDATION_MISSING_REQUIRED",
        u"Missing required parameters" },
    { ErrorCode::ValidationInvalidFormat, u"VALIDATION_INVALID_FORMAT",
        u"Invalid parameter format" },
    { ErrorCode::QueueFull, u"QUEUE_FULL", u"Task queue is full" },
    { ErrorCode::QueueTaskNotFound, u"QUEUE_TASK_NOT_FOUND", u"Task not found in queue" },
    { ErrorCode::QueueTaskAlreadyRunning, u"QUEUE_TASK_ALREADY_RUNNING",
        u"Task is already running" },
    { ErrorCode::OllamaModelNotFound, u"OLLAMA_MODEL_NOT_FOUND", u"Ollama model not found" },
    { ErrorCode::OllamaServiceUnavailable, u"OLLAMA_SERVICE_UNAVAILABLE",
        u"Ollama service unavailable" },
    { ErrorCode::OllamaInferenceFailed, u"OLLAMA_INFERENCE_FAILED", u"Ollama inference failed" },
    { ErrorCode::UnknownError, u"UNKNOWN_ERROR", u"Unknown error occurred" },
    { ErrorCode::InternalError, u"INTERNAL_ERROR", u"Internal system error" },
};

const CodeRow &rowOf(ErrorCode code)
{
    return rows[static_cast<int>(code)];
}

} // namespace

const QList<ErrorCode> &allErrorCodes()
{
    static const QList<ErrorCode> codes = [] {
        QList<ErrorCode> list;
        for (const CodeRow &row : rows)
            list.append(row.code);
        return list;
    }();
    return codes;
}

QString errorCodeName(ErrorCode code)
{
    return rowOf(code).name.toString();
}

std::optional<ErrorCode> errorCodeFromName(const QString &name)
{
    for (const CodeRow &row : rows) {
        if (name == row.name)
            return row.code;
    }
    return std::nullopt;
}

QString errorCodeDescription(ErrorCode code)
{
    return rowOf(code).description.toString();
}

} // namespace slipway
