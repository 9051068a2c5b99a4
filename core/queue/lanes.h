// Who waits, who is next and who may go: priority first, then age, within the limits.
#pragma once

#include "core/queue/queue_limits.h"
#include "core/task/task.h"

#include <map>
#include <optional>
#include <set>

namespace slipway {

class Lanes
{
public:
    void setLimits(const QueueLimits &limits) { m_limits = limits; }
    const QueueLimits &limits() const { return m_limits; }

    // Into the line; a task already in it is moved to where its priority belongs.
    void enqueue(const Task &task);
    void dequeue(const TaskId &id); // nothing happens when it is not in the line

    // The next task that may go takes its place among the running. None: all lanes are full or empty.
    std::optional<TaskId> take();
    // Counts a task that runs although nobody took it from the line: one found running.
    void occupy(const Task &task);
    void release(const TaskId &id);

    qsizetype waitingCount() const { return qsizetype(m_places.size()); }
    int runningCount() const { return m_running; }
    int positionOf(const TaskId &id) const; // 1 = next of its lane, 0 = not in line

private:
    struct Place {
        int priority;
        qint64 sequence;
        TaskId id;
        bool operator<(const Place &other) const
        {
            if (priority != other.priority)
                return priority > other.priority;
            return sequence < other.sequence;
        }
    };
    struct InLine {
        Lane lane;
        Place place;
    };

    bool hasRoom(Lane lane) const;

    QueueLimits m_limits;
    std::map<Lane, std::set<Place>> m_lines;
    std::map<TaskId, InLine> m_places;
    std::map<TaskId, Lane> m_occupied;
    std::map<Lane, int> m_runningIn;
    int m_running = 0; // without Lane::None
};

} // namespace slipway
