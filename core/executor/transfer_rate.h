// Bytes per second, smoothed over a few seconds, and the time left. The caller brings the clock.
#pragma once

#include <QList>

#include <optional>

namespace slipway {

class TransferRate {
public:
    void add(qint64 atMs, qint64 bytesDone); // times must not fall
    double bytesPerSecond() const; // over the last five seconds; 0 before there are two samples
    std::optional<int> secondsLeft(std::optional<qint64> total) const;

private:
    struct Sample {
        qint64 atMs;
        qint64 bytes;
    };
    QList<Sample> m_samples; // at most one per 250 ms, of the last five seconds
};

} // namespace slipway
