// What an engine and a registry know of a task before it is queued. Asks with as little as they
// allow: of Docker Hub only the tags, because there the question for an image counts as a pull.
#pragma once

#include "core/docker/builder_probe.h"
#include "core/docker/docker_engine.h"
#include "core/executor/pre_check.h"
#include "core/registry/registry_client.h"
#include "core/task/task_spec.h"

#include <QPointer>

namespace slipway {

struct ImageReference;

class DockerCheck : public QObject {
    Q_OBJECT

public:
    // Deletes itself when all is told.
    DockerCheck(const TaskDraft &draft, const QString &host, DockerEngine &engine,
        RegistryClient &registry, BuilderProbe &probe, QObject *context, const ChecksTold &told);
    void start();

private:
    void engineKnown(const HostState &state);
    void checkPull(const DockerPull &pull);
    void checkPush(const DockerPush &push);
    void checkBuild(const DockerBuild &build);
    void checkRun(const DockerRun &run);
    void checkLocalImage(const QString &name, bool mayBePulled);
    void checkPorts(const DockerRun &run);
    void checkPort(const QString &number, const QString &inside, const QJsonArray &containers);
    void checkName(const QString &name);
    void checkContext(const DockerBuild &build);

    // Of registries: docker_check_registry.cpp
    void checkRegistry(const ImageReference &image, const QString &platform);
    void checkHub(const ImageReference &image, const QString &platform);
    void checkTags(const ImageReference &image);
    void checkLogin(const ImageReference &image);
    void checkPullsLeft();
    void checkLimit(const QString &registry, const PullsAnswer &answer);
    void checkRoom(qint64 compressed);
    void refused(const RegistryError &error);

    void found(PreCheck::Level level, const QString &id, const char *text,
        const QStringList &arguments = {});
    void begun() { ++m_open; }
    void ended();

    TaskDraft m_draft;
    QString m_host;
    DockerEngine &m_engine;
    RegistryClient &m_registry;
    BuilderProbe &m_probe;
    QPointer<QObject> m_context;
    ChecksTold m_told;
    HostState m_state;
    QList<PreCheck> m_found;
    int m_open = 0; // questions under way
};

} // namespace slipway
