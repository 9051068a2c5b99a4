// Does what is due after attempts: removes leftovers, and tries again until it worked.
#pragma once

#include "core/executor/executor_maker.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace slipway {

class Cleanups : public QObject
{
    Q_OBJECT

public:
    explicit Cleanups(ExecutorMaker &maker, QObject *parent = nullptr);
    ~Cleanups() override;

    void add(const DueCleanup &due);
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
    QTimer m_again;
    bool m_stopped = false;
};

} // namespace slipway
