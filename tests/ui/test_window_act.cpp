// What a person does to the list: removes and brings back, moves, drags, and follows a chain.
#include "tests/ui/shown_window.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/line_drag.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"

#include <QAction>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

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
};

void TestWindowAct::delRemovesFromTheViewAndTheButtonBringsBack()
{
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
    const Task task = shown.add(u"gone"_s, TaskStatus::Completed);
    shown.table->select(task.id);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    shown.window.hide();
    QCOMPARE(shown.queue.asked, QStringList{ call(u"remove"_s, task) });
}

void TestWindowAct::whatWaitsIsPausedWhileItsRemovalCanBeUndone()
{
    ShownWindow shown;
    const Task task = shown.add(u"waits"_s);
    shown.table->select(task.id);
    QTest::keyClick(shown.table, Qt::Key_Delete);
    QTest::keyClick(&shown.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.queue.asked, (QStringList{ call(u"pause"_s, task), call(u"resume"_s, task) }));
}

void TestWindowAct::clearingWhatIsDoneCanBeUndone()
{
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
    shown.table->select(shown.add(u"done"_s, TaskStatus::Completed).id);
    QVERIFY(!shown.action(u"moveUpAction"_s)->isEnabled());
    QVERIFY(shown.action(u"moveUpAction"_s)->toolTip().contains(u"waits in line"_s));
}

void TestWindowAct::theFirstInLineCannotBeMovedUp()
{
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
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
    ShownWindow shown;
    const Task task = shown.add(u"waits"_s);
    shown.table->select(task.id);
    QTest::keyClick(shown.table, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.queue.asked, QStringList{ call(u"start now"_s, task) });
}

QTEST_MAIN(TestWindowAct)
#include "test_window_act.moc"
