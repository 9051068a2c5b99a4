// What is to be done once a revision of a task is on disk.
#pragma once

#include "core/task/task.h"

#include <QHash>
#include <QList>

#include <functional>

namespace slipway {

class SaveAnswers {
public:
    // Not saved: nothing more will be, the store is closed.
    using Answer = std::function<void(bool isSaved)>;

    void whenSaved(const TaskId &id, quint64 revision, Answer answer);
    // Runs, in the order they came, the answers that waited for this revision or an earlier one.
    void saved(const TaskId &id, quint64 revision);
    bool waitsFor(const TaskId &id) const { return m_open.contains(id); }
    void giveUp(); // runs all that still wait

private:
    struct Open {
        quint64 revision;
        Answer answer;
    };
    QHash<TaskId, QList<Open>> m_open;
};

} // namespace slipway
