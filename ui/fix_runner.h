// Does what a fix promises, and tries the failed task again once that has worked.
#pragma once

#include "core/diagnosis/fixes.h"
#include "core/queue/queue_service.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace slipway {

class FixRunner : public QObject {
    Q_OBJECT

public:
    // `window`: where a question is asked.
    FixRunner(QueueService &queue, QWidget *window);

    void run(const Task &task, const Fix &fix);
    // `first` was queued for the sake of `task`: that is tried again when it has completed.
    void retryAfter(const TaskId &first, const TaskId &task);

signals:
    void formAsked(const slipway::TaskDraft &draft, const slipway::TaskId &task); // to be filled in
    void told(const QString &sentence);

private:
    void retry(const TaskId &id);
    void retryAs(const TaskId &id, const TaskDraft &draft);
    void submitFirst(
        const TaskId &id, const TaskDraft &draft, const std::optional<TaskDraft> &then = {});
    void act(const Task &task, const HostAction &action);
    void askForName(const Task &task);
    void pushAs(const Task &task, const QString &name);
    void firstEnded(const Task &first);
    void openFile(const Task &task, const Fix &fix);
    void tellEditors(const Task &task);

    struct Waiting {
        TaskId task;
        std::optional<TaskDraft> as; // with these values; none: as it was
    };

    QueueService &m_queue;
    QWidget *m_window;
    QHash<TaskId, Waiting> m_waiting; // by the task that must complete first
};

} // namespace slipway
