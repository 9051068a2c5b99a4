// `TYPE key=value ...` as a task: each value is read by the declared type of its key.
#pragma once

#include "core/task/sentence.h"

#include <QJsonObject>
#include <QStringList>

#include <variant>

namespace slipway {

// Paths are taken relative to `folder`. Answers with {"task_type","params"}, or with a sentence.
std::variant<QJsonObject, Sentence> readAddLine(const QStringList &words, const QString &folder);

} // namespace slipway
