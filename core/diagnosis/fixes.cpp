#include "core/diagnosis/fixes.h"

#include "core/diagnosis/sentences.h"
#include "core/task/image_reference.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int shortestLimit = 60; // seconds

Fix made(Fix::Kind kind, const QString &id, const char *text, const QStringList &arguments = {})
{
    Fix fix;
    fix.kind = kind;
    fix.id = id;
    fix.text = QString::fromUtf8(text);
    fix.arguments = arguments;
    return fix;
}

bool says(const TaskError &error, std::initializer_list<const char *> sentences)
{
    return std::any_of(sentences.begin(), sentences.end(),
        [&error](const char *each) { return error.text == QLatin1String(each); });
}

TaskDraft sameAgain(const Task &task)
{
    return { task.spec, task.options, {} };
}

// The image or model that the task names; "" where it names none.
QString nameIn(const TaskSpec &spec)
{
    if (const auto *pull = std::get_if<DockerPull>(&spec))
        return fullImageName(pull->imageName, pull->tag);
    if (const auto *push = std::get_if<DockerPush>(&spec))
        return fullImageName(push->imageName, push->tag);
    if (const auto *tag = std::get_if<DockerTag>(&spec))
        return tag->sourceImage;
    if (const auto *run = std::get_if<DockerRun>(&spec))
        return run->image;
    if (const auto *pull = std::get_if<OllamaPull>(&spec))
        return pull->modelName;
    if (const auto *run = std::get_if<OllamaRun>(&spec))
        return run->modelName;
    return {};
}

bool setName(TaskSpec &spec, const QString &name)
{
    if (auto *pull = std::get_if<DockerPull>(&spec))
        pull->imageName = name;
    else if (auto *push = std::get_if<DockerPush>(&spec))
        push->imageName = name;
    else if (auto *tag = std::get_if<DockerTag>(&spec))
        tag->sourceImage = name;
    else if (auto *run = std::get_if<DockerRun>(&spec))
        run->image = name;
    else if (auto *model = std::get_if<OllamaPull>(&spec))
        model->modelName = name;
    else if (auto *question = std::get_if<OllamaRun>(&spec))
        question->modelName = name;
    else
        return false;
    return true;
}

void addNearest(QList<Fix> &fixes, const Task &task)
{
    for (const QString &name : task.error->nearest) {
        Fix fix = made(Fix::Kind::RetryAs, u"use_name:"_s + name,
            QT_TRANSLATE_NOOP("TaskError", "Use %1"), { name });
        fix.draft = sameAgain(task);
        if (setName(fix.draft.spec, name))
            fixes.append(fix);
    }
}

// Few, and the commonest machines first: a list may name ten.
void addPlatforms(QList<Fix> &fixes, const Task &task)
{
    constexpr qsizetype most = 3;
    QStringList platforms = task.error->platforms;
    const auto rank = [](const QString &platform) {
        static const QStringList common{ u"linux/amd64"_s, u"linux/arm64"_s, u"linux/arm64/v8"_s };
        const qsizetype at = common.indexOf(platform);
        return at < 0 ? common.size() : at;
    };
    std::stable_sort(platforms.begin(), platforms.end(),
        [rank](const QString &a, const QString &b) { return rank(a) < rank(b); });
    for (const QString &platform : platforms.mid(0, most)) {
        Fix fix = made(Fix::Kind::RetryAs, u"use_platform:"_s + platform,
            QT_TRANSLATE_NOOP("TaskError", "Get the one for %1"), { platform });
        fix.draft = sameAgain(task);
        if (auto *pull = std::get_if<DockerPull>(&fix.draft.spec)) {
            pull->platform = platform;
            fixes.append(fix);
        }
    }
}

// The registry that turned somebody away: of the image that the error is about, or of the task's.
QString registryOf(const Task &task)
{
    if (const auto *login = std::get_if<DockerLogin>(&task.spec))
        return login->registry;
    for (const QString &name : { task.error->subject, nameIn(task.spec) }) {
        const auto image = parseImageReference(name);
        if (image && (!image->registry.isEmpty() || name == nameIn(task.spec)))
            return image->registry;
    }
    return task.error->subject.contains(u'.') ? task.error->subject : QString();
}

void addLogin(QList<Fix> &fixes, const Task &task)
{
    const QString registry = registryOf(task);
    const QString shown = registry.isEmpty() ? u"Docker Hub"_s : registry;
    Fix fix =
        made(Fix::Kind::LogIn, u"log_in:"_s + (registry.isEmpty() ? u"docker.io"_s : registry),
            QT_TRANSLATE_NOOP("TaskError", "Log in to %1 …"), { shown });
    DockerLogin login;
    login.registry = registry;
    fix.draft = { login, {}, {} };
    fix.draft.options.host = task.options.host;
    fixes.append(fix);
}

void addPullFirst(QList<Fix> &fixes, const Task &task)
{
    const QString name = nameIn(task.spec);
    const bool isModel = task.type() == TaskType::OllamaRun;
    if (!isModel && !parseImageReference(name))
        return;
    Fix fix = made(Fix::Kind::SubmitFirst, u"pull:"_s + name,
        QT_TRANSLATE_NOOP("TaskError", "Pull %1 first"), { name });
    if (isModel)
        fix.draft.spec = OllamaPull{ name, false };
    else
        fix.draft.spec = DockerPull{ name };
    fix.draft.options.host = task.options.host;
    fixes.append(fix);
}

// "8080", or "127.0.0.1:8080".
void addOtherPort(QList<Fix> &fixes, const Task &task)
{
    const auto *run = std::get_if<DockerRun>(&task.spec);
    if (!run || task.error->freePort == 0)
        return;
    for (auto it = run->ports.cbegin(); it != run->ports.cend(); ++it) {
        const QString taken = it.key().section(u':', -1);
        if (taken != task.error->subject)
            continue;
        const QString other = QString::number(task.error->freePort);
        Fix fix = made(Fix::Kind::RetryAs, u"use_port:"_s + other,
            QT_TRANSLATE_NOOP("TaskError", "Use port %1 instead of %2"), { other, taken });
        fix.draft = sameAgain(task);
        auto &ports = std::get<DockerRun>(fix.draft.spec).ports;
        ports.insert(it.key().chopped(taken.size()) + other, *it);
        ports.remove(it.key());
        fixes.append(fix);
    }
}

void addTimeLimit(QList<Fix> &fixes, const Task &task)
{
    if (task.status == TaskStatus::Timeout && task.options.timeoutSeconds) {
        const int more = std::max(shortestLimit, *task.options.timeoutSeconds * 2);
        Fix fix = made(Fix::Kind::RetryAs, u"time_limit:%1"_s.arg(more),
            QT_TRANSLATE_NOOP("TaskError", "Allow %1 seconds"), { QString::number(more) });
        fix.draft = sameAgain(task);
        fix.draft.options.timeoutSeconds = more;
        fixes.append(fix);
        fix = made(Fix::Kind::RetryAs, u"time_limit:none"_s,
            QT_TRANSLATE_NOOP("TaskError", "Remove the time limit"));
        fix.draft = sameAgain(task);
        fix.draft.options.timeoutSeconds.reset();
        fixes.append(fix);
    }
}

// "64m", "1g": twice as much, in the words that it was given in.
void addMemoryLimit(QList<Fix> &fixes, const Task &task)
{
    static const QRegularExpression size(u"^(\\d{1,12})([bkmgBKMG]?)$"_s);
    const auto *run = std::get_if<DockerRun>(&task.spec);
    const auto limit = size.match(run ? run->memory : QString());
    if (!limit.hasMatch())
        return;
    const QString more =
        QString::number(limit.captured(1).toLongLong() * 2) + limit.captured(2).toLower();
    Fix fix = made(Fix::Kind::RetryAs, u"memory_limit:"_s + more,
        QT_TRANSLATE_NOOP("TaskError", "Allow twice the memory (%1)"), { more });
    fix.draft = sameAgain(task);
    std::get<DockerRun>(fix.draft.spec).memory = more;
    fixes.append(fix);
    fix = made(Fix::Kind::RetryAs, u"memory_limit:none"_s,
        QT_TRANSLATE_NOOP("TaskError", "Remove the memory limit"));
    fix.draft = sameAgain(task);
    std::get<DockerRun>(fix.draft.spec).memory.clear();
    fixes.append(fix);
}

void addAction(QList<Fix> &fixes, const Task &task, HostAction::Kind kind, const QString &id,
    const char *text, const QStringList &arguments = {})
{
    Fix fix = made(Fix::Kind::ActOnHost, id, text, arguments);
    fix.action = { kind, task.resolvedHost };
    fixes.append(fix);
}

void addRoom(QList<Fix> &fixes, const Task &task)
{
    if (task.type() == TaskType::OllamaPull || task.type() == TaskType::OllamaRun)
        return;
    const auto bytes = task.error->reclaimableBytes;
    if (!bytes)
        addAction(fixes, task, HostAction::Kind::PruneDocker, u"prune"_s,
            QT_TRANSLATE_NOOP("TaskError", "Remove what Docker no longer uses"));
    else if (*bytes > 0)
        addAction(fixes, task, HostAction::Kind::PruneDocker, u"prune"_s,
            QT_TRANSLATE_NOOP("TaskError", "Remove what Docker no longer uses (%1)"),
            { QLocale::c().formattedDataSize(*bytes, 1, QLocale::DataSizeSIFormat) });
}

void addDockerfile(QList<Fix> &fixes, const Task &task)
{
    const auto *build = std::get_if<DockerBuild>(&task.spec);
    if (!build)
        return;
    const QString id = u"open_dockerfile"_s;
    const int line = task.error->place ? task.error->place->line : 0;
    Fix fix = line > 0
        ? made(Fix::Kind::OpenFile, id,
            QT_TRANSLATE_NOOP("TaskError", "Open the Dockerfile at line %1"),
            { QString::number(line) })
        : made(Fix::Kind::OpenFile, id, QT_TRANSLATE_NOOP("TaskError", "Open the Dockerfile"));
    fix.file = dockerfilePath(*build);
    fix.line = line;
    fixes.append(fix);
}

void addStart(QList<Fix> &fixes, const Task &task)
{
    if (task.error->code == ErrorCode::OllamaServiceUnavailable)
        return addAction(fixes, task, HostAction::Kind::StartOllama, u"start_ollama"_s,
            QT_TRANSLATE_NOOP("TaskError", "Start Ollama"));
    addAction(fixes, task, HostAction::Kind::StartDocker, u"start_docker"_s,
        QT_TRANSLATE_NOOP("TaskError", "Start Docker"));
}

// Whatever a step of a build failed with, its line can be changed. Not where another try may do.
void addDockerfileOfStep(QList<Fix> &fixes, const Task &task)
{
    if (task.error->place && !task.error->retryable)
        addDockerfile(fixes, task);
}

// Only what runs on the same engine: a program of somebody's is not ended for them.
void addFreePort(QList<Fix> &fixes, const Task &task)
{
    if (task.error->portHolder.isEmpty())
        return;
    addAction(fixes, task, HostAction::Kind::StopContainer,
        u"stop_container:"_s + task.error->portHolder,
        QT_TRANSLATE_NOOP("TaskError", "Stop container %1 and try again"),
        { task.error->portHolder });
    fixes.last().action.name = task.error->portHolder;
}

void addOtherHosts(QList<Fix> &fixes, const Task &task)
{
    for (const QString &host : task.error->otherHosts) {
        Fix fix = made(Fix::Kind::RetryAs, u"use_host:"_s + host,
            QT_TRANSLATE_NOOP("TaskError", "Use the Docker host %1"), { host });
        fix.draft = sameAgain(task);
        fix.draft.options.host = host;
        fixes.append(fix);
    }
}

void addCommand(QList<Fix> &fixes, const Task &task)
{
    if (task.error->command.isEmpty())
        return;
    Fix fix = made(Fix::Kind::CopyText, u"copy_command"_s,
        QT_TRANSLATE_NOOP("TaskError", "Copy the command %1"), { task.error->command });
    fix.copied = task.error->command;
    fixes.append(fix);
}

void addForImage(QList<Fix> &fixes, const Task &task)
{
    addNearest(fixes, task);
    const bool isLocal =
        says(*task.error, { sentence::noSuchLocalImage, sentence::imageNotOnMachine });
    if (isLocal && task.type() != TaskType::DockerPull)
        addPullFirst(fixes, task);
    if (says(*task.error, { sentence::imageHiddenOrMissing, sentence::imageHidden }))
        addLogin(fixes, task);
    addDockerfile(fixes, task);
}

} // namespace

QList<Fix> fixesFor(const Task &task)
{
    QList<Fix> fixes;
    if (task.status == TaskStatus::Cancelled && task.leftover) {
        if (task.leftover->kind == Leftover::Kind::ModelParts)
            addAction(fixes, task, HostAction::Kind::RemoveModelParts, u"remove_leftover"_s,
                QT_TRANSLATE_NOOP("TaskError", "Remove the unfinished model files"));
        else
            addAction(fixes, task, HostAction::Kind::PruneBuildCache, u"remove_leftover"_s,
                QT_TRANSLATE_NOOP("TaskError", "Empty the build cache"));
        return fixes;
    }
    if (!task.error || groupOf(task.status) != StatusGroup::Finished)
        return fixes;
    const TaskError &error = *task.error;
    if (error.hostMissing)
        addStart(fixes, task);
    addCommand(fixes, task);
    addOtherHosts(fixes, task);
    addOtherPort(fixes, task);
    addPlatforms(fixes, task);
    addFreePort(fixes, task);
    if (says(error, { sentence::modelMemory, sentence::graphicsMemory }))
        addAction(fixes, task, HostAction::Kind::UnloadModels, u"unload_models"_s,
            QT_TRANSLATE_NOOP("TaskError", "Unload the models in memory"));
    if (says(error, { sentence::containerMemory }))
        addMemoryLimit(fixes, task);
    switch (error.code) {
    case ErrorCode::DockerImageNotFound:
        addForImage(fixes, task);
        break;
    case ErrorCode::OllamaModelNotFound:
        addNearest(fixes, task);
        if (task.type() == TaskType::OllamaRun)
            addPullFirst(fixes, task);
        break;
    case ErrorCode::DockerAuthenticationFailed:
        addLogin(fixes, task);
        if (task.type() == TaskType::DockerPush)
            fixes.append(made(Fix::Kind::Retag, u"retag"_s,
                QT_TRANSLATE_NOOP("TaskError", "Push under another name …")));
        break;
    case ErrorCode::DockerPermissionDenied:
        if (task.type() == TaskType::DockerPush)
            fixes.append(made(Fix::Kind::Retag, u"retag"_s,
                QT_TRANSLATE_NOOP("TaskError", "Push under another name …")));
        addDockerfileOfStep(fixes, task);
        break;
    case ErrorCode::SystemDiskSpace:
        addRoom(fixes, task);
        break;
    case ErrorCode::SystemTimeout:
        addTimeLimit(fixes, task);
        break;
    case ErrorCode::DockerBuildFailed:
        addDockerfile(fixes, task);
        break;
    default: // nothing that a click could do
        addDockerfileOfStep(fixes, task);
        break;
    }
    return fixes;
}

QString fixLabel(const Fix &fix)
{
    return withArguments(fix.text, fix.arguments);
}

} // namespace slipway
