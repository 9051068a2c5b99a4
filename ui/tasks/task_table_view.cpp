#include "ui/tasks/task_table_view.h"

#include "ui/tabular_text.h"
#include "ui/tasks/task_row_delegate.h"
#include "ui/tasks/task_table_model.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {

TaskTableView::TaskTableView(TaskTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"taskTable"_s);
    setAccessibleName(tr("Tasks"));
    setItemDelegate(new TaskRowDelegate(this));
    setModel(&model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(taskRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setFixedHeight(33);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(TaskTableModel::NameColumn, QHeaderView::Stretch);
    horizontalHeader()->setSortIndicator(TaskTableModel::StateColumn, Qt::AscendingOrder);
    setSortingEnabled(true);

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TaskTableView::keepSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &TaskTableView::restoreSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_resetting)
            emit selectedIdsChanged();
    });
    m_calm.setSingleShot(true);
    m_calm.setInterval(1500);
    connect(&m_calm, &QTimer::timeout, this, [this] { m_model.holdOrder(false); });
    connect(&m_clock, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_clock.start(1000);
}

QList<TaskId> TaskTableView::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<TaskId> ids;
    for (const QModelIndex &row : rows)
        ids << m_model.taskAt(row.row()).id;
    return ids;
}

void TaskTableView::select(const TaskId &id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    selectionModel()->setCurrentIndex(m_model.index(row, TaskTableModel::NameColumn),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model.index(row, TaskTableModel::NameColumn));
}

void TaskTableView::keyboardSearch(const QString &text)
{
    // Looks through the current column, which must be the one with the names.
    const QModelIndex current = currentIndex();
    if (current.isValid() && current.column() != TaskTableModel::NameColumn)
        selectionModel()->setCurrentIndex(
            current.siblingAtColumn(TaskTableModel::NameColumn), QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(text);
}

void TaskTableView::keepSelection()
{
    m_kept = selectedIds();
    m_keptCurrent = currentIndex().isValid() ? m_model.taskAt(currentIndex().row()).id : TaskId();
    m_resetting = true;
}

void TaskTableView::restoreSelection()
{
    QItemSelection selection;
    for (const TaskId &id : std::as_const(m_kept)) {
        if (const int row = m_model.rowOf(id); row >= 0)
            selection.select(m_model.index(row, 0), m_model.index(row, TaskTableModel::LeftColumn));
    }
    if (const int row = m_model.rowOf(m_keptCurrent); row >= 0)
        selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_resetting = false;
    emit selectedIdsChanged();
}

void TaskTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

// Speed and time left are never cut: the name gives way first, then the bar.
void TaskTableView::layOutColumns()
{
    const int padding = 24;
    const int speed = int(tabularWidth(u"999.9 MB/s"_s, font())) + padding;
    const int left = int(tabularWidth(tr("about %1").arg(u"59:59"_s), font())) + padding;
    const int state =
        fontMetrics().horizontalAdvance(tr("Retrying in %1").arg(u"10:00"_s)) + 24 + padding;
    const int progress = qBound(172, viewport()->width() / 5, 252);
    setColumnWidth(TaskTableModel::StateColumn, state);
    setColumnWidth(TaskTableModel::ProgressColumn, progress);
    setColumnWidth(TaskTableModel::SpeedColumn, speed);
    setColumnWidth(TaskTableModel::LeftColumn, left);
}

void TaskTableView::mouseMoveEvent(QMouseEvent *event)
{
    m_model.holdOrder(true);
    m_calm.start();
    QTableView::mouseMoveEvent(event);
}

void TaskTableView::leaveEvent(QEvent *event)
{
    m_calm.stop();
    m_model.holdOrder(false);
    QTableView::leaveEvent(event);
}

void TaskTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QString words = m_model.filter() == TaskFilter{}
        ? tr("Nothing to do yet. Ctrl+N adds a task.")
        : tr("No task is like this now.");
    painter.drawText(viewport()->rect(), Qt::AlignCenter, words);
}

} // namespace slipway
