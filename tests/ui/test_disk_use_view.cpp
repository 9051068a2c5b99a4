// What fills a full disk, under the error that says so.
#include "tests/support/fake_queue_service.h"
#include "ui/detail/detail_panel.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class TestDiskUseView : public QObject {
    Q_OBJECT

private slots:
    void isAskedForWhenSeenAndOnce();
    void anotherErrorHasNone();
    void anEngineThatDoesNotTell();
};

namespace {

Task full(ErrorCode code)
{
    Task task = madeTask(1, pullOf(u"debian:12"_s), TaskStatus::Failed);
    task.resolvedHost = u"unix:///engine"_s;
    task.error = TaskError{};
    task.error->code = code;
    return task;
}

QStringList wordsIn(const QWidget *view)
{
    QStringList words;
    for (const QLabel *label : view->findChildren<QLabel *>())
        words << label->text();
    return words;
}

} // namespace

void TestDiskUseView::isAskedForWhenSeenAndOnce()
{
    FakeQueueService queue;
    queue.nextDiskUse = { true, { { DiskUse::Kind::Images, 12, 8'400'000'000, 3'100'000'000 } },
        { { u"acme/api:2.4"_s, 1'900'000'000, true }, { u"old:1"_s, 700'000'000, false } } };
    const Task task = full(ErrorCode::SystemDiskSpace);
    queue.add(task);
    DetailPanel panel(queue);
    panel.showTask(task.id);
    QCoreApplication::processEvents();
    QVERIFY2(!queue.asked.contains(u"diskUse unix:///engine"_s), "nobody sees it yet");
    panel.show();
    auto *view = panel.findChild<QWidget *>(u"diskUse"_s);
    QTRY_VERIFY(wordsIn(view).contains(u"Images (12)"_s));
    const QStringList words = wordsIn(view);
    for (const QString &word :
        { u"8.4 GB"_s, u"3.1 GB"_s, u"acme/api:2.4"_s, u"1.9 GB"_s, u"in use"_s, u"not in use"_s })
        QVERIFY2(words.contains(word), qPrintable(words.join(u'|')));
    queue.change(task); // the same again
    QCoreApplication::processEvents();
    QCOMPARE(queue.asked.count(u"diskUse unix:///engine"_s), 1);
}

void TestDiskUseView::anotherErrorHasNone()
{
    FakeQueueService queue;
    const Task task = full(ErrorCode::DockerNetworkError);
    queue.add(task);
    DetailPanel panel(queue);
    panel.show();
    panel.showTask(task.id);
    QVERIFY(panel.findChild<QWidget *>(u"diskUse"_s)->isHidden());
    QVERIFY(queue.asked.filter(u"diskUse"_s).isEmpty());
}

void TestDiskUseView::anEngineThatDoesNotTell()
{
    FakeQueueService queue;
    const Task task = full(ErrorCode::SystemDiskSpace);
    queue.add(task);
    DetailPanel panel(queue);
    panel.show();
    panel.showTask(task.id);
    auto *view = panel.findChild<QWidget *>(u"diskUse"_s);
    QTRY_VERIFY(wordsIn(view).contains(u"Docker did not tell."_s));
}

QTEST_MAIN(TestDiskUseView)
#include "test_disk_use_view.moc"
