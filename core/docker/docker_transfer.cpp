#include "core/docker/docker_transfer.h"

#include "core/docker/output_tail.h"
#include "core/process/terminal_text.h"

namespace slipway {

DockerTransfer::DockerTransfer(QObject *parent)
    : QObject(parent)
{
    connect(&m_runner, &ProcessRunner::linesRead, this, &DockerTransfer::read);
    connect(&m_runner, &ProcessRunner::ended, this, [this](const ProcessEnd &end) {
        emit ended({ end, m_progress.digest(), m_progress.message(), m_output });
    });
}

void DockerTransfer::start(ProcessCall call)
{
    call.onTerminal = true;
    m_clock.start();
    m_runner.start(call);
}

// What is held back would keep the end from being told.
void DockerTransfer::stop()
{
    m_runner.setReading(true);
    m_runner.endGently();
}

void DockerTransfer::read(const QList<OutputLine> &lines)
{
    LogLines logged;
    for (const OutputLine &line : lines) {
        const QByteArray text = withoutTerminalCodes(line.text);
        if (m_progress.feed(text))
            logged.append({ LogChannel::Out, text });
    }
    keepTail(m_output, logged);
    if (!logged.isEmpty())
        emit this->logged(logged);
    tell();
}

void DockerTransfer::expect(const QList<LayerProgress> &layers)
{
    m_progress.expect(layers);
    tell();
}

void DockerTransfer::tell()
{
    TaskProgress progress = m_progress.progress();
    m_rate.add(m_clock.elapsed(), progress.bytesDone);
    progress.bytesPerSecond = m_rate.bytesPerSecond();
    progress.secondsLeft = m_rate.secondsLeft(progress.bytesTotal);
    emit progressed(progress);
}

} // namespace slipway
