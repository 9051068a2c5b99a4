// Watches attempts that ought to move bytes, and tells which have gone quiet and which are stuck.
#pragma once

#include "core/queue/stall_clock.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace slipway {

class Watchdog : public QObject {
    Q_OBJECT

public:
    explicit Watchdog(QObject *parent = nullptr);

    void watch(const Task &task); // from now on, as one that has just moved
    void moved(const Task &task); // something did, and task.progress.awaits tells what comes next
    void expect(const Task &task); // nothing moved, but it may wait for something else now
    void forget(const TaskId &id);

signals:
    void wentQuiet(const slipway::TaskId &id, qint64 silentMs);
    void movesAgain(const slipway::TaskId &id); // after it went quiet
    void stalled(const slipway::TaskId &id); // once; it is forgotten then

private:
    struct Watched {
        StallClock clock;
        bool isQuiet = false;
    };

    void look();
    void lookIn(std::optional<qint64> ms);

    QHash<TaskId, Watched> m_watched;
    QElapsedTimer m_now;
    QTimer m_timer;
};

} // namespace slipway
