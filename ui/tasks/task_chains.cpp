#include "ui/tasks/task_chains.h"

#include <QSet>

#include <algorithm>

namespace slipway {
namespace {

bool isToCome(const Task &task)
{
    const StatusGroup group = groupOf(task.status);
    return group == StatusGroup::Waiting || group == StatusGroup::Active;
}

} // namespace

QList<const Task *> waitsFor(const Task &task, const FindShown &find)
{
    QList<const Task *> tasks;
    if (task.attempt > 0 || groupOf(task.status) != StatusGroup::Waiting)
        return tasks; // one that was started once has had all it waited for
    for (const QString &text : task.options.after) {
        const TaskId id = TaskId::fromString(text);
        const Task *each = task.afterDone.contains(id) ? nullptr : find(id);
        if (each && each->status != TaskStatus::Completed)
            tasks << each;
    }
    return tasks;
}

void TaskChains::add(const Task &task)
{
    for (const QString &text : task.options.after) {
        QList<TaskId> &followers = m_followers[TaskId::fromString(text)];
        if (!followers.contains(task.id))
            followers << task.id;
    }
}

void TaskChains::remove(const Task &task)
{
    for (const QString &text : task.options.after) {
        const auto found = m_followers.find(TaskId::fromString(text));
        if (found == m_followers.end())
            continue;
        found->removeOne(task.id);
        if (found->isEmpty())
            m_followers.erase(found);
    }
    m_places.remove(task.id);
}

const QList<TaskId> &TaskChains::followersOf(const TaskId &id) const
{
    static const QList<TaskId> none;
    const auto found = m_followers.constFind(id);
    return found == m_followers.cend() ? none : *found;
}

const Task *TaskChains::leaderOf(const TaskId &id, const FindShown &find) const
{
    const Task *task = find(id);
    if (!task || task->options.after.isEmpty())
        return nullptr;
    const QList<const Task *> held = waitsFor(*task, find);
    const auto leader = std::find_if(
        held.crbegin(), held.crend(), [](const Task *each) { return isToCome(*each); });
    return leader == held.crend() ? nullptr : *leader;
}

QList<TaskId> TaskChains::withFollowers(const TaskId &id) const
{
    QList<TaskId> all{ id };
    QSet<TaskId> met{ id };
    for (qsizetype at = 0; at < all.size(); ++at) {
        for (const TaskId &follower : followersOf(all[at])) {
            if (!met.contains(follower)) {
                met.insert(follower);
                all << follower;
            }
        }
    }
    return all;
}

QList<TaskId> TaskChains::place(const TaskId &id, const FindShown &find)
{
    const QList<TaskId> behind = withFollowers(id);
    const QSet<TaskId> behindSet(behind.begin(), behind.end()); // each looks for its own root
    QSet<TaskId> roots;
    for (const TaskId &each : behind) {
        m_places.remove(each);
        TaskId root = each;
        const Task *leader = leaderOf(each, find);
        for (; leader && !behindSet.contains(root = leader->id); leader = leaderOf(root, find)) { }
        if (!leader)
            roots.insert(root);
    }
    for (const TaskId &root : std::as_const(roots))
        number(root, find);
    return behind;
}

// Each one right behind the one it waits for, those behind it before the next.
void TaskChains::number(const TaskId &root, const FindShown &find)
{
    QList<TaskId> open{ root };
    for (int step = 0; !open.isEmpty(); ++step) {
        const TaskId id = open.takeLast();
        if (step > 0)
            m_places.insert(id, { root, step });
        const QList<TaskId> &followers = followersOf(id);
        for (auto it = followers.crbegin(); it != followers.crend(); ++it) {
            if (const Task *leader = leaderOf(*it, find); leader && leader->id == id)
                open << *it;
        }
    }
}

} // namespace slipway
