// What a person can do about an error: at least one sentence for each of the 23 codes.
#pragma once

#include "core/task/task_error.h"

namespace slipway {

// `text` is English with %1..%9, marked QT_TRANSLATE_NOOP("TaskError", ...) where it is written:
// the window translates it under that id.
struct Suggestion {
    QString text;
    QStringList arguments;
};

QList<Suggestion> suggestions(const TaskError &error);
QStringList suggestionsFor(const TaskError &error); // the same in English

} // namespace slipway
