#include "core/docker/docker_transfer.h"

#include "core/docker/output_tail.h"
#include "core/executor/terminal_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {

DockerTransfer::DockerTransfer(QObject *parent)
    : QObject(parent)
{
    connect(&m_runner, &ProcessRunner::linesRead, this, &DockerTransfer::read);
    m_beat.setInterval(1s);
    connect(&m_beat, &QTimer::timeout, this, &DockerTransfer::tell);
    connect(&m_runner, &ProcessRunner::ended, this, [this](const ProcessEnd &end) {
        m_beat.stop();
        emit ended({ end, m_progress.digest(), m_progress.message(), m_output });
    });
}

void DockerTransfer::start(ProcessCall call)
{
    call.onTerminal = true;
    m_clock.start();
    m_runner.start(call);
    m_beat.start();
    tell();
}

void DockerTransfer::startAgain(const QList<LayerProgress> &layers)
{
    m_again = true;
    m_progress.remember(layers);
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
    const qint64 kept = m_progress.keptBytes(); // came at an earlier attempt's speed
    m_rate.add(m_clock.elapsed(), progress.bytesDone - kept);
    progress.bytesPerSecond = m_rate.bytesPerSecond();
    if (progress.bytesTotal)
        progress.secondsLeft = m_rate.secondsLeft(*progress.bytesTotal - kept);
    if (m_again && progress.step.isEmpty())
        progress.step = Sentence(QT_TRANSLATE_NOOP("Sentence", "Starting again"));
    emit progressed(progress);
}

} // namespace slipway
