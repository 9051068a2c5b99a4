#include "core/queue/lanes.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace slipway {

void Lanes::enqueue(const Task &task)
{
    dequeue(task.id);
    insert(laneOf(task.type()),
        { task.options.priority, task.place.value_or(double(task.sequence)), task.sequence,
            task.id });
}

void Lanes::insert(Lane lane, const Place &place)
{
    m_lines[lane].insert(place);
    m_places.insert({ place.id, { lane, place } });
}

QList<Lanes::NewPlace> Lanes::move(const TaskId &id, int to)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return {};
    const Lane lane = found->second.lane;
    Place place = found->second.place;
    dequeue(id);
    const std::set<Place> &line = m_lines[lane];
    const int index = std::clamp(to, 1, int(line.size()) + 1) - 1;
    const auto next = std::next(line.begin(), index);
    const Place *before = index > 0 ? &*std::prev(next) : nullptr;
    const Place *behind = next != line.end() ? &*next : nullptr;
    if (before)
        place.priority = std::min(place.priority, before->priority);
    if (behind)
        place.priority = std::max(place.priority, behind->priority);
    if (before && before->priority != place.priority)
        before = nullptr;
    if (behind && behind->priority != place.priority)
        behind = nullptr;
    if (behind)
        place.place = before ? (before->place + behind->place) / 2 : behind->place - 1;
    else if (before) // and still before all that come later
        place.place = (before->place + std::floor(before->place) + 1) / 2;
    const bool isBetween = (!before || *before < place) && (!behind || place < *behind);
    if (isBetween) {
        insert(lane, place);
        return { { id, place.priority, place.place } };
    }
    return spread(lane, place, behind ? std::optional(behind->id) : std::nullopt);
}

// No number is left between two neighbours: all of this priority get new ones, 1 apart.
QList<Lanes::NewPlace> Lanes::spread(
    Lane lane, const Place &moved, const std::optional<TaskId> &behind)
{
    QList<Place> order;
    for (const Place &each : m_lines[lane]) {
        if (each.id == behind)
            order.append(moved);
        if (each.priority == moved.priority)
            order.append(each);
    }
    if (!behind)
        order.append(moved);
    const double last = std::floor(order.last().place); // before all that come later
    QList<NewPlace> changed;
    for (qsizetype i = 0; i < order.size(); ++i) {
        dequeue(order[i].id);
        order[i].place = last - double(order.size() - 1 - i);
        insert(lane, order[i]);
        changed.append({ order[i].id, order[i].priority, order[i].place });
    }
    return changed;
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

int Lanes::lengthOf(Lane lane) const
{
    const auto line = m_lines.find(lane);
    return line == m_lines.end() ? 0 : int(line->second.size());
}

} // namespace slipway
