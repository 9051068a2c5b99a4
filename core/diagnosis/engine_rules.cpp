// What docker's client, daemon and builders say by themselves: names of images, Dockerfiles,
// permissions on this machine, and their own defects. Tried on their lines only.
#include "core/diagnosis/rule.h"
#include "core/diagnosis/sentences.h"

namespace slipway {
namespace {

using enum ErrorCode;
using enum About;

// One line a rule, so that the table can be read as one.
// clang-format off
constexpr Rule rules[] = {
    // this machine's permissions; a limit above the kernel's is not one
    { "error setting rlimit", SystemResourceLimit, sentence::limitReached },
    { "permission denied while trying to connect", DockerPermissionDenied, sentence::socketForbidden },
    { "connect: permission denied", DockerPermissionDenied, sentence::socketForbidden },
    { "docker_engine: access is denied", DockerPermissionDenied, sentence::socketForbidden },
    { "potentially insufficient uids", DockerPermissionDenied, sentence::userRangesMissing },
    { "newuidmap", DockerPermissionDenied, sentence::userRangesMissing },
    { "/etc/subuid", DockerPermissionDenied, sentence::userRangesMissing },
    { "cannot expose privileged port {}", DockerPermissionDenied, sentence::somethingForbidden, OutputOnly },
    { "can't stat '{}'", DockerPermissionDenied, sentence::fileForbidden },
    { "no permission to read from '{}'", DockerPermissionDenied, sentence::fileForbidden },
    { "exec: \"{}\": permission denied", DockerPermissionDenied, sentence::notExecutable },
    { "open {}: permission denied", DockerPermissionDenied, sentence::fileForbidden },
    { "mkdir {}: permission denied", DockerPermissionDenied, sentence::fileForbidden },
    { "stat {}: permission denied", DockerPermissionDenied, sentence::fileForbidden },
    { "permission denied", DockerPermissionDenied, sentence::somethingForbidden },
    { "access is denied", DockerPermissionDenied, sentence::somethingForbidden },
    { "operation not permitted", DockerPermissionDenied, sentence::somethingForbidden },
    { "mounts denied", DockerPermissionDenied, sentence::somethingForbidden },
    { "is not shared from the host", DockerPermissionDenied, sentence::somethingForbidden },
    { "keine berechtigung", DockerPermissionDenied, sentence::somethingForbidden },
    // defects; before "not found" of an image, because parts of docker can be missing too
    { "^sh: 1: docker: not found", InternalError, sentence::dockerMissing },
    { "docker: command not found", InternalError, sentence::dockerMissing },
    { "docker: not found", InternalError, sentence::dockerMissing },
    { "command not found: docker", InternalError, sentence::dockerMissing },
    { "'docker' is not recognized", InternalError, sentence::dockerMissing },
    { "exec: \"docker\": executable file not found", InternalError, sentence::dockerMissing },
    { "exec: \"runc\": executable", InternalError, sentence::toolBroken },
    { "containerd-shim", InternalError, sentence::toolBroken },
    { "failed to start shim", InternalError, sentence::toolBroken },
    { "binary not installed", InternalError, sentence::toolBroken },
    { "network bridge not found", InternalError, sentence::toolBroken },
    { "iptables", InternalError, sentence::toolBroken },
    { "error creating overlay mount", InternalError, sentence::storeDamaged },
    { "failed to mount overlay", InternalError, sentence::storeDamaged },
    { "write init-p", InternalError, sentence::toolBroken },
    { "running exec setns process", InternalError, sentence::toolBroken },
    { "getting the final child's pid", InternalError, sentence::toolBroken },
    { "copying bootstrap data to pipe", InternalError, sentence::toolBroken },
    { "execvp: no such file", InternalError, sentence::dockerMissing },
    { "process failed to start", InternalError, sentence::dockerMissing },
    { "process crashed", InternalError, sentence::toolBroken },
    { "panic:", InternalError, sentence::toolBroken },
    { "nil pointer", InternalError, sentence::toolBroken },
    Rule { "goroutine ", InternalError, sentence::toolBroken }.consequence(),
    Rule { "signal sigsegv", InternalError, sentence::toolBroken }.consequence(),
    { "containerd.sock", InternalError, sentence::toolBroken },
    { "containerd: connection", InternalError, sentence::toolBroken },
    { "input/output error", InternalError, sentence::storeDamaged },
    { "layerdb", InternalError, sentence::storeDamaged },
    { "layer does not exist", InternalError, sentence::storeDamaged },
    { "structure needs cleaning", InternalError, sentence::storeDamaged },
    { "read-only file system", InternalError, sentence::storeDamaged },
    { "checksum mismatch", InternalError, sentence::storeDamaged },
    { "metadata.db", InternalError, sentence::storeDamaged },
    { "failed to get layer", InternalError, sentence::storeDamaged },
    { "failed to retrieve runtime information", InternalError, sentence::toolBroken },
    { "message larger than max", InternalError, sentence::toolBroken },
    { "error reading from server: eof", InternalError, sentence::toolBroken },
    { "code = unavailable", InternalError, sentence::toolBroken },
    { "oci runtime state failed", InternalError, sentence::toolBroken },
    { "runc did not terminate", InternalError, sentence::toolBroken },
    { "cannot start a stopped process", InternalError, sentence::toolBroken },
    Rule { "segmentation violation", InternalError, sentence::toolBroken }.consequence(),
    { "unable to find user", ValidationInvalidParams, sentence::notPossible },
    // the context, and Dockerfiles that are not there
    { "failed to read dockerfile: open /var/lib/docker/tmp/buildkit-mount*/{}: no such", ValidationInvalidParams, sentence::dockerfileMissing },
    { "failed to read dockerfile: open {}: no such file", ValidationInvalidParams, sentence::dockerfileMissing },
    { "failed to read dockerfile", ValidationInvalidParams, sentence::aDockerfileMissing },
    { "symlinks in dockerfile path: lstat {}: no such", ValidationInvalidParams, sentence::dockerfileMissing },
    { "cannot locate specified dockerfile", ValidationInvalidParams, sentence::aDockerfileMissing },
    { "dockerfile: no such file", ValidationInvalidParams, sentence::aDockerfileMissing },
    { "no containerfile or dockerfile", ValidationInvalidParams, sentence::aDockerfileMissing },
    { "the dockerfile (*) must be within the build context", ValidationInvalidParams, sentence::aDockerfileMissing },
    { "unable to prepare context: path \"{}\" not found", ValidationInvalidParams, sentence::pathMissing },
    { "unable to prepare context: path {} not found", ValidationInvalidParams, sentence::pathMissing },
    { "unable to prepare context: unable to 'git clone'", DockerBuildFailed, sentence::commandFailed },
    { "unable to prepare context", ValidationInvalidParams, sentence::aDockerfileMissing },
    { "path \"{}\" not found", ValidationInvalidParams, sentence::pathMissing },
    // Dockerfiles
    { "parse error line {}: unknown instruction: {}", DockerBuildFailed, sentence::unknownInstruction },
    { "parse error on line {}: unknown instruction: {}", DockerBuildFailed, sentence::unknownInstruction },
    { "unknown instruction", DockerBuildFailed, sentence::dockerfileWrong },
    { "parse error line", DockerBuildFailed, sentence::dockerfileWrong },
    { "parse error on line", DockerBuildFailed, sentence::dockerfileWrong },
    { "dockerfile parse error", DockerBuildFailed, sentence::dockerfileWrong },
    { "syntax error", DockerBuildFailed, sentence::dockerfileWrong },
    { "cannot be empty", DockerBuildFailed, sentence::dockerfileEmpty },
    { "file with no instructions", DockerBuildFailed, sentence::dockerfileEmpty },
    { "no build stage in current context", DockerBuildFailed, sentence::dockerfileWrong },
    { "requires at least two arguments", DockerBuildFailed, sentence::dockerfileWrong },
    { "base name ({}) should not be blank", ValidationMissingRequired, sentence::baseBlank },
    { "should not be blank", ValidationMissingRequired, sentence::argumentMissing },
    { "secret {}: not found", ValidationMissingRequired, sentence::secretMissing },
    { "secret not found", ValidationMissingRequired, sentence::secretMissing },
    { "no default ssh agent", ValidationMissingRequired, sentence::secretMissing },
    { "ssh-key \"{}\" not found", ValidationMissingRequired, sentence::secretMissing },
    { "unset ssh forward key", ValidationMissingRequired, sentence::secretMissing },
    { "\"{}\" not found: not found", DockerBuildFailed, sentence::copySourceMissing },
    { "\"{}\": not found", DockerBuildFailed, sentence::copySourceMissing },
    { "failed to compute cache key: {}: not found", DockerBuildFailed, sentence::copySourceMissing },
    { "failed to calculate checksum of ref*\"{}\": not found", DockerBuildFailed, sentence::copySourceMissing },
    { "by .dockerignore: stat {}: file", DockerBuildFailed, sentence::copySourceMissing },
    { "excluded by .dockerignore", DockerBuildFailed, sentence::aCopySourceMissing },
    { "copy failed", DockerBuildFailed, sentence::aCopySourceMissing },
    { "add failed", DockerBuildFailed, sentence::aCopySourceMissing },
    { "no source files were specified", DockerBuildFailed, sentence::aCopySourceMissing },
    { "forbidden path outside the build context", DockerBuildFailed, sentence::aCopySourceMissing },
    { "failed to walk", DockerBuildFailed, sentence::aCopySourceMissing },
    { "invalid from flag value", DockerImageNotFound, sentence::noSuchImage },
    { "circular dependency", DockerBuildFailed, sentence::dockerfileWrong },
    { "target stage {} could not be found", ValidationInvalidParams, sentence::stageMissing },
    { "target stage \"{}\" could not be found", ValidationInvalidParams, sentence::stageMissing },
    { "failed to reach build target {} in dockerfile", ValidationInvalidParams, sentence::stageMissing },
    { "invalid response status 4", DockerBuildFailed, sentence::downloadAnswered },
    { "invalid response status 5", DockerBuildFailed, sentence::downloadAnswered },
    { "failed to load cache key: invalid", DockerBuildFailed, sentence::downloadAnswered },
    { "could not find the remote ref", DockerBuildFailed, sentence::commandFailed },
    // images
    { "does not exist locally with the tag: {}", DockerImageNotFound, sentence::noSuchLocalImage, Image },
    { "tag does not exist: {}", DockerImageNotFound, sentence::noSuchLocalImage, Image },
    { "no such image: {}", DockerImageNotFound, sentence::noSuchLocalImage, Image },
    { "image not known", DockerImageNotFound, sentence::noSuchLocalImage, Image },
    { "no such image", DockerImageNotFound, sentence::noSuchLocalImage, Image },
    { "manifest for {} not found", DockerImageNotFound, sentence::noSuchImage, Image },
    Rule { "manifest unknown", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    Rule { "manifest_unknown", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    Rule { "the repository with name {} does not exist", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    Rule { "name unknown", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    Rule { "name_unknown", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    Rule { "repository name not known", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    Rule { "repository {} not found", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    Rule { "repository does not exist", DockerImageNotFound, sentence::noSuchImage, Image }
        .inTask(TaskType::DockerPush, DockerPushFailed, sentence::noRepositoryToPush),
    { "does not exist or no pull access", DockerImageNotFound, sentence::imageHiddenOrMissing, Image },
    { "failed to resolve reference \"{}\": ", DockerImageNotFound, sentence::noSuchImage, Image },
    { "unable to find image '{}'*pull access denied", DockerImageNotFound, sentence::imageHiddenOrMissing, Image },
    { "artifact {} not found", DockerImageNotFound, sentence::noSuchImage, Image },
    { "did not resolve to an alias", DockerImageNotFound, sentence::noSuchImage, Image },
    { "[manifests *]: 404 not found", DockerImageNotFound, sentence::noSuchImage, Image },
    { "reference does not exist", DockerImageNotFound, sentence::noSuchImage, Image },
    { "tag {} was not found", DockerImageNotFound, sentence::noSuchImage, OutputOnly },
    // layers
    { "failed to unpack image", DockerPullFailed, sentence::layerNotUnpacked },
    { "invalid tar header", DockerPullFailed, sentence::layerNotUnpacked },
    { "hcsshim::importlayer", DockerPullFailed, sentence::layerNotUnpacked },
    { "failed to register layer", DockerPullFailed, sentence::layerNotUnpacked },
    { "applylayer", DockerPullFailed, sentence::layerNotUnpacked },
    { "failed to extract layer", DockerPullFailed, sentence::layerNotUnpacked },
    { "error processing tar file", DockerPullFailed, sentence::layerNotUnpacked },
    { "archive/tar: invalid", DockerPullFailed, sentence::layerNotUnpacked },
    { "gzip: invalid", DockerPullFailed, sentence::layerNotUnpacked },
    { "content digest {}: not found", DockerPushFailed, sentence::contentMissing, OutputOnly },
    // only that a step failed: the step's program says why
    Rule { "exit code: 139", DockerBuildFailed, sentence::crashed }.summary(),
    Rule { "did not complete successfully: exit code: {}", DockerBuildFailed, sentence::stepFailed, OutputOnly }.summary(),
    Rule { "^]: exit code: {}", DockerBuildFailed, sentence::stepFailed, OutputOnly }.summary(),
    Rule { "returned a non-zero code: {}", DockerBuildFailed, sentence::stepFailed, OutputOnly }.summary(),
    Rule { "did not complete successfully", DockerBuildFailed, sentence::commandFailed }.summary(),
    Rule { "while running runtime: exit status {}", DockerBuildFailed, sentence::stepFailed, OutputOnly }.summary(),
    Rule { "building at step", DockerBuildFailed, sentence::commandFailed }.summary(),
    Rule { "process completed with exit code", DockerBuildFailed, sentence::commandFailed }.summary(),
    Rule { "failed with exit code", DockerBuildFailed, sentence::commandFailed }.summary(),
    Rule { "{}: not found$", DockerImageNotFound, sentence::noSuchImage, Image }.butNot("/bin/sh|sh: |bash:|: line |command"),
};
// clang-format on

} // namespace

std::span<const Rule> engineRules()
{
    return rules;
}

} // namespace slipway
