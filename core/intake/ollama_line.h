// Ollama's own command line as a task: `run llama3.2 "Why?"` -> ollama_run and its parameters.
#pragma once

#include "core/task/sentence.h"

#include <QJsonObject>
#include <QStringList>

#include <variant>

namespace slipway {

// `words` begin after "ollama". Answers with {"task_type","params"}, or with a sentence that names
// the flag or word that cannot be taken. `run` without a question gets the model.
std::variant<QJsonObject, Sentence> readOllamaLine(const QStringList &words);

} // namespace slipway
