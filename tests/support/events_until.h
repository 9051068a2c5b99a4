// A wait for measures: looks every few milliseconds and sleeps in between. One that spins would
// take a core away from what is measured, and QTest's own sleep longer than a job takes.
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>

namespace slipway::test {

inline bool eventsUntil(const std::function<bool()> &reached, std::chrono::milliseconds atMost)
{
    QEventLoop loop;
    QTimer look;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (reached() || clock.elapsed() > atMost.count())
            loop.quit();
    });
    look.start(5);
    loop.exec();
    return reached();
}

} // namespace slipway::test
