// The table of tasks. The selection stays with its tasks, whatever the rows do, and rows do not
// change their order under a moving pointer.
#pragma once

#include "core/task/task.h"

#include <QTableView>
#include <QTimer>

namespace slipway {

class TaskTableModel;

class TaskTableView : public QTableView {
    Q_OBJECT

public:
    explicit TaskTableView(TaskTableModel &model, QWidget *parent = nullptr);

    QList<TaskId> selectedIds() const; // from top to bottom
    void select(const TaskId &id); // and shows it
    void keyboardSearch(const QString &text) override;

signals:
    void selectedIdsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void keepSelection();
    void restoreSelection();
    void layOutColumns();

    TaskTableModel &m_model;
    QList<TaskId> m_kept;
    TaskId m_keptCurrent;
    bool m_resetting = false;
    QTimer m_calm; // runs while the pointer moves
    QTimer m_clock; // durations and countdowns
};

} // namespace slipway
