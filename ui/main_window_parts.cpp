// The parts of the window: made, laid out, and each told what the others and the queue do.
#include "ui/main_window.h"

#include "ui/detail/detail_panel.h"
#include "ui/first_start_page.h"
#include "ui/fix_runner.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_form.h"
#include "ui/tasks/nothing_here.h"
#include "ui/tasks/removal.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_row_delegate.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"
#include "ui/tasks/undo_bar.h"
#include "ui/theme.h"
#include "ui/verb_runner.h"
#include "ui/widgets.h"
#include "ui/window_memory.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
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
constexpr int longReadMs = 400;
constexpr int fewSelected = 50; // whose progress may change the tool tips ten times a second
constexpr int toolBarHeight = 47;
constexpr int statusBarHeight = 31;

QList<TaskType> typesWithForm()
{
    QList<TaskType> types;
    for (const FormEntry &entry : forms())
        types << entry.type;
    return types;
}

} // namespace

void MainWindow::fill()
{
    makeActions();
    setCentralWidget(makeCentre());
    makeToolBar();
    makeStatusBar();
    fitParts();
    followParts();
    followQueue();
    if (!m_memory.isEmpty())
        m_detailSized = restoreParts(m_memory, { *m_split, *m_sideBar, m_table->columns() });
    refreshHosts();
    refreshCounts();
    refreshActions();
    m_table->setFocus();
}

void MainWindow::followParts()
{
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(searchMs);
    connect(&m_searchDelay, &QTimer::timeout, this, &MainWindow::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_searchDelay, qOverload<>(&QTimer::start));
    m_search->installEventFilter(this);
    connect(m_sideBar, &SideBar::choiceChanged, this, &MainWindow::applyFilter);
    connect(m_table, &TaskTableView::selectedIdsChanged, this, &MainWindow::selectionChanged);
    connect(m_table, &TaskTableView::moveAsked, m_verbs, &VerbRunner::moveBefore);
    connect(m_table, &QWidget::customContextMenuRequested, this, &MainWindow::showTableMenu);
    connect(&m_table->nothingHere(), &NothingHere::allTasksAsked, this, &MainWindow::searchAll);
    connect(m_removal, &Removal::broughtBack, this,
        [this](const QList<TaskId> &ids) { m_table->select(ids.first()); });
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
    connect(m_detail, &DetailPanel::editAsked, m_submission,
        [this](const TaskDraft &draft) { m_submission->edit(draft); });
    m_noticeTime.setSingleShot(true);
    m_noticeTime.setInterval(noticeMs);
    connect(&m_noticeTime, &QTimer::timeout, this, &MainWindow::refreshCounts);
}

void MainWindow::followQueue()
{
    connect(m_model, &TaskTableModel::countsChanged, this, &MainWindow::refreshCounts);
    connect(m_model, &TaskTableModel::countsChanged, this, [this] {
        if (m_table->selectedCount() <= fewSelected) // who stands before or behind may have gone
            refreshActions();
    });
    connect(m_model, &TaskTableModel::chainsChanged, this, &MainWindow::refreshChain);
    connect(&m_queue, &QueueService::taskChanged, this, [this](const Task &task) {
        if (m_table->isSelected(task.id))
            refreshActions();
        showFailure(task);
    });
    // What a pause would lose grows while it is being loaded.
    connect(&m_queue, &QueueService::tasksProgressed, this, [this] {
        if (m_table->selectedCount() <= fewSelected)
            refreshActions();
    });
    connect(&m_queue, &QueueService::hostsChanged, this, &MainWindow::refreshHosts);
    connect(&m_queue, &QueueService::hostsChanged, this, &MainWindow::refreshActions);
    connect(&m_queue, &QueueService::heldChanged, this, [this](bool held) {
        m_hold->setChecked(held);
        m_table->viewport()->update();
        refreshCounts();
    });
    connect(&m_queue, &QueueService::loaded, this, [this] {
        m_hold->setChecked(m_queue.isHeld());
        applyFilter();
        refreshCounts();
    });
    QTimer::singleShot(longReadMs, this, [this] {
        if (!m_queue.isLoaded())
            m_table->nothingHere().tellReading();
    });
    m_lookAhead.setInterval(lookAheadMs);
    connect(&m_lookAhead, &QTimer::timeout, this, [this] {
        if (activeCount() > 0 && isVisible())
            m_forecast = m_model->forecast();
        refreshCounts();
    });
    m_lookAhead.start();
}

// Before its parts are there: their places, in the colours they will have.
void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (m_split)
        return;
    QPainter painter(this);
    const Colours &colours = coloursFor(palette());
    const QRect list = rect().adjusted(sideBarWidth(), toolBarHeight, 0, -statusBarHeight);
    painter.fillRect(list, colours.base);
    for (const QRect &line : { QRect(0, list.top() - 1, width(), 1),
             QRect(list.left() - 1, list.top(), 1, list.height()),
             QRect(0, list.bottom() + 1, width(), 1) })
        painter.fillRect(line, colours.line);
    m_fillTime.start(0);
}

QWidget *MainWindow::makeCentre()
{
    // Each part is made below its own parent: to take a part over, a parent would style it anew.
    m_centre = new QStackedWidget(this);
    auto *work = new QWidget(m_centre);
    m_sideBar = new SideBar(typesWithForm(), work);
    m_split = new QSplitter(Qt::Vertical, work);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    auto *list = new QWidget(m_split);
    m_table = new TaskTableView(*m_model, list);
    m_detail = new DetailPanel(m_queue, m_split);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    auto *undo = new UndoBar(list);
    listLayout->addWidget(m_table, 1);
    listLayout->addWidget(undo);
    connect(undo, &UndoBar::undoAsked, m_removal, &Removal::undo);
    connect(m_removal, &Removal::countChanged, this, [this, undo] {
        undo->showRemoved(m_removal->count());
        refreshUndo();
    });
    m_split->addWidget(list);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_detailSized = true; });

    auto *layout = new QHBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sideBar);
    layout->addWidget(m_split, 1);
    m_centre->addWidget(work);
    return m_centre;
}

// In the place of an empty list; mostly there is none.
void MainWindow::showFirstStart(bool shown)
{
    auto *first = m_centre->findChild<FirstStartPage *>({}, Qt::FindDirectChildrenOnly);
    if (shown && !first) {
        first = new FirstStartPage(m_queue, m_centre);
        connect(first, &FirstStartPage::addAsked, m_submission, &Submission::open);
        m_centre->addWidget(first);
    }
    m_centre->setCurrentIndex(shown ? 1 : 0);
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
    statusBar()->setFixedHeight(statusBarHeight);
    statusBar()->addWidget(m_hostArea);
    statusBar()->addPermanentWidget(m_totals);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_split)
        fitParts();
}

void MainWindow::fitParts()
{
    m_sideBar->setFixedWidth(sideBarWidth());
    // In a language with long words a small window has the icons alone, before search falls off.
    const int least = 140;
    m_search->setMinimumWidth(least);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (m_toolBar->sizeHint().width() > width())
        m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    // What is free is the search's before it is nobody's: its words are read whole.
    const int spare = width() - m_toolBar->sizeHint().width();
    m_search->setMinimumWidth(
        qBound(least, m_search->sizeHint().width() + spare, m_search->maximumWidth()));
    fitDetail();
}

int MainWindow::sideBarWidth() const
{
    return width() < 1100 ? 160 : 196;
}

// The detail takes a third of a large window; in a small one the table keeps five rows.
void MainWindow::fitDetail()
{
    if (m_detailSized)
        return;
    const int all = qMax(300, height() - toolBarHeight - statusBarHeight);
    const int fiveRows = 33 + 5 * taskRowHeight + 1;
    const int detail = qBound(178, qMax(all * 40 / 100, qMin(220, all - fiveRows)), 400);
    m_split->setSizes({ all - detail, detail });
}

} // namespace slipway
