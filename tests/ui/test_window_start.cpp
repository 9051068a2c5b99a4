// What is seen between the start of the program and the first rows of a long list.
#include "app/slipway/window_program.h"
#include "core/store/task_store.h"
#include "tests/support/fake_queue_service.h"
#include "ui/first_start_page.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"
#include "ui/theme.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

QWidget *shown(const QWidget &window, const QString &name)
{
    auto *found = window.findChild<QWidget *>(name);
    return found && found->isVisible() ? found : nullptr;
}

} // namespace

class TestWindowStart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theFrameIsSeenBeforeItsParts();
    void aWindowThatIsNotSeenIsFilledAllTheSame();
    void anUnreadListIsNotAnEmptyOne();
    void aReadListIsShownWithWhatBelongsToIt();
    void theStoredListComesIntoTheShownWindow();
    void aWindowClosedBeforeItsListEndsTheProgram();
};

void TestWindowStart::initTestCase()
{
    applyTheme(*qobject_cast<QApplication *>(qApp), ThemeScheme::Light);
}

void TestWindowStart::theFrameIsSeenBeforeItsParts()
{
    FakeQueueService queue;
    queue.add(madeTask(1, pullOf(u"alpine"_s)));
    MainWindow window(queue, MainWindow::Contents::AfterFirstPaint);
    QSignalSpy filled(&window, &MainWindow::filled);
    window.resize(1200, 760);
    QVERIFY(!window.findChild<TaskTableView *>());
    const QImage frame = window.grab().toImage(); // paints it
    QCOMPARE(frame.pixelColor(600, 400), coloursOf(ThemeScheme::Light).base); // the list's place
    QCOMPARE(frame.pixelColor(60, 400), coloursOf(ThemeScheme::Light).window); // the side bar's
    QCOMPARE(filled.count(), 0);
    window.show();
    QTRY_COMPARE(filled.count(), 1);
    QCOMPARE(window.findChild<TaskTableView *>()->model()->rowCount(), 1);
    QTRY_VERIFY(shown(window, u"taskTable"_s));
    QTRY_VERIFY(shown(window, u"sideBar"_s) && shown(window, u"toolBar"_s));
    // The parts are where their places were.
    QCOMPARE(shown(window, u"taskTable"_s)->mapTo(&window, QPoint()), QPoint(196, 47));
}

void TestWindowStart::aWindowThatIsNotSeenIsFilledAllTheSame()
{
    FakeQueueService queue;
    MainWindow window(queue, MainWindow::Contents::AfterFirstPaint);
    QSignalSpy filled(&window, &MainWindow::filled);
    QTRY_COMPARE(filled.count(), 1);
    QVERIFY(window.findChild<TaskTableView *>());
}

void TestWindowStart::anUnreadListIsNotAnEmptyOne()
{
    FakeQueueService queue;
    queue.setLoaded(false);
    MainWindow window(queue);
    window.show();
    QVERIFY(!window.findChild<FirstStartPage *>());
    auto *words = window.findChild<QLabel *>(u"nothingWords"_s);
    QCOMPARE(words->text(), QString());
    QTRY_COMPARE(words->text(), u"Reading the list of tasks…"_s);
    queue.setLoaded(true);
    auto *first = window.findChild<FirstStartPage *>();
    QVERIFY(first && first->isVisible());
}

void TestWindowStart::aReadListIsShownWithWhatBelongsToIt()
{
    FakeQueueService queue;
    queue.setLoaded(false);
    MainWindow window(queue);
    window.show();
    queue.add(madeTask(1, pullOf(u"alpine"_s), TaskStatus::Failed));
    queue.setHeld(true);
    queue.setLoaded(true);
    QCOMPARE(window.findChild<TaskTableView *>()->model()->rowCount(), 1);
    QVERIFY(!window.findChild<FirstStartPage *>());
    QVERIFY(window.findChild<QAction *>(u"holdAction"_s)->isChecked());
    QVERIFY(window.findChild<QAction *>(u"retryFailedAction"_s)->isEnabled());
}

void TestWindowStart::theStoredListComesIntoTheShownWindow()
{
    const QTemporaryDir home;
    const Paths paths = pathsFor(home.path(), {});
    {
        TaskStore store(paths.data);
        QSignalSpy loaded(&store, &TaskJournal::loaded);
        QSignalSpy saved(&store, &TaskJournal::saved);
        store.load();
        QTRY_COMPARE(loaded.count(), 1);
        Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Paused);
        task.revision = 1;
        store.saveAll({ task }, Durability::Normal);
        QTRY_COMPARE(saved.count(), 1);
    }
    Slipway slipway(paths);
    QSignalSpy ready(&slipway, &Slipway::ready);
    QSignalSpy ended(&slipway, &Slipway::ended);
    WindowProgram program(slipway, {});
    program.start();
    QWidget *window = nullptr;
    for (QWidget *each : QApplication::topLevelWidgets())
        window = each->objectName() == "mainWindow"_L1 ? each : window;
    QVERIFY(window && window->isVisible());
    QCOMPARE(ready.count(), 0); // it stands before the list is read
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(window->findChild<TaskTableView *>()->model()->rowCount(), 1);
    slipway.shutDown();
    QTRY_COMPARE(ended.count(), 1);
}

void TestWindowStart::aWindowClosedBeforeItsListEndsTheProgram()
{
    const QTemporaryDir home;
    Slipway slipway(pathsFor(home.path(), {}));
    QSignalSpy ended(&slipway, &Slipway::ended);
    WindowProgram program(slipway, {});
    program.start();
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (each->objectName() == "mainWindow"_L1)
            each->close();
    }
    QTRY_COMPARE(ended.count(), 1);
}

QTEST_MAIN(TestWindowStart)
#include "test_window_start.moc"
