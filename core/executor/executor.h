// One attempt at one task. Knows how to do the work, not what a queue is. Never restarted.
#pragma once

#include "core/executor/log_line.h"
#include "core/executor/task_outcome.h"

#include <QObject>

namespace slipway {

enum class StopHow {
    Pause, // keep what can go on later
    Leave, // we quit: containers run on, transfers end
    Discard, // leave nothing behind
};

class Executor : public QObject {
    Q_OBJECT

public:
    explicit Executor(QObject *parent = nullptr);

    void start();
    // Asks; done() answers. May come again with a stronger how, and before start().
    void stop(StopHow how);
    // While held, as little as possible is read from the work, so that logged() pauses soon.
    void holdOutput(bool held);

signals:
    void phaseEntered(slipway::TaskStatus status, QPrivateSignal);
    void progressed(const slipway::TaskProgress &progress, QPrivateSignal);
    void logged(const slipway::LogLines &lines, QPrivateSignal);
    void done(const slipway::TaskOutcome &outcome, QPrivateSignal); // exactly once, always last

protected:
    virtual void doStart() = 0;
    virtual void doStop(StopHow how) = 0;
    virtual void doHoldOutput(bool held);

    void enterPhase(TaskStatus status);
    void report(const TaskProgress &progress);
    void log(const LogLines &lines);
    void note(const QString &line); // into the log, as ours
    // Delivered queued, so that no caller meets its own end half way. A second call is ignored.
    void finish(const TaskOutcome &outcome);
    void succeed(const QJsonObject &result, bool leavesContainer = false);
    void fail(const TaskError &error, bool leavesContainer = false);
    void endStopped(bool leavesContainer = false);
    bool isFinished() const { return m_finished; }

private:
    bool m_started = false;
    bool m_finished = false;
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::StopHow)
