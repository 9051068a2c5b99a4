#include "core/queue/lanes.h"

#include <iterator>

namespace slipway {

void Lanes::enqueue(const Task &task)
{
    dequeue(task.id);
    const InLine entry { laneOf(task.type()), { task.options.priority, task.sequence, task.id } };
    m_lines[entry.lane].insert(entry.place);
    m_places.insert({ task.id, entry });
}

void Lanes::dequeue(const TaskId &id)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return;
    m_lines[found->second.lane].erase(found->second.place);
    m_places.erase(found);
}

bool Lanes::hasRoom(Lane lane) const
{
    if (lane == Lane::None)
        return true;
    const auto running = m_runningIn.find(lane);
    const int there = running == m_runningIn.end() ? 0 : running->second;
    return m_running < m_limits.maxConcurrent && there < m_limits.lanes.value(lane, 1);
}

std::optional<TaskId> Lanes::take()
{
    const InLine *best = nullptr;
    for (const auto &[lane, line] : m_lines) {
        if (line.empty() || !hasRoom(lane))
            continue;
        const InLine &head = m_places.at(line.begin()->id);
        if (!best || head.place < best->place)
            best = &head;
    }
    if (!best)
        return std::nullopt;
    const TaskId id = best->place.id;
    const Lane lane = best->lane;
    dequeue(id);
    m_occupied.insert({ id, lane });
    if (lane != Lane::None) {
        ++m_runningIn[lane];
        ++m_running;
    }
    return id;
}

void Lanes::occupy(const Task &task)
{
    dequeue(task.id);
    const Lane lane = laneOf(task.type());
    if (m_occupied.insert({ task.id, lane }).second && lane != Lane::None) {
        ++m_runningIn[lane];
        ++m_running;
    }
}

void Lanes::release(const TaskId &id)
{
    const auto found = m_occupied.find(id);
    if (found == m_occupied.end())
        return;
    if (found->second != Lane::None) {
        --m_runningIn[found->second];
        --m_running;
    }
    m_occupied.erase(found);
}

int Lanes::positionOf(const TaskId &id) const
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return 0;
    const std::set<Place> &line = m_lines.at(found->second.lane);
    return int(std::distance(line.begin(), line.find(found->second.place))) + 1;
}

} // namespace slipway
