// How docker's client program is called for a host and a task.
#pragma once

#include "core/docker/docker_command.h"
#include "core/process/process_runner.h"
#include "core/task/task.h"
#include "core/task/task_error.h"

namespace slipway {

struct DockerClient {
    QString program = QStringLiteral("docker");

    // The child carries SLIPWAY_TASK, so that one left over from a killed run is found again.
    ProcessCall call(const QString &host, const DockerCall &command, const TaskId &task) const;
};

// The error of a client that could not be started at all.
TaskError clientMissing(const QString &program, const ProcessEnd &end);

// Ends, at once, every process that carries the task's mark: clients of an earlier run of this
// program and their plugins. Answers how many there were.
int endLeftoverClients(const TaskId &task);

} // namespace slipway
