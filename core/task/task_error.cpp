#include "core/task/task_error.h"

namespace slipway {

TaskError madeError(ErrorCode code, const char *sentence, const QStringList &arguments)
{
    TaskError error;
    error.code = code;
    error.text = QString::fromUtf8(sentence);
    error.arguments = arguments;
    error.subject = arguments.value(0);
    return error;
}

Sentence sentenceOf(const TaskError &error)
{
    Sentence sentence(error.text.isEmpty() ? errorCodeDescription(error.code) : error.text);
    sentence.arguments = error.arguments;
    return sentence;
}

QString errorMessage(const TaskError &error)
{
    if (error.text.isEmpty())
        return errorCodeDescription(error.code);
    return withArguments(error.text, error.arguments);
}

} // namespace slipway
