#include "core/queue/stall_clock.h"

#include <algorithm>

using namespace std::chrono;

namespace slipway {
namespace {

constexpr milliseconds patience = minutes(15);

} // namespace

std::optional<milliseconds> stallLimit(const Task &task, Awaits awaits)
{
    const std::optional<int> asked = task.options.stallSeconds;
    if (asked == 0)
        return std::nullopt;
    const milliseconds limit = seconds(asked.value_or(defaultStallSeconds(task.type())));
    switch (awaits) {
    case Awaits::Bytes:
        return limit;
    case Awaits::Others:
        return std::max(limit, patience);
    case Awaits::Nothing: // a limit that a person set for what has none of its own is meant
        return asked && !isTransfer(task.type()) ? std::optional(limit) : std::nullopt;
    }
    Q_UNREACHABLE();
}

void StallClock::expect(std::optional<milliseconds> limit, qint64 nowMs)
{
    if (!m_limitMs)
        m_lastMoveMs = nowMs;
    m_limitMs = limit ? std::optional<qint64>(limit->count()) : std::nullopt;
}

StallClock::State StallClock::state(qint64 nowMs) const
{
    if (!m_limitMs || silentMs(nowMs) < quietMs())
        return State::Moving;
    return silentMs(nowMs) < *m_limitMs ? State::Quiet : State::Stalled;
}

std::optional<qint64> StallClock::msToNextChange(qint64 nowMs) const
{
    if (!m_limitMs || state(nowMs) == State::Stalled)
        return std::nullopt;
    return (state(nowMs) == State::Moving ? quietMs() : *m_limitMs) - silentMs(nowMs);
}

} // namespace slipway
