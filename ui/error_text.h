// What went wrong, or would, in words: errors, what can be done about them, and early checks.
// Sentences of core are translated here under their English text.
#pragma once

#include "core/diagnosis/fixes.h"
#include "core/executor/pre_check.h"
#include "core/task/task.h"

#include <QStringList>

namespace slipway {

QString errorSentence(const TaskError &error);
QStringList suggestionSentences(const TaskError &error);
QString checkText(const PreCheck &check);
QString fixText(const Fix &fix); // what its button says
QString errorFacts(const Task &task, const QDateTime &now); // code, exit code, tries

} // namespace slipway
