// The specification's 23 error codes, each with its description and what a person can do.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace slipway {

enum class ErrorCode {
    DockerImageNotFound,
    DockerAuthenticationFailed,
    DockerPermissionDenied,
    DockerNetworkError,
    DockerRegistryError,
    DockerBuildFailed,
    DockerPushFailed,
    DockerPullFailed,
    SystemTimeout,
    SystemResourceLimit,
    SystemDiskSpace,
    SystemMemoryLimit,
    ValidationInvalidParams,
    ValidationMissingRequired,
    ValidationInvalidFormat,
    QueueFull,
    QueueTaskNotFound,
    QueueTaskAlreadyRunning,
    OllamaModelNotFound,
    OllamaServiceUnavailable,
    OllamaInferenceFailed,
    UnknownError,
    InternalError,
};

const QList<ErrorCode> &allErrorCodes();
QString errorCodeName(ErrorCode code); // "DOCKER_IMAGE_NOT_FOUND"
std::optional<ErrorCode> errorCodeFromName(const QString &name);
QString errorCodeDescription(ErrorCode code); // the specification's words

} // namespace slipway
