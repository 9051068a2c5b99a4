// The queue in a few numbers, for what shows it small: a tray icon, a dock, a word when it is done.
#pragma once

#include "core/queue/queue_service.h"

#include <QElapsedTimer>
#include <QTimer>

namespace slipway {

struct WorkNumbers {
    int active = 0;
    int waiting = 0;
    int failed = 0; // since somebody last looked
    std::optional<int> percent; // of what is at work; none: nothing is
    bool held = false;
    bool operator==(const WorkNumbers &) const = default;
};

// What ended between two rests of the queue.
struct WorkDone {
    int completed = 0;
    int failed = 0;
    qint64 seconds = 0;
};

class WorkSummary : public QObject {
    Q_OBJECT

public:
    explicit WorkSummary(QueueService &queue, QObject *parent = nullptr);

    const WorkNumbers &numbers() const { return m_numbers; }
    void forgetFailures(); // somebody has looked

signals:
    void changed(); // a few times a second at most
    void taskEnded(const slipway::Task &task); // completed, failed, timed out or cancelled
    void workDone(const slipway::WorkDone &done); // nothing is left that could run

private:
    void take(const Task &task);
    void drop(const TaskId &id);
    void soon();
    void refresh();

    QueueService &m_queue;
    QHash<TaskId, StatusGroup> m_groups; // of all but the finished
    QHash<TaskId, int> m_percents; // of those at work
    WorkNumbers m_numbers;
    int m_failed = 0;
    int m_waiting = 0;
    WorkDone m_sofar;
    QElapsedTimer m_since; // valid while there is work
    QTimer m_soon;
    QTimer m_again;
};

} // namespace slipway
