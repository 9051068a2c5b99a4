// The log of one task from its first line, and with -f all that it goes on to print.
#pragma once

#include <QJsonObject>
#include <QObject>

namespace slipway {

class CtlRun;

void readTaskLog(CtlRun &run); // the command `logs`

class TaskLogReader : public QObject {
    Q_OBJECT

public:
    TaskLogReader(CtlRun &run, const QString &id, bool follow); // belongs to the run, and ends it

private:
    void readPage();
    void printFrom(qint64 first, const QJsonObject &data);
    void takeEvent(const QJsonObject &event);
    void lookAtTask();

    CtlRun &m_run;
    QString m_id;
    bool m_follow;
    bool m_reading = false; // a page is asked for
    bool m_behind = false; // there is more than was read
    bool m_taskEnded = false;
    qint64 m_printed = 0; // lines
};

} // namespace slipway
