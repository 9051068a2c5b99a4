#include "core/executor/transfer_rate.h"

#include <cmath>

namespace slipway {
namespace {

constexpr qint64 windowMs = 5000;
constexpr qint64 spacingMs = 250;

} // namespace

void TransferRate::add(qint64 atMs, qint64 bytesDone)
{
    // A new attempt, or a counter that began anew: what was measured before says nothing now.
    if (!m_samples.isEmpty() && bytesDone < m_samples.last().bytes)
        m_samples.clear();
    if (m_samples.size() >= 2 && atMs - m_samples.at(m_samples.size() - 2).atMs < spacingMs)
        m_samples.last() = { atMs, bytesDone };
    else
        m_samples.append({ atMs, bytesDone });
    while (m_samples.size() > 2 && atMs - m_samples.at(1).atMs >= windowMs)
        m_samples.removeFirst();
}

double TransferRate::bytesPerSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 ms = m_samples.last().atMs - m_samples.first().atMs;
    return ms <= 0 ? 0
                   : 1000.0 * double(m_samples.last().bytes - m_samples.first().bytes) / double(ms);
}

std::optional<int> TransferRate::secondsLeft(std::optional<qint64> total) const
{
    const double rate = bytesPerSecond();
    if (!total || rate < 1 || m_samples.isEmpty())
        return std::nullopt;
    const double left = double(std::max<qint64>(0, *total - m_samples.last().bytes)) / rate;
    return left > 1e8 ? std::nullopt : std::optional(int(std::ceil(left)));
}

} // namespace slipway
