// The icon in the tray, where the desktop has one, and its menu.
#pragma once

#include "ui/desktop/notices.h"
#include "ui/desktop/work_summary.h"

#include <QObject>

class QAction;
class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace slipway {

class Tray : public QObject {
    Q_OBJECT

public:
    Tray(WorkSummary &work, SettingsFile &settings, QWidget &window);

    QMenu &menu() const { return *m_menu; }
    void showMessage(const Notice &notice);

signals:
    void openAsked();
    void holdAsked(bool held);
    void quitAsked();

private:
    void show();

    WorkSummary &m_work;
    QMenu *m_menu;
    QAction *m_hold;
    QSystemTrayIcon *m_icon;
};

} // namespace slipway
