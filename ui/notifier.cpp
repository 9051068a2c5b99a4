#include "ui/notifier.h"

#include "ui/main_window.h"
#include "ui/task_text.h"

#include <QIcon>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace slipway {

Notifier::Notifier(QueueService &queue, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        makeTrayIcon();
    connect(&window, &MainWindow::closeAsked, this, &Notifier::closeWindow);
    connect(&window, &MainWindow::quitAsked, this, &Notifier::askToQuit);
    connect(&queue, &QueueService::taskChanged, this, &Notifier::tellOfEnd);
}

void Notifier::makeTrayIcon()
{
    m_tray = new QSystemTrayIcon(QIcon(u":/slipway/slipway.svg"_s), this);
    auto *menu = new QMenu(&m_window);
    menu->addAction(tr("Open Slipway"), this, &Notifier::raiseWindow);
    menu->addAction(tr("Quit"), this, &Notifier::askToQuit);
    m_tray->setContextMenu(menu);
    m_tray->setToolTip(tr("Slipway"));
    connect(m_tray, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                raiseWindow();
        });
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, &Notifier::raiseWindow);
    m_tray->show();
}

void Notifier::raiseWindow()
{
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Notifier::closeWindow()
{
    if (!m_tray || m_window.activeCount() == 0)
        return askToQuit();
    m_window.hide();
    if (!std::exchange(m_saidHidden, true))
        m_tray->showMessage(tr("Slipway goes on working"),
            tr("Its window is in the tray. To end it, choose Quit there."),
            QSystemTrayIcon::Information);
}

void Notifier::askToQuit()
{
    if (m_window.activeCount() == 0) {
        emit quitConfirmed();
        return;
    }
    if (std::exchange(m_asking, true))
        return;
    raiseWindow();
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Quit Slipway?"),
        tr("%1 tasks are at work. Those that can go on later will go on at the next start; "
           "containers "
           "keep running.")
            .arg(m_window.activeCount()),
        QMessageBox::NoButton, &m_window);
    box->setObjectName(u"quitDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *quit = box->addButton(tr("Quit"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Keep working"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::finished, this, [this, box, quit] {
        m_asking = false;
        if (box->clickedButton() == quit)
            emit quitConfirmed();
    });
    box->open();
}

void Notifier::tellOfEnd(const Task &task)
{
    const bool wrong = task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
    if (!m_tray || !wrong || m_window.isActiveWindow())
        return;
    m_tray->showMessage(tr("%1: %2").arg(statusWord(task.status), displayName(task.spec)),
        task.error ? errorSentence(*task.error) : QString(), QSystemTrayIcon::Warning);
}

} // namespace slipway
