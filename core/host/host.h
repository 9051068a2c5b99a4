// What is known of a Docker engine or an Ollama server.
#pragma once

#include "core/task/task_error.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace slipway {

enum class HostKind { Docker, Ollama };

struct HostState {
    HostKind kind = HostKind::Docker;
    QString address; // as docker or Ollama would be told it
    QString name; // "local", a context's name, or the address
    bool known = false; // false until it was asked once
    bool reachable = false;
    QString version; // of the engine or server; may be empty
    std::optional<TaskError> error; // why not reachable
    QString platform; // Docker: "linux/amd64"; empty until it was asked
    std::optional<bool> keepsLayers; // Docker: of a stopped pull; none: not asked yet
    QString dataFolder; // on this machine, where what it loads goes; empty: elsewhere or not known
    QStringList contexts; // Docker: by name, those that docker's client knows
    QStringList images; // Docker: names with their tags, as of the last time somebody looked
    QStringList models; // Ollama: installed, by the names it lists
    QStringList loadedModels; // Ollama: in memory now
    bool operator==(const HostState &) const = default;
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::HostState)
