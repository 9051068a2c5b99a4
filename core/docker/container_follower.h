// Follows a container that runs already: the lines of `docker logs -f` that the log does not hold
// yet, until the container ends.
#pragma once

#include "core/docker/client_run.h"

namespace slipway {

class ContainerFollower : public QObject {
    Q_OBJECT

public:
    // `logged`: lines of each channel the log holds; as many are dropped from the beginning.
    ContainerFollower(const LogCounts &logged, QObject *parent);

    void start(const ProcessCall &call); // of `docker logs --follow ID`
    void kill() { m_runner.kill(); }
    void holdOutput(bool held) { m_runner.setReading(!held); }

signals:
    void logged(const slipway::LogLines &lines);
    void ended(); // no more lines: the container ended, or the engine went away

private:
    ProcessRunner m_runner;
    qint64 m_dropOut;
    qint64 m_dropErr;
};

} // namespace slipway
