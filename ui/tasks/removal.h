// Tasks a person removed that may still be brought back: gone from the table at once, from the
// queue after a while, or when the window is closed. A killed program has removed nothing.
//
// What waits is paused meanwhile, so that nothing starts that nobody sees.
#pragma once

#include "core/queue/queue_service.h"

#include <QTimer>

namespace slipway {

class TaskTableModel;

class Removal : public QObject {
    Q_OBJECT

public:
    Removal(QueueService &queue, TaskTableModel &model, QObject *parent = nullptr);

    void remove(const QList<TaskId> &ids); // what was removed before is now gone for good
    void undo();
    void carryOut(); // for good, without waiting
    int count() const { return int(m_ids.size()); } // that may be brought back

signals:
    void countChanged();
    void broughtBack(const QList<slipway::TaskId> &ids);

private:
    QueueService &m_queue;
    TaskTableModel &m_model;
    QList<TaskId> m_ids;
    QList<TaskId> m_paused; // for this
    QTimer m_time;
};

} // namespace slipway
