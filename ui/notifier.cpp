#include "ui/notifier.h"

#include "ui/editor/file_editor.h"
#include "ui/desktop/launcher_entry.h"
#include "ui/desktop/tray.h"
#include "ui/main_window.h"
#include "ui/task_actions.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace slipway {

Notifier::Notifier(QueueService &queue, MainWindow &window, SettingsFile &settings,
    const DesktopBuses &buses, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_window(window)
    , m_settings(settings)
    , m_buses(buses)
    , m_work(queue)
    , m_notices(m_work, settings, [&window] { return window.isActiveWindow(); })
    , m_notifications(buses.session)
    , m_awake(buses.system)
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        connectTray();
    connectNotices();
    window.installEventFilter(this);
    connect(&window, &MainWindow::closeAsked, this, &Notifier::closeWindow);
    connect(&window, &MainWindow::quitAsked, this, &Notifier::askToQuit);
    connect(&m_work, &WorkSummary::changed, this, &Notifier::workChanged);
    connect(&m_work, &WorkSummary::workDone, this, &Notifier::workDone);
    workChanged();
}

void Notifier::connectTray()
{
    m_tray = new Tray(m_work, m_settings, m_window);
    connect(m_tray, &Tray::openAsked, this, &Notifier::raiseWindow);
    connect(m_tray, &Tray::quitAsked, this, &Notifier::askToQuit);
    connect(m_tray, &Tray::holdAsked, this, [this](bool held) { m_queue.setHeld(held); });
}

void Notifier::connectNotices()
{
    connect(&m_notices, &Notices::due, &m_notifications, &DesktopNotifications::show);
    connect(&m_notifications, &DesktopNotifications::notShown, this, [this](const Notice &notice) {
        if (m_tray)
            m_tray->showMessage(notice);
    });
    connect(&m_notifications, &DesktopNotifications::showAsked, this, [this](const Notice &notice) {
        raiseWindow();
        if (!notice.tasks.isEmpty())
            m_window.showTask(notice.tasks.first());
    });
    connect(&m_notifications, &DesktopNotifications::retryAsked, this,
        [this](const QList<TaskId> &tasks) {
            for (const TaskId &id : tasks)
                m_queue.retry(id, true);
        });
}

void Notifier::workChanged()
{
    m_awake.setWorking(m_work.numbers().active > 0);
    tellLauncher(m_buses.session, m_work.numbers());
}

void Notifier::workDone()
{
    if (m_settings.values().quitWhenEmpty && m_work.numbers().failed == 0 && !m_asking
        && !isUnsaved())
        emit quitConfirmed();
}

bool Notifier::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::WindowActivate)
        m_work.forgetFailures();
    return QObject::eventFilter(watched, event);
}

void Notifier::showFirst(bool minimised)
{
    if (!minimised)
        m_window.show();
    else if (!m_tray)
        m_window.showMinimized();
}

void Notifier::raiseWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Notifier::closeWindow()
{
    const QString wish = m_settings.values().whenClosed;
    const bool stays = wish == "tray"_L1 || (wish.isEmpty() && m_window.activeCount() > 0);
    if (!m_tray || !stays)
        return askToQuit();
    m_window.hide();
    if (m_window.activeCount() > 0 && !m_settings.values().quiet
        && !std::exchange(m_saidHidden, true))
        m_notifications.show({ tr("Slipway goes on working"),
            tr("Its window is in the tray. To end it, choose Quit there."), {}, false, false });
}

// Quitting waits for a person who has written something into a file and not saved it.
bool Notifier::isUnsaved()
{
    for (FileEditor *editor : m_window.findChildren<FileEditor *>()) {
        if (!editor->isUnsaved())
            continue;
        raiseWindow();
        editor->raise();
        editor->activateWindow();
        editor->reject(); // asks
        return true;
    }
    return false;
}

void Notifier::askToQuit()
{
    if (isUnsaved())
        return;
    if (m_window.activeCount() == 0) {
        emit quitConfirmed();
        return;
    }
    if (std::exchange(m_asking, true))
        return;
    raiseWindow();
    const QList<Task> active = activeTasks();
    const auto costOf = [this](const Task &task) { return m_queue.pauseCostOf(task); };
    auto *question =
        new QuitQuestion(active, bytesAtStake(active, costOf), m_tray != nullptr, &m_window);
    connect(question, &QuitQuestion::chosen, this, &Notifier::quitAnswered);
    question->open();
}

QList<Task> Notifier::activeTasks() const
{
    QList<Task> active = m_queue.snapshot();
    active.removeIf([](const Task &task) { return groupOf(task.status) != StatusGroup::Active; });
    return active;
}

void Notifier::quitAnswered(QuitQuestion::Choice choice)
{
    m_asking = false;
    switch (choice) {
    case QuitQuestion::Choice::KeepWorking:
        if (m_tray)
            m_window.hide();
        return;
    case QuitQuestion::Choice::GoOnNextTime:
        emit quitConfirmed();
        return;
    case QuitQuestion::Choice::StopAll:
        cancelAllAndQuit();
        return;
    }
}

// A cancel that is accepted is carried out, now or at the next start.
void Notifier::cancelAllAndQuit()
{
    QList<QFuture<VerbAnswer>> answers;
    for (const Task &task : activeTasks())
        answers << m_queue.cancel(task.id);
    auto *all = new QFutureWatcher<void>(this);
    connect(all, &QFutureWatcher<void>::finished, this, [this, all] {
        all->deleteLater();
        emit quitConfirmed();
    });
    if (answers.isEmpty())
        emit quitConfirmed();
    else
        all->setFuture(QtFuture::whenAll(answers.begin(), answers.end()).then([](const auto &) {}));
}

} // namespace slipway
