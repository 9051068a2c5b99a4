// Failures of the way to an Ollama server. What the server itself says is diagnosed from its words.
#pragma once

#include "core/task/task_error.h"

namespace slipway {

TaskError ollamaSilent(const QString &address, const QString &systemWords);
// It answers, but not like Ollama, or it turns us away without a word.
TaskError notOllama(const QString &address, int httpStatus);
TaskError ollamaPullCut(const QString &model, const QString &systemWords);
// The connection ended before an answer began: the server may work on it all the same, so it is
// not asked again by itself.
TaskError ollamaAnswerLost(const QString &model, const QString &systemWords);
TaskError ollamaAnswerCut(const QString &model, const QString &systemWords);
TaskError ollamaImageUnreadable(const QString &file, const QString &systemWords);

} // namespace slipway
