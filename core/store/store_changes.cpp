#include "core/store/store_changes.h"

namespace slipway {

void StoreChanges::save(const Task &task, Durability durability)
{
    if (durability == Durability::Full)
        m_durability = Durability::Full;
    const auto place = m_places.constFind(task.id);
    if (place != m_places.constEnd()) {
        m_tasks[*place] = task;
        return;
    }
    m_places.insert(task.id, m_tasks.size());
    m_tasks.append(task);
}

void StoreChanges::setDue(const DueCleanup &cleanup, bool due)
{
    m_cleanups.append({ cleanup, due });
}

void StoreChanges::setHeld(bool held)
{
    m_held = held;
}

void StoreChanges::remove(const TaskId &id)
{
    m_removed.append(id);
}

void StoreChanges::append(const StoreChanges &later)
{
    for (const Task &task : later.m_tasks)
        save(task, later.m_durability);
    m_cleanups += later.m_cleanups;
    m_removed += later.m_removed;
    if (later.m_held)
        m_held = later.m_held;
}

bool StoreChanges::isEmpty() const
{
    return m_tasks.isEmpty() && m_cleanups.isEmpty() && m_removed.isEmpty() && !m_held;
}

} // namespace slipway
