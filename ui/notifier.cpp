#include "ui/notifier.h"

#include "ui/main_window.h"
#include "ui/task_actions.h"
#include "ui/task_text.h"

#include <QFutureWatcher>
#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace slipway {

Notifier::Notifier(QueueService &queue, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
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

void Notifier::tellOfEnd(const Task &task)
{
    const bool wrong = task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
    if (!m_tray || !wrong || m_window.isActiveWindow())
        return;
    m_tray->showMessage(tr("%1: %2").arg(statusWord(task.status), displayName(task.spec)),
        task.error ? errorSentence(*task.error) : QString(), QSystemTrayIcon::Warning);
}

} // namespace slipway
