#include "core/ollama/ollama_error.h"

#include <QCoreApplication>

namespace slipway {
namespace {

TaskError made(
    ErrorCode code, const char *text, const QString &subject, const QString &line, bool retryable)
{
    TaskError error = madeError(code, text, { subject });
    error.decisiveLine = line;
    error.retryable = retryable;
    return error;
}

} // namespace

TaskError ollamaSilent(const QString &address, const QString &systemWords)
{
    TaskError silent = made(ErrorCode::OllamaServiceUnavailable,
        QT_TRANSLATE_NOOP("TaskError", "No Ollama server answers at %1."), address, systemWords,
        true);
    silent.hostMissing = true;
    return silent;
}

TaskError notOllama(const QString &address, int httpStatus)
{
    if (httpStatus == 403) {
        TaskError refused = made(ErrorCode::OllamaServiceUnavailable,
            QT_TRANSLATE_NOOP("TaskError",
                "The server at %1 refuses requests under this name: Ollama only answers to names "
                "of its "
                "own machine unless OLLAMA_HOST says otherwise there."),
            address, {}, false);
        refused.httpStatus = httpStatus;
        return refused;
    }
    TaskError error = made(ErrorCode::OllamaServiceUnavailable,
        QT_TRANSLATE_NOOP("TaskError", "What answers at %1 is no Ollama server (HTTP status %2)."),
        address, {}, false);
    error.arguments.append(QString::number(httpStatus));
    error.httpStatus = httpStatus;
    return error;
}

TaskError ollamaPullCut(const QString &model, const QString &systemWords)
{
    TaskError error = made(ErrorCode::OllamaServiceUnavailable,
        QT_TRANSLATE_NOOP("TaskError",
            "The connection to Ollama ended before %1 was there: the next try goes on from here."),
        model, systemWords, true);
    error.hostWentAway = true;
    return error;
}

TaskError ollamaAnswerLost(const QString &model, const QString &systemWords)
{
    return made(ErrorCode::OllamaServiceUnavailable,
        QT_TRANSLATE_NOOP("TaskError",
            "The connection to Ollama was lost before an answer of %1 came. It may have worked on "
            "it all the "
            "same, so it is not asked again by itself."),
        model, systemWords, false);
}

TaskError ollamaAnswerCut(const QString &model, const QString &systemWords)
{
    return made(ErrorCode::OllamaInferenceFailed,
        QT_TRANSLATE_NOOP("TaskError",
            "The answer of %1 broke off before it was complete: what came of it is in the log."),
        model, systemWords, false);
}

TaskError ollamaImageUnreadable(const QString &file, const QString &systemWords)
{
    return made(ErrorCode::ValidationInvalidParams,
        QT_TRANSLATE_NOOP("TaskError", "The image %1 cannot be read."), file, systemWords, false);
}

} // namespace slipway
