// What can be done: said alike in the tool bar, in the menus and by keys, with the reason where it
// cannot; to many at once, in line, and without asking where it can be undone.
#include "tests/support/fake_queue_service.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    FakeQueueService queue;
    MainWindow window{ queue };
    TaskTableView *table = window.findChild<TaskTableView *>();

    Shown()
    {
        window.resize(1200, 760);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window is not active");
    }
    Task add(const QString &image, TaskStatus status = TaskStatus::Pending)
    {
        const Task task = madeTask(queue.snapshot().size() + 1, pullOf(image), status);
        queue.add(task);
        return task;
    }
    QAction *action(const QString &name) const { return window.findChild<QAction *>(name); }
    QMenu *contextMenu() const
    {
        const QPoint at = table->visualRect(table->currentIndex()).center();
        emit table->customContextMenuRequested(at);
        return window.findChild<QMenu *>(u"taskMenu"_s);
    }
    QMenu *everything() const { return window.findChild<QMenu *>(u"everythingMenu"_s); }
    void key(int key, Qt::KeyboardModifiers with = Qt::NoModifier) const
    {
        QTest::keyClick(table, Qt::Key(key), with);
    }
    void selectAll() const
    {
        table->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
    }
};

QString call(const QString &verb, const Task &task)
{
    return verb + u' ' + idText(task.id);
}

const QStringList ofTasks{ u"resumeAction"_s, u"pauseAction"_s, u"retryAction"_s, u"cancelAction"_s,
    u"removeAction"_s, u"startNowAction"_s, u"moveToTopAction"_s, u"moveUpAction"_s,
    u"moveDownAction"_s, u"moveToBottomAction"_s, u"notifyAction"_s, u"runAgainAction"_s,
    u"editAgainAction"_s };

bool isDialogOpen()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    return std::any_of(all.begin(), all.end(),
        [](QWidget *each) { return qobject_cast<QDialog *>(each) && each->isVisible(); });
}

} // namespace

class TestWindowActions : public QObject {
    Q_OBJECT

private slots:
    void everyPlaceSaysTheSame_data();
    void everyPlaceSaysTheSame();
    void whatCannotBeDoneSaysWhy();
    void severalAreDoneAtOnce_data();
    void severalAreDoneAtOnce();
    void aTaskIsMovedByEachOfItsKeys();
    void theLastInLineCannotBeMovedDown();
    void nothingThatCanBeUndoneIsAsked();
};

void TestWindowActions::everyPlaceSaysTheSame_data()
{
    QTest::addColumn<TaskStatus>("status");
    QTest::addColumn<QStringList>("enabled"); // of those that depend on the state
    QTest::newRow("waiting") << TaskStatus::Pending
                             << QStringList{ u"pauseAction"_s, u"cancelAction"_s, u"removeAction"_s,
                                    u"startNowAction"_s };
    QTest::newRow("active") << TaskStatus::Pulling
                            << QStringList{ u"pauseAction"_s, u"cancelAction"_s };
    QTest::newRow("paused") << TaskStatus::Paused
                            << QStringList{ u"resumeAction"_s, u"cancelAction"_s,
                                   u"removeAction"_s };
    QTest::newRow("failed") << TaskStatus::Failed
                            << QStringList{ u"retryAction"_s, u"removeAction"_s };
    QTest::newRow("done") << TaskStatus::Completed << QStringList{ u"removeAction"_s };
}

void TestWindowActions::everyPlaceSaysTheSame()
{
    QFETCH(TaskStatus, status);
    QFETCH(QStringList, enabled);
    Shown shown;
    shown.table->select(shown.add(u"alpine"_s, status).id);
    QStringList found;
    for (const QString &name : { u"resumeAction"_s, u"pauseAction"_s, u"retryAction"_s,
             u"cancelAction"_s, u"removeAction"_s, u"startNowAction"_s }) {
        if (shown.action(name)->isEnabled())
            found << name;
    }
    QCOMPARE(found, enabled);
    // One action each, so that text, state, tip and key are the same wherever it stands.
    QMenu *context = shown.contextMenu();
    QVERIFY(context && context->isVisible());
    for (const QString &name : ofTasks) {
        QAction *action = shown.action(name);
        QVERIFY2(context->actions().contains(action), qPrintable(name));
        QVERIFY2(shown.everything()->actions().contains(action), qPrintable(name));
        const QString key = action->data().toString();
        QVERIFY2(action->toolTip().contains(action->text()) && action->toolTip().contains(key),
            qPrintable(action->toolTip()));
    }
    auto *bar = shown.window.findChild<QToolBar *>(u"toolBar"_s);
    for (const QString &name : { u"resumeAction"_s, u"pauseAction"_s, u"retryAction"_s,
             u"cancelAction"_s, u"removeAction"_s }) {
        auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(shown.action(name)));
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        QCOMPARE(button->isEnabled(), enabled.contains(name));
        QCOMPARE(button->toolTip(), shown.action(name)->toolTip());
    }
    // What is disabled does nothing by its key either.
    context->close();
    shown.table->setFocus();
    if (!enabled.contains(u"cancelAction"_s))
        shown.key(Qt::Key_Delete, Qt::ShiftModifier);
    if (!enabled.contains(u"retryAction"_s))
        shown.key(Qt::Key_R, Qt::ControlModifier);
    if (!enabled.contains(u"startNowAction"_s))
        shown.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.queue.asked, QStringList());
}

void TestWindowActions::whatCannotBeDoneSaysWhy()
{
    Shown shown;
    shown.add(u"alpine"_s, TaskStatus::Pulling);
    const auto reasonOf = [&shown](const QString &name) {
        const QAction *action = shown.action(name);
        return action->isEnabled() ? QString() : action->toolTip().section(u"<br>"_s, 1);
    };
    for (const QString &name : ofTasks) // nothing is selected
        QCOMPARE(reasonOf(name), u"Select a task first."_s);
    for (const QString &name :
        { u"undoAction"_s, u"retryFailedAction"_s, u"clearFinishedAction"_s })
        QVERIFY2(reasonOf(name).endsWith(u'.'), qPrintable(name));
    const Task done = shown.add(u"done"_s, TaskStatus::Completed);
    shown.add(u"failed"_s, TaskStatus::Failed);
    shown.selectAll();
    QCOMPARE(reasonOf(u"editAgainAction"_s), u"Only one task at a time can be changed."_s);
    shown.table->select(done.id);
    QTRY_COMPARE(reasonOf(u"notifyAction"_s), u"It has ended already."_s);
    QCOMPARE(reasonOf(u"retryAction"_s), u"Only a task that failed or timed out can be retried."_s);
    QTRY_VERIFY(shown.action(u"clearFinishedAction"_s)->isEnabled());
    QVERIFY(shown.action(u"retryFailedAction"_s)->isEnabled());
    // In the menus, too, the reason is shown to who points at the entry.
    QVERIFY(shown.everything()->toolTipsVisible());
    QMenu *context = shown.contextMenu();
    QVERIFY(context && context->toolTipsVisible());
    context->close();
}

void TestWindowActions::severalAreDoneAtOnce_data()
{
    QTest::addColumn<TaskStatus>("status");
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("with");
    QTest::addColumn<QString>("verb");
    const Qt::KeyboardModifiers control = Qt::ControlModifier;
    const Qt::KeyboardModifiers shift = Qt::ShiftModifier;
    QTest::newRow("pause") << TaskStatus::Pending << int(Qt::Key_P) << control << u"pause"_s;
    QTest::newRow("resume") << TaskStatus::Paused << int(Qt::Key_P) << control << u"resume"_s;
    QTest::newRow("retry") << TaskStatus::Failed << int(Qt::Key_R) << control
                           << u"retry by force"_s;
    QTest::newRow("cancel") << TaskStatus::Pulling << int(Qt::Key_Delete) << shift << u"cancel"_s;
    QTest::newRow("start now") << TaskStatus::Pending << int(Qt::Key_Return) << control
                               << u"start now"_s;
}

void TestWindowActions::severalAreDoneAtOnce()
{
    QFETCH(TaskStatus, status);
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, with);
    QFETCH(QString, verb);
    Shown shown;
    QStringList expected;
    for (const QString &image : { u"a"_s, u"b"_s, u"c"_s })
        expected << call(verb, shown.add(image, status));
    shown.add(u"done"_s, TaskStatus::Completed); // selected, too, and left alone
    shown.selectAll();
    QCOMPARE(shown.table->selectedCount(), 4);
    shown.key(key, with);
    QStringList asked = shown.queue.asked;
    asked.sort();
    expected.sort();
    QCOMPARE(asked, expected);
}

void TestWindowActions::aTaskIsMovedByEachOfItsKeys()
{
    Shown shown;
    QList<Task> tasks;
    for (int number = 0; number < 5; ++number)
        tasks << shown.add(u"image%1"_s.arg(number));
    const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
    shown.table->select(tasks[2].id);
    shown.table->setFocus();
    shown.key(Qt::Key_Up, both);
    shown.key(Qt::Key_Down, both);
    shown.key(Qt::Key_Home, both);
    shown.key(Qt::Key_End, both);
    QCOMPARE(shown.queue.asked,
        (QStringList{ call(u"move to 2"_s, tasks[2]), call(u"move to 3"_s, tasks[2]),
            call(u"move to 1"_s, tasks[2]), call(u"move to %1"_s.arg(INT_MAX), tasks[2]) }));
    QCOMPARE(shown.queue.positionInLine(tasks[2].id), 5);
    QTRY_COMPARE(shown.table->selectedIds(), QList<TaskId>{ tasks[2].id });
}

void TestWindowActions::theLastInLineCannotBeMovedDown()
{
    Shown shown;
    const Task first = shown.add(u"first"_s);
    const Task second = shown.add(u"second"_s);
    const Task last = shown.add(u"last"_s);
    shown.queue.add(madeTask(9, OllamaPull{ u"tiny"_s })); // in a line of its own
    QAction *down = shown.action(u"moveDownAction"_s);
    QAction *bottom = shown.action(u"moveToBottomAction"_s);
    shown.table->select(last.id);
    QVERIFY(!down->isEnabled() && !bottom->isEnabled());
    QVERIFY2(down->toolTip().contains(u"It is the last to start of its kind already"_s),
        qPrintable(down->toolTip()));
    QTest::keyClick(shown.table, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shown.queue.asked.isEmpty());
    QCOMPARE(shown.table->selectedIds(), QList<TaskId>{ last.id }); // and nothing is selected by it
    QTest::keyClick(shown.table, Qt::Key_Up, Qt::ShiftModifier); // with the second
    QVERIFY(!down->isEnabled());
    QVERIFY2(down->toolTip().contains(u"They are the last"_s), qPrintable(down->toolTip()));
    shown.add(u"another"_s); // behind them
    QTRY_VERIFY(down->isEnabled() && bottom->isEnabled());
    QTest::keyClick(shown.table, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown.queue.asked,
        (QStringList{ call(u"move to 4"_s, last), call(u"move to 3"_s, second) }));
    QTRY_VERIFY(!down->isEnabled());
    shown.table->select(first.id);
    QVERIFY(down->isEnabled());
}

void TestWindowActions::nothingThatCanBeUndoneIsAsked()
{
    Shown shown;
    shown.add(u"done"_s, TaskStatus::Completed);
    Task going = madeTask(9, DockerRun{ .image = u"redis"_s }, TaskStatus::Running);
    shown.queue.add(going);
    shown.selectAll();
    shown.key(Qt::Key_P, Qt::ControlModifier); // what runs is frozen: nothing is lost
    QVERIFY(!isDialogOpen());
    QTRY_COMPARE(shown.queue.asked, QStringList{ call(u"pause"_s, going) });
    going.status = TaskStatus::Paused;
    shown.queue.change(going);
    shown.selectAll();
    shown.key(Qt::Key_Delete);
    QVERIFY(!isDialogOpen());
    QCOMPARE(shown.table->model()->rowCount(), 0);
    shown.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.table->model()->rowCount(), 2);
    shown.key(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier); // what is done
    QVERIFY(!isDialogOpen());
    QTRY_COMPARE(shown.table->model()->rowCount(), 1);
    shown.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.table->model()->rowCount(), 2);
    auto *bar = shown.window.findChild<QToolBar *>(u"toolBar"_s);
    QTest::mouseClick(bar->widgetForAction(shown.action(u"holdAction"_s)), Qt::LeftButton);
    QVERIFY(!isDialogOpen());
    QVERIFY(shown.queue.isHeld());
}

QTEST_MAIN(TestWindowActions)
#include "test_window_actions.moc"
