#include "tests/support/fake_queue_service.h"
#include "ui/detail/detail_panel.h"
#include "ui/error/error_dialog.h"
#include "ui/main_window.h"
#include "ui/notifier.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/tasks/side_bar.h"
#include "ui/tasks/task_table_model.h"
#include "ui/tasks/task_table_view.h"

#include <QAction>
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

struct Shown {
    QTemporaryDir folder;
    FakeQueueService queue;
    MainWindow window{ queue };
    TaskTableView *table = window.findChild<TaskTableView *>();

    Shown() { window.show(); }
    QAction *action(const QString &name) { return window.findChild<QAction *>(name); }
    Task add(const QString &image, TaskStatus status)
    {
        const Task task = madeTask(queue.snapshot().size() + 1, pullOf(image), status);
        queue.add(task);
        return task;
    }
};

Task failed(Task task)
{
    task.status = TaskStatus::Failed;
    TaskError error;
    error.text = u"No image called %1."_s;
    error.arguments = { displayName(task.spec) };
    task.error = error;
    return task;
}

// A window in front in which a person has added one task that then failed.
struct JustFailed : Shown {
    Task task = madeTask(1, pullOf(u"acme/wbe"_s));
    bool inFront = false;

    JustFailed()
    {
        queue.add(task);
        window.submission().open(TaskType::DockerPull);
        auto *submit = window.findChild<SubmitDialog *>();
        emit submit->submitted({ task.id });
        submit->close();
        window.activateWindow();
        inFront = QTest::qWaitForWindowActive(&window);
        queue.change(failed(task));
    }
    ErrorDialog *dialog() const { return window.findChild<ErrorDialog *>(); }
    void click(const QString &button) const
    {
        QTest::mouseClick(dialog()->findChild<QPushButton *>(button), Qt::LeftButton);
    }
};

LogLines numbered(int from, int count)
{
    LogLines lines;
    for (int number = from; number < from + count; ++number)
        lines << LogLine{ LogChannel::Out, QByteArray::number(number) };
    return lines;
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
    void aFailedTaskOpensOnItsError();
    void aFailureOfWhatWasJustAddedIsShownOnce();
    void otherFailuresOpenNoDialog();
    void theErrorDialogRetries();
    void theErrorDialogOpensTheFormAgain();
    void theErrorDialogCopiesAReport();
    void ctrlNAddsATask();
    void addingStartsWithTheImageInTheClipboard();
    void closingWithWorkAsksFirst();
    void quittingWithWork_data();
    void quittingWithWork();
    void theTableKeepsFiveRowsInASmallWindow();
};

void TestMainWindow::theFirstStartGivesWayToRows()
{
    Shown shown;
    QVERIFY(!shown.table->isVisible());
    shown.add(u"alpine"_s, TaskStatus::Pending);
    QTRY_VERIFY(shown.table->isVisible());
    QCOMPARE(shown.table->model()->rowCount(), 1);
    QTRY_COMPARE(shown.window.findChild<QLabel *>(u"totals"_s)->text(), u"0 active, 1 waiting"_s);
}

void TestMainWindow::theSelectionStaysWithItsTask()
{
    Shown shown;
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
    Shown shown;
    shown.add(u"other"_s, TaskStatus::Completed);
    const Task failed = shown.add(u"failed"_s, TaskStatus::Failed);
    shown.table->select(failed.id);
    shown.window.findChild<SideBar *>()->choose(4);
    QCOMPARE(shown.table->model()->rowCount(), 1);
    QCOMPARE(shown.table->selectedIds(), QList<TaskId>{ failed.id });
}

void TestMainWindow::cancelReachesTheService()
{
    Shown shown;
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
    shown.action(u"holdAction"_s)->trigger();
    shown.action(u"holdAction"_s)->trigger();
    QCOMPARE(shown.queue.asked, (QStringList{ u"hold"_s, u"release"_s }));
}

void TestMainWindow::searchAndSideBarFilter()
{
    Shown shown;
    shown.add(u"alpine"_s, TaskStatus::Pulling);
    shown.add(u"redis"_s, TaskStatus::Pulling);
    shown.add(u"redis"_s, TaskStatus::Failed);
    QTest::keyClicks(shown.window.findChild<QLineEdit *>(u"search"_s), u"redis"_s);
    QTRY_COMPARE(shown.table->model()->rowCount(), 2);
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QTest::keyClick(shown.table, Qt::Key_5, Qt::AltModifier);
    QCOMPARE(shown.table->model()->rowCount(), 1);
}

void TestMainWindow::aFailedTaskOpensOnItsError()
{
    Shown shown;
    Task task = madeTask(1, pullOf(u"acme/wbe"_s), TaskStatus::Failed);
    TaskError error;
    error.text = u"No image called %1."_s;
    error.arguments = { u"acme/wbe"_s };
    error.decisiveLine = u"pull access denied"_s;
    task.error = error;
    shown.queue.add(task);
    QTRY_VERIFY(shown.table->isVisible());
    shown.table->select(task.id);
    auto *sentence = shown.window.findChild<QLabel *>(u"errorSentence"_s);
    QVERIFY(sentence->isVisible());
    QCOMPARE(sentence->text(), u"No image called acme/wbe."_s);
    QCOMPARE(shown.window.findChild<QLabel *>(u"decisiveLine"_s)->text(), error.decisiveLine);
}

void TestMainWindow::aFailureOfWhatWasJustAddedIsShownOnce()
{
    JustFailed shown;
    QVERIFY(shown.inFront);
    QVERIFY(shown.dialog() && shown.dialog()->isVisible());
    auto *sentence = shown.dialog()->findChild<QLabel *>(u"errorSentence"_s);
    QCOMPARE(sentence->text(), u"No image called acme/wbe:latest."_s);
    shown.click(u"closeError"_s);
    QTRY_VERIFY(!shown.dialog());
    shown.queue.change(failed(shown.task));
    QVERIFY(!shown.dialog());
}

void TestMainWindow::otherFailuresOpenNoDialog()
{
    Shown shown;
    shown.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    const Task task = shown.add(u"acme/wbe"_s, TaskStatus::Pulling); // added by somebody else
    shown.queue.change(failed(task));
    QVERIFY(!shown.window.findChild<ErrorDialog *>());
}

void TestMainWindow::theErrorDialogRetries()
{
    JustFailed shown;
    QVERIFY(shown.inFront);
    shown.click(u"errorRetry"_s);
    QTRY_VERIFY(!shown.dialog());
    QCOMPARE(shown.queue.asked.last(), u"retry by force "_s + idText(shown.task.id));
}

void TestMainWindow::theErrorDialogOpensTheFormAgain()
{
    JustFailed shown;
    QVERIFY(shown.inFront);
    shown.click(u"errorEdit"_s);
    QTRY_VERIFY(!shown.dialog());
    auto *submit = shown.window.findChild<SubmitDialog *>();
    QVERIFY(submit && submit->isVisible());
    QCOMPARE(submit->findChild<QLineEdit *>(u"image_name"_s)->text(), u"acme/wbe"_s);
}

void TestMainWindow::theErrorDialogCopiesAReport()
{
    JustFailed shown;
    QVERIFY(shown.inFront);
    shown.queue.logs[shown.task.id] = numbered(1, 60);
    shown.click(u"copyReport"_s);
    const auto copied = [] { return QGuiApplication::clipboard()->text(); };
    QTRY_VERIFY(copied().contains(u"No image called acme/wbe:latest."_s));
    QVERIFY(copied().contains(u"docker pull acme/wbe:latest"_s));
    QVERIFY(copied().contains(u"\n    60\n"_s));
    QVERIFY(!copied().contains(u"\n    10\n"_s)); // only the end of the log
}

void TestMainWindow::ctrlNAddsATask()
{
    Shown shown;
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
        Shown shown;
        shown.window.submission().open(TaskType::DockerPull);
        return shown.window.findChild<QLineEdit *>(u"image_name"_s)->text();
    };
    QCOMPARE(offered(u"ghcr.io/acme/api:2.4"_s), u"ghcr.io/acme/api:2.4"_s);
    QCOMPARE(offered(u"https://example.org/page"_s), QString());
    QCOMPARE(offered(u"word"_s), QString());
}

namespace {

// A pull of which 40 MB are loaded, on an engine that keeps nothing of a stopped one.
Task pullUnderWay(Shown &shown, bool keepsLayers)
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

void TestMainWindow::closingWithWorkAsksFirst()
{
    Shown shown;
    SettingsFile settings(shown.folder.filePath(u"slipway.ini"_s));
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
    Shown shown;
    SettingsFile settings(shown.folder.filePath(u"slipway.ini"_s));
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
    Shown shown;
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
    Shown shown;
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
    Shown shown;
    const Task task = pullUnderWay(shown, true);
    shown.action(u"pauseAction"_s)->trigger();
    QVERIFY(!shown.window.findChild<QMessageBox *>(u"pauseQuestion"_s));
    QVERIFY(shown.queue.asked.contains(u"pause "_s + idText(task.id)));
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
