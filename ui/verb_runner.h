// Asks the queue for what a person wants done to some tasks, and tells what it refuses.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/task_actions.h"

namespace slipway {

class VerbRunner : public QObject {
    Q_OBJECT

public:
    explicit VerbRunner(QueueService &queue, QObject *parent = nullptr);
    void run(TaskVerb verb, const QList<TaskId> &ids);
    void moveBefore(const QList<TaskId> &ids, const TaskId &before);
    void setHeld(bool held);
    void setNotify(const TaskId &id, bool notify);

signals:
    void refused(const QString &reason);

private:
    QFuture<VerbAnswer> ask(TaskVerb verb, const TaskId &id);
    void follow(const QFuture<VerbAnswer> &future);

    QueueService &m_queue;
};

} // namespace slipway
