// The kinds of work the queue knows, under the names of the JSON contract.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace slipway {

enum class TaskType {
    DockerPull,
    DockerPush,
    DockerBuild,
    DockerTag,
    DockerRun,
    DockerLogin,
    OllamaPull,
    OllamaRun,
};

// Tasks of one lane share a limit. None: such tasks are short and never wait for one.
enum class Lane { Pull, Push, Build, Run, Model, Generate, None };

const QList<TaskType> &allTaskTypes();
QString taskTypeName(TaskType type); // "docker_pull"
// Accepts the contract's names and its aliases ("PULL", "docker_image_pull"), in any case.
std::optional<TaskType> taskTypeFromName(const QString &name);

// Whether work may go on after a kill of this program, and must then be found again or not be done
// twice. What leaves nothing behind may start before that it does is on disk.
bool mayOutliveUs(TaskType type);

// Whether all its work is to move bytes. Of the others nobody expects that they always move some.
bool isTransfer(TaskType type);

// How long one that ought to move bytes may move none before it is ended and tried again.
int defaultStallSeconds(TaskType type);

Lane laneOf(TaskType type);
const QList<Lane> &allLanes(); // without None
QString laneName(Lane lane);

} // namespace slipway
