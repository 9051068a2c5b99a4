// What docker's client said as it failed, and what only the engine or the registry knows about it:
// that the engine went away, how long the registry wants to be left alone, which names come near
// the one that is missing, how much of a full disk could be freed, who holds a port, which other
// engine could do it.
#pragma once

#include "core/docker/docker_engine.h"
#include "core/registry/registry_client.h"
#include "core/task/image_reference.h"

namespace slipway {

class FailureExplainer {
public:
    using Told = std::function<void(const TaskError &)>;

    // Both must outlive whoever asks.
    FailureExplainer(DockerEngine &engine, RegistryClient &registry)
        : m_engine(engine)
        , m_registry(registry)
    {
    }

    // `told` is called once, unless `context` is gone by then. It takes as long as they take to
    // answer: ten seconds at most.
    void explain(const Task &task, const TaskError &error, QObject *context, const Told &told);
    // Of an engine that does not answer, or may not be used.
    void explainHost(const HostState &state, QObject *context, const Told &told);

private:
    void askRegistryHowLong(const Task &task, TaskError error, QObject *context, const Told &told);
    void askRegistryForTags(
        const ImageReference &image, TaskError error, QObject *context, const Told &told);
    void askRegistryForPlatforms(
        const ImageReference &image, TaskError error, QObject *context, const Told &told);
    void askEngineForImages(const Task &task, TaskError error, QObject *context, const Told &told);
    void askEngineForRoom(const Task &task, TaskError error, QObject *context, const Told &told);
    void askWhoHoldsPort(const Task &task, TaskError error, QObject *context, const Told &told);
    void askForOtherHosts(
        const QString &silent, TaskError error, QObject *context, const Told &told);

    DockerEngine &m_engine;
    RegistryClient &m_registry;
};

} // namespace slipway
