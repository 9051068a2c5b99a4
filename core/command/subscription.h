// The stream of events a connection asked for with `subscribe`, as the contract's JSON.
#pragma once

#include "core/queue/queue_service.h"

#include <QJsonObject>
#include <QSet>

#include <variant>

namespace slipway {

struct WantedEvents {
    bool status = false; // {"event":"status","task":{}} and {"event":"removed","task_id":}
    bool progress = false;
    bool log = false;
    QSet<TaskId> tasks; // empty = all, those to come too

    bool wants(const TaskId &id) const { return tasks.isEmpty() || tasks.contains(id); }
};

// The parameters of a subscribe, or the error to answer with. Without `events` all are wanted.
// Tasks that are not there (yet, or any more) may be named.
std::variant<WantedEvents, QJsonObject> readWantedEvents(const QJsonObject &params);

class Subscription : public QObject {
    Q_OBJECT

public:
    Subscription(QueueService &queue, const WantedEvents &wanted, QObject *parent = nullptr);

signals:
    void happened(const QJsonObject &event, QPrivateSignal);

private:
    void tellStatus(const Task &task);
    void tellProgress(const QHash<TaskId, TaskProgress> &progress);
    void tellLog(const TaskId &id, const LogLines &lines, qint64 total);

    QueueService &m_queue;
    WantedEvents m_wanted;
};

} // namespace slipway
