// Removes what is left of a task that is not running: its containers and their anonymous volumes.
#pragma once

#include "core/docker/container.h"
#include "core/docker/docker_engine.h"
#include "core/executor/executor.h"

namespace slipway {

class CleanupExecutor : public Executor {
    Q_OBJECT

public:
    CleanupExecutor(const DueCleanup &due, const QString &storeId, DockerEngine &engine,
        QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;

private:
    void look(bool lastLook);
    void remove(const QList<Container> &containers);

    const DueCleanup m_due;
    const QString m_storeId;
    DockerEngine &m_engine;
};

} // namespace slipway
