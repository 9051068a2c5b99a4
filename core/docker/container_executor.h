// One attempt at a docker_run: a new container, or one that an earlier run of this program left
// and that goes on. A container is found by its labels and started at most once.
//
// A new one is an attached `docker run`, whose client is only ever ended with SIGKILL: any other
// signal would be passed on to the container. What is to happen to the container goes through
// `docker pause`, `stop` and `rm`.
#pragma once

#include "core/docker/container.h"
#include "core/docker/container_follower.h"
#include "core/docker/docker_engine.h"
#include "core/docker/docker_transfer.h"
#include "core/docker/failure_explainer.h"
#include "core/executor/executor.h"

namespace slipway {

class ContainerExecutor : public Executor {
    Q_OBJECT

public:
    enum class Mode { New, Adopt };
    ContainerExecutor(const Task &task, const QString &storeId, Mode mode, const LogCounts &logged,
        DockerEngine &engine, RegistryClient &registry, QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;
    void doHoldOutput(bool held) override;

private:
    using Found = std::function<void(const QList<Container> &)>;

    // container_executor.cpp: a new container
    void prepare();
    void lookForImage();
    void pullImage();
    void runContainer();
    void watchForStart();
    void clientEnded(const ProcessEnd &end);
    void settle();
    void clientFailed();

    // container_adoption.cpp: one that is there already
    void adopt();
    void adoptFound(const QList<Container> &containers, bool lastLook);
    void adoptNothing();
    void takeOver(const Container &container);
    void follow();

    // container_stop.cpp: what a stop asks, and how it ends
    void pauseContainer();
    void paused(const ClientAnswer &answer);
    void discardContainer();
    void endedWith(const ContainerState &state);

    void findContainers(const Found &found);
    void inspect(const std::function<void(const ContainerState &)> &told);
    void callClient(
        const QStringList &arguments, const std::function<void(const ClientAnswer &)> &answered);
    const DockerRun &run() const { return std::get<DockerRun>(m_task.spec); }
    bool keepsContainer() const { return run().detach || !run().remove; }

    const Task m_task;
    const QString m_storeId;
    const Mode m_mode;
    LogCounts m_logged; // lines the log holds, of this attempt's container
    DockerEngine &m_engine;
    FailureExplainer m_explainer;
    DockerTransfer *m_pull = nullptr;
    ProcessRunner *m_client = nullptr; // the attached `docker run`
    ContainerFollower *m_follower = nullptr; // `docker logs -f` of an adopted one
    ProcessEnd m_clientEnd;
    QList<QByteArray> m_output;
    QString m_containerId; // once it was seen
    QTimer m_watch;
    std::optional<StopHow> m_stop;
    bool m_stopSent = false; // the engine was asked to stop the container
    bool m_freezing = false;
    int m_looksForLimit = 5; // whether it was its memory limit that killed the container
};

} // namespace slipway
