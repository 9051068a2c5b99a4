// How a person looks through the list: searches, filters, chooses columns, finds keys and menus.
#include "tests/ui/shown_window.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_columns.h"
#include "ui/tasks/task_table_model.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestWindowLook : public QObject {
    Q_OBJECT

private slots:
    void nothingFoundOffersAllTasks();
    void escClearsTheSearchAndReturnsToTheTable();
    void searchFindsLabelsAndErrorCodes();
    void labelsStandByNumberAndAltChoosesThem();
    void columnsAreChosenAndReset();
    void theWindowIsRememberedAsItWasLeft();
    void f1ListsTheKeysOfTheActions();
    void theMenuHoldsWhatTheContextMenuHolds();
};

void TestWindowLook::nothingFoundOffersAllTasks()
{
    ShownWindow shown;
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

void TestWindowLook::escClearsTheSearchAndReturnsToTheTable()
{
    ShownWindow shown;
    shown.add(u"redis"_s);
    QTest::keyClick(&shown.window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.search->hasFocus());
    QTest::keyClicks(shown.search, u"nothing"_s);
    QTRY_COMPARE(shown.rows(), 0);
    QTest::keyClick(shown.search, Qt::Key_Escape);
    QCOMPARE(shown.rows(), 1);
    QVERIFY(shown.table->hasFocus());
}

void TestWindowLook::searchFindsLabelsAndErrorCodes()
{
    ShownWindow shown;
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

void TestWindowLook::labelsStandByNumberAndAltChoosesThem()
{
    ShownWindow shown;
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

void TestWindowLook::columnsAreChosenAndReset()
{
    ShownWindow shown;
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

void TestWindowLook::theWindowIsRememberedAsItWasLeft()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    {
        ShownWindow shown;
        shown.window.rememberIn(file);
        shown.window.resize(1000, 640);
        shown.table->columns().menu()->actions().at(TaskTableModel::LabelsColumn)->trigger();
        shown.table->sortByColumn(TaskTableModel::NameColumn, Qt::DescendingOrder);
        shown.table->horizontalHeader()->resizeSection(TaskTableModel::StateColumn, 222);
        shown.window.findChild<SideBar *>()->choose(3);
        shown.window.hide();
    }
    ShownWindow again;
    again.window.rememberIn(file);
    const QHeaderView *header = again.table->horizontalHeader();
    QCOMPARE(again.window.size(), QSize(1000, 640));
    QVERIFY(!header->isSectionHidden(TaskTableModel::LabelsColumn));
    QCOMPARE(header->sectionSize(TaskTableModel::StateColumn), 222);
    QCOMPARE(header->sortIndicatorSection(), int(TaskTableModel::NameColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(again.window.findChild<SideBar *>()->chosen().section, TaskSection::Paused);
}

void TestWindowLook::f1ListsTheKeysOfTheActions()
{
    ShownWindow shown;
    QTest::keyClick(&shown.window, Qt::Key_F1);
    auto *list = shown.window.findChild<QMessageBox *>(u"keysDialog"_s);
    QVERIFY(list && list->isVisible());
    for (const QString &words : { u"Ctrl+N"_s, u"Ctrl+Shift+Home"_s, u"Move to the top"_s,
             u"Ctrl+Z"_s, u"Alt+9"_s, u"Ctrl+F"_s })
        QVERIFY2(list->text().contains(words), qPrintable(words));
}

void TestWindowLook::theMenuHoldsWhatTheContextMenuHolds()
{
    ShownWindow shown;
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

QTEST_MAIN(TestWindowLook)
#include "test_window_look.moc"
