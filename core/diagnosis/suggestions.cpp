#include "core/diagnosis/suggestions.h"

#include <QCoreApplication>

namespace slipway {
namespace {

    // What helps when only the code is known. More than one: the likeliest first.
    QList<const char *> textsFor(ErrorCode code)
    {
        switch (code) {
        case ErrorCode::DockerImageNotFound:
            return { QT_TRANSLATE_NOOP("TaskError", "Check the spelling of the image name and tag."),
                QT_TRANSLATE_NOOP("TaskError", "Pull or build the image first if it should be on this machine.") };
        case ErrorCode::DockerAuthenticationFailed:
            return { QT_TRANSLATE_NOOP("TaskError", "Log in to the registry, then retry."),
                QT_TRANSLATE_NOOP("TaskError", "Check the spelling: registries answer the same for a name that does not exist.") };
        case ErrorCode::DockerPermissionDenied:
            return { QT_TRANSLATE_NOOP("TaskError", "Check that you may use what is named here: the registry's repository, or the engine's socket (group docker).") };
        case ErrorCode::DockerNetworkError:
            return { QT_TRANSLATE_NOOP("TaskError", "Check that the host is spelled right, is running and can be reached from this machine."),
                QT_TRANSLATE_NOOP("TaskError", "Retry when the network is back.") };
        case ErrorCode::DockerRegistryError:
            return { QT_TRANSLATE_NOOP("TaskError", "The registry has trouble of its own: retry in a while.") };
        case ErrorCode::DockerBuildFailed:
            return { QT_TRANSLATE_NOOP("TaskError", "Read the line named here, mend the Dockerfile or its files, then retry: finished steps are kept.") };
        case ErrorCode::DockerPushFailed:
            return { QT_TRANSLATE_NOOP("TaskError", "Read the line named here, then retry: layers already in the registry are not sent again.") };
        case ErrorCode::DockerPullFailed:
            return { QT_TRANSLATE_NOOP("TaskError", "Read the line named here, then retry.") };
        case ErrorCode::SystemTimeout:
            return { QT_TRANSLATE_NOOP("TaskError", "Raise the time limit, or remove it, and retry."),
                QT_TRANSLATE_NOOP("TaskError", "Look at the end of the log: what was it waiting for?") };
        case ErrorCode::SystemResourceLimit:
            return { QT_TRANSLATE_NOOP("TaskError", "Free the port, name or device that is in use, or choose another one, and retry.") };
        case ErrorCode::SystemDiskSpace:
            return { QT_TRANSLATE_NOOP("TaskError", "Free some space: `docker system df` shows what Docker holds, `docker system prune` removes what nothing uses.") };
        case ErrorCode::SystemMemoryLimit:
            return { QT_TRANSLATE_NOOP("TaskError", "Give it more memory, or let less run at the same time.") };
        case ErrorCode::ValidationInvalidParams:
        case ErrorCode::ValidationInvalidFormat:
            return { QT_TRANSLATE_NOOP("TaskError", "Correct the value named here and submit again.") };
        case ErrorCode::ValidationMissingRequired:
            return { QT_TRANSLATE_NOOP("TaskError", "Give the value named here and submit again.") };
        case ErrorCode::QueueFull:
            return { QT_TRANSLATE_NOOP("TaskError", "Wait until some tasks are done, or cancel some that are waiting.") };
        case ErrorCode::QueueTaskNotFound:
            return { QT_TRANSLATE_NOOP("TaskError", "List the tasks to see which there are.") };
        case ErrorCode::QueueTaskAlreadyRunning:
            return { QT_TRANSLATE_NOOP("TaskError", "Wait for its end, or cancel it first.") };
        case ErrorCode::OllamaModelNotFound:
            return { QT_TRANSLATE_NOOP("TaskError", "Check the spelling of the model name and tag, or pull the model first.") };
        case ErrorCode::OllamaServiceUnavailable:
            return { QT_TRANSLATE_NOOP("TaskError", "Start the Ollama server (`ollama serve`), or set another host, and retry.") };
        case ErrorCode::OllamaInferenceFailed:
            return { QT_TRANSLATE_NOOP("TaskError", "Retry; if it fails again, try a smaller model or a shorter prompt.") };
        case ErrorCode::UnknownError:
            return { QT_TRANSLATE_NOOP("TaskError", "The end of the log says more.") };
        case ErrorCode::InternalError:
            return { QT_TRANSLATE_NOOP("TaskError", "Retry. If it happens again, copy the report and tell the makers of Slipway.") };
        }
        Q_UNREACHABLE();
    }

} // namespace

QList<Suggestion> suggestions(const TaskError &error)
{
    QList<Suggestion> list;
    for (const char *text : textsFor(error.code))
        list.append({ QString::fromLatin1(text), {} });
    return list;
}

QStringList suggestionsFor(const TaskError &error)
{
    QStringList texts;
    for (const Suggestion &each : suggestions(error))
        texts.append(withArguments(each.text, each.arguments));
    return texts;
}

} // namespace slipway
