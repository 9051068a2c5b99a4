// The table of tasks. The selection stays with its tasks, whatever the rows do, and rows do not
// change their order under a moving pointer.
#pragma once

#include "core/task/task.h"

#include <QTableView>
#include <QTimer>

namespace slipway {

class NothingHere;
class TaskTableColumns;
class TaskTableModel;

class TaskTableView : public QTableView {
    Q_OBJECT

public:
    explicit TaskTableView(TaskTableModel &model, QWidget *parent = nullptr);

    QList<TaskId> selectedIds() const; // from top to bottom
    QList<const Task *> selectedTasks() const; // the same; until the next change
    QList<TaskId> draggedIds() const; // of what is selected, what a drag from here would take
    int selectedCount() const;
    bool isSelected(const TaskId &id) const;
    void select(const TaskId &id); // and shows it
    TaskTableColumns &columns() { return *m_columns; }
    NothingHere &nothingHere() { return *m_nothing; }
    void keyboardSearch(const QString &text) override;

signals:
    void selectedIdsChanged();
    // Dragged in line, before another task or (null) behind all of their lane.
    void moveAsked(const QList<slipway::TaskId> &ids, const slipway::TaskId &before);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void keepSelection();
    void restoreSelection();
    void showWhetherEmpty();
    int edgeAt(int y) const; // the row above whose upper edge rows would be dropped
    void showDropLine(int row); // -1 = none

    TaskTableModel &m_model;
    TaskTableColumns *m_columns = nullptr;
    NothingHere *m_nothing = nullptr;
    QList<TaskId> m_kept;
    TaskId m_keptCurrent;
    int m_dropLine = -1;
    bool m_resetting = false;
    QTimer m_calm; // runs while the pointer moves
    QTimer m_clock; // durations and countdowns
};

} // namespace slipway
