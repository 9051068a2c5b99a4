#include "core/intake/docker_flags.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Kind = DockerFlag::Kind;

// Why a flag is refused stands where the others have their key.
const QString noTerminal = QString::fromLatin1(
    QT_TRANSLATE_NOOP("Sentence", "a queued container has no terminal to type into"));

QList<DockerFlag> runFlags()
{
    return {
        { { u"-d"_s, u"--detach"_s }, Kind::Switch, u"detach"_s },
        { { u"--rm"_s }, Kind::Switch, u"remove"_s },
        { { u"--name"_s }, Kind::Text, u"name"_s },
        { { u"-e"_s, u"--env"_s }, Kind::Variable, u"environment"_s },
        { { u"-p"_s, u"--publish"_s }, Kind::Port, u"ports"_s },
        { { u"-v"_s, u"--volume"_s }, Kind::Volume, u"volumes"_s },
        { { u"--network"_s, u"--net"_s }, Kind::Text, u"network"_s },
        { { u"-u"_s, u"--user"_s }, Kind::Text, u"user"_s },
        { { u"-w"_s, u"--workdir"_s }, Kind::Text, u"working_dir"_s },
        { { u"-m"_s, u"--memory"_s }, Kind::Text, u"memory"_s },
        { { u"--cpus"_s }, Kind::Text, u"cpus"_s },
        { { u"--gpus"_s }, Kind::Text, u"gpus"_s },
        { { u"--restart"_s }, Kind::Text, u"restart"_s },
        { { u"-q"_s, u"--quiet"_s }, Kind::IgnoredSwitch, {} },
        { { u"-i"_s, u"--interactive"_s }, Kind::Refused, noTerminal },
        { { u"-t"_s, u"--tty"_s }, Kind::Refused, noTerminal },
    };
}

QList<DockerFlag> buildFlags()
{
    return {
        { { u"-f"_s, u"--file"_s }, Kind::Path, u"dockerfile"_s },
        { { u"-t"_s, u"--tag"_s }, Kind::Text, u"image_name"_s },
        { { u"--build-arg"_s }, Kind::Variable, u"build_args"_s },
        { { u"--target"_s }, Kind::Text, u"target"_s },
        { { u"--platform"_s }, Kind::Text, u"platform"_s },
        { { u"--no-cache"_s }, Kind::Switch, u"no_cache"_s },
        { { u"--pull"_s }, Kind::Switch, u"pull"_s },
        { { u"--push"_s }, Kind::Switch, u"push"_s },
        { { u"--network"_s }, Kind::Text, u"network"_s },
        { { u"--secret"_s }, Kind::Secret, u"secrets"_s },
        { { u"-q"_s, u"--quiet"_s, u"--load"_s }, Kind::IgnoredSwitch, {} },
        { { u"--progress"_s }, Kind::IgnoredText, {} },
    };
}

QList<DockerFlag> loginFlags()
{
    return {
        { { u"-u"_s, u"--username"_s }, Kind::Text, u"username"_s },
        // The password is read from standard input with or without it.
        { { u"--password-stdin"_s }, Kind::IgnoredSwitch, {} },
        { { u"-p"_s, u"--password"_s }, Kind::Refused,
            QString::fromLatin1(QT_TRANSLATE_NOOP(
                "Sentence", "everybody on this machine can read the arguments of a program")) },
    };
}

QList<DockerCommand> commands()
{
    const DockerFlag allTags{ { u"-a"_s, u"--all-tags"_s }, Kind::Switch, u"all_tags"_s };
    const DockerFlag quiet{ { u"-q"_s, u"--quiet"_s }, Kind::IgnoredSwitch, {} };
    const DockerFlag platform{ { u"--platform"_s }, Kind::Text, u"platform"_s };
    return {
        { u"pull"_s, u"docker_pull"_s, { allTags, platform, quiet }, { u"image_name"_s }, 0, {} },
        { u"push"_s, u"docker_push"_s, { allTags, quiet }, { u"image_name"_s }, 0, {} },
        { u"build"_s, u"docker_build"_s, buildFlags(), { u"context_path"_s }, 0, {} },
        { u"tag"_s, u"docker_tag"_s, {}, { u"source_image"_s, u"target_image"_s }, 0, {} },
        { u"run"_s, u"docker_run"_s, runFlags(), { u"image"_s }, 0, u"command"_s },
        { u"login"_s, u"docker_login"_s, loginFlags(), { u"registry"_s }, 1, {} },
    };
}

} // namespace

bool DockerFlag::takesValue() const
{
    return kind != Kind::Switch && kind != Kind::IgnoredSwitch && kind != Kind::Refused;
}

std::optional<DockerCommand> dockerCommand(const QString &name)
{
    for (const DockerCommand &command : commands()) {
        if (command.name == name)
            return command;
    }
    return std::nullopt;
}

QStringList dockerCommandNames()
{
    QStringList names;
    for (const DockerCommand &command : commands())
        names.append(command.name);
    return names;
}

} // namespace slipway
