// Docker's arguments for each task type, and back to what a person would type. Pure: starts
// nothing.
#pragma once

#include "core/task/task_spec.h"

#include <QStringList>

namespace slipway {

struct DockerCall {
    QStringList arguments; // without the program itself
    Pairs environment; // added to the child's own: values that must not stand in arguments
};

// What makes a container ours: the values of its labels slipway.task, .attempt and .store.
struct ContainerLabels {
    QString task;
    int attempt = 0;
    QString store;
};

// What builds: the plugin, the BuildKit inside older clients, or the builder of old.
enum class Builder { Buildx, BuildKit, Legacy };

// `--host URL` or `--context NAME`, to stand before the command; nothing for "".
QStringList hostArguments(const QString &host);

DockerCall pullCall(const DockerPull &pull);
DockerCall pushCall(const DockerPush &push);
DockerCall tagCall(const DockerTag &tag);
DockerCall loginCall(const DockerLogin &login); // reads the password from standard input
// The image must be there: the run never pulls. The container stays until it is removed by id.
DockerCall runCall(const DockerRun &run, const ContainerLabels &labels);

DockerCall buildCall(const DockerBuild &build, Builder builder);

// As it would be typed, with the values of variables masked.
QString commandLine(const TaskSpec &spec);
QString shellQuoted(const QString &word);

} // namespace slipway
