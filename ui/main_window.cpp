#include "ui/main_window.h"

#include "ui/action_tips.h"
#include "ui/detail/detail_panel.h"
#include "ui/error/error_dialog.h"
#include "ui/fix_runner.h"
#include "ui/host_line.h"
#include "ui/line_moves.h"
#include "ui/sentence_text.h"
#include "ui/submit/brought.h"
#include "ui/submit/submission.h"
#include "ui/task_text.h"
#include "ui/tasks/nothing_here.h"
#include "ui/tasks/removal.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"
#include "ui/units_text.h"
#include "ui/verb_runner.h"
#include "ui/window_memory.h"

#include <QCloseEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int unseenMs = 300; // a window behind others is never painted

} // namespace

MainWindow::MainWindow(QueueService &queue, Contents contents)
    : m_queue(queue)
    , m_model(new TaskTableModel(queue, this))
    , m_verbs(new VerbRunner(queue, this))
    , m_fixes(new FixRunner(queue, this))
    , m_submission(new Submission(queue, this))
    , m_removal(new Removal(queue, *m_model, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Slipway"));
    setMinimumSize(760, 480);
    resize(1200, 760);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu); // of the tool bar: there is nothing to hide
    m_fillTime.setSingleShot(true);
    connect(&m_fillTime, &QTimer::timeout, this, [this] {
        fill();
        emit filled();
    });
    if (contents == Contents::AtOnce)
        fill();
    else
        m_fillTime.start(unseenMs);
}

int MainWindow::activeCount() const
{
    return m_model->counts().sections.value(TaskSection::Active);
}

void MainWindow::selectionChanged()
{
    const QList<const Task *> tasks = m_table->selectedTasks();
    if (!m_table->isSelected(m_detail->shownTask()) || tasks.size() == 1)
        m_detail->showTask(tasks.isEmpty() ? TaskId() : tasks.first()->id);
    refreshChain();
    refreshActions();
}

void MainWindow::refreshChain()
{
    const TaskId id = m_detail->shownTask();
    m_detail->showChain(m_model->predecessorsOf(id), m_model->followersOf(id));
}

void MainWindow::refreshActions()
{
    const QList<const Task *> selected = thoseThatDecide(m_table->selectedTasks());
    for (auto it = m_verbActions.cbegin(); it != m_verbActions.cend(); ++it) {
        const VerbState state = stateOf(it.key(), selected, costOf());
        const QString stays = isMove(it.key()) && m_table->selectedCount() == selected.size()
            ? whyNotMoved(m_queue, it.key(), state.ids)
            : QString();
        tell(**it, !state.ids.isEmpty() && stays.isEmpty(),
            stays.isEmpty() ? state.explanation : stays);
    }
    const auto hasNotEnded = [](const Task *task) {
        return groupOf(task->status) != StatusGroup::Finished;
    };
    const QString none = selected.isEmpty() ? tr("Select a task first.") : QString();
    const bool canEnd = std::any_of(selected.begin(), selected.end(), hasNotEnded);
    tell(*m_notify, canEnd,
        !none.isEmpty() ? none
            : canEnd    ? tr("Tells you when it ends, wherever you are.")
                        : tr("It has ended already."));
    m_notify->setChecked(!selected.isEmpty()
        && std::all_of(selected.begin(), selected.end(),
            [](const Task *task) { return task->options.notify; }));
    tell(*m_runAgain, none.isEmpty(), none.isEmpty() ? tr("Adds the same once more.") : none);
    const bool isOne = m_table->selectedCount() == 1;
    tell(*m_editAgain, isOne,
        isOne                ? tr("Opens the form with what was asked for, to be changed.")
            : none.isEmpty() ? tr("Only one task at a time can be changed.")
                             : none);
}

void MainWindow::refreshCounts()
{
    const TaskCounts &counts = m_model->counts();
    showFirstStart(counts.all == 0 && m_queue.isLoaded());
    m_sideBar->setCounts(counts);
    QStringList parts;
    if (m_queue.isHeld())
        parts << tr("The queue is held");
    if (counts.all > 0)
        parts << tr("%1 active, %2 waiting")
                     .arg(counts.sections.value(TaskSection::Active))
                     .arg(counts.sections.value(TaskSection::Waiting));
    if (const QString speed = speedText(m_model->bytesPerSecond()); !speed.isEmpty())
        parts << speed;
    if (const QString whole = forecastText(m_forecast); !whole.isEmpty() && activeCount() > 0)
        parts << whole;
    const bool isAnyDone = counts.sections.value(TaskSection::Done) > 0;
    tell(*m_clearFinished, isAnyDone,
        isAnyDone ? tr("Takes what is completed or cancelled off the list. Ctrl+Z brings it back.")
                  : tr("Nothing is done yet."));
    const bool hasAnyFailed = counts.sections.value(TaskSection::Failed) > 0;
    tell(*m_retryFailed, hasAnyFailed,
        hasAnyFailed ? tr("Tries everything again that failed or timed out.")
                     : tr("Nothing has failed."));
    if (!m_noticeTime.isActive()) // what was said is read first
        m_totals->setText(parts.join(u"   ·   "_s));
}

void MainWindow::refreshHosts()
{
    const QList<HostLine *> shown =
        m_hostArea->findChildren<HostLine *>(Qt::FindDirectChildrenOnly);
    for (HostLine *line : shown)
        delete line;
    for (const HostState &host : m_queue.hosts())
        m_hostArea->layout()->addWidget(new HostLine(host, HostLine::Length::Short, m_hostArea));
}

void MainWindow::applyFilter()
{
    TaskFilter filter = m_sideBar->chosen();
    filter.text = m_search->text().trimmed();
    m_model->setFilter(filter);
    m_table->nothingHere().explain(filter, m_sideBar->chosenText());
}

void MainWindow::submitted(const QList<TaskId> &ids, const TaskId &forTask)
{
    if (ids.isEmpty())
        return;
    m_startedHere += QSet<TaskId>(ids.begin(), ids.end());
    if (!forTask.isNull() && ids.first() != forTask)
        m_fixes->retryAfter(ids.first(), forTask);
    showTask(ids.first());
}

void MainWindow::showTask(const TaskId &id)
{
    m_model->flush();
    m_table->select(id);
}

void MainWindow::applyFix(const TaskId &id, const Fix &fix)
{
    if (const auto task = m_queue.task(id)) {
        m_startedHere << id;
        m_fixes->run(*task, fix);
    }
}

// A dialog only for what this person has just asked for and is waiting to see. The rest is told
// by its row, the side bar and, in the background, the desktop.
void MainWindow::showFailure(const Task &task)
{
    if (groupOf(task.status) != StatusGroup::Finished || !m_startedHere.remove(task.id))
        return;
    const bool wrong = task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
    if (!wrong || !task.error || m_failure || !isActiveWindow())
        return;
    m_failure = new ErrorDialog(m_queue, task, this);
    m_failure->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_failure, &ErrorDialog::retryAsked, this, [this](const TaskId &id) {
        m_startedHere << id;
        m_verbs->run(TaskVerb::Retry, { id });
    });
    connect(m_failure, &ErrorDialog::fixAsked, this, &MainWindow::applyFix);
    connect(m_failure, &ErrorDialog::editAsked, m_submission,
        [this](const TaskDraft &draft) { m_submission->edit(draft); });
    m_failure->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    // What is understood only in part is taken too: its drop says what is not.
    const OrWhyNot read = broughtBy(*event->mimeData());
    const auto *why = std::get_if<Sentence>(&read);
    if (!why || !why->isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_submission->take(*event->mimeData());
}

void MainWindow::showTableMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"taskMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addTaskActions(*menu);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void MainWindow::showNotice(const QString &sentence)
{
    // In place of the counts: a message of the status bar would hide the engines.
    m_totals->setText(sentence);
    m_noticeTime.start();
}

void MainWindow::searchAll()
{
    m_sideBar->choose(0);
    m_search->setFocus();
}

void MainWindow::clearFinished()
{
    QList<TaskId> done;
    for (const Task &task : m_queue.snapshot()) {
        if (sectionOf(task.status) == TaskSection::Done)
            done << task.id;
    }
    m_removal->remove(done);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_search->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return) {
            m_searchDelay.stop();
            applyFilter();
            m_table->setFocus();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::rememberIn(const QString &file)
{
    m_memory = file;
    restoreGeometry(keptGeometry(file));
    if (m_split)
        m_detailSized = restoreParts(file, { *m_split, *m_sideBar, m_table->columns() });
}

// What was removed can be brought back as long as the button for it can be seen.
void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    if (event->spontaneous()) // only minimised
        return;
    m_removal->carryOut();
    if (!m_memory.isEmpty() && m_split)
        keepWindow(
            m_memory, saveGeometry(), { *m_split, *m_sideBar, m_table->columns() }, m_detailSized);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    emit closeAsked();
}

} // namespace slipway
