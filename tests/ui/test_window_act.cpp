// What a person does to the list: finds, chooses columns, moves, removes and brings back.
#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/line_drag.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_columns.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"

#include <QAction>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    FakeQueueService queue;
    MainWindow window{ queue };
    TaskTableView *table = window.findChild<TaskTableView *>();
    QLineEdit *search = window.findChild<QLineEdit *>(u"search"_s);

    Shown()
    {
        window.resize(1200, 760);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window is not active");
    }
    Task add(const QString &image, TaskStatus status = TaskStatus::Pending, QStringList tags = {})
    {
        Task task = madeTask(queue.snapshot().size() + 1, pullOf(image), status);
        task.options.tags = std::move(tags);
        queue.add(task);
        return task;
    }
    QAction *action(const QString &name) { return window.findChild<QAction *>(name); }
    void selectAll()
    {
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    }
    int rows() const { return table->model()->rowCount(); }
};

// From row to row; `below`: of the middle of the row it is dropped on. Whether it may be dropped.
// Made of its events: the offscreen screen drags nothing.
bool drag(TaskTableView &table, int from, int to, int below)
{
    const auto centre = [&](int row) {
        return table.visualRect(table.model()->index(row, 0)).center();
    };
    QWidget *view = table.viewport();
    if (!table.isSelected(
            table.model()->index(from, 0).data(TaskTableModel::IdRole).value<TaskId>()))
        QTest::mouseClick(view, Qt::LeftButton, {}, centre(from));
    const QList<TaskId> ids = table.draggedIds();
    const std::unique_ptr<QMimeData> data(dragged(ids));
    QDragEnterEvent enter(centre(from), Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(view, &enter);
    const QPoint at = centre(to) + QPoint(0, below);
    QDragMoveEvent move(at, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(view, &move);
    const bool may = enter.isAccepted() && move.isAccepted();
    if (may) {
        QDropEvent drop(at, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(view, &drop);
    } else {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(view, &leave);
    }
    return may;
}

QString call(const QString &verb, const Task &task)
{
    return verb + u' ' + idText(task.id);
}

} // namespace

class TestWindowAct : public QObject {
    Q_OBJECT

private slots:
    void delRemovesFromTheViewAndTheButtonBringsBack();
    void ctrlZBringsBack();
    void theNextRemovalEndsTheOneBefore();
    void hidingTheWindowRemovesForGood();
    void whatWaitsIsPausedWhileItsRemovalCanBeUndone();
    void clearingWhatIsDoneCanBeUndone();
    void severalMovedUpKeepTheirOrder();
    void severalMovedToTheTopKeepTheirOrder();
    void whatDoesNotWaitCannotBeMoved();
    void theFirstInLineCannotBeMovedUp();
    void theOverviewLeadsAlongAChain();
    void aLinkFindsWhatTheSearchLeavesOut();
    void draggedRowsStandWhereTheyAreDropped();
    void onlyWhatWaitsIsDraggedAndOnlyAmongWhatWaits();
    void whatIsDroppedFromElsewhereOpensTheForm();
    void startNowReachesTheService();
    void nothingFoundOffersAllTasks();
    void escClearsTheSearchAndReturnsToTheTable();
    void searchFindsLabelsAndErrorCodes();
    void labelsStandByNumberAndAltChoosesThem();
    void columnsAreChosenAndReset();
    void theWindowIsRememberedAsItWasLeft();
    void f1ListsTheKeysOfTheActions();
    void theMenuHoldsWhatTheContextMenuHolds();
};

void TestWindowAct::delRemovesFromTheViewAndTheButtonBringsBack()
{
    Shown shown;
    const Task kept = shown.add(u"kept"_s, TaskStatus::Completed);
    const Task gone = shown.add(u"gone"_s, TaskStatus::Failed);
    shown.table->select(gone.id);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    QCOMPARE(shown.rows(), 1);
    QVERIFY(shown.queue.asked.isEmpty());
    QCOMPARE(shown.window.findChild<QLabel *>(u"undoWords"_s)->text(), u"Removed 1 task"_s);
    auto *undo = shown.window.findChild<QPushButton *>(u"undoButton"_s);
    QTRY_VERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(shown.rows(), 2);
    QCOMPARE(shown.table->selectedIds(), QList<TaskId>{ gone.id });
    QVERIFY(shown.queue.asked.isEmpty());
    QVERIFY(!undo->isVisible());
}

void TestWindowAct::ctrlZBringsBack()
{
    Shown shown;
    for (int number = 0; number < 3; ++number)
        shown.add(u"image%1"_s.arg(number), TaskStatus::Completed);
    shown.selectAll();
    QTest::keyClick(shown.table, Qt::Key_Delete);
    QCOMPARE(shown.rows(), 0);
    QTest::keyClick(&shown.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.rows(), 3);
    QVERIFY(!shown.action(u"undoAction"_s)->isEnabled());
}

void TestWindowAct::theNextRemovalEndsTheOneBefore()
{
    Shown shown;
    const Task first = shown.add(u"first"_s, TaskStatus::Completed);
    const Task second = shown.add(u"second"_s, TaskStatus::Completed);
    shown.table->select(first.id);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    shown.table->select(second.id);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    QCOMPARE(shown.queue.asked, QStringList{ call(u"remove"_s, first) });
}

void TestWindowAct::hidingTheWindowRemovesForGood()
{
    Shown shown;
    const Task task = shown.add(u"gone"_s, TaskStatus::Completed);
    shown.table->select(task.id);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    shown.window.hide();
    QCOMPARE(shown.queue.asked, QStringList{ call(u"remove"_s, task) });
}

void TestWindowAct::whatWaitsIsPausedWhileItsRemovalCanBeUndone()
{
    Shown shown;
    const Task task = shown.add(u"waits"_s);
    shown.table->select(task.id);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    QTest::keyClick(&shown.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.queue.asked, (QStringList{ call(u"pause"_s, task), call(u"resume"_s, task) }));
}

void TestWindowAct::clearingWhatIsDoneCanBeUndone()
{
    Shown shown;
    shown.add(u"done"_s, TaskStatus::Completed);
    shown.add(u"failed"_s, TaskStatus::Failed);
    shown.add(u"waits"_s);
    QTRY_VERIFY(shown.action(u"clearFinishedAction"_s)->isEnabled());
    shown.action(u"clearFinishedAction"_s)->trigger();
    QCOMPARE(shown.rows(), 2);
    shown.action(u"undoAction"_s)->trigger();
    QCOMPARE(shown.rows(), 3);
}

void TestWindowAct::severalMovedUpKeepTheirOrder()
{
    Shown shown;
    QList<Task> tasks;
    for (int number = 0; number < 4; ++number)
        tasks << shown.add(u"image%1"_s.arg(number));
    shown.selectAll();
    QTest::keyClick(shown.table, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shown.queue.asked.isEmpty()); // all of them: there is nowhere to go
    shown.table->select(tasks[2].id);
    QTest::keyClick(shown.table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.table, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.queue.asked,
        (QStringList{ call(u"move to 2"_s, tasks[2]), call(u"move to 3"_s, tasks[3]) }));
}

void TestWindowAct::severalMovedToTheTopKeepTheirOrder()
{
    Shown shown;
    QList<Task> tasks;
    for (int number = 0; number < 3; ++number)
        tasks << shown.add(u"image%1"_s.arg(number));
    shown.table->select(tasks[1].id);
    QTest::keyClick(shown.table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(shown.table, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.queue.asked,
        (QStringList{ call(u"move to 1"_s, tasks[2]), call(u"move to 1"_s, tasks[1]) }));
}

void TestWindowAct::whatDoesNotWaitCannotBeMoved()
{
    Shown shown;
    shown.table->select(shown.add(u"done"_s, TaskStatus::Completed).id);
    QVERIFY(!shown.action(u"moveUpAction"_s)->isEnabled());
    QVERIFY(shown.action(u"moveUpAction"_s)->toolTip().contains(u"waits in line"_s));
}

void TestWindowAct::theFirstInLineCannotBeMovedUp()
{
    Shown shown;
    Task first = shown.add(u"first"_s);
    const Task second = shown.add(u"second"_s);
    QAction *up = shown.action(u"moveUpAction"_s);
    QAction *top = shown.action(u"moveToTopAction"_s);
    shown.table->select(first.id);
    QVERIFY(!up->isEnabled() && !top->isEnabled());
    QVERIFY2(
        up->toolTip().contains(u"next to start of its kind already"_s), qPrintable(up->toolTip()));
    QVERIFY(shown.action(u"moveDownAction"_s)->isEnabled());
    QTest::keyClick(shown.table, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!up->isEnabled());
    shown.table->select(second.id);
    QVERIFY(up->isEnabled() && top->isEnabled());
    first.status = TaskStatus::Pulling;
    shown.queue.change(first);
    QTRY_VERIFY(!up->isEnabled()); // it has become the first
}

void TestWindowAct::theOverviewLeadsAlongAChain()
{
    Shown shown;
    const Task build = shown.add(u"build"_s);
    Task push = madeTask(2, pullOf(u"push"_s));
    push.options.after = { idText(build.id) };
    shown.queue.add(push);
    shown.table->select(build.id);
    auto *links = shown.window.findChild<QLabel *>(u"chainLinks"_s);
    QTRY_VERIFY(links->isVisible());
    QCOMPARE(links->accessibleName(), u"Then: push:latest (Pull)"_s);
    links->setFocus(Qt::TabFocusReason);
    QTest::keyClick(links, Qt::Key_Tab); // to the first link, unless the focus brought it there
    QTest::keyClick(links, Qt::Key_Return);
    QTRY_COMPARE(shown.table->selectedIds(), QList<TaskId>{ push.id });
    QCOMPARE(links->accessibleName(), u"After: build:latest (Pull)"_s);

    Task run = madeTask(3, pullOf(u"run"_s));
    run.options.after = { idText(push.id) };
    shown.queue.add(run);
    QCOMPARE(links->accessibleName(), u"After: build:latest (Pull) · Then: run:latest (Pull)"_s);
    shown.table->select(shown.add(u"alone"_s).id);
    QVERIFY(links->isHidden());
}

void TestWindowAct::aLinkFindsWhatTheSearchLeavesOut()
{
    Shown shown;
    const Task build = shown.add(u"build"_s);
    Task push = madeTask(2, pullOf(u"push"_s));
    push.options.after = { idText(build.id) };
    shown.queue.add(push);
    QTest::keyClicks(shown.search, u"push"_s);
    QTRY_COMPARE(shown.rows(), 1);
    shown.table->select(push.id);
    auto *links = shown.window.findChild<QLabel *>(u"chainLinks"_s);
    emit links->linkActivated(idText(build.id));
    QTRY_COMPARE(shown.table->selectedIds(), QList<TaskId>{ build.id });
    QVERIFY(shown.search->text().isEmpty());
}

void TestWindowAct::draggedRowsStandWhereTheyAreDropped()
{
    Shown shown;
    for (int number = 0; number < 5; ++number)
        shown.add(u"image%1"_s.arg(number));
    QTRY_VERIFY(shown.table->isVisible());
    const auto order = [&] {
        QString digits;
        for (int row = 0; row < shown.rows(); ++row)
            digits += shown.table->model()->index(row, 0).data().toString().at(5);
        return digits;
    };
    QVERIFY(drag(*shown.table, 3, 1, -10));
    QTRY_COMPARE(order(), u"03124"_s);
    QVERIFY(drag(*shown.table, 0, 4, 10));
    QTRY_COMPARE(order(), u"31240"_s);
    const QRect third = shown.table->visualRect(shown.table->model()->index(2, 0));
    QTest::mouseClick(shown.table->viewport(), Qt::LeftButton, {}, third.center());
    // Two at once keep their order.
    QTest::keyClick(shown.table, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(drag(*shown.table, 3, 0, -10));
    QTRY_COMPARE(order(), u"24310"_s);
}

void TestWindowAct::onlyWhatWaitsIsDraggedAndOnlyAmongWhatWaits()
{
    Shown shown;
    shown.add(u"runs"_s, TaskStatus::Pulling);
    shown.add(u"runs too"_s, TaskStatus::Pulling);
    shown.add(u"first"_s);
    shown.add(u"second"_s);
    shown.add(u"failed"_s, TaskStatus::Failed);
    shown.add(u"failed too"_s, TaskStatus::Failed);
    QTRY_VERIFY(shown.table->isVisible());
    QVERIFY(!drag(*shown.table, 3, 0, -10));
    QVERIFY(!drag(*shown.table, 3, 5, 10));
    QVERIFY(!drag(*shown.table, 4, 2, -10)); // what has failed
    QVERIFY(shown.queue.asked.isEmpty());
    const QAbstractItemModel *model = shown.table->model();
    QList<bool> draggable;
    for (int row = 0; row < 6; ++row)
        draggable << model->flags(model->index(row, 0)).testFlag(Qt::ItemIsDragEnabled);
    QCOMPARE(draggable, (QList<bool>{ false, false, true, true, false, false }));
    QVERIFY(drag(*shown.table, 3, 2, -10));
    QTRY_COMPARE(shown.queue.asked.size(), 1);
    shown.table->sortByColumn(TaskTableModel::NameColumn, Qt::AscendingOrder);
    for (int row = 0; row < 6; ++row)
        QVERIFY(!model->flags(model->index(row, 0)).testFlag(Qt::ItemIsDragEnabled));
}

void TestWindowAct::whatIsDroppedFromElsewhereOpensTheForm()
{
    Shown shown;
    shown.add(u"first"_s);
    QTRY_VERIFY(shown.table->isVisible());
    QMimeData text;
    text.setText(u"docker pull redis:7"_s);
    const QPoint at(20, 20);
    QWidget *view = shown.table->viewport();
    QDragEnterEvent enter(at, Qt::CopyAction, &text, Qt::LeftButton, {});
    QCoreApplication::sendEvent(view, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &text, Qt::LeftButton, {});
    QCoreApplication::sendEvent(view, &drop);
    QTRY_VERIFY(shown.window.findChild<SubmitDialog *>());
}

void TestWindowAct::startNowReachesTheService()
{
    Shown shown;
    const Task task = shown.add(u"waits"_s);
    shown.table->select(task.id);
    QTest::keyClick(shown.table, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.queue.asked, QStringList{ call(u"start now"_s, task) });
}

void TestWindowAct::nothingFoundOffersAllTasks()
{
    Shown shown;
    shown.add(u"redis"_s, TaskStatus::Completed);
    shown.window.findChild<SideBar *>()->choose(4);
    QTest::keyClicks(shown.search, u"Redis"_s);
    auto *words = shown.window.findChild<QLabel *>(u"nothingWords"_s);
    QTRY_COMPARE(words->text(), u"Nothing matches “Redis” in Failed."_s);
    auto *all = shown.window.findChild<QPushButton *>(u"searchAll"_s);
    QTRY_VERIFY(all->isVisible());
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(shown.rows(), 1);
    QVERIFY(!words->isVisible());
}

void TestWindowAct::escClearsTheSearchAndReturnsToTheTable()
{
    Shown shown;
    shown.add(u"redis"_s);
    QTest::keyClick(&shown.window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.search->hasFocus());
    QTest::keyClicks(shown.search, u"nothing"_s);
    QTRY_COMPARE(shown.rows(), 0);
    QTest::keyClick(shown.search, Qt::Key_Escape);
    QCOMPARE(shown.rows(), 1);
    QVERIFY(shown.table->hasFocus());
}

void TestWindowAct::searchFindsLabelsAndErrorCodes()
{
    Shown shown;
    shown.add(u"alpine"_s, TaskStatus::Completed, { u"Nightly"_s });
    Task failed = madeTask(2, pullOf(u"acme/wbe"_s), TaskStatus::Failed);
    failed.error = TaskError{};
    failed.error->code = ErrorCode::DockerImageNotFound;
    shown.queue.add(failed);
    QTest::keyClicks(shown.search, u"nightly"_s);
    QTRY_COMPARE(shown.rows(), 1);
    shown.search->clear();
    QTest::keyClicks(shown.search, u"IMAGE_NOT_FOUND"_s);
    QTRY_COMPARE(
        shown.table->model()->index(0, 0).data(TaskTableModel::IdRole).value<TaskId>(), failed.id);
    QCOMPARE(shown.rows(), 1);
}

void TestWindowAct::labelsStandByNumberAndAltChoosesThem()
{
    Shown shown;
    shown.add(u"a"_s, TaskStatus::Pending, { u"alone"_s });
    shown.add(u"b"_s, TaskStatus::Pending, { u"many"_s });
    shown.add(u"c"_s, TaskStatus::Pending, { u"many"_s });
    auto *bar = shown.window.findChild<SideBar *>();
    QStringList entries;
    QTRY_VERIFY((entries.clear(), [&] {
        for (int row = 0; row < bar->model()->rowCount(); ++row)
            entries << bar->model()->index(row, 0).data().toString();
        return entries.contains(u"many"_s);
    }()));
    QVERIFY(entries.indexOf(u"many"_s) < entries.indexOf(u"alone"_s));
    QTest::keyClick(&shown.window, Qt::Key_7, Qt::AltModifier); // the first kind
    QVERIFY(bar->chosen().type.has_value());
    QTest::keyClick(&shown.window, Qt::Key_1, Qt::AltModifier);
    QCOMPARE(bar->chosen(), TaskFilter{});
}

void TestWindowAct::columnsAreChosenAndReset()
{
    Shown shown;
    shown.add(u"a"_s);
    QHeaderView *header = shown.table->horizontalHeader();
    QMenu *menu = shown.table->columns().menu();
    QVERIFY(header->isSectionHidden(TaskTableModel::SizeColumn));
    menu->actions().at(TaskTableModel::SizeColumn)->trigger();
    QVERIFY(!header->isSectionHidden(TaskTableModel::SizeColumn));
    header->moveSection(header->visualIndex(TaskTableModel::SizeColumn), 1);
    menu->actions().last()->trigger();
    QVERIFY(header->isSectionHidden(TaskTableModel::SizeColumn));
    QCOMPARE(header->visualIndex(TaskTableModel::SizeColumn), int(TaskTableModel::SizeColumn));
}

void TestWindowAct::theWindowIsRememberedAsItWasLeft()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    {
        Shown shown;
        shown.window.rememberIn(file);
        shown.window.resize(1000, 640);
        shown.table->columns().menu()->actions().at(TaskTableModel::LabelsColumn)->trigger();
        shown.table->sortByColumn(TaskTableModel::NameColumn, Qt::DescendingOrder);
        shown.table->horizontalHeader()->resizeSection(TaskTableModel::StateColumn, 222);
        shown.window.findChild<SideBar *>()->choose(3);
        shown.window.hide();
    }
    Shown again;
    again.window.rememberIn(file);
    const QHeaderView *header = again.table->horizontalHeader();
    QCOMPARE(again.window.size(), QSize(1000, 640));
    QVERIFY(!header->isSectionHidden(TaskTableModel::LabelsColumn));
    QCOMPARE(header->sectionSize(TaskTableModel::StateColumn), 222);
    QCOMPARE(header->sortIndicatorSection(), int(TaskTableModel::NameColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(again.window.findChild<SideBar *>()->chosen().section, TaskSection::Paused);
}

void TestWindowAct::f1ListsTheKeysOfTheActions()
{
    Shown shown;
    QTest::keyClick(&shown.window, Qt::Key_F1);
    auto *list = shown.window.findChild<QMessageBox *>(u"keysDialog"_s);
    QVERIFY(list && list->isVisible());
    for (const QString &words : { u"Ctrl+N"_s, u"Ctrl+Shift+Home"_s, u"Move to the top"_s,
             u"Ctrl+Z"_s, u"Alt+9"_s, u"Ctrl+F"_s })
        QVERIFY2(list->text().contains(words), qPrintable(words));
}

void TestWindowAct::theMenuHoldsWhatTheContextMenuHolds()
{
    Shown shown;
    shown.table->select(shown.add(u"a"_s).id);
    emit shown.table->customContextMenuRequested({ 10, 10 });
    auto *context = shown.window.findChild<QMenu *>(u"taskMenu"_s);
    QVERIFY(context);
    const QList<QAction *> all = shown.window.findChild<QMenu *>(u"everythingMenu"_s)->actions();
    for (QAction *action : context->actions()) {
        if (!action->isSeparator())
            QVERIFY2(all.contains(action), qPrintable(action->text()));
    }
    context->close();
}

QTEST_MAIN(TestWindowAct)
#include "test_window_act.moc"
