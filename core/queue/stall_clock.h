// How long an attempt has moved nothing, and what that means. No clock of its own: the caller
// brings milliseconds that never fall.
#pragma once

#include "core/task/task.h"

#include <chrono>

namespace slipway {

// None: it may be silent for as long as it likes.
std::optional<std::chrono::milliseconds> stallLimit(const Task &task, Awaits awaits);

class StallClock {
public:
    enum class State { Moving, Quiet, Stalled };

    void moved(qint64 nowMs) { m_lastMoveMs = nowMs; }
    // A silence that had no limit before begins now.
    void expect(std::optional<std::chrono::milliseconds> limit, qint64 nowMs);

    State state(qint64 nowMs) const;
    // Until the state may change next; none: it cannot without a move.
    std::optional<qint64> msToNextChange(qint64 nowMs) const;
    qint64 silentMs(qint64 nowMs) const { return nowMs - m_lastMoveMs; }

private:
    qint64 quietMs() const { return m_limitMs.value_or(0) / 3; }

    qint64 m_lastMoveMs = 0;
    std::optional<qint64> m_limitMs;
};

} // namespace slipway
