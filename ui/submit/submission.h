// How tasks come in by hand: the dialog, what is pasted or dropped, and what is done once more.
#pragma once

#include "core/queue/queue_service.h"

#include <QPointer>

class QMimeData;
class QWidget;

namespace slipway {

class SubmitDialog;

class Submission : public QObject {
    Q_OBJECT

public:
    // `window`: what the dialog belongs to.
    Submission(QueueService &queue, QWidget *window);

    void keepTemplatesIn(const QString &file);
    void openOnClipboard(); // where that holds something; otherwise on the first form
    void open(TaskType type);
    void openSteps();
    // `forTask`: whose sake it is for; mostly nobody's.
    void edit(const TaskDraft &draft, const TaskId &forTask = {});
    void take(const QMimeData &held);
    void runAgain(const QList<Task> &tasks);

signals:
    void submitted(const QList<slipway::TaskId> &ids, const slipway::TaskId &forTask);
    void told(const QString &sentence); // why something could not be taken

private:
    SubmitDialog *dialog(const TaskId &forTask = {});

    QueueService &m_queue;
    QWidget *m_window;
    QString m_templates; // file
    QPointer<SubmitDialog> m_dialog;
    TaskId m_forTask; // while the dialog is open
};

} // namespace slipway
