// The window in front, over a queue whose tasks a test sets.
#pragma once

#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace slipway {

struct ShownWindow {
    FakeQueueService queue;
    MainWindow window{ queue };
    TaskTableView *table = window.findChild<TaskTableView *>();
    QLineEdit *search = window.findChild<QLineEdit *>(QStringLiteral("search"));

    ShownWindow()
    {
        window.resize(1200, 760);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window is not active: keys do not reach it");
    }
    Task add(const TaskSpec &spec, TaskStatus status, const QStringList &tags = {})
    {
        Task task = madeTask(queue.snapshot().size() + 1, spec, status);
        task.options.tags = tags;
        queue.add(task);
        return task;
    }
    Task add(
        const QString &image, TaskStatus status = TaskStatus::Pending, const QStringList &tags = {})
    {
        return add(TaskSpec(pullOf(image)), status, tags);
    }
    QAction *action(const QString &name) const { return window.findChild<QAction *>(name); }
    void selectAll()
    {
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    }
    int rows() const { return table->model()->rowCount(); }
    // Of several with this name the one that can be seen, once there is one. Null: there is none.
    QPushButton *visibleButton(const QString &name) const
    {
        QPushButton *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (QPushButton *each : window.findChildren<QPushButton *>(name))
                found = each->isVisible() ? each : found;
            return found != nullptr;
        });
        return found;
    }
};

} // namespace slipway
