// A whole program: a queue in the test's own process and the window over it, in which a failure is
// seen, its fix clicked, and the task followed to its end. Header alone: what uses it has a window.
#pragma once

#include "tests/support/queue_under_test.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"

#include <QPushButton>
#include <QTest>

namespace slipway::test {

struct WindowUnderTest {
    explicit WindowUnderTest(const QString &dockerProgram)
        : queue(dockerProgram)
    {
    }

    bool start() // false: `queue.sentence` says why
    {
        if (!queue.start())
            return false;
        window = std::make_unique<MainWindow>(queue.queue());
        window->show();
        return QTest::qWaitForWindowExposed(window.get());
    }

    // Without retries by itself: it fails at once. Null: not with this code.
    TaskId fails(const QString &type, QJsonObject params, ErrorCode code)
    {
        using namespace Qt::StringLiterals;
        params[u"max_retries"] = 0;
        const TaskId id = queue.submit(type, params);
        const bool ended = !id.isNull() && queue.finishes(id);
        const Task task = queue.task(id);
        if (ended && task.error && task.error->code == code)
            return id;
        qWarning("%s", qPrintable(queue.sentence + why(id)));
        return {};
    }

    // A button of the shown page that is called so, once it can be clicked.
    QPushButton *button(const QString &name)
    {
        QPushButton *found = nullptr;
        const bool shown = QTest::qWaitFor([&] {
            for (QPushButton *each : window->findChildren<QPushButton *>(name)) {
                if (each->isVisible() && each->isEnabled())
                    found = each;
            }
            return found != nullptr;
        });
        return shown ? found : nullptr;
    }

    bool clickFix(const TaskId &id, const QString &fix)
    {
        using namespace Qt::StringLiterals;
        auto *table = window->findChild<TaskTableView *>();
        table->select({});
        table->select(id);
        QPushButton *shown = button(u"fix:"_s + fix);
        if (shown) {
            QTest::mouseClick(shown, Qt::LeftButton);
            return true;
        }
        for (const QPushButton *each : window->findChildren<QPushButton *>()) {
            if (each->objectName().startsWith(u"fix:"_s))
                qWarning("there is only %s", qPrintable(each->objectName()));
        }
        return false;
    }

    // What a person clicks who has put it right elsewhere.
    bool clickRetry(const TaskId &id)
    {
        auto *table = window->findChild<TaskTableView *>();
        table->select({});
        table->select(id);
        QPushButton *retry = button(QStringLiteral("errorRetry"));
        if (retry)
            QTest::mouseClick(retry, Qt::LeftButton);
        return retry;
    }

    bool completes(const TaskId &id, int seconds = 40)
    {
        if (queue.reaches(id, TaskStatus::Completed, seconds))
            return true;
        qWarning("%s", qPrintable(why(id)));
        return false;
    }

    QString why(const TaskId &id) const
    {
        using namespace Qt::StringLiterals;
        const auto error = queue.task(id).error;
        return error ? errorCodeName(error->code) + u": "_s + errorMessage(*error) + u" | "_s
                + error->decisiveLine
                     : statusName(queue.task(id).status);
    }

    QueueUnderTest queue;
    std::unique_ptr<MainWindow> window;
};

} // namespace slipway::test
