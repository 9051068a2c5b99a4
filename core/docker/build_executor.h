// One attempt at a docker_build, and the push of its image where that is asked for.
#pragma once

#include "core/docker/build_progress.h"
#include "core/docker/builder_probe.h"
#include "core/docker/docker_engine.h"
#include "core/docker/docker_transfer.h"
#include "core/docker/failure_explainer.h"
#include "core/executor/executor.h"

namespace slipway {

class BuildExecutor : public Executor {
    Q_OBJECT

public:
    BuildExecutor(const Task &task, DockerEngine &engine, RegistryClient &registry,
        BuilderProbe &probe, QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;
    void doHoldOutput(bool held) override;

private:
    void build(Builder builder);
    void read(const QList<OutputLine> &lines);
    void buildEnded(const ProcessEnd &end);
    void endStoppedWithCache();
    void failWith(const TaskError &error);
    void push();
    void askImageId();
    const DockerBuild &spec() const { return std::get<DockerBuild>(m_task.spec); }

    const Task m_task;
    DockerEngine &m_engine;
    FailureExplainer m_explainer;
    BuilderProbe &m_probe;
    ProcessRunner *m_runner = nullptr;
    DockerTransfer *m_push = nullptr;
    BuildProgress m_progress;
    QList<QByteArray> m_output;
    QByteArray m_step; // as the classic builder announced it: its output may be longer than ours
    bool m_stopping = false;
};

} // namespace slipway
