// An exported queue in a file: {"slipway":1,"tasks":[{"task_type":..,"params":{..},"after":[..]}]}.
#pragma once

#include <QJsonArray>
#include <QString>

#include <variant>

namespace slipway {

// The tasks as queue_add takes them, their paths taken relative to the file's folder; or a
// sentence on the first thing wrong in the file, naming it.
std::variant<QJsonArray, QString> readQueueFile(const QString &file);

} // namespace slipway
