#include "core/queue/chains.h"

namespace slipway {

Chains::Standing Chains::standingOf(TaskStatus status)
{
    switch (groupOf(status)) {
    case StatusGroup::Waiting:
    case StatusGroup::Active:
    case StatusGroup::Paused:
        return Standing::Open;
    case StatusGroup::Finished:
        break;
    }
    if (status == TaskStatus::Completed)
        return Standing::Completed;
    return status == TaskStatus::Cancelled ? Standing::Gone : Standing::Failed;
}

void Chains::link(const TaskId &follower, const QList<std::pair<TaskId, Standing>> &predecessors)
{
    unlink(follower);
    if (predecessors.isEmpty())
        return;
    Wait &wait = m_waits[follower];
    for (const auto &[predecessor, standing] : predecessors) {
        m_predecessors[follower].append(predecessor);
        m_followers[predecessor].append(follower);
        wait.open.append(predecessor);
        note(wait, predecessor, standing);
    }
}

void Chains::note(Wait &wait, const TaskId &predecessor, Standing standing)
{
    switch (standing) {
    case Standing::Open:
        break;
    case Standing::Completed:
        wait.open.removeOne(predecessor);
        break;
    case Standing::Failed:
        wait.failed.append(predecessor);
        break;
    case Standing::Gone:
        wait.gone.append(predecessor);
        break;
    }
}

void Chains::unlink(const TaskId &follower)
{
    m_waits.remove(follower);
    const QList<TaskId> predecessors = m_predecessors.take(follower);
    for (const TaskId &predecessor : predecessors) {
        const auto followers = m_followers.find(predecessor);
        followers->removeOne(follower);
        if (followers->isEmpty())
            m_followers.erase(followers);
    }
}

QList<TaskId> Chains::stand(const TaskId &predecessor, Standing standing)
{
    QList<TaskId> concerned;
    for (const TaskId &follower : followersOf(predecessor)) {
        Wait &wait = m_waits[follower];
        if (!wait.open.contains(predecessor))
            continue; // it completed once, and that stays so
        const bool wasFailed = wait.failed.removeOne(predecessor);
        const bool wasGone = wait.gone.removeOne(predecessor);
        note(wait, predecessor, standing);
        if (standing == Standing::Completed || wasFailed != (standing == Standing::Failed)
            || wasGone != (standing == Standing::Gone))
            concerned.append(follower);
    }
    return concerned;
}

} // namespace slipway
