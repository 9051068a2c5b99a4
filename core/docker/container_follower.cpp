#include "core/docker/container_follower.h"

namespace slipway {

ContainerFollower::ContainerFollower(const LogCounts &logged, QObject *parent)
    : QObject(parent)
    , m_dropOut(logged.out)
    , m_dropErr(logged.err)
{
    connect(&m_runner, &ProcessRunner::linesRead, this, [this](const QList<OutputLine> &lines) {
        LogLines fresh;
        for (const LogLine &line : logLines(lines)) {
            qint64 &drop = line.channel == LogChannel::Err ? m_dropErr : m_dropOut;
            if (drop > 0)
                --drop;
            else
                fresh.append(line);
        }
        if (!fresh.isEmpty())
            emit this->logged(fresh);
    });
    connect(&m_runner, &ProcessRunner::ended, this, &ContainerFollower::ended);
}

void ContainerFollower::start(const ProcessCall &call)
{
    m_runner.start(call);
}

} // namespace slipway
