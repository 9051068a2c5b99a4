#include "app/slipwayd/file_run.h"
#include "small_queue.h"

#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestFileRun : public QObject {
    Q_OBJECT

private slots:
    void init();
    void endsWellWhenAllCompleted();
    void aLineForEachChange();
    void oneFailureIsEnough();
    void heldFollowersEndIt();
    void pausedTaskIsWaitedFor();
    void removedTaskIsNotCompleted();
    void tasksThatWereThereDoNotCount();
    void refusedFileQueuesNothing();

private:
    void start(const QStringList &images);
    TaskId task(int number) const { return m_queue->tasks[number].id; }

    std::unique_ptr<SmallQueue> m_queue;
    std::unique_ptr<CommandInterface> m_commands;
    std::unique_ptr<FileRun> m_run;
    std::unique_ptr<QSignalSpy> m_ended;
    QString m_out;
};

void TestFileRun::init()
{
    m_run.reset();
    m_out.clear();
    m_queue = std::make_unique<SmallQueue>();
    m_commands = std::make_unique<CommandInterface>(*m_queue);
    m_run = std::make_unique<FileRun>(*m_commands, [this](const QString &text) { m_out += text; });
    m_ended = std::make_unique<QSignalSpy>(m_run.get(), &FileRun::ended);
}

void TestFileRun::start(const QStringList &images)
{
    const qsizetype before = m_queue->tasks.size();
    QJsonArray tasks;
    for (const QString &image : images)
        tasks.append(
            QJsonObject{ { u"task_type"_s, u"docker_pull"_s }, { u"image_name"_s, image } });
    m_run->start({ { u"slipway"_s, 1 }, { u"tasks"_s, tasks } });
    QCOMPARE(m_queue->tasks.size(), before + images.size());
    QTRY_COMPARE(m_out.count(u'\n'), images.size()); // the submit is answered
}

void TestFileRun::endsWellWhenAllCompleted()
{
    start({ u"alpine"_s, u"busybox"_s });
    m_queue->setStatus(task(0), TaskStatus::Completed);
    QCOMPARE(m_ended->size(), 0);
    m_queue->setStatus(task(1), TaskStatus::Completed);
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->first().first().toBool(), true);
}

void TestFileRun::aLineForEachChange()
{
    start({ u"alpine"_s });
    m_queue->setStatus(task(0), TaskStatus::Pulling);
    m_queue->progress(task(0), progressOf(50));
    m_queue->setStatus(task(0), TaskStatus::Pulling); // something else of it changed
    TaskError error;
    error.text = u"The registry does not answer"_s;
    error.decisiveLine = u"i/o timeout"_s;
    m_queue->fail(task(0), error);
    const QString id = idText(task(0)).left(8);
    const QStringList lines = m_out.split(u'\n');
    QVERIFY2(lines[0].endsWith(id + u"  alpine:latest  pending"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].endsWith(id + u"  alpine:latest  pulling"_s), qPrintable(lines[1]));
    QVERIFY2(lines[2].endsWith(id + u"  alpine:latest  failed"_s), qPrintable(lines[2]));
    QCOMPARE(lines[3], u"    The registry does not answer"_s);
    QCOMPARE(lines[4], u"    > i/o timeout"_s);
    QVERIFY2(lines[5].startsWith(u"    - "_s), qPrintable(lines[5]));
}

void TestFileRun::oneFailureIsEnough()
{
    start({ u"alpine"_s, u"busybox"_s });
    m_queue->setStatus(task(0), TaskStatus::Failed);
    QCOMPARE(m_ended->size(), 0); // the other goes on to its end
    m_queue->setStatus(task(1), TaskStatus::Completed);
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->first().first().toBool(), false);
}

void TestFileRun::heldFollowersEndIt()
{
    start({ u"alpine"_s, u"busybox"_s });
    m_queue->find(task(1))->options.after = { idText(task(0)) };
    m_queue->setStatus(task(1), TaskStatus::Pending);
    m_queue->setStatus(task(0), TaskStatus::Failed);
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->first().first().toBool(), false);
}

void TestFileRun::pausedTaskIsWaitedFor()
{
    start({ u"alpine"_s });
    m_queue->setStatus(task(0), TaskStatus::Paused);
    QCOMPARE(m_ended->size(), 0);
    m_queue->setStatus(task(0), TaskStatus::Completed);
    QCOMPARE(m_ended->size(), 1);
}

void TestFileRun::removedTaskIsNotCompleted()
{
    start({ u"alpine"_s });
    m_queue->remove(task(0));
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->first().first().toBool(), false);
}

void TestFileRun::tasksThatWereThereDoNotCount()
{
    m_queue->add(pullOf(u"debian"_s), TaskStatus::Pulling);
    start({ u"alpine"_s });
    QVERIFY(!m_out.contains(u"debian"_s));
    m_queue->setStatus(task(1), TaskStatus::Completed);
    QCOMPARE(m_ended->first().first().toBool(), true);
}

void TestFileRun::refusedFileQueuesNothing()
{
    QSignalSpy refused(m_run.get(), &FileRun::refused);
    m_run->start({ { u"slipway"_s, 1 },
        { u"tasks"_s, QJsonArray{ QJsonObject{ { u"task_type"_s, u"docker_pull"_s } } } } });
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(u"image_name"_s));
    QCOMPARE(m_queue->tasks.size(), 0);
    QCOMPARE(m_ended->size(), 0);
}

QTEST_GUILESS_MAIN(TestFileRun)
#include "test_file_run.moc"
