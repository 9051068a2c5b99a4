// A failure as a person meets it: beside the list, and in a dialog when it was just added.
#include "tests/ui/shown_window.h"
#include "ui/error/error_dialog.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

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
struct JustFailed : ShownWindow {
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
        inFront = QTest::qWaitFor(
            [this] { return window.isActiveWindow() && !window.findChild<SubmitDialog *>(); });
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

class TestWindowErrors : public QObject {
    Q_OBJECT

private slots:
    void aFailedTaskOpensOnItsError();
    void aFailureOfWhatWasJustAddedIsShownOnce();
    void otherFailuresOpenNoDialog();
    void theErrorDialogRetries();
    void theErrorDialogOpensTheFormAgain();
    void theErrorDialogCopiesAReport();
};

void TestWindowErrors::aFailedTaskOpensOnItsError()
{
    ShownWindow shown;
    Task task = failed(madeTask(1, pullOf(u"acme/wbe"_s)));
    task.error->decisiveLine = u"pull access denied"_s;
    shown.queue.add(task);
    QTRY_VERIFY(shown.table->isVisible());
    shown.table->select(task.id);
    auto *sentence = shown.window.findChild<QLabel *>(u"errorSentence"_s);
    QVERIFY(sentence->isVisible());
    QCOMPARE(sentence->text(), u"No image called acme/wbe:latest."_s);
    QCOMPARE(shown.window.findChild<QLabel *>(u"decisiveLine"_s)->text(), task.error->decisiveLine);
}

void TestWindowErrors::aFailureOfWhatWasJustAddedIsShownOnce()
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

void TestWindowErrors::otherFailuresOpenNoDialog()
{
    ShownWindow shown;
    shown.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    const Task task = shown.add(u"acme/wbe"_s, TaskStatus::Pulling); // added by somebody else
    shown.queue.change(failed(task));
    QVERIFY(!shown.window.findChild<ErrorDialog *>());
}

void TestWindowErrors::theErrorDialogRetries()
{
    JustFailed shown;
    QVERIFY(shown.inFront);
    shown.click(u"errorRetry"_s);
    QTRY_VERIFY(!shown.dialog());
    QCOMPARE(shown.queue.asked.last(), u"retry by force "_s + idText(shown.task.id));
}

void TestWindowErrors::theErrorDialogOpensTheFormAgain()
{
    JustFailed shown;
    QVERIFY(shown.inFront);
    shown.click(u"errorEdit"_s);
    QTRY_VERIFY(!shown.dialog());
    auto *submit = shown.window.findChild<SubmitDialog *>();
    QVERIFY(submit && submit->isVisible());
    QCOMPARE(submit->findChild<QLineEdit *>(u"image_name"_s)->text(), u"acme/wbe"_s);
}

void TestWindowErrors::theErrorDialogCopiesAReport()
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

QTEST_MAIN(TestWindowErrors)
#include "test_window_errors.moc"
