// Finding a task among many with mouse and keys: the side bar, the search, the columns.
#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_columns.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    FakeQueueService queue;
    MainWindow window{ queue };
    TaskTableView *table = window.findChild<TaskTableView *>();
    SideBar *bar = window.findChild<SideBar *>();
    QLineEdit *search = window.findChild<QLineEdit *>(u"search"_s);

    Shown()
    {
        window.resize(1200, 760);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window is not active");
    }
    Task add(const TaskSpec &spec, TaskStatus status, QStringList tags = {})
    {
        Task task = madeTask(queue.snapshot().size() + 1, spec, status);
        task.options.tags = std::move(tags);
        queue.add(task);
        return task;
    }
    QModelIndex entry(const QString &text) const
    {
        for (int row = 0; row < bar->model()->rowCount(); ++row) {
            const QModelIndex index = bar->model()->index(row, 0);
            if (index.data().toString() == text && index.flags().testFlag(Qt::ItemIsEnabled))
                return index;
        }
        return {};
    }
    // As a screen reader is told it: "Failed: 2".
    QString said(const QString &text) const
    {
        return entry(text).data(Qt::AccessibleTextRole).toString();
    }
    void click(const QString &text) const
    {
        QTest::mouseClick(
            bar->viewport(), Qt::LeftButton, {}, bar->visualRect(entry(text)).center());
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            names << table->model()->index(row, TaskTableModel::NameColumn).data().toString();
        return names;
    }
    QHeaderView *header() const { return table->horizontalHeader(); }
    QPoint middleOf(int column) const
    {
        return { header()->sectionViewportPosition(column) + header()->sectionSize(column) / 2,
            header()->height() / 2 };
    }
};

} // namespace

class TestWindowFind : public QObject {
    Q_OBJECT

private slots:
    void theSideBarCountsWhileTasksChange();
    void aClickInTheSideBarShowsThatStateOrKind();
    void searchFindsWhileItIsTyped_data();
    void searchFindsWhileItIsTyped();
    void aClickOnAHeaderSorts();
    void aColumnIsResizedByDraggingAndChosenFromItsMenu();
    void followersStandBelowWhatTheyWaitFor();
};

void TestWindowFind::theSideBarCountsWhileTasksChange()
{
    Shown shown;
    Task pull = shown.add(pullOf(u"alpine"_s), TaskStatus::Pending);
    shown.add(DockerRun{ .image = u"redis"_s }, TaskStatus::Failed);
    QTRY_COMPARE(shown.said(u"All"_s), u"All: 2"_s);
    QCOMPARE(shown.said(u"Waiting"_s), u"Waiting: 1"_s);
    QCOMPARE(shown.said(u"Failed"_s), u"Failed: 1"_s);
    QCOMPARE(shown.said(u"Pull"_s), u"Pull: 1"_s);
    QCOMPARE(shown.said(u"Run"_s), u"Run: 1"_s);
    QCOMPARE(shown.said(u"Build"_s), u"Build: 0"_s);
    pull.status = TaskStatus::Pulling;
    shown.queue.change(pull);
    QTRY_COMPARE(shown.said(u"Active"_s), u"Active: 1"_s);
    QCOMPARE(shown.said(u"Waiting"_s), u"Waiting: 0"_s);
    pull.status = TaskStatus::Completed;
    shown.queue.change(pull);
    QTRY_COMPARE(shown.said(u"Done"_s), u"Done: 1"_s);
    shown.queue.drop(pull.id);
    QTRY_COMPARE(shown.said(u"All"_s), u"All: 1"_s);
    QCOMPARE(shown.said(u"Pull"_s), u"Pull: 0"_s);
}

void TestWindowFind::aClickInTheSideBarShowsThatStateOrKind()
{
    Shown shown;
    shown.add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    shown.add(pullOf(u"nginx"_s), TaskStatus::Paused);
    shown.add(DockerRun{ .image = u"redis"_s }, TaskStatus::Failed);
    QTRY_COMPARE(shown.names().size(), 3);
    shown.click(u"Paused"_s);
    QTRY_VERIFY2(shown.names().size() == 1 && shown.names().first().contains(u"nginx"_s),
        qPrintable(shown.names().join(u", "_s)));
    shown.click(u"Run"_s);
    QTRY_VERIFY2(shown.names().size() == 1 && shown.names().first().contains(u"redis"_s),
        qPrintable(shown.names().join(u", "_s)));
    shown.click(u"All"_s);
    QTRY_COMPARE(shown.names().size(), 3);
}

void TestWindowFind::searchFindsWhileItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("name") << u"ngi"_s << u"nginx:1.27"_s;
    QTest::newRow("tag of an image") << u"1.27"_s << u"nginx:1.27"_s;
    QTest::newRow("label") << u"Nightl"_s << u"alpine:3"_s;
    QTest::newRow("error") << u"port is tak"_s << u"redis:7"_s;
    QTest::newRow("category of the error") << u"resource_limit"_s << u"redis:7"_s;
    QTest::newRow("kind") << u"run"_s << u"redis:7"_s;
}

void TestWindowFind::searchFindsWhileItIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, found);
    Shown shown;
    shown.add(pullOf(u"nginx:1.27"_s), TaskStatus::Pending);
    shown.add(pullOf(u"alpine:3"_s), TaskStatus::Completed, { u"nightly"_s });
    Task failed = madeTask(3, DockerRun{ .image = u"redis:7"_s }, TaskStatus::Failed);
    failed.error = TaskError{};
    failed.error->code = ErrorCode::SystemResourceLimit;
    failed.error->text = u"The port is taken."_s;
    shown.queue.add(failed);
    QTRY_COMPARE(shown.names().size(), 3);
    QTest::keyClick(shown.table, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.search->hasFocus());
    QTest::keyClicks(shown.search, typed); // no Enter: it finds by itself
    QTRY_COMPARE(shown.names().size(), 1);
    QVERIFY2(shown.names().first().contains(found), qPrintable(shown.names().first()));
    QVERIFY(shown.search->hasFocus());
    QTest::keyClick(shown.search, Qt::Key_Escape);
    QTRY_COMPARE(shown.names().size(), 3);
}

void TestWindowFind::aClickOnAHeaderSorts()
{
    Shown shown;
    for (const QString &image : { u"b"_s, u"c"_s, u"a"_s })
        shown.add(pullOf(image), TaskStatus::Pending);
    QTRY_VERIFY(shown.header()->isVisible() && shown.names().size() == 3);
    const auto click = [&shown] {
        QTest::mouseClick(shown.header()->viewport(), Qt::LeftButton, {},
            shown.middleOf(TaskTableModel::NameColumn));
    };
    const auto firsts = [&shown] {
        QString letters;
        for (const QString &name : shown.names())
            letters += name.section(u'/', -1).left(1);
        return letters;
    };
    click();
    QTRY_COMPARE(firsts(), u"abc"_s);
    click();
    QTRY_COMPARE(firsts(), u"cba"_s);
}

void TestWindowFind::aColumnIsResizedByDraggingAndChosenFromItsMenu()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"window.ini"_s);
    int width = 0;
    {
        Shown shown;
        shown.window.rememberIn(file);
        shown.add(pullOf(u"alpine"_s), TaskStatus::Pending);
        QTRY_VERIFY(shown.header()->isVisible());
        const int before = shown.header()->sectionSize(TaskTableModel::StateColumn);
        const QPoint edge(
            shown.header()->sectionViewportPosition(TaskTableModel::StateColumn) + before - 1,
            shown.header()->height() / 2);
        QWidget *header = shown.header()->viewport();
        QTest::mousePress(header, Qt::LeftButton, {}, edge);
        QTest::mouseMove(header, edge + QPoint(20, 0));
        QTest::mouseMove(header, edge + QPoint(40, 0));
        QTest::mouseRelease(header, Qt::LeftButton, {}, edge + QPoint(40, 0));
        width = shown.header()->sectionSize(TaskTableModel::StateColumn);
        QVERIFY2(width >= before + 30, qPrintable(u"%1 after %2"_s.arg(width).arg(before)));

        QVERIFY(shown.header()->isSectionHidden(TaskTableModel::AddedColumn));
        QMenu *menu = shown.table->columns().menu();
        emit shown.header()->customContextMenuRequested({ 10, 10 });
        QTRY_VERIFY(menu->isVisible());
        QAction *added = menu->actions().at(TaskTableModel::AddedColumn);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(added).center());
        QVERIFY(!shown.header()->isSectionHidden(TaskTableModel::AddedColumn));
        shown.window.hide();
    }
    Shown again;
    again.window.rememberIn(file);
    QCOMPARE(again.header()->sectionSize(TaskTableModel::StateColumn), width);
    QVERIFY(!again.header()->isSectionHidden(TaskTableModel::AddedColumn));
}

void TestWindowFind::followersStandBelowWhatTheyWaitFor()
{
    Shown shown;
    const Task before = shown.add(pullOf(u"zz/first"_s), TaskStatus::Pulling);
    shown.add(pullOf(u"other"_s), TaskStatus::Pulling);
    Task follower = madeTask(3, DockerRun{ .image = u"aa/then"_s });
    follower.options.after = { idText(before.id) };
    shown.queue.add(follower);
    QTRY_COMPARE(shown.names().size(), 3);
    int first = 0;
    while (first < 2 && !shown.names().at(first).contains(u"zz/first"_s))
        ++first;
    QVERIFY2(first < 2 && shown.names().at(first + 1).contains(u"aa/then"_s),
        qPrintable(shown.names().join(u", "_s)));
    // It is indented: its icon's place in the row above is empty ground here.
    const auto leftmost = [&shown](int row) {
        const QRect place = shown.table->visualRect(shown.table->model()->index(row, 0));
        const QImage image = shown.table->viewport()->grab(place).toImage();
        const QColor ground = image.pixelColor(1, 2);
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 4; y < image.height() - 4; ++y) {
                if (qAbs(image.pixelColor(x, y).lightness() - ground.lightness()) > 40)
                    return x;
            }
        }
        return image.width();
    };
    QTRY_VERIFY2(leftmost(first + 1) >= leftmost(first) + 8,
        qPrintable(u"%1, %2"_s.arg(leftmost(first)).arg(leftmost(first + 1))));
}

QTEST_MAIN(TestWindowFind)
#include "test_window_find.moc"
