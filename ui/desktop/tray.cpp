#include "ui/desktop/tray.h"

#include "ui/desktop/tray_picture.h"

#include <QMenu>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace slipway {

Tray::Tray(WorkSummary &work, SettingsFile &settings, QWidget &window)
    : QObject(&window)
    , m_work(work)
    , m_menu(new QMenu(&window))
    , m_icon(new QSystemTrayIcon(this))
{
    m_menu->setObjectName(u"trayMenu"_s);
    m_menu->addAction(tr("Open Slipway"), this, &Tray::openAsked);
    m_menu->addSeparator();
    m_hold = m_menu->addAction(tr("Hold queue"));
    m_hold->setObjectName(u"trayHold"_s);
    m_hold->setCheckable(true);
    connect(m_hold, &QAction::triggered, this, &Tray::holdAsked);
    QAction *quiet = m_menu->addAction(tr("Quiet mode"));
    quiet->setObjectName(u"trayQuiet"_s);
    quiet->setCheckable(true);
    quiet->setChecked(settings.values().quiet);
    connect(quiet, &QAction::triggered, &settings, [&settings](bool on) {
        Settings values = settings.values();
        values.quiet = on;
        settings.change(values);
    });
    connect(&settings, &SettingsFile::changed, quiet,
        [quiet, &settings] { quiet->setChecked(settings.values().quiet); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &Tray::quitAsked)->setObjectName(u"trayQuit"_s);

    m_icon->setContextMenu(m_menu);
    connect(m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                emit openAsked();
        });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openAsked);
    connect(&work, &WorkSummary::changed, this, &Tray::show);
    show();
    m_icon->show();
}

void Tray::show()
{
    m_icon->setIcon(trayIcon(m_work.numbers()));
    m_icon->setToolTip(trayText(m_work.numbers()));
    m_hold->setChecked(m_work.numbers().held);
}

void Tray::showMessage(const Notice &notice)
{
    m_icon->showMessage(notice.title, notice.text,
        notice.isUrgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

} // namespace slipway
