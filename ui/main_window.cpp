#include "ui/main_window.h"

#include "ui/detail/detail_panel.h"
#include "ui/error/error_dialog.h"
#include "ui/first_start_page.h"
#include "ui/fix_runner.h"
#include "ui/host_line.h"
#include "ui/line_moves.h"
#include "ui/sentence_text.h"
#include "ui/submit/brought.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_form.h"
#include "ui/tasks/nothing_here.h"
#include "ui/tasks/removal.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_row_delegate.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"
#include "ui/tasks/undo_bar.h"
#include "ui/units_text.h"
#include "ui/verb_runner.h"
#include "ui/widgets.h"
#include "ui/window_memory.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int noticeMs = 8000;
constexpr int searchMs = 150;
constexpr int lookAheadMs = 2000;
constexpr int fewSelected = 50; // whose progress may change the tool tips ten times a second

QList<TaskType> typesWithForm()
{
    QList<TaskType> types;
    for (const FormEntry &entry : forms())
        types << entry.type;
    return types;
}

} // namespace

MainWindow::MainWindow(QueueService &queue, QWidget *parent)
    : QMainWindow(parent)
    , m_queue(queue)
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
    makeActions();
    setCentralWidget(makeCentre());
    makeToolBar();
    makeStatusBar();

    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(searchMs);
    connect(&m_searchDelay, &QTimer::timeout, this, &MainWindow::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_searchDelay, qOverload<>(&QTimer::start));
    connect(m_sideBar, &SideBar::choiceChanged, this, &MainWindow::applyFilter);
    connect(m_table, &TaskTableView::selectedIdsChanged, this, &MainWindow::selectionChanged);
    connect(m_table, &TaskTableView::moveAsked, m_verbs, &VerbRunner::moveBefore);
    connect(m_table, &QWidget::customContextMenuRequested, this, &MainWindow::showTableMenu);
    connect(m_model, &TaskTableModel::countsChanged, this, &MainWindow::refreshCounts);
    connect(m_model, &TaskTableModel::countsChanged, this, [this] {
        if (m_table->selectedCount() == 1) // who stands before it may have gone
            refreshActions();
    });
    connect(&queue, &QueueService::taskChanged, this, [this](const Task &task) {
        if (m_table->isSelected(task.id))
            refreshActions();
        showFailure(task);
    });
    // What a pause would lose grows while it is being loaded.
    connect(&queue, &QueueService::tasksProgressed, this, [this] {
        if (m_table->selectedCount() <= fewSelected)
            refreshActions();
    });
    connect(&queue, &QueueService::hostsChanged, this, &MainWindow::refreshHosts);
    connect(&queue, &QueueService::hostsChanged, this, &MainWindow::refreshActions);
    connect(&queue, &QueueService::heldChanged, this, [this](bool held) {
        m_hold->setChecked(held);
        m_table->viewport()->update();
        refreshCounts();
    });
    m_noticeTime.setSingleShot(true);
    m_noticeTime.setInterval(noticeMs);
    connect(&m_noticeTime, &QTimer::timeout, this, &MainWindow::refreshCounts);
    m_lookAhead.setInterval(lookAheadMs);
    connect(&m_lookAhead, &QTimer::timeout, this, [this] {
        if (activeCount() > 0 && isVisible())
            m_forecast = m_model->forecast();
        refreshCounts();
    });
    m_lookAhead.start();
    connect(&m_table->nothingHere(), &NothingHere::allTasksAsked, this, &MainWindow::searchAll);
    connect(m_removal, &Removal::broughtBack, this,
        [this](const QList<TaskId> &ids) { m_table->select(ids.first()); });
    m_search->installEventFilter(this);
    connect(m_verbs, &VerbRunner::refused, this, &MainWindow::showNotice);
    connect(m_detail, &DetailPanel::retryAsked, this,
        [this](const TaskId &id) { m_verbs->run(TaskVerb::Retry, { id }); });
    connect(m_detail, &DetailPanel::fixAsked, this, &MainWindow::applyFix);
    connect(m_fixes, &FixRunner::told, this, &MainWindow::showNotice);
    connect(m_fixes, &FixRunner::formAsked, m_submission, &Submission::edit);
    connect(m_submission, &Submission::submitted, this, &MainWindow::submitted);
    connect(m_submission, &Submission::told, this, &MainWindow::showNotice);
    connect(m_detail, &DetailPanel::taskAsked, this, [this](const TaskId &id) {
        if (m_model->rowOf(id) < 0) { // left out by what is searched or chosen
            m_search->clear();
            m_sideBar->choose(0);
            m_searchDelay.stop();
            applyFilter();
        }
        showTask(id);
    });
    connect(m_model, &TaskTableModel::chainsChanged, this, &MainWindow::refreshChain);
    connect(m_detail, &DetailPanel::editAsked, m_submission,
        [this](const TaskDraft &draft) { m_submission->edit(draft); });
    refreshHosts();
    refreshCounts();
    refreshActions();
    m_table->setFocus();
}

QWidget *MainWindow::makeCentre()
{
    m_sideBar = new SideBar(typesWithForm(), this);
    m_table = new TaskTableView(*m_model, this);
    m_detail = new DetailPanel(m_queue, this);
    m_split = new QSplitter(Qt::Vertical, this);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    auto *list = new QWidget(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    auto *undo = new UndoBar(list);
    listLayout->addWidget(m_table, 1);
    listLayout->addWidget(undo);
    connect(undo, &UndoBar::undoAsked, m_removal, &Removal::undo);
    connect(m_removal, &Removal::countChanged, this, [this, undo] {
        undo->showRemoved(m_removal->count());
        m_undo->setEnabled(m_removal->count() > 0);
    });
    m_split->addWidget(list);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_detailSized = true; });

    auto *work = new QWidget(this);
    auto *layout = new QHBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sideBar);
    layout->addWidget(m_split, 1);

    auto *first = new FirstStartPage(m_queue, this);
    connect(first, &FirstStartPage::addAsked, m_submission, &Submission::open);
    m_centre = new QStackedWidget(this);
    m_centre->addWidget(first);
    m_centre->addWidget(work);
    return m_centre;
}

void MainWindow::makeStatusBar()
{
    m_hostArea = new QWidget(this);
    auto *hosts = new QHBoxLayout(m_hostArea);
    hosts->setContentsMargins(10, 0, 0, 0);
    hosts->setSpacing(22);
    m_totals = softLabel({}, this);
    m_totals->setObjectName(u"totals"_s);
    m_totals->setContentsMargins(0, 0, 10, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setFixedHeight(31);
    statusBar()->addWidget(m_hostArea);
    statusBar()->addPermanentWidget(m_totals);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sideBar->setFixedWidth(width() < 1100 ? 160 : 196);
    // In a language with long words a small window has the icons alone, before search falls off.
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (m_toolBar->sizeHint().width() > width())
        m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    fitDetail();
}

// The detail takes a third of a large window; in a small one the table keeps five rows.
void MainWindow::fitDetail()
{
    if (m_detailSized)
        return;
    const int all = qMax(300, height() - 46 - 31);
    const int fiveRows = 33 + 5 * taskRowHeight + 1;
    const int detail = qBound(178, qMax(all * 40 / 100, qMin(220, all - fiveRows)), 400);
    m_split->setSizes({ all - detail, detail });
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
        (*it)->setEnabled(!state.ids.isEmpty() && stays.isEmpty());
        const QString key = (*it)->data().toString();
        (*it)->setToolTip(
            u"%1%2<br>%3"_s.arg((*it)->text(), key.isEmpty() ? QString() : u" (%1)"_s.arg(key),
                (stays.isEmpty() ? state.explanation : stays).toHtmlEscaped()));
    }
    const auto hasNotEnded = [](const Task *task) {
        return groupOf(task->status) != StatusGroup::Finished;
    };
    m_notify->setEnabled(std::any_of(selected.begin(), selected.end(), hasNotEnded));
    m_notify->setChecked(!selected.isEmpty()
        && std::all_of(selected.begin(), selected.end(),
            [](const Task *task) { return task->options.notify; }));
    m_runAgain->setEnabled(!selected.isEmpty());
    m_editAgain->setEnabled(selected.size() == 1);
}

void MainWindow::refreshCounts()
{
    const TaskCounts &counts = m_model->counts();
    m_centre->setCurrentIndex(counts.all > 0 ? 1 : 0);
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
    m_clearFinished->setEnabled(counts.sections.value(TaskSection::Done) > 0);
    m_retryFailed->setEnabled(counts.sections.value(TaskSection::Failed) > 0);
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
    if (!forTask.isNull())
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
    m_detailSized = restoreWindow(file, { *this, *m_split, *m_sideBar, m_table->columns() });
}

// What was removed can be brought back as long as the button for it can be seen.
void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    if (event->spontaneous()) // only minimised
        return;
    m_removal->carryOut();
    if (!m_memory.isEmpty())
        keepWindow(m_memory, { *this, *m_split, *m_sideBar, m_table->columns() }, m_detailSized);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    emit closeAsked();
}

} // namespace slipway
