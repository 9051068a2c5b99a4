// All that is known of an attempt that failed by itself.
#pragma once

#include "core/task/task_type.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace slipway {

struct Failure {
    TaskType type = TaskType::DockerPull;
    std::optional<int> exitCode; // of the docker client, or of the container's own program
    std::optional<int> httpStatus; // of Ollama's answer
    QList<QByteArray> output; // the last lines, both channels as they came, without terminal codes
    QString subject; // the image, model or host it was about, where the task names it
    bool oomKilled = false; // the engine says so (.State.OOMKilled)
    bool containerRan = false; // the program in the container was started, and ended with exitCode
};

} // namespace slipway
