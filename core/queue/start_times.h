// Tasks that wait for a time: for their next try, or for the time they were not to start before.
#pragma once

#include "core/task/task.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <set>

namespace slipway {

class StartTimes : public QObject {
    Q_OBJECT

public:
    explicit StartTimes(QObject *parent = nullptr);

    void add(const TaskId &id, const QDateTime &at); // takes the place of an earlier time
    void remove(const TaskId &id); // nothing happens when it does not wait
    qsizetype count() const { return m_times.size(); }

signals:
    void cameDue(const QList<slipway::TaskId> &ids); // the earliest first; they wait no more

private:
    void lookAtTheClock();

    std::set<std::pair<QDateTime, TaskId>> m_order;
    QHash<TaskId, QDateTime> m_times;
    QTimer m_timer;
};

} // namespace slipway
