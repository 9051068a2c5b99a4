// What is to be done once a revision of a task is on disk.
#pragma once

#include "core/task/task.h"

#include <QHash>
#include <QList>

#include <functional>

namespace slipway {

class SaveAnswers
{
public:
    using Answer = std::function<void()>;

    void whenSaved(const TaskId &id, quint64 revision, Answer answer);
    // Runs, in the order they came, the answers that waited for this revision or an earlier one.
    void saved(const TaskId &id, quint64 revision);

private:
    struct Open {
        quint64 revision;
        Answer answer;
    };
    QHash<TaskId, QList<Open>> m_open;
};

} // namespace slipway
