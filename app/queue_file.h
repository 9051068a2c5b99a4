// An exported queue in a file: {"slipway":1,"tasks":[{"task_type":..,"params":{..},"after":[..]}]}.
#pragma once

#include "core/task/task_spec.h"

#include <QJsonObject>

#include <variant>

namespace slipway {

// Its paths are taken relative to the file's folder.
struct QueueFile {
    QJsonObject queue; // as queue_import takes it
    QList<TaskDraft> drafts; // the same, read
};

// Or a sentence on the first thing wrong in the file, naming it.
std::variant<QueueFile, Sentence> readQueueFile(const QString &file);

} // namespace slipway
