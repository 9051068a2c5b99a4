// The window as a whole: rows and selection, the verbs it asks of the queue, and its end.
#include "tests/ui/shown_window.h"
#include "ui/detail/detail_panel.h"
#include "ui/notifier.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

// A pull of which 40 MB are loaded, on an engine that keeps nothing of a stopped one.
Task pullUnderWay(ShownWindow &shown, bool keepsLayers)
{
    HostState engine;
    engine.known = engine.reachable = true;
    engine.address = u"unix:///engine"_s;
    engine.keepsLayers = keepsLayers;
    shown.queue.setHosts({ engine });
    Task task = madeTask(1, pullOf(u"acme/api"_s), TaskStatus::Pulling);
    task.resolvedHost = engine.address;
    task.progress.layers = { { u"b"_s, u"Pull complete"_s, 40'000'000, 40'000'000 } };
    shown.queue.add(task);
    shown.table->select(task.id);
    return task;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void pausingWhatLosesBytesIsAskedFirst_data();
    void pausingWhatLosesBytesIsAskedFirst();
    void pausingWhatLosesNothingIsNotAsked();
    void theFirstStartGivesWayToRows();
    void theSelectionStaysWithItsTask();
    void theSelectionOutlivesAFilter();
    void cancelReachesTheService();
    void ctrlPPausesAndResumes();
    void aRefusalIsTold();
    void holdReachesTheService();
    void searchAndSideBarFilter();
    void ctrlNAddsATask();
    void addingStartsWithTheImageInTheClipboard();
    void closingWithWorkAsksFirst();
    void quittingWithWork_data();
    void quittingWithWork();
    void theTableKeepsFiveRowsInASmallWindow();
};

void TestMainWindow::theFirstStartGivesWayToRows()
{
    ShownWindow shown;
    QVERIFY(!shown.table->isVisible());
    shown.add(u"alpine"_s, TaskStatus::Pending);
    QTRY_VERIFY(shown.table->isVisible());
    QCOMPARE(shown.table->model()->rowCount(), 1);
    QTRY_COMPARE(shown.window.findChild<QLabel *>(u"totals"_s)->text(), u"0 active, 1 waiting"_s);
}

void TestMainWindow::theSelectionStaysWithItsTask()
{
    ShownWindow shown;
    Task first = shown.add(u"first"_s, TaskStatus::Pulling);
    shown.add(u"second"_s, TaskStatus::Pulling);
    shown.table->select(first.id);
    first.status = TaskStatus::Completed;
    shown.queue.change(first);
    auto *model = qobject_cast<TaskTableModel *>(shown.table->model());
    QTRY_COMPARE(model->rowOf(first.id), 1);
    QCOMPARE(shown.table->selectedIds(), QList<TaskId>{ first.id });
    QCOMPARE(shown.window.findChild<DetailPanel *>()->shownTask(), first.id);
}

void TestMainWindow::theSelectionOutlivesAFilter()
{
    ShownWindow shown;
    shown.add(u"other"_s, TaskStatus::Completed);
    const Task failed = shown.add(u"failed"_s, TaskStatus::Failed);
    shown.table->select(failed.id);
    shown.window.findChild<SideBar *>()->choose(4);
    QCOMPARE(shown.table->model()->rowCount(), 1);
    QCOMPARE(shown.table->selectedIds(), QList<TaskId>{ failed.id });
}

void TestMainWindow::cancelReachesTheService()
{
    ShownWindow shown;
    const Task task = shown.add(u"alpine"_s, TaskStatus::Pulling);
    QVERIFY(!shown.action(u"cancelAction"_s)->isEnabled());
    shown.table->select(task.id);
    QVERIFY(shown.action(u"cancelAction"_s)->isEnabled());
    QVERIFY(!shown.action(u"retryAction"_s)->isEnabled());
    QVERIFY(shown.action(u"retryAction"_s)->toolTip().contains(u"Only a task that failed"_s));
    shown.action(u"cancelAction"_s)->trigger();
    QCOMPARE(shown.queue.asked, QStringList{ QString(u"cancel "_s + idText(task.id)) });
}

void TestMainWindow::ctrlPPausesAndResumes()
{
    ShownWindow shown;
    Task task = shown.add(u"alpine"_s, TaskStatus::Pulling);
    shown.table->select(task.id);
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QTest::keyClick(shown.table, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(shown.queue.asked.last(), QString(u"pause "_s + idText(task.id)));
    task.status = TaskStatus::Paused;
    shown.queue.change(task);
    QTest::keyClick(shown.table, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(shown.queue.asked.last(), QString(u"resume "_s + idText(task.id)));
}

void TestMainWindow::aRefusalIsTold()
{
    ShownWindow shown;
    const Task task = shown.add(u"alpine"_s, TaskStatus::Pulling);
    shown.table->select(task.id);
    Refusal refusal;
    refusal.reason = u"Cannot cancel completed task"_s;
    shown.queue.nextRefusal = refusal;
    shown.action(u"cancelAction"_s)->trigger();
    QTRY_COMPARE(shown.window.findChild<QLabel *>(u"totals"_s)->text(), refusal.reason.english());
}

void TestMainWindow::holdReachesTheService()
{
    ShownWindow shown;
    shown.action(u"holdAction"_s)->trigger();
    shown.action(u"holdAction"_s)->trigger();
    QCOMPARE(shown.queue.asked, (QStringList{ u"hold"_s, u"release"_s }));
}

void TestMainWindow::searchAndSideBarFilter()
{
    ShownWindow shown;
    shown.add(u"alpine"_s, TaskStatus::Pulling);
    shown.add(u"redis"_s, TaskStatus::Pulling);
    shown.add(u"redis"_s, TaskStatus::Failed);
    QTest::keyClicks(shown.window.findChild<QLineEdit *>(u"search"_s), u"redis"_s);
    QTRY_COMPARE(shown.table->model()->rowCount(), 2);
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QTest::keyClick(shown.table, Qt::Key_5, Qt::AltModifier);
    QCOMPARE(shown.table->model()->rowCount(), 1);
}

void TestMainWindow::ctrlNAddsATask()
{
    ShownWindow shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QTest::keyClick(&shown.window, Qt::Key_N, Qt::ControlModifier);
    auto *dialog = shown.window.findChild<SubmitDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *image = dialog->findChild<QLineEdit *>(u"image_name"_s);
    QTest::keyClicks(image, u"alpine"_s);
    QTest::keyClick(image, Qt::Key_Return);
    QTRY_COMPARE(shown.table->model()->rowCount(), 1);
    QTRY_COMPARE(shown.table->selectedIds().size(), 1);
}

void TestMainWindow::addingStartsWithTheImageInTheClipboard()
{
    const auto offered = [](const QString &clipboard) {
        QGuiApplication::clipboard()->setText(clipboard);
        ShownWindow shown;
        shown.window.submission().open(TaskType::DockerPull);
        return shown.window.findChild<QLineEdit *>(u"image_name"_s)->text();
    };
    QCOMPARE(offered(u"ghcr.io/acme/api:2.4"_s), u"ghcr.io/acme/api:2.4"_s);
    QCOMPARE(offered(u"https://example.org/page"_s), QString());
    QCOMPARE(offered(u"word"_s), QString());
}

void TestMainWindow::closingWithWorkAsksFirst()
{
    const QTemporaryDir folder;
    ShownWindow shown;
    SettingsFile settings(folder.filePath(u"slipway.ini"_s));
    Notifier notifier(shown.queue, shown.window, settings);
    QSignalSpy quit(&notifier, &Notifier::quitConfirmed);
    Task task = shown.add(u"alpine"_s, TaskStatus::Pulling);
    QTRY_VERIFY(shown.table->isVisible());
    shown.window.close();
    auto *box = shown.window.findChild<QMessageBox *>(u"quitDialog"_s);
    QVERIFY(box && box->isVisible());
    QCOMPARE(quit.size(), 0);
    box->reject();
    QCOMPARE(quit.size(), 0);
    task.status = TaskStatus::Completed;
    shown.queue.change(task);
    shown.window.close();
    QCOMPARE(quit.size(), 1);
}

void TestMainWindow::quittingWithWork_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("quits");
    QTest::addColumn<bool>("cancels");
    QTest::newRow("go on working") << u"keepWorking"_s << 0 << false;
    QTest::newRow("pause until the next start") << u"pauseAndQuit"_s << 1 << false;
    QTest::newRow("cancel all") << u"cancelAndQuit"_s << 1 << true;
}

void TestMainWindow::quittingWithWork()
{
    QFETCH(QString, button);
    const QTemporaryDir folder;
    ShownWindow shown;
    SettingsFile settings(folder.filePath(u"slipway.ini"_s));
    Notifier notifier(shown.queue, shown.window, settings);
    QSignalSpy quit(&notifier, &Notifier::quitConfirmed);
    pullUnderWay(shown, false);
    QTRY_VERIFY(shown.table->isVisible());
    emit shown.window.quitAsked();
    auto *box = shown.window.findChild<QMessageBox *>(u"quitDialog"_s);
    QVERIFY(box && box->isVisible());
    QVERIFY2(box->informativeText().contains(u"40.0 MB"_s), qPrintable(box->informativeText()));
    QTest::mouseClick(box->findChild<QPushButton *>(button), Qt::LeftButton);

    QFETCH(int, quits);
    QTRY_COMPARE(quit.size(), quits);
    QFETCH(bool, cancels);
    QCOMPARE(!shown.queue.asked.filter(u"cancel"_s).isEmpty(), cancels);
}

void TestMainWindow::theTableKeepsFiveRowsInASmallWindow()
{
    ShownWindow shown;
    shown.window.resize(900, 560);
    for (int number = 0; number < 8; ++number)
        shown.add(u"image%1"_s.arg(number), TaskStatus::Pending);
    QTRY_VERIFY(shown.table->isVisible());
    QTRY_VERIFY2(shown.table->viewport()->height() >= 5 * 46,
        qPrintable(u"%1 pixels"_s.arg(shown.table->viewport()->height())));
}

void TestMainWindow::pausingWhatLosesBytesIsAskedFirst_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("asked");
    QTest::newRow("pause") << u"pauseAnyway"_s << u"pause"_s;
    QTest::newRow("hold") << u"holdInstead"_s << u"hold"_s;
    QTest::newRow("neither") << QString() << QString();
}

void TestMainWindow::pausingWhatLosesBytesIsAskedFirst()
{
    QFETCH(QString, button);
    QFETCH(QString, asked);
    ShownWindow shown;
    const Task task = pullUnderWay(shown, false);
    QVERIFY(shown.action(u"pauseAction"_s)->toolTip().contains("40.0 MB"_L1));
    shown.queue.asked.clear();
    shown.action(u"pauseAction"_s)->trigger();
    auto *question = shown.window.findChild<QMessageBox *>(u"pauseQuestion"_s);
    QVERIFY(question);
    QVERIFY(question->text().contains("40.0 MB"_L1));
    QVERIFY(shown.queue.asked.isEmpty());
    if (button.isEmpty())
        question->reject();
    else
        QTest::mouseClick(question->findChild<QPushButton *>(button), Qt::LeftButton);
    QCOMPARE(
        shown.queue.asked.join(u' ').contains(u"pause "_s + idText(task.id)), asked == "pause"_L1);
    QCOMPARE(shown.queue.isHeld(), asked == "hold"_L1);
}

void TestMainWindow::pausingWhatLosesNothingIsNotAsked()
{
    ShownWindow shown;
    const Task task = pullUnderWay(shown, true);
    shown.action(u"pauseAction"_s)->trigger();
    QVERIFY(!shown.window.findChild<QMessageBox *>(u"pauseQuestion"_s));
    QVERIFY(shown.queue.asked.contains(u"pause "_s + idText(task.id)));
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
