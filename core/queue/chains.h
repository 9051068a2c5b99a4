// Who waits for whom: the links that `after` makes between tasks, and how the tasks they lead to
// have ended. Knows neither lines nor times.
#pragma once

#include "core/task/task.h"

#include <QHash>

namespace slipway {

class Chains {
public:
    enum class Standing {
        Open,
        Completed,
        Failed,
        Gone
    }; // of a predecessor; Gone: never completes
    static Standing standingOf(TaskStatus status);

    // What keeps a follower from starting, each in the order it came about.
    struct Wait {
        QList<TaskId> open; // not completed: the failed and gone ones too
        QList<TaskId> failed; // go on after a good retry
        QList<TaskId> gone;
        bool isOver() const { return open.isEmpty(); }
    };

    // Takes the place of its earlier links.
    void link(const TaskId &follower, const QList<std::pair<TaskId, Standing>> &predecessors);
    void unlink(const TaskId &follower);
    Wait waitOf(const TaskId &follower) const { return m_waits.value(follower); }

    // How a task is doing now. Answers with the followers for which that changed something.
    QList<TaskId> stand(const TaskId &predecessor, Standing standing);
    // All that were linked to it, whether that link still holds them or not.
    QList<TaskId> followersOf(const TaskId &predecessor) const
    {
        return m_followers.value(predecessor);
    }

private:
    static void note(Wait &wait, const TaskId &predecessor, Standing standing);

    QHash<TaskId, Wait> m_waits;
    QHash<TaskId, QList<TaskId>> m_predecessors;
    QHash<TaskId, QList<TaskId>> m_followers;
};

} // namespace slipway
