// Engines of which a test decides how each attempt goes: nothing happens by itself.
#pragma once

#include "core/executor/executor_maker.h"
#include "core/host/host_monitor.h"

#include <QPointer>
#include <QSet>

#include <functional>

namespace slipway {

class ScriptedExecutor : public Executor {
    Q_OBJECT

public:
    enum class Work { Attempt, Adoption, Cleanup };

    ScriptedExecutor(Work work, const Task &task);

    const Work work;
    const Task task; // as it was given to the maker; of a cleanup only id and host
    LogCounts logged; // an adoption: what the log held
    bool started = false;
    QList<StopHow> stops; // asked while it was at work
    bool held = false;
    std::function<void(StopHow)> whenStopped; // else a stop is only noted

    using Executor::endStopped;
    using Executor::enterPhase;
    using Executor::fail;
    using Executor::finish;
    using Executor::isFinished;
    using Executor::log;
    using Executor::report;
    using Executor::succeed;
    void end(TaskOutcome::Kind kind, bool leavesContainer = false);

signals:
    void startedNow();

protected:
    void doStart() override;
    void doStop(StopHow how) override;
    void doHoldOutput(bool heldNow) override;
};

class ScriptedMaker : public ExecutorMaker {
public:
    bool canRun(TaskType type) const override { return !unknownTypes.contains(type); }
    QString resolveHost(const Task &task) const override;
    std::unique_ptr<Executor> make(const Task &task, const QByteArray &secret) override;
    std::unique_ptr<Executor> adopt(const Task &task, const LogCounts &logged) override;
    void check(const TaskDraft &, QObject *, ChecksTold told) override { told({}, true); }
    std::unique_ptr<Executor> makeCleanup(const DueCleanup &due) override;

    // The attempt or adoption of this task that is not over; none: nullptr.
    ScriptedExecutor *of(const TaskId &id) const;
    ScriptedExecutor *cleanupOf(const TaskId &id) const;
    QList<ScriptedExecutor *> atWork() const; // attempts and adoptions that are not over
    QList<ScriptedExecutor *> cleaning() const; // cleanups that are not over
    int madeFor(const TaskId &id) const { return m_made.value(id); } // without cleanups
    int cleanupsFor(const TaskId &id) const { return m_cleanups.value(id); }

    QSet<TaskType> unknownTypes;
    bool cleanupsSucceed = true; // at once; else a test ends them
    std::function<void(ScriptedExecutor *)> prepare; // sees each attempt and adoption first

private:
    QList<ScriptedExecutor *> notOver(bool cleanups) const;
    std::unique_ptr<Executor> keep(ScriptedExecutor *executor);

    QList<QPointer<ScriptedExecutor>> m_all;
    QHash<TaskId, int> m_made;
    QHash<TaskId, int> m_cleanups;
};

class ScriptedHosts : public HostMonitor {
    Q_OBJECT

public:
    QList<HostState> hosts() const override { return states; }
    bool isNetworkDown() const override { return networkDown; }
    void refresh() override { ++refreshes; }
    void change() { emit hostsChanged(); }

    QList<HostState> states;
    bool networkDown = false;
    int refreshes = 0;
};

} // namespace slipway
