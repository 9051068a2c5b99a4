// Which rows stand below the task they wait for. A task that waits for several stands below the
// last of them that is still to come.
#pragma once

#include "core/task/task.h"

#include <QHash>

#include <functional>

namespace slipway {

// None: nullptr, also for what is out of sight.
using FindShown = std::function<const Task *(const TaskId &)>;

// What holds a waiting task still, whether it is to come, failed or is paused.
QList<const Task *> waitsFor(const Task &task, const FindShown &find);

class TaskChains {
public:
    struct Place {
        TaskId root; // null: stands for itself
        int step = 0; // below the root
    };

    void add(const Task &task);
    void remove(const Task &task);
    bool isLinked(const Task &task) const
    {
        return !task.options.after.isEmpty() || m_followers.contains(task.id);
    }
    const QList<TaskId> &followersOf(const TaskId &id) const;
    Place placeOf(const TaskId &id) const { return m_places.value(id); }

    // One that came, went or changed. Answers with it and all behind it: their order may be new.
    QList<TaskId> place(const TaskId &id, const FindShown &find);

private:
    const Task *leaderOf(const TaskId &id, const FindShown &find) const;
    QList<TaskId> withFollowers(const TaskId &id) const;
    void number(const TaskId &root, const FindShown &find);

    QHash<TaskId, QList<TaskId>> m_followers; // of those that are there, in the order they came
    QHash<TaskId, Place> m_places; // of those that stand below another
};

} // namespace slipway
