// A page of the panel that tells of one task.
#pragma once

#include "tests/support/fake_queue_service.h"
#include "ui/detail/detail_panel.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"

#include <QTabBar>
#include <QTest>

namespace slipway {

// In a small window, as a person comes to it: by selecting the task. False: it is not shown.
inline bool showPage(MainWindow &window, const TaskId &id, DetailPanel::Page page)
{
    window.resize(900, 560);
    window.show();
    auto *table = window.findChild<TaskTableView *>();
    if (!QTest::qWaitFor([table] { return table->isVisible(); }))
        return false;
    table->select(id);
    window.findChild<DetailPanel *>()->openPage(page);
    return window.findChild<QTabBar *>(QStringLiteral("detailTabs"))->currentIndex() == page
        && QTest::qWaitForWindowActive(&window);
}

struct ShownPage {
    FakeQueueService queue;
    MainWindow window{ queue };

    bool show(const Task &task, DetailPanel::Page page)
    {
        if (!queue.task(task.id))
            queue.add(task);
        return showPage(window, task.id, page);
    }
};

} // namespace slipway
