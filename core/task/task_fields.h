// The JSON names of every parameter, once. Reading, writing, the list of known keys and the
// command line's key=value all visit these descriptions.
//
// A visitor is called as visitor(name, member, need) with a member of type QString, bool, int,
// double, QStringList, Pairs, std::optional<int> or QDateTime.
#pragma once

#include "core/task/task_spec.h"

#include <concepts>
#include <type_traits>

namespace slipway {

enum class Need {
    Optional,
    Required,
    OptionalPath, // absolute where given
    RequiredPath,
    Words, // a string is split into POSIX words
};

template <typename T, typename Wanted>
concept MaybeConst = std::same_as<std::remove_const_t<T>, Wanted>;

void describeFields(MaybeConst<DockerPull> auto &spec, auto &&visit)
{
    visit("image_name", spec.imageName, Need::Required);
    visit("tag", spec.tag, Need::Optional);
    visit("platform", spec.platform, Need::Optional);
    visit("all_tags", spec.allTags, Need::Optional);
}

void describeFields(MaybeConst<DockerPush> auto &spec, auto &&visit)
{
    visit("image_name", spec.imageName, Need::Required);
    visit("tag", spec.tag, Need::Optional);
    visit("all_tags", spec.allTags, Need::Optional);
}

void describeFields(MaybeConst<DockerBuild> auto &spec, auto &&visit)
{
    visit("context_path", spec.contextPath, Need::RequiredPath);
    visit("dockerfile", spec.dockerfile, Need::OptionalPath);
    visit("image_name", spec.imageName, Need::Optional);
    visit("tag", spec.tag, Need::Optional);
    visit("build_args", spec.buildArgs, Need::Optional);
    visit("target", spec.target, Need::Optional);
    visit("platform", spec.platform, Need::Optional);
    visit("no_cache", spec.noCache, Need::Optional);
    visit("pull", spec.pull, Need::Optional);
    visit("network", spec.network, Need::Optional);
    visit("secrets", spec.secrets, Need::Optional);
    visit("push", spec.push, Need::Optional);
}

void describeFields(MaybeConst<DockerTag> auto &spec, auto &&visit)
{
    visit("source_image", spec.sourceImage, Need::Required);
    visit("target_image", spec.targetImage, Need::Required);
}

void describeFields(MaybeConst<DockerRun> auto &spec, auto &&visit)
{
    visit("image", spec.image, Need::Required);
    visit("command", spec.command, Need::Words);
    visit("name", spec.name, Need::Optional);
    visit("environment", spec.environment, Need::Optional);
    visit("ports", spec.ports, Need::Optional);
    visit("volumes", spec.volumes, Need::Optional);
    visit("network", spec.network, Need::Optional);
    visit("user", spec.user, Need::Optional);
    visit("working_dir", spec.workingDir, Need::Optional);
    visit("memory", spec.memory, Need::Optional);
    visit("cpus", spec.cpus, Need::Optional);
    visit("gpus", spec.gpus, Need::Optional);
    visit("restart", spec.restart, Need::Optional);
    visit("detach", spec.detach, Need::Optional);
    visit("remove", spec.remove, Need::Optional);
}

void describeFields(MaybeConst<DockerLogin> auto &spec, auto &&visit)
{
    visit("registry", spec.registry, Need::Optional);
    visit("username", spec.username, Need::Required);
}

void describeFields(MaybeConst<OllamaPull> auto &spec, auto &&visit)
{
    visit("model_name", spec.modelName, Need::Required);
    visit("insecure", spec.insecure, Need::Optional);
}

void describeFields(MaybeConst<OllamaRun> auto &spec, auto &&visit)
{
    visit("model_name", spec.modelName, Need::Required);
    visit("prompt", spec.prompt, Need::Required);
    visit("log_of", spec.logOf, Need::Optional);
    visit("system", spec.system, Need::Optional);
    visit("max_tokens", spec.maxTokens, Need::Optional);
    visit("temperature", spec.temperature, Need::Optional);
    visit("format", spec.format, Need::Optional);
    visit("images", spec.images, Need::OptionalPath);
    visit("keep_alive", spec.keepAlive, Need::Optional);
}

void describeFields(MaybeConst<TaskOptions> auto &options, auto &&visit)
{
    visit("priority", options.priority, Need::Optional);
    visit("category", options.category, Need::Optional);
    visit("tags", options.tags, Need::Optional);
    visit("max_retries", options.maxRetries, Need::Optional);
    visit("timeout_seconds", options.timeoutSeconds, Need::Optional);
    visit("stall_seconds", options.stallSeconds, Need::Optional);
    visit("after", options.after, Need::Optional);
    visit("key", options.key, Need::Optional);
    visit("not_before", options.notBefore, Need::Optional);
    visit("host", options.host, Need::Optional);
    visit("notify", options.notify, Need::Optional);
}

} // namespace slipway
