// What waits to be saved: all changes that go into one transaction.
#pragma once

#include "core/queue/task_journal.h"

#include <optional>

namespace slipway {

struct CleanupChange {
    DueCleanup cleanup;
    bool due = true; // false: it is done
};

// Of each task only the latest snapshot is kept. A removal wins over every snapshot: an id is
// never used again.
class StoreChanges {
public:
    void save(const Task &task, Durability durability);
    void setDue(const DueCleanup &cleanup, bool due);
    void setHeld(bool held);
    void remove(const TaskId &id);
    void append(const StoreChanges &later);

    bool isEmpty() const;
    const QList<Task> &tasks() const { return m_tasks; } // in the order they were first saved
    const QList<CleanupChange> &cleanups() const { return m_cleanups; }
    const QList<TaskId> &removed() const { return m_removed; }
    std::optional<bool> held() const { return m_held; }
    Durability durability() const { return m_durability; }

private:
    QList<Task> m_tasks;
    QHash<TaskId, qsizetype> m_places; // in m_tasks
    QList<CleanupChange> m_cleanups;
    QList<TaskId> m_removed;
    std::optional<bool> m_held;
    Durability m_durability = Durability::Normal; // the highest that was asked for
};

} // namespace slipway
