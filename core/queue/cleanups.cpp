#include "core/queue/cleanups.h"

namespace slipway {

using namespace std::chrono_literals;

Cleanups::Cleanups(ExecutorMaker &maker, QObject *parent)
    : QObject(parent)
    , m_maker(maker)
{
    m_again.setInterval(5s);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Cleanups::tryAgain);
}

Cleanups::~Cleanups() = default;

void Cleanups::add(const DueCleanup &due)
{
    if (m_running.contains(due.taskId) || m_held.contains(due.taskId) || m_stopped) {
        if (!m_waiting.contains(due))
            m_waiting.append(due);
        return;
    }
    run(due);
}

void Cleanups::release(const TaskId &id)
{
    const bool waits = m_held.remove(id) && !m_waiting.isEmpty();
    if (waits && !m_stopped)
        m_again.start();
}

void Cleanups::run(const DueCleanup &due)
{
    Executor *executor = m_maker.makeCleanup(due).release();
    executor->setParent(this);
    m_running.insert(due.taskId, executor);
    connect(executor, &Executor::done, this,
        [this, due, executor](const TaskOutcome &outcome) { ended(due, executor, outcome); });
    executor->start();
}

void Cleanups::ended(const DueCleanup &due, Executor *executor, const TaskOutcome &outcome)
{
    m_running.remove(due.taskId);
    executor->deleteLater();
    if (outcome.kind == TaskOutcome::Kind::Succeeded) {
        m_waiting.removeAll(due);
        emit done(due);
        return;
    }
    if (!m_waiting.contains(due))
        m_waiting.append(due);
    if (!m_stopped)
        m_again.start();
    emit postponed(due);
}

void Cleanups::tryAgain()
{
    if (m_stopped)
        return;
    const QList<DueCleanup> waiting = std::exchange(m_waiting, {});
    for (const DueCleanup &due : waiting)
        add(due);
}

void Cleanups::stop()
{
    m_stopped = true;
    m_again.stop();
    const QList<Executor *> running = m_running.values();
    for (Executor *executor : running)
        executor->stop(StopHow::Leave);
}

} // namespace slipway
