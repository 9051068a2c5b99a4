// What happens when the window is closed or the program is to end, and what the desktop is told
// of the queue while nobody looks.
#pragma once

#include "ui/desktop/desktop_notifications.h"
#include "ui/desktop/sleep_inhibitor.h"
#include "ui/quit_question.h"

namespace slipway {

class MainWindow;
class Tray;

struct DesktopBuses {
    QDBusConnection session = QDBusConnection::sessionBus();
    QDBusConnection system = QDBusConnection::systemBus();
};

class Notifier : public QObject {
    Q_OBJECT

public:
    Notifier(QueueService &queue, MainWindow &window, SettingsFile &settings,
        const DesktopBuses &buses = {}, QObject *parent = nullptr);

    void showFirst(bool minimised); // the window, at the start
    void raiseWindow();

signals:
    void quitConfirmed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectTray();
    void connectNotices();
    void closeWindow();
    void askToQuit();
    bool isUnsaved(); // then it is asked about
    void quitAnswered(QuitQuestion::Choice choice);
    void cancelAllAndQuit();
    QList<Task> activeTasks() const;
    void workChanged();
    void workDone();

    QueueService &m_queue;
    MainWindow &m_window;
    SettingsFile &m_settings;
    DesktopBuses m_buses;
    WorkSummary m_work;
    Notices m_notices;
    DesktopNotifications m_notifications;
    SleepInhibitor m_awake;
    Tray *m_tray = nullptr; // where the desktop has one
    bool m_saidHidden = false;
    bool m_asking = false;
};

} // namespace slipway
