// A table of the tasks that keeps itself up to date: what runs first, then what waits, then what
// ended last, as many as the terminal has lines. Where there is no terminal, a line a change.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace slipway {

class CtlRun;

void watchTasks(CtlRun &run); // the command `watch`

class TaskWatch : public QObject {
    Q_OBJECT

public:
    explicit TaskWatch(CtlRun &run); // belongs to the run

private:
    void lookAgain();
    void takeEvent(const QJsonObject &event);
    void takeTask(const QJsonObject &task);
    void draw();

    CtlRun &m_run;
    QHash<QString, QJsonObject> m_tasks;
    QTimer m_redraw;
    int m_drawnLines = 0;
};

// The rows of such a table, at most `most` of them.
QList<QJsonObject> rowsToWatch(QList<QJsonObject> tasks, qsizetype most);

} // namespace slipway
