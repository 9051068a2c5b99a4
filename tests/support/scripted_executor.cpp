#include "tests/support/scripted_executor.h"

using namespace Qt::StringLiterals;

namespace slipway {

ScriptedExecutor::ScriptedExecutor(Work ofWork, const Task &ofTask)
    : work(ofWork)
    , task(ofTask)
{
}

void ScriptedExecutor::doStart()
{
    started = true;
    emit startedNow();
}

void ScriptedExecutor::doStop(StopHow how)
{
    stops.append(how);
    if (whenStopped)
        whenStopped(how);
}

void ScriptedExecutor::doHoldOutput(bool heldNow)
{
    held = heldNow;
}

void ScriptedExecutor::end(TaskOutcome::Kind kind, bool leavesContainer)
{
    finish({ kind, {}, std::nullopt, leavesContainer });
}

QString ScriptedMaker::resolveHost(const Task &task) const
{
    return task.options.host.isEmpty() ? u"unix:///the/current/one"_s : task.options.host;
}

std::unique_ptr<Executor> ScriptedMaker::keep(ScriptedExecutor *executor)
{
    m_all.removeAll(nullptr);
    m_all.append(executor);
    return std::unique_ptr<Executor>(executor);
}

std::unique_ptr<Executor> ScriptedMaker::make(const Task &task, const QByteArray &)
{
    auto *executor = new ScriptedExecutor(ScriptedExecutor::Work::Attempt, task);
    ++m_made[task.id];
    if (prepare)
        prepare(executor);
    return keep(executor);
}

std::unique_ptr<Executor> ScriptedMaker::adopt(const Task &task, const LogCounts &logged)
{
    auto *executor = new ScriptedExecutor(ScriptedExecutor::Work::Adoption, task);
    executor->logged = logged;
    ++m_made[task.id];
    if (prepare)
        prepare(executor);
    return keep(executor);
}

std::unique_ptr<Executor> ScriptedMaker::makeCleanup(const DueCleanup &due)
{
    Task task;
    task.id = due.taskId;
    task.resolvedHost = due.host;
    auto *executor = new ScriptedExecutor(ScriptedExecutor::Work::Cleanup, task);
    ++m_cleanups[due.taskId];
    if (cleanupsSucceed) {
        QObject::connect(executor, &ScriptedExecutor::startedNow, executor,
            [executor] { executor->succeed({}); });
    }
    return keep(executor);
}

ScriptedExecutor *ScriptedMaker::of(const TaskId &id) const
{
    for (ScriptedExecutor *executor : atWork()) {
        if (executor->task.id == id)
            return executor;
    }
    return nullptr;
}

ScriptedExecutor *ScriptedMaker::cleanupOf(const TaskId &id) const
{
    for (const auto &executor : m_all) {
        if (executor && executor->work == ScriptedExecutor::Work::Cleanup && executor->task.id == id
            && !executor->isFinished())
            return executor;
    }
    return nullptr;
}

QList<ScriptedExecutor *> ScriptedMaker::atWork() const
{
    QList<ScriptedExecutor *> list;
    for (const auto &executor : m_all) {
        if (executor && executor->work != ScriptedExecutor::Work::Cleanup
            && !executor->isFinished())
            list.append(executor);
    }
    return list;
}

} // namespace slipway
