#include "core/diagnosis/suggestions.h"

#include "core/diagnosis/sentences.h"

namespace slipway {
namespace {

struct Advice {
    const char *sentence; // what went wrong
    const char *first; // %1 is the error's subject, %2 what its sentence calls so
    const char *second = nullptr;
};

// What helps against exactly this, the likeliest first.
// clang-format off
    constexpr Advice advices[] = {
        { sentence::imageHiddenOrMissing, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of %1."), QT_TRANSLATE_NOOP("TaskError", "If it is a private image, log in to its registry and retry.") },
        { sentence::noSuchImage, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of the name and tag of %1."), QT_TRANSLATE_NOOP("TaskError", "Look in the registry which tags there are.") },
        { sentence::noSuchLocalImage, QT_TRANSLATE_NOOP("TaskError", "Pull or build %1 first."), QT_TRANSLATE_NOOP("TaskError", "Or choose one of the images on this machine.") },
        { sentence::notLoggedInAt, QT_TRANSLATE_NOOP("TaskError", "Log in to %1, then retry.") },
        { sentence::loginRefusedAt, QT_TRANSLATE_NOOP("TaskError", "Log in to %1 again with the right user name and password or token, then retry.") },
        { sentence::loginRefused, QT_TRANSLATE_NOOP("TaskError", "Log in again with the right user name and password or token, then retry.") },
        { sentence::loginExpired, QT_TRANSLATE_NOOP("TaskError", "Log in to the registry again, then retry.") },
        { sentence::notYourNamespace, QT_TRANSLATE_NOOP("TaskError", "Tag the image with a name of your own and push that."), QT_TRANSLATE_NOOP("TaskError", "Log in as the owner of this name.") },
        { sentence::loginNotSaved, QT_TRANSLATE_NOOP("TaskError", "Install the program that credsStore in ~/.docker/config.json names, or remove that entry and log in again.") },
        { sentence::loginMissing, QT_TRANSLATE_NOOP("TaskError", "Give a user name and a password or token.") },
        { sentence::socketForbidden, QT_TRANSLATE_NOOP("TaskError", "Let your user into the group docker (sudo usermod -aG docker $USER), log out and in again, then retry.") },
        { sentence::engineForGroup, QT_TRANSLATE_NOOP("TaskError", "Let your user into the group %2 (sudo usermod -aG %2 $USER), log out and in again, then retry.") },
        { sentence::engineNotYet, QT_TRANSLATE_NOOP("TaskError", "Log out and in again, then retry.") },
        { sentence::permissionNamed, QT_TRANSLATE_NOOP("TaskError", "Ask the registry's owner for this permission, or make a token that has it.") },
        { sentence::permissionMissing, QT_TRANSLATE_NOOP("TaskError", "Ask the registry's owner for the permission, or make a token that has it.") },
        { sentence::notExecutable, QT_TRANSLATE_NOOP("TaskError", "Make it executable (chmod +x %1) where the image is built.") },
        { sentence::fileForbidden, QT_TRANSLATE_NOOP("TaskError", "Give the user who does this the right to use %1, or choose another place.") },
        { sentence::engineDown, QT_TRANSLATE_NOOP("TaskError", "Start Docker, then retry."), QT_TRANSLATE_NOOP("TaskError", "Choose another Docker host in the settings.") },
        { sentence::engineUnreachable, QT_TRANSLATE_NOOP("TaskError", "Start Docker, then retry."), QT_TRANSLATE_NOOP("TaskError", "Choose another Docker host in the settings.") },
        { sentence::portTaken, QT_TRANSLATE_NOOP("TaskError", "Choose another port than %1, or stop what uses it, then retry.") },
        { sentence::portHeldByContainer, QT_TRANSLATE_NOOP("TaskError", "Stop the container %2, or choose another port than %1, then retry.") },
        { sentence::portHeldByProgram, QT_TRANSLATE_NOOP("TaskError", "Choose another port than %1, or end %2, then retry.") },
        { sentence::aPortTaken, QT_TRANSLATE_NOOP("TaskError", "Choose another port, or stop what uses it, then retry.") },
        { sentence::certificateOfHost, QT_TRANSLATE_NOOP("TaskError", "Put the certificate of the one who signed it into /etc/docker/certs.d/%1/ca.crt, then retry."), QT_TRANSLATE_NOOP("TaskError", "Check this machine's clock and the spelling of the host.") },
        { sentence::plainHttpAt, QT_TRANSLATE_NOOP("TaskError", "If you trust the network, add %1 to insecure-registries in /etc/docker/daemon.json and restart Docker."), QT_TRANSLATE_NOOP("TaskError", "Check the port: another one may speak HTTPS.") },
        { sentence::plainHttp, QT_TRANSLATE_NOOP("TaskError", "If you trust the network, add the registry to insecure-registries in /etc/docker/daemon.json and restart Docker."), QT_TRANSLATE_NOOP("TaskError", "Check the port: another one may speak HTTPS.") },
        { sentence::hostUnknown, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of %1."), QT_TRANSLATE_NOOP("TaskError", "Retry when the network is back.") },
        { sentence::nothingAnswers, QT_TRANSLATE_NOOP("TaskError", "Check that a server runs at %1, then retry.") },
        { sentence::proxyFailed, QT_TRANSLATE_NOOP("TaskError", "Check the proxy %1 in Docker's settings, then retry.") },
        { sentence::tooManyRequests, QT_TRANSLATE_NOOP("TaskError", "Retry in a while."), QT_TRANSLATE_NOOP("TaskError", "Log in to the registry: the limit is higher then.") },
        { sentence::registryFull, QT_TRANSLATE_NOOP("TaskError", "Remove old images from the registry, or raise the quota there.") },
        { sentence::uploadTooLarge, QT_TRANSLATE_NOOP("TaskError", "Make the largest layer smaller, or let the registry's proxy take larger uploads.") },
        { sentence::notARegistry, QT_TRANSLATE_NOOP("TaskError", "Check the registry's address and port.") },
        { sentence::noRepositoryToPush, QT_TRANSLATE_NOOP("TaskError", "Create the repository in the registry, then retry.") },
        { sentence::immutableTag, QT_TRANSLATE_NOOP("TaskError", "Push under another tag.") },
        { sentence::noSuchPlatform, QT_TRANSLATE_NOOP("TaskError", "Choose a platform that the image is made for, or another image.") },
        { sentence::noSuchPlatformNamed, QT_TRANSLATE_NOOP("TaskError", "Choose a platform that the image is made for, or another image.") },
        { sentence::unknownInstruction, QT_TRANSLATE_NOOP("TaskError", "Correct line %1 of the Dockerfile, then retry.") },
        { sentence::copySourceMissing, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of %1, the build context and .dockerignore.") },
        { sentence::commandMissing, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of %1, or install it first."), QT_TRANSLATE_NOOP("TaskError", "If it is a script, check its first line and that its line ends are those of Unix.") },
        { sentence::wrongArchitecture, QT_TRANSLATE_NOOP("TaskError", "Take %1 for this platform, or build for the platform it was made for.") },
        { sentence::debianPackage, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of %1, and run apt-get update in the same RUN."), },
        { sentence::alpinePackage, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of %1 at pkgs.alpinelinux.org.") },
        { sentence::pythonPackage, QT_TRANSLATE_NOOP("TaskError", "Check the spelling and version of %1, and that it supports the image's Python.") },
        { sentence::pythonModule, QT_TRANSLATE_NOOP("TaskError", "Install %1 in the image (pip install).") },
        { sentence::nodeModule, QT_TRANSLATE_NOOP("TaskError", "Add %1 to package.json and install it in the image.") },
        { sentence::baseBlank, QT_TRANSLATE_NOOP("TaskError", "Give the build argument that %1 needs, or a default for it in the Dockerfile.") },
        { sentence::nameTaken, QT_TRANSLATE_NOOP("TaskError", "Choose another name, or remove the container %1.") },
        { sentence::dockerfileMissing, QT_TRANSLATE_NOOP("TaskError", "Choose where the Dockerfile is.") },
        { sentence::aDockerfileMissing, QT_TRANSLATE_NOOP("TaskError", "Choose where the Dockerfile is.") },
        { sentence::pathMissing, QT_TRANSLATE_NOOP("TaskError", "Check the spelling of %1, or create it.") },
        { sentence::containerMemory, QT_TRANSLATE_NOOP("TaskError", "Raise the container's memory limit and run it again.") },
        { sentence::modelMemory, QT_TRANSLATE_NOOP("TaskError", "Choose a smaller model or a smaller variant of it."), QT_TRANSLATE_NOOP("TaskError", "Unload other models, then retry.") },
        { sentence::graphicsMemory, QT_TRANSLATE_NOOP("TaskError", "Choose a smaller model, or unload other models, then retry.") },
        { sentence::tooManyFiles, QT_TRANSLATE_NOOP("TaskError", "Raise the limit of open files (ulimit nofile), then retry.") },
        { sentence::tooManyProcesses, QT_TRANSLATE_NOOP("TaskError", "Raise the limit of processes, or let it start fewer at a time.") },
        { sentence::sharedMemoryFull, QT_TRANSLATE_NOOP("TaskError", "Give it more shared memory (--shm-size), then retry.") },
        { sentence::watchesUsedUp, QT_TRANSLATE_NOOP("TaskError", "Raise fs.inotify.max_user_watches on this machine.") },
        { sentence::addressesUsedUp, QT_TRANSLATE_NOOP("TaskError", "Remove networks that nothing uses (docker network prune), then retry.") },
        { sentence::tooFewProcessors, QT_TRANSLATE_NOOP("TaskError", "Ask for fewer processors.") },
        { sentence::noGraphicsCard, QT_TRANSLATE_NOOP("TaskError", "Install the NVIDIA container toolkit, or run it without a graphics card.") },
        { sentence::ollamaTooOld, QT_TRANSLATE_NOOP("TaskError", "Update Ollama (ollama.com/download), then retry.") },
        { sentence::ollamaBusy, QT_TRANSLATE_NOOP("TaskError", "Retry in a while.") },
        { sentence::downloadFailed, QT_TRANSLATE_NOOP("TaskError", "Retry: what is already here is not downloaded again.") },
        { sentence::promptTooLong, QT_TRANSLATE_NOOP("TaskError", "Shorten the prompt, or raise the context length (num_ctx).") },
        { sentence::modelCannot, QT_TRANSLATE_NOOP("TaskError", "Choose a model that can do this.") },
        { sentence::downloadDamaged, QT_TRANSLATE_NOOP("TaskError", "Retry: the damaged part is downloaded again.") },
        { sentence::signInNeeded, QT_TRANSLATE_NOOP("TaskError", "Sign in (ollama signin), then retry.") },
        { sentence::containerEnded, QT_TRANSLATE_NOOP("TaskError", "Read the end of the log: it is what the program printed last.") },
        { sentence::dockerMissing, QT_TRANSLATE_NOOP("TaskError", "Install Docker, or tell Slipway where the docker program is.") },
        { sentence::dockerNotStarted, QT_TRANSLATE_NOOP("TaskError", "Install Docker, or tell Slipway where the docker program is.") },
        { sentence::storeDamaged, QT_TRANSLATE_NOOP("TaskError", "Restart Docker and retry."), QT_TRANSLATE_NOOP("TaskError", "Look at the disk's health: Docker's data could not be read.") },
        { sentence::toolBroken, QT_TRANSLATE_NOOP("TaskError", "Restart Docker and retry."), QT_TRANSLATE_NOOP("TaskError", "If it happens again, update Docker.") },
    };
// clang-format on

// Empty where nothing better is known than for the code.
QList<Suggestion> advicesFor(const TaskError &error)
{
    QList<Suggestion> list;
    for (const Advice &advice : advices) {
        if (error.text != QLatin1String(advice.sentence))
            continue;
        for (const char *text : { advice.first, advice.second }) {
            if (!text)
                continue;
            const QString sentence = QString::fromLatin1(text);
            const bool names = sentence.contains(QLatin1String("%1"));
            if (!names || !error.subject.isEmpty())
                list.append({ sentence,
                    names || sentence.contains(QLatin1String("%2"))
                        ? QStringList{ error.subject, error.arguments.value(1) }
                        : QStringList() });
        }
        break;
    }
    return list;
}

// What helps when only the code is known. More than one: the likeliest first.
QList<const char *> textsFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DockerImageNotFound:
        return { QT_TRANSLATE_NOOP("TaskError", "Check the spelling of the image name and tag."),
            QT_TRANSLATE_NOOP(
                "TaskError", "Pull or build the image first if it should be on this machine.") };
    case ErrorCode::DockerAuthenticationFailed:
        return { QT_TRANSLATE_NOOP("TaskError", "Log in to the registry, then retry."),
            QT_TRANSLATE_NOOP("TaskError",
                "Check the spelling: registries answer the same for a name that does not exist.") };
    case ErrorCode::DockerPermissionDenied:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Check that you may use what is named here: the registry's repository, or the engine's "
            "socket (group docker).") };
    case ErrorCode::DockerNetworkError:
        return { QT_TRANSLATE_NOOP("TaskError",
                     "Check that the host is spelled right, is running and can be reached from "
                     "this machine."),
            QT_TRANSLATE_NOOP("TaskError", "Retry when the network is back.") };
    case ErrorCode::DockerRegistryError:
        return { QT_TRANSLATE_NOOP(
            "TaskError", "The registry has trouble of its own: retry in a while.") };
    case ErrorCode::DockerBuildFailed:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Read the line named here, mend the Dockerfile or its files, then retry: finished "
            "steps are kept.") };
    case ErrorCode::DockerPushFailed:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Read the line named here, then retry: layers already in the registry are not sent "
            "again.") };
    case ErrorCode::DockerPullFailed:
        return { QT_TRANSLATE_NOOP("TaskError", "Read the line named here, then retry.") };
    case ErrorCode::SystemTimeout:
        return { QT_TRANSLATE_NOOP("TaskError", "Raise the time limit, or remove it, and retry."),
            QT_TRANSLATE_NOOP(
                "TaskError", "Look at the end of the log: what was it waiting for?") };
    case ErrorCode::SystemResourceLimit:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Free the port, name or device that is in use, or choose another one, and retry.") };
    case ErrorCode::SystemDiskSpace:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Free some space: `docker system df` shows what Docker holds, `docker system prune` "
            "removes what nothing uses.") };
    case ErrorCode::SystemMemoryLimit:
        return { QT_TRANSLATE_NOOP(
            "TaskError", "Give it more memory, or let less run at the same time.") };
    case ErrorCode::ValidationInvalidParams:
    case ErrorCode::ValidationInvalidFormat:
        return { QT_TRANSLATE_NOOP("TaskError", "Correct the value named here and submit again.") };
    case ErrorCode::ValidationMissingRequired:
        return { QT_TRANSLATE_NOOP("TaskError", "Give the value named here and submit again.") };
    case ErrorCode::QueueFull:
        return { QT_TRANSLATE_NOOP(
            "TaskError", "Wait until some tasks are done, or cancel some that are waiting.") };
    case ErrorCode::QueueTaskNotFound:
        return { QT_TRANSLATE_NOOP("TaskError", "List the tasks to see which there are.") };
    case ErrorCode::QueueTaskAlreadyRunning:
        return { QT_TRANSLATE_NOOP("TaskError", "Wait for its end, or cancel it first.") };
    case ErrorCode::OllamaModelNotFound:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Check the spelling of the model name and tag, or pull the model first.") };
    case ErrorCode::OllamaServiceUnavailable:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Start the Ollama server (`ollama serve`), or set another host, and retry.") };
    case ErrorCode::OllamaInferenceFailed:
        return { QT_TRANSLATE_NOOP(
            "TaskError", "Retry; if it fails again, try a smaller model or a shorter prompt.") };
    case ErrorCode::UnknownError:
        return { QT_TRANSLATE_NOOP("TaskError", "The end of the log says more.") };
    case ErrorCode::InternalError:
        return { QT_TRANSLATE_NOOP("TaskError",
            "Retry. If it happens again, copy the report and tell the makers of Slipway.") };
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Suggestion> suggestions(const TaskError &error)
{
    QList<Suggestion> list = advicesFor(error);
    if (!list.isEmpty())
        return list;
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
