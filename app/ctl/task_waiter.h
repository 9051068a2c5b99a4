// Waits for tasks to end and says how they get on: a progress line on a terminal, else a line for
// each change. A task that failed is told with its reason and what to do.
#pragma once

#include "app/ctl/chain.h"

#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace slipway {

class CtlRun;

void waitForTasks(CtlRun &run); // the command `wait`

class TaskWaiter : public QObject {
    Q_OBJECT

public:
    TaskWaiter(CtlRun &run, const QStringList &ids); // belongs to the run, and ends it

private:
    void lookAgain();
    void takeTask(const QJsonObject &task);
    void takeRemoval(const QString &id);
    void takeProgress(const QJsonObject &event);
    void tell(const QJsonObject &task);
    void drawProgress();
    void endIfAllEnded();
    bool isHeld(const QString &id) const;

    CtlRun &m_run;
    QStringList m_ids;
    QHash<QString, QJsonObject> m_tasks; // those waited for and all that they wait for
    QHash<QString, ChainLink> m_links;
    QHash<QString, QString> m_told; // the status last told
    QHash<QString, qsizetype> m_toldSteps; // and how long the history was then
    QSet<QString> m_removed;
    int m_openLooks = 0; // questions that are not answered yet
    bool m_lineDrawn = false;
};

} // namespace slipway
