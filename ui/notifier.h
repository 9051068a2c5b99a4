// What happens when the window is closed while there is work, and what is told when nobody looks.
#pragma once

#include "core/queue/queue_service.h"
#include "ui/quit_question.h"

#include <QObject>

class QSystemTrayIcon;

namespace slipway {

class MainWindow;

class Notifier : public QObject {
    Q_OBJECT

public:
    Notifier(QueueService &queue, MainWindow &window, QObject *parent = nullptr);

signals:
    void quitConfirmed();

private:
    void makeTrayIcon();
    void closeWindow();
    void askToQuit();
    void quitAnswered(QuitQuestion::Choice choice);
    void cancelAllAndQuit();
    QList<Task> activeTasks() const;
    void tellOfEnd(const Task &task);
    void raiseWindow();

    QueueService &m_queue;
    MainWindow &m_window;
    QSystemTrayIcon *m_tray = nullptr; // where the desktop has a tray
    bool m_saidHidden = false;
    bool m_asking = false;
};

} // namespace slipway
