#include "core/docker/docker_command.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

template <typename... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

// In the environment of the docker client these would change what the client itself does.
bool steersTheClient(const QString &name)
{
    static const QRegularExpression steering(
        u"\\A(?:PATH|HOME|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|LD_.*|GODEBUG|SSL_CERT_.*|XDG_.*|SLIPWAY_.*|.*_PROXY)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    return steering.match(name).hasMatch();
}

void addVariables(DockerCall &call, const QString &flag, const Pairs &variables)
{
    for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
        if (steersTheClient(it.key())) {
            call.arguments << flag << QString(it.key() + u'=' + it.value());
            continue;
        }
        call.arguments << flag << it.key();
        call.environment.insert(it.key(), it.value());
    }
}

void addGiven(QStringList &arguments, const QString &flag, const QString &value)
{
    if (!value.isEmpty())
        arguments << flag << value;
}

// Shared by the call and the line a person reads; variables differ between them.
QStringList runFlags(const DockerRun &run)
{
    QStringList flags;
    addGiven(flags, u"--name"_s, run.name);
    for (auto it = run.ports.cbegin(); it != run.ports.cend(); ++it)
        flags << u"-p"_s << QString(it.key() + u':' + it.value());
    for (auto it = run.volumes.cbegin(); it != run.volumes.cend(); ++it)
        flags << u"-v"_s << QString(it.key() + u':' + it.value());
    addGiven(flags, u"--network"_s, run.network);
    addGiven(flags, u"--user"_s, run.user);
    addGiven(flags, u"--workdir"_s, run.workingDir);
    addGiven(flags, u"--memory"_s, run.memory);
    addGiven(flags, u"--cpus"_s, run.cpus);
    addGiven(flags, u"--gpus"_s, run.gpus);
    addGiven(flags, u"--restart"_s, run.restart);
    return flags;
}

QStringList typed(const DockerRun &run)
{
    QStringList words{ u"docker"_s, u"run"_s };
    if (run.detach)
        words << u"-d"_s;
    else if (run.remove)
        words << u"--rm"_s;
    for (const QString &name : run.environment.keys())
        words << u"-e"_s << QString(name + u"=***"_s);
    return words + runFlags(run) + QStringList{ run.image } + run.command;
}

QStringList buildFlags(const DockerBuild &build)
{
    QStringList flags;
    if (build.dockerfile != "Dockerfile"_L1)
        flags << u"-f"_s << build.dockerfile;
    if (!build.imageName.isEmpty())
        flags << u"-t"_s << fullImageName(build.imageName, build.tag);
    addGiven(flags, u"--target"_s, build.target);
    addGiven(flags, u"--platform"_s, build.platform);
    addGiven(flags, u"--network"_s, build.network);
    if (build.noCache)
        flags << u"--no-cache"_s;
    if (build.pull)
        flags << u"--pull"_s;
    for (const QString &secret : build.secrets)
        flags << u"--secret"_s << secret;
    return flags;
}

QStringList typed(const DockerBuild &build)
{
    QStringList words{ u"docker"_s, u"build"_s };
    for (const QString &name : build.buildArgs.keys())
        words << u"--build-arg"_s << QString(name + u"=***"_s);
    return words + buildFlags(build) + QStringList{ build.contextPath };
}

QStringList typed(const DockerLogin &login)
{
    QStringList words{ u"docker"_s, u"login"_s, u"--username"_s, login.username };
    return login.registry.isEmpty() ? words : words << login.registry;
}

QStringList typed(const OllamaPull &pull)
{
    QStringList words{ u"ollama"_s, u"pull"_s };
    if (pull.insecure)
        words << u"--insecure"_s;
    return words << pull.modelName;
}

QStringList typed(const OllamaRun &run)
{
    return { u"ollama"_s, u"run"_s, run.modelName, run.prompt };
}

} // namespace

QStringList hostArguments(const QString &host)
{
    if (host.isEmpty())
        return {};
    if (host.contains("://"_L1))
        return { u"--host"_s, host };
    return { u"--context"_s, host };
}

DockerCall pullCall(const DockerPull &pull)
{
    DockerCall call{ { u"pull"_s }, {} };
    addGiven(call.arguments, u"--platform"_s, pull.platform);
    if (pull.allTags)
        call.arguments << u"--all-tags"_s << pull.imageName;
    else
        call.arguments << fullImageName(pull.imageName, pull.tag);
    return call;
}

DockerCall pushCall(const DockerPush &push)
{
    if (push.allTags)
        return { { u"push"_s, u"--all-tags"_s, push.imageName }, {} };
    return { { u"push"_s, fullImageName(push.imageName, push.tag) }, {} };
}

DockerCall tagCall(const DockerTag &tag)
{
    return { { u"tag"_s, tag.sourceImage, tag.targetImage }, {} };
}

DockerCall loginCall(const DockerLogin &login)
{
    DockerCall call{ { u"login"_s, u"--username"_s, login.username, u"--password-stdin"_s }, {} };
    if (!login.registry.isEmpty())
        call.arguments << login.registry;
    return call;
}

DockerCall runCall(const DockerRun &run, const ContainerLabels &labels)
{
    DockerCall call{ { u"run"_s, u"--pull=never"_s, u"--label"_s,
                         QString(u"slipway.task="_s + labels.task), u"--label"_s,
                         u"slipway.attempt=%1"_s.arg(labels.attempt), u"--label"_s,
                         QString(u"slipway.store="_s + labels.store) },
        {} };
    if (run.detach)
        call.arguments << u"--detach"_s;
    addVariables(call, u"-e"_s, run.environment);
    call.arguments << runFlags(run) << run.image << run.command;
    return call;
}

DockerCall buildCall(const DockerBuild &build, Builder builder)
{
    DockerCall call;
    switch (builder) {
    case Builder::Buildx: // some of its drivers leave the image outside the engine unless told
        call.arguments << u"buildx"_s << u"build"_s << u"--progress=plain"_s << u"--load"_s;
        break;
    case Builder::BuildKit:
        call.arguments << u"build"_s << u"--progress=plain"_s;
        break;
    case Builder::Legacy: // a failed step would leave its container behind
        call.arguments << u"build"_s << u"--force-rm"_s;
        break;
    }
    addVariables(call, u"--build-arg"_s, build.buildArgs);
    call.arguments << buildFlags(build) << build.contextPath;
    return call;
}

QString shellQuoted(const QString &word)
{
    // A mask needs no quotes to be read; any other star would be a pattern to a shell.
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_@%+=:,./-]+(?:=\\*\\*\\*)?\\z"_s);
    if (plain.match(word).hasMatch())
        return word;
    QString inner = word;
    return u'\'' + inner.replace(u'\'', "'\\''"_L1) + u'\'';
}

QString commandLine(const TaskSpec &spec)
{
    const QStringList words =
        std::visit(Overloaded{
                       [](const DockerPull &pull) {
                           return QStringList{ u"docker"_s } + pullCall(pull).arguments;
                       },
                       [](const DockerPush &push) {
                           return QStringList{ u"docker"_s } + pushCall(push).arguments;
                       },
                       [](const DockerTag &tag) {
                           return QStringList{ u"docker"_s } + tagCall(tag).arguments;
                       },
                       [](const auto &other) { return typed(other); },
                   },
            spec);
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(shellQuoted(word));
    return quoted.join(u' ');
}

} // namespace slipway
