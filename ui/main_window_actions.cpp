// What a person can do in the window: actions, their keys and the tool bar.
#include "ui/main_window.h"

#include "ui/action_tips.h"
#include "ui/detail/detail_panel.h"
#include "ui/icons.h"
#include "ui/keys_list.h"
#include "ui/submit/again.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_form.h"
#include "ui/tasks/removal.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_columns.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"
#include "ui/type_text.h"
#include "ui/units_text.h"
#include "ui/verb_runner.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 worthAQuestion = 5'000'000; // bytes: a few seconds of most lines

}

QAction *MainWindow::makeAction(
    const QString &name, const QString &icon, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setData(key.toString(QKeySequence::NativeText));
    if (!key.isEmpty())
        action->setShortcut(key);
    addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    m_add = new QAction(themedIcon(u"add"_s, QPalette::BrightText), tr("Add"), this);
    m_add->setObjectName(u"addAction"_s);
    m_add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    addAction(m_add);
    m_add->setToolTip(tr("Add a task (Ctrl+N)"));
    connect(m_add, &QAction::triggered, m_submission, &Submission::openOnClipboard);

    const auto verb = [this](TaskVerb which, const QString &name, const QString &icon,
                          const QString &text, const QKeySequence &key) {
        QAction *action = makeAction(name, icon, text, key);
        m_verbActions.insert(which, action);
        connect(action, &QAction::triggered, this, [this, which] { run(which); });
    };
    verb(TaskVerb::Resume, u"resumeAction"_s, u"resume"_s, tr("Resume"), {});
    verb(TaskVerb::Pause, u"pauseAction"_s, u"paused"_s, tr("Pause"), {});
    verb(TaskVerb::Retry, u"retryAction"_s, u"retry"_s, tr("Retry"),
        QKeySequence(Qt::CTRL | Qt::Key_R));
    verb(TaskVerb::Cancel, u"cancelAction"_s, u"cancel"_s, tr("Cancel"),
        QKeySequence(Qt::SHIFT | Qt::Key_Delete));
    verb(TaskVerb::Remove, u"removeAction"_s, u"remove"_s, tr("Remove"),
        QKeySequence(Qt::Key_Delete));
    // One key for both: they show it, a shortcut of the window does it.
    m_verbActions[TaskVerb::Resume]->setData(u"Ctrl+P"_s);
    m_verbActions[TaskVerb::Pause]->setData(u"Ctrl+P"_s);

    m_hold = makeAction(u"holdAction"_s, u"hold"_s, tr("Hold queue"), {});
    m_hold->setCheckable(true);
    m_hold->setChecked(m_queue.isHeld());
    m_hold->setToolTip(tr("Nothing new starts until you press this again. What runs goes on."));
    connect(m_hold, &QAction::triggered, this, [this](bool held) { m_verbs->setHeld(held); });

    m_runAgain = makeAction(u"runAgainAction"_s, u"run"_s, tr("Run again"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(
        m_runAgain, &QAction::triggered, this, [this] { m_submission->runAgain(selectedTasks()); });
    m_editAgain = makeAction(u"editAgainAction"_s, u"edit"_s, tr("Edit and run again…"),
        QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(m_editAgain, &QAction::triggered, this,
        [this] { m_submission->edit(draftAgain(selectedTasks().first())); });
    QAction *paste = makeAction(
        u"pasteAction"_s, u"add"_s, tr("Paste as a task"), QKeySequence(QKeySequence::Paste));
    connect(paste, &QAction::triggered, this, [this] {
        if (const QMimeData *held = QGuiApplication::clipboard()->mimeData())
            m_submission->take(*held);
    });

    m_retryFailed = makeAction(u"retryFailedAction"_s, u"retry"_s, tr("Retry all that failed"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    connect(m_retryFailed, &QAction::triggered, this, &MainWindow::retryAllFailed);

    m_notify = makeAction(u"notifyAction"_s, {}, tr("Notify me when it ends"), {});
    m_notify->setCheckable(true);
    connect(m_notify, &QAction::triggered, this, [this](bool on) {
        for (const Task &task : selectedTasks())
            m_verbs->setNotify(task.id, on);
    });
    m_settings = makeAction(
        u"settingsAction"_s, u"settings"_s, tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    m_settings->setToolTip(tr("Settings (Ctrl+,)"));
    connect(m_settings, &QAction::triggered, this, &MainWindow::settingsAsked);

    makeLineActions();
    makeKeyActions();
}

void MainWindow::makeLineActions()
{
    const struct {
        TaskVerb verb;
        QString name, icon, text;
        QKeySequence key;
    } entries[] = {
        { TaskVerb::StartNow, u"startNowAction"_s, u"resume"_s, tr("Start now"),
            Qt::CTRL | Qt::Key_Return },
        { TaskVerb::MoveToTop, u"moveToTopAction"_s, u"up"_s, tr("Move to the top"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_Home },
        { TaskVerb::MoveUp, u"moveUpAction"_s, u"up"_s, tr("Move up"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_Up },
        { TaskVerb::MoveDown, u"moveDownAction"_s, u"down"_s, tr("Move down"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_Down },
        { TaskVerb::MoveToBottom, u"moveToBottomAction"_s, u"down"_s, tr("Move to the bottom"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_End },
    };
    for (const auto &entry : entries) {
        QAction *action = makeAction(entry.name, entry.icon, entry.text, entry.key);
        m_verbActions.insert(entry.verb, action);
        connect(action, &QAction::triggered, this, [this, verb = entry.verb] { run(verb); });
    }
    m_undo = makeAction(
        u"undoAction"_s, u"retry"_s, tr("Bring back what was removed"), QKeySequence::Undo);
    refreshUndo();
    connect(m_undo, &QAction::triggered, m_removal, &Removal::undo);
    m_clearFinished = makeAction(u"clearFinishedAction"_s, u"remove"_s, tr("Clear what is done"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_Delete);
    connect(m_clearFinished, &QAction::triggered, this, &MainWindow::clearFinished);
}

void MainWindow::refreshUndo()
{
    const bool isAny = m_removal->count() > 0;
    tell(*m_undo, isAny,
        isAny ? tr("Brings back what was removed last.")
              : tr("Nothing was removed that could be brought back."));
}

void MainWindow::makeKeyActions()
{
    const auto key = [this](const QKeySequence &keys, const QString &text, auto slot) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        addAction(action);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    key(Qt::CTRL | Qt::Key_P, tr("Pause or resume what is selected"), [this] { pauseOrResume(); });
    key(Qt::CTRL | Qt::Key_F, tr("Search"), [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    })->setObjectName(u"searchAction"_s);
    key(Qt::CTRL | Qt::Key_L, tr("Show the log"), [this] {
        m_detail->openPage(DetailPanel::Log);
    })->setObjectName(u"logAction"_s);
    for (int number = 0; number < 9; ++number)
        key(Qt::ALT | Qt::Key(Qt::Key_1 + number), tr("Entry %1 of the side bar").arg(number + 1),
            [this, number] { m_sideBar->choose(number); });
    key(Qt::CTRL | Qt::Key_Q, tr("Quit"), [this] {
        emit quitAsked();
    })->setObjectName(u"quitAction"_s);
    key(Qt::Key_F1, tr("List of keys"), [this] {
        makeKeysList(this)->open();
    })->setObjectName(u"keysAction"_s);
}

void MainWindow::addTaskActions(QMenu &menu)
{
    for (QAction *action : std::as_const(m_verbActions)) {
        if (action == m_verbActions.value(TaskVerb::StartNow))
            menu.addSeparator();
        menu.addAction(action);
    }
    menu.addSeparator();
    menu.addAction(m_notify);
    menu.addAction(m_runAgain);
    menu.addAction(m_editAgain);
    menu.addSeparator();
    menu.addAction(m_undo);
    menu.addAction(m_retryFailed);
    menu.addAction(m_clearFinished);
}

// All that can be done, with its keys: there is no menu bar.
QMenu *MainWindow::makeEverythingMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"everythingMenu"_s);
    menu->setToolTipsVisible(true);
    menu->addAction(m_add);
    menu->addSeparator();
    addTaskActions(*menu);
    menu->addSeparator();
    menu->addAction(m_hold);
    menu->addMenu(m_table->columns().menu());
    menu->addAction(findChild<QAction *>(u"searchAction"_s));
    menu->addAction(findChild<QAction *>(u"logAction"_s));
    menu->addSeparator();
    menu->addAction(m_settings);
    menu->addAction(findChild<QAction *>(u"keysAction"_s));
    menu->addAction(findChild<QAction *>(u"quitAction"_s));
    return menu;
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Actions"));
    QToolBar *bar = m_toolBar;
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(16, 16));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *types = new QMenu(this);
    for (const FormEntry &entry : forms()) {
        const QString text = tr("%1: %2").arg(typeText(entry.type), typePhrase(entry.type));
        types->addAction(themedIcon(typeIcon(entry.type)), text, this,
            [this, type = entry.type] { m_submission->open(type); });
    }
    types->addAction(themedIcon(u"chain"_s), tr("Several steps: one after another"), m_submission,
        &Submission::openSteps);
    auto *add = new QToolButton(bar);
    add->setObjectName(u"addButton"_s);
    add->setDefaultAction(m_add);
    add->setMenu(types);
    add->setPopupMode(QToolButton::MenuButtonPopup);
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(add);
    bar->addSeparator();
    for (TaskVerb verb :
        { TaskVerb::Resume, TaskVerb::Pause, TaskVerb::Retry, TaskVerb::Cancel, TaskVerb::Remove })
        bar->addAction(m_verbActions.value(verb));
    bar->addSeparator();
    bar->addAction(m_hold);

    auto *space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search name, tag, error"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(
        themedIcon(u"search"_s, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    for (auto *button : m_search->findChildren<QAbstractButton *>()) // its own, without words
        button->setAccessibleName(m_search->accessibleName());
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(280);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    bar->addWidget(m_search);
    bar->addAction(m_settings);
    auto *settings = qobject_cast<QToolButton *>(bar->widgetForAction(m_settings));
    settings->setToolButtonStyle(Qt::ToolButtonIconOnly); // whatever the bar's own is
    disconnect(bar, &QToolBar::toolButtonStyleChanged, settings, nullptr);
    settings->setAccessibleName(tr("Settings"));

    auto *everything = new QToolButton(bar);
    everything->setObjectName(u"everythingButton"_s);
    everything->setText(u"…"_s);
    everything->setToolTip(tr("Everything that can be done (F10)"));
    everything->setAccessibleName(tr("Everything that can be done"));
    everything->setToolButtonStyle(Qt::ToolButtonTextOnly);
    everything->setPopupMode(QToolButton::InstantPopup);
    everything->setMenu(makeEverythingMenu());
    everything->setShortcut(Qt::Key_F10);
    bar->addWidget(everything);
}

void MainWindow::run(TaskVerb verb)
{
    const QList<const Task *> selected = m_table->selectedTasks();
    const QList<TaskId> ids = stateOf(verb, selected).ids;
    if (verb == TaskVerb::Remove)
        return m_removal->remove(ids);
    QList<const Task *> willing;
    const QSet<TaskId> known(ids.begin(), ids.end());
    std::copy_if(selected.begin(), selected.end(), std::back_inserter(willing),
        [&known](const Task *task) { return known.contains(task->id); });
    const qint64 bytesLost = verb == TaskVerb::Pause ? bytesAtStake(willing, costOf()) : 0;
    if (bytesLost >= worthAQuestion)
        askBeforePausing(ids, bytesLost);
    else
        m_verbs->run(verb, ids);
}

QList<Task> MainWindow::selectedTasks() const
{
    QList<Task> selected;
    for (const Task *task : m_table->selectedTasks())
        selected << *task;
    return selected;
}

CostOf MainWindow::costOf() const
{
    return [this](const Task &task) { return m_queue.pauseCostOf(task); };
}

void MainWindow::askBeforePausing(const QList<TaskId> &ids, qint64 bytesLost)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Pause"),
        tr("Pausing throws away %1 that would have to be moved again.").arg(sizeText(bytesLost)),
        QMessageBox::NoButton, this);
    box->setObjectName(u"pauseQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Hold the queue instead to let what runs come to its end: nothing "
                               "new starts until you release it."));
    QPushButton *hold = box->addButton(tr("Hold queue instead"), QMessageBox::AcceptRole);
    QPushButton *pause = box->addButton(tr("Pause anyway"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    hold->setObjectName(u"holdInstead"_s);
    pause->setObjectName(u"pauseAnyway"_s);
    box->setDefaultButton(hold);
    box->setEscapeButton(cancel);
    connect(hold, &QPushButton::clicked, this, [this] { m_verbs->setHeld(true); });
    connect(
        pause, &QPushButton::clicked, this, [this, ids] { m_verbs->run(TaskVerb::Pause, ids); });
    box->open();
}

void MainWindow::retryAllFailed()
{
    QList<TaskId> failed;
    for (const Task &task : m_queue.snapshot()) {
        if (task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout)
            failed << task.id;
    }
    m_verbs->run(TaskVerb::Retry, failed);
}

void MainWindow::pauseOrResume()
{
    const bool pauses = m_verbActions.value(TaskVerb::Pause)->isEnabled();
    run(pauses ? TaskVerb::Pause : TaskVerb::Resume);
}

} // namespace slipway
