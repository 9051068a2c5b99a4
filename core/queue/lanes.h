// Who waits, who is next and who may go: priority first, then age or the place a person chose,
// within the limits.
#pragma once

#include "core/queue/queue_limits.h"
#include "core/task/task.h"

#include <map>
#include <optional>
#include <set>

namespace slipway {

class Lanes {
public:
    void setLimits(const QueueLimits &limits) { m_limits = limits; }
    const QueueLimits &limits() const { return m_limits; }

    // Into the line; a task already in it is moved to where its priority belongs.
    void enqueue(const Task &task);
    // To position `to` (1 = next) of its lane, or as near as there is one. A task that comes to
    // stand before one of a higher priority takes that priority, behind one of a lower the lower.
    // Answers with all whose place changed: mostly it alone.
    struct NewPlace {
        TaskId id;
        int priority;
        double place;
    };
    QList<NewPlace> move(const TaskId &id, int to);
    void dequeue(const TaskId &id); // nothing happens when it is not in the line

    // The next task that may go takes its place among the running. None: all lanes are full or
    // empty.
    std::optional<TaskId> take();
    // Counts a task that runs although nobody took it from the line: one found running.
    void occupy(const Task &task);
    void release(const TaskId &id);

    qsizetype waitingCount() const { return qsizetype(m_places.size()); }
    int runningCount() const { return m_running; }
    int positionOf(const TaskId &id) const; // 1 = next of its lane, 0 = not in line
    int lengthOf(Lane lane) const; // of its line

private:
    struct Place {
        int priority;
        double place;
        qint64 sequence;
        TaskId id;
        bool operator<(const Place &other) const
        {
            if (priority != other.priority)
                return priority > other.priority;
            if (place != other.place)
                return place < other.place;
            return sequence < other.sequence;
        }
    };
    struct InLine {
        Lane lane;
        Place place;
    };

    bool hasRoom(Lane lane) const;
    void insert(Lane lane, const Place &place);
    QList<NewPlace> spread(Lane lane, const Place &moved, const std::optional<TaskId> &behind);

    QueueLimits m_limits;
    std::map<Lane, std::set<Place>> m_lines;
    std::map<TaskId, InLine> m_places;
    std::map<TaskId, Lane> m_occupied;
    std::map<Lane, int> m_runningIn;
    int m_running = 0; // without Lane::None
};

} // namespace slipway
