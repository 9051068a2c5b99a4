#include "ui/tasks/task_table_view.h"

#include "ui/tasks/line_drag.h"
#include "ui/tasks/nothing_here.h"
#include "ui/tasks/task_row_delegate.h"
#include "ui/tasks/task_table_columns.h"
#include "ui/tasks/task_table_model.h"

#include <QDrag>
#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <vector>

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
    setDragEnabled(true);
    setAcceptDrops(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(taskRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(33);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setSortIndicator(TaskTableModel::StateColumn, Qt::AscendingOrder);
    setSortingEnabled(true);
    m_columns = new TaskTableColumns(*this);
    m_nothing = new NothingHere(viewport());
    showWhetherEmpty();
    connect(&model, &QAbstractItemModel::modelReset, this, &TaskTableView::showWhetherEmpty);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TaskTableView::showWhetherEmpty);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TaskTableView::showWhetherEmpty);

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

// A selection of all rows is one range: asking for its indexes would make one for each row.
QList<const Task *> TaskTableView::selectedTasks() const
{
    QList<QPair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({ range.top(), range.bottom() });
    std::sort(ranges.begin(), ranges.end());
    QList<const Task *> tasks;
    int next = 0; // a row may lie in several ranges
    for (const auto &[top, bottom] : std::as_const(ranges)) {
        for (next = qMax(next, top); next <= bottom; ++next)
            tasks << &m_model.taskAt(next);
    }
    return tasks;
}

QList<TaskId> TaskTableView::selectedIds() const
{
    QList<TaskId> ids;
    for (const Task *task : selectedTasks())
        ids << task->id;
    return ids;
}

int TaskTableView::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

bool TaskTableView::isSelected(const TaskId &id) const
{
    const int row = m_model.rowOf(id);
    return row >= 0 && selectionModel()->isSelected(m_model.index(row, TaskTableModel::NameColumn));
}

// The keys that move tasks: where nothing can be moved they come here, and are to select nothing.
void TaskTableView::keyPressEvent(QKeyEvent *event)
{
    constexpr Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    const bool isMove = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down
        || event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (isMove && (event->modifiers() & both) == both)
        event->accept();
    else
        QTableView::keyPressEvent(event);
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
    std::vector<int> rows;
    for (const TaskId &id : std::as_const(m_kept)) {
        if (const int row = m_model.rowOf(id); row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection; // a range for each run of rows
    for (size_t first = 0, end = 0; first < rows.size(); first = end) {
        for (end = first + 1; end < rows.size() && rows[end] == rows[end - 1] + 1;)
            ++end;
        selection.append(QItemSelectionRange(m_model.index(rows[first], 0),
            m_model.index(rows[end - 1], TaskTableModel::ColumnCount - 1)));
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
    m_columns->fit();
    m_nothing->setGeometry(viewport()->rect());
}

void TaskTableView::showWhetherEmpty()
{
    m_nothing->setVisible(m_model.rowCount() == 0);
    m_nothing->setGeometry(viewport()->rect());
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

// Those in line of the lane of the row that was taken hold of: each lane has a line of its own.
QList<TaskId> TaskTableView::draggedIds() const
{
    QList<TaskId> ids;
    if (!currentIndex().isValid())
        return ids;
    const Lane lane = laneOf(m_model.taskAt(currentIndex().row()).type());
    for (const Task *task : selectedTasks()) {
        const QModelIndex index = m_model.index(m_model.rowOf(task->id), 0);
        if (laneOf(task->type()) == lane && m_model.flags(index).testFlag(Qt::ItemIsDragEnabled))
            ids << task->id;
    }
    return ids;
}

void TaskTableView::startDrag(Qt::DropActions)
{
    const QList<TaskId> ids = draggedIds();
    if (ids.isEmpty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(dragged(ids));
    drag->setPixmap(viewport()->grab(visualRect(currentIndex().siblingAtColumn(0))));
    drag->exec(Qt::MoveAction);
}

// What comes from elsewhere goes to the window behind.
void TaskTableView::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(!slipway::draggedIds(*event->mimeData()).isEmpty());
}

void TaskTableView::dragMoveEvent(QDragMoveEvent *event)
{
    m_model.holdOrder(true);
    m_calm.start();
    const int y = event->position().toPoint().y();
    if (y < taskRowHeight / 2 || y > viewport()->height() - taskRowHeight / 2)
        startAutoScroll();
    const auto place = placeInLine(m_model, slipway::draggedIds(*event->mimeData()), edgeAt(y));
    showDropLine(place ? place->row : -1);
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(place.has_value());
}

void TaskTableView::dragLeaveEvent(QDragLeaveEvent *)
{
    stopAutoScroll();
    showDropLine(-1);
}

void TaskTableView::dropEvent(QDropEvent *event)
{
    stopAutoScroll();
    showDropLine(-1);
    m_calm.stop();
    m_model.holdOrder(false);
    const QList<TaskId> ids = slipway::draggedIds(*event->mimeData());
    const auto place = placeInLine(m_model, ids, edgeAt(event->position().toPoint().y()));
    event->setDropAction(Qt::MoveAction);
    event->setAccepted(place.has_value());
    if (place)
        emit moveAsked(ids, place->before);
}

int TaskTableView::edgeAt(int y) const
{
    const int row = rowAt(y);
    if (row < 0)
        return m_model.rowCount();
    return y < rowViewportPosition(row) + rowHeight(row) / 2 ? row : row + 1;
}

void TaskTableView::showDropLine(int row)
{
    if (std::exchange(m_dropLine, row) != row)
        viewport()->update();
}

void TaskTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_dropLine < 0)
        return;
    const int y = m_dropLine > 0 ? rowViewportPosition(m_dropLine - 1) + rowHeight(m_dropLine - 1)
                                 : rowViewportPosition(0);
    QPainter(viewport())
        .fillRect(0, qMax(0, y - 2), viewport()->width(), 3, coloursFor(palette()).accent);
}

} // namespace slipway
