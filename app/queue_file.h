// An exported queue in a file: {"slipway":1,"tasks":[{"task_type":..,"params":{..},"after":[..]}]}.
#pragma once

#include "core/task/sentence.h"

#include <QJsonObject>

#include <variant>

namespace slipway {

// As queue_import takes it, its paths taken relative to the file's folder; or a sentence on the
// first thing wrong in the file, naming it.
std::variant<QJsonObject, Sentence> readQueueFile(const QString &file);

} // namespace slipway
