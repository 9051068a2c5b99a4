#include "core/queue/watchdog.h"

#include <algorithm>

namespace slipway {

Watchdog::Watchdog(QObject *parent)
    : QObject(parent)
{
    m_now.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::look);
}

void Watchdog::watch(const Task &task)
{
    Watched &watched = m_watched[task.id];
    watched = {};
    watched.clock.moved(m_now.elapsed());
    expect(task);
}

// A timer that runs is not moved: it looks too early at most, and then again.
void Watchdog::moved(const Task &task)
{
    const auto found = m_watched.find(task.id);
    if (found == m_watched.end())
        return;
    found->clock.moved(m_now.elapsed());
    const bool wasQuiet = std::exchange(found->isQuiet, false);
    expect(task);
    if (wasQuiet)
        emit movesAgain(task.id);
}

void Watchdog::expect(const Task &task)
{
    const auto found = m_watched.find(task.id);
    if (found == m_watched.end())
        return;
    const qint64 now = m_now.elapsed();
    found->clock.expect(stallLimit(task, task.progress.awaits), now);
    lookIn(found->clock.msToNextChange(now));
}

void Watchdog::forget(const TaskId &id)
{
    m_watched.remove(id);
}

void Watchdog::lookIn(std::optional<qint64> ms)
{
    if (!ms)
        return;
    const int wait = int(std::clamp<qint64>(*ms, 0, 3'600'000));
    if (!m_timer.isActive() || m_timer.remainingTime() > wait)
        m_timer.start(wait);
}

void Watchdog::look()
{
    const qint64 now = m_now.elapsed();
    QList<std::pair<TaskId, qint64>> quiet;
    QList<TaskId> stuck;
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        const StallClock::State state = it->clock.state(now);
        if (state == StallClock::State::Stalled)
            stuck.append(it.key());
        else if (state == StallClock::State::Quiet && !std::exchange(it->isQuiet, true))
            quiet.append({ it.key(), it->clock.silentMs(now) });
        lookIn(it->clock.msToNextChange(now));
    }
    for (const TaskId &id : stuck)
        m_watched.remove(id);
    for (const auto &[id, silentMs] : quiet)
        emit wentQuiet(id, silentMs);
    for (const TaskId &id : stuck)
        emit stalled(id);
}

} // namespace slipway
