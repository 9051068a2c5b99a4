// Docker's own command line as a task: `run -d -p 80:80 nginx` -> docker_run and its parameters.
#pragma once

#include "core/task/sentence.h"

#include <QJsonObject>
#include <QStringList>

#include <variant>

namespace slipway {

// `words` begin after "docker". Paths are taken relative to `folder`; `-e NAME` without a value is
// read from this process's environment, as docker does. Answers with {"task_type","params"}, or
// with a sentence that names the flag or word that cannot be taken.
std::variant<QJsonObject, Sentence> readDockerLine(const QStringList &words, const QString &folder);

} // namespace slipway
