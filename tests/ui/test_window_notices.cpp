// What the window says for a moment, and for whom a form was opened.
#include "tests/ui/shown_window.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestWindowNotices : public QObject {
    Q_OBJECT

private slots:
    void aNoticeStaysWhileCountsChange();
    void aLoginThatWasGivenUpRetriesNothing();
    void aLoginThatCompletedRetriesItsTask();

private:
    // A pull that wants a login, and the form that its fix has opened.
    struct Asking : ShownWindow {
        Task task = madeTask(1, pullOf(u"ghcr.io/acme/api"_s), TaskStatus::Failed);

        Asking()
        {
            task.error = TaskError{};
            task.error->code = ErrorCode::DockerAuthenticationFailed;
            queue.add(task);
        }
        bool openLogin()
        {
            table->select(task.id);
            QPushButton *fix = visibleButton(u"fix:log_in:ghcr.io"_s);
            if (!fix)
                return false;
            QTest::mouseClick(fix, Qt::LeftButton);
            return QTest::qWaitFor([this] { return form() && form()->isVisible(); });
        }
        SubmitDialog *form() const { return window.findChild<SubmitDialog *>(); }
        void submit(const QString &field, const QString &text)
        {
            for (QLineEdit *edit : form()->findChildren<QLineEdit *>(field)) {
                if (edit->isVisible())
                    edit->setText(text);
            }
            QTest::mouseClick(form()->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
        }
        void complete(int submitted)
        {
            Task done = queue.snapshot().at(submitted);
            done.status = TaskStatus::Completed;
            queue.change(done);
        }
    };
};

void TestWindowNotices::aNoticeStaysWhileCountsChange()
{
    FakeQueueService queue;
    MainWindow window(queue);
    window.show();
    queue.add(madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling));
    const auto *totals = window.findChild<QLabel *>(u"totals"_s);
    QTRY_VERIFY(totals->text().contains(u"1 active, 0 waiting"_s));
    window.showNotice(u"Total reclaimed space: 1.2GB"_s);
    queue.add(madeTask(2, pullOf(u"busybox"_s)));
    const auto *rows = window.findChild<TaskTableView *>()->model();
    QTRY_COMPARE(rows->rowCount(), 2);
    QCoreApplication::processEvents();
    QCOMPARE(totals->text(), u"Total reclaimed space: 1.2GB"_s);
}

void TestWindowNotices::aLoginThatWasGivenUpRetriesNothing()
{
    Asking asking;
    QVERIFY(asking.openLogin());
    asking.form()->reject();
    asking.window.submission().open(TaskType::DockerPull);
    asking.submit(u"image_name"_s, u"alpine"_s);
    QTRY_COMPARE(asking.queue.submitted.size(), 1);
    asking.complete(1);
    QCoreApplication::processEvents();
    QVERIFY2(
        asking.queue.asked.filter(u"retry"_s).isEmpty(), qPrintable(asking.queue.asked.join(u' ')));
}

void TestWindowNotices::aLoginThatCompletedRetriesItsTask()
{
    Asking asking;
    QVERIFY(asking.openLogin());
    for (QLineEdit *edit : asking.form()->findChildren<QLineEdit *>(u"username"_s))
        edit->setText(u"ann"_s);
    asking.submit(u"password"_s, u"secret"_s);
    QTRY_COMPARE(asking.queue.submitted.size(), 1);
    QVERIFY(asking.queue.asked.filter(u"retry"_s).isEmpty());
    asking.complete(1);
    QTRY_COMPARE(asking.queue.asked.filter(u"retry"_s).filter(idText(asking.task.id)).size(), 1);
}

QTEST_MAIN(TestWindowNotices)
#include "test_window_notices.moc"
