#include "core/executor/executor.h"

namespace slipway {

Executor::Executor(QObject *parent)
    : QObject(parent)
{
}

void Executor::start()
{
    if (m_started || m_finished)
        return;
    m_started = true;
    doStart();
}

void Executor::stop(StopHow how)
{
    if (m_finished)
        return;
    if (!m_started) {
        endStopped();
        return;
    }
    doStop(how);
}

void Executor::holdOutput(bool held)
{
    if (!m_finished)
        doHoldOutput(held);
}

void Executor::doHoldOutput(bool) { }

void Executor::enterPhase(TaskStatus status)
{
    if (!m_finished)
        emit phaseEntered(status, QPrivateSignal());
}

void Executor::report(const TaskProgress &progress)
{
    if (!m_finished)
        emit progressed(progress, QPrivateSignal());
}

void Executor::log(const LogLines &lines)
{
    if (!m_finished && !lines.isEmpty())
        emit logged(lines, QPrivateSignal());
}

void Executor::note(const QString &line)
{
    log({ LogLine{ LogChannel::Note, line.toUtf8() } });
}

void Executor::finish(const TaskOutcome &outcome)
{
    if (m_finished)
        return;
    m_finished = true;
    QMetaObject::invokeMethod(
        this, [this, outcome] { emit done(outcome, QPrivateSignal()); }, Qt::QueuedConnection);
}

void Executor::succeed(const QJsonObject &result, bool leavesContainer)
{
    finish({ TaskOutcome::Kind::Succeeded, result, std::nullopt, leavesContainer });
}

void Executor::fail(const TaskError &error, bool leavesContainer)
{
    finish({ TaskOutcome::Kind::Failed, {}, error, leavesContainer });
}

void Executor::endStopped(bool leavesContainer)
{
    finish({ TaskOutcome::Kind::Stopped, {}, std::nullopt, leavesContainer });
}

} // namespace slipway
