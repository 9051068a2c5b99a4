// Does what is due after attempts: removes leftovers, and tries again until it worked.
#pragma once

#include "core/executor/executor_maker.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace slipway {

class Cleanups : public QObject {
    Q_OBJECT

public:
    explicit Cleanups(ExecutorMaker &maker, QObject *parent = nullptr);
    ~Cleanups() override;

    void add(const DueCleanup &due);
    // A cleanup finds what is left by the task's label alone: while the task is at work, or frozen,
    // it would remove what is needed. What is due for it waits until release().
    void hold(const TaskId &id) { m_held.insert(id); }
    void release(const TaskId &id);
    bool isRunning(const TaskId &id) const { return m_running.contains(id); }
    bool isBusy() const { return !m_running.isEmpty(); }
    void tryAgain(); // hosts changed: what failed may work now
    void stop(); // nothing new; what runs is ended

signals:
    void done(const slipway::DueCleanup &due); // nothing is left
    void postponed(const slipway::DueCleanup &due); // it failed this time

private:
    void run(const DueCleanup &due);
    void ended(const DueCleanup &due, Executor *executor, const TaskOutcome &outcome);

    ExecutorMaker &m_maker;
    QHash<TaskId, Executor *> m_running;
    QList<DueCleanup> m_waiting;
    QSet<TaskId> m_held;
    QTimer m_again;
    bool m_stopped = false;
};

} // namespace slipway
