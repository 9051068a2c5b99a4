// What a person may have done to an engine or a server so that a failed task can be tried again.
#pragma once

#include "core/task/sentence.h"

#include <QString>

namespace slipway {

struct HostAction {
    enum class Kind {
        StartDocker, // with the system's service manager
        StartOllama,
        PruneDocker, // stopped containers, dangling images, unused networks, build cache
        PruneBuildCache,
        StopContainer, // `name`
        UnloadModels, // all that Ollama holds in memory
        RemoveModelParts, // of downloads that nobody goes on with; on this machine only
        TryDockerProgram, // starts `program`, which says its version
    };
    Kind kind = Kind::StartDocker;
    QString host; // as in HostState::address
    QString program = {}; // TryDockerProgram; "" = docker, from PATH
    QString name = {}; // of what it is done to, where that is one of many
    bool operator==(const HostAction &) const = default;
};

struct HostActionAnswer {
    bool done = false;
    Sentence words; // what came of it, in the tool's words or ours: "Total reclaimed space: 1.2GB"
};

} // namespace slipway
