// The commands of slipwayctl that go on: wait, logs -f, watch.
#include "app/ctl/task_watch.h"
#include "core/command/task_reply.h"
#include "ctl_under_test.h"

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCtlFollow : public QObject {
    Q_OBJECT

private slots:
    void init();

    void waitEndsWithItsTask_data();
    void waitEndsWithItsTask();
    void failureIsToldWithAdvice();
    void addWaitsOnRequest();
    void waitForOneThatIsOver();
    void heldFollowerCountsAsNotCompleted();
    void followerGoesOnWaitingWhileItsPredecessorRuns();
    void removedTaskEndsTheWait();
    void progressLineOnATerminal();
    void lostQueueEndsTheWait();
    void logsPrintAllPages();
    void followedLogPrintsEachLineOnce();
    void watchShowsWhatRunsFirst();
    void watchDrawsOverItself();

private:
    std::unique_ptr<CtlUnderTest> m_ctl;
};

void TestCtlFollow::init()
{
    m_ctl = std::make_unique<CtlUnderTest>();
    QCOMPARE(m_ctl->served.problem, std::nullopt);
}

void TestCtlFollow::waitEndsWithItsTask_data()
{
    QTest::addColumn<TaskStatus>("end");
    QTest::addColumn<int>("code");
    QTest::newRow("completed") << TaskStatus::Completed << 0;
    QTest::newRow("failed") << TaskStatus::Failed << 1;
    QTest::newRow("cancelled") << TaskStatus::Cancelled << 1;
    QTest::newRow("timeout") << TaskStatus::Timeout << 1;
}

void TestCtlFollow::waitEndsWithItsTask()
{
    QFETCH(TaskStatus, end);
    QFETCH(int, code);
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s));
    const TaskId other = m_ctl->queue.add(pullOf(u"busybox"_s));
    m_ctl->start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_ctl->err.contains(u"pending"_s));
    m_ctl->queue.setStatus(other, TaskStatus::Failed);
    m_ctl->queue.setStatus(id, TaskStatus::Pulling);
    QTRY_VERIFY(m_ctl->err.contains(u"pulling"_s));
    QVERIFY(!m_ctl->ended);
    m_ctl->queue.setStatus(id, end);
    QCOMPARE(m_ctl->exitCode(), code);
    QVERIFY(m_ctl->err.contains(statusName(end)));
    QVERIFY2(!m_ctl->err.contains(u"busybox"_s), qPrintable(m_ctl->err));
}

void TestCtlFollow::failureIsToldWithAdvice()
{
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s));
    m_ctl->start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_ctl->err.contains(u"pending"_s));
    TaskError error;
    error.code = ErrorCode::DockerNetworkError;
    error.text = u"The registry does not answer"_s;
    error.decisiveLine = u"dial tcp: i/o timeout"_s;
    m_ctl->queue.fail(id, error);
    QCOMPARE(m_ctl->exitCode(), 1);
    QVERIFY2(
        m_ctl->err.contains(u"The registry does not answer\n    > dial tcp: i/o timeout\n    - "_s),
        qPrintable(m_ctl->err));
}

void TestCtlFollow::addWaitsOnRequest()
{
    m_ctl->start({ u"add"_s, u"--wait"_s, u"docker_pull"_s, u"image_name=alpine"_s });
    QTRY_VERIFY(m_ctl->err.contains(u"pending"_s));
    const TaskId id = m_ctl->queue.tasks.first().id;
    QCOMPARE(m_ctl->out, idText(id) + u'\n');
    m_ctl->queue.setStatus(id, TaskStatus::Completed);
    QCOMPARE(m_ctl->exitCode(), 0);
}

void TestCtlFollow::waitForOneThatIsOver()
{
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s), TaskStatus::Completed);
    QCOMPARE(m_ctl->run({ u"wait"_s, idText(id), idText(id) }), 0);
    QCOMPARE(m_ctl->err.count(u"completed"_s), 1);
}

void TestCtlFollow::heldFollowerCountsAsNotCompleted()
{
    const TaskId first = m_ctl->queue.add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    const TaskId second =
        m_ctl->queue.add(pullOf(u"busybox"_s), TaskStatus::Pending, { idText(first) });
    const TaskId third =
        m_ctl->queue.add(pullOf(u"debian"_s), TaskStatus::Pending, { idText(second) });
    m_ctl->start({ u"wait"_s, idText(third) }); // the first is two links away
    QTRY_VERIFY(m_ctl->err.contains(u"pending"_s));
    m_ctl->queue.setStatus(first, TaskStatus::Failed);
    QCOMPARE(m_ctl->exitCode(), 1);
    QVERIFY2(m_ctl->err.contains(u"does not start"_s), qPrintable(m_ctl->err));
}

void TestCtlFollow::followerGoesOnWaitingWhileItsPredecessorRuns()
{
    const TaskId first = m_ctl->queue.add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    const TaskId second =
        m_ctl->queue.add(pullOf(u"busybox"_s), TaskStatus::Pending, { idText(first) });
    m_ctl->start({ u"wait"_s, idText(second) });
    QTRY_VERIFY(m_ctl->err.contains(u"pending"_s));
    m_ctl->queue.setStatus(first, TaskStatus::Completed);
    m_ctl->queue.setStatus(second, TaskStatus::Pulling);
    QTRY_VERIFY(m_ctl->err.contains(u"pulling"_s));
    QVERIFY(!m_ctl->ended);
    m_ctl->queue.setStatus(second, TaskStatus::Completed);
    QCOMPARE(m_ctl->exitCode(), 0);
}

void TestCtlFollow::removedTaskEndsTheWait()
{
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s));
    m_ctl->start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_ctl->err.contains(u"pending"_s));
    m_ctl->queue.remove(id);
    QCOMPARE(m_ctl->exitCode(), 1);
    QCOMPARE(m_ctl->run({ u"wait"_s, idText(id) }), 1); // and one that never was there
}

void TestCtlFollow::progressLineOnATerminal()
{
    m_ctl->console.complainsToTerminal = true;
    m_ctl->console.columns = [] { return 30; };
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    m_ctl->start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_ctl->err.contains(u"pulling"_s));
    m_ctl->err.clear();
    TaskProgress progress = progressOf(45);
    progress.isTransfer = true;
    progress.bytesDone = 28'100'000;
    progress.bytesTotal = 62'900'000;
    m_ctl->queue.progress(id, progress);
    QTRY_VERIFY(m_ctl->err.contains(u"45 %"_s));
    QCOMPARE(m_ctl->err, u"\r\x1b[Kalpine:latest  pulling  45 %…"_s);
    m_ctl->queue.setStatus(id, TaskStatus::Completed);
    QCOMPARE(m_ctl->exitCode(), 0);
    QVERIFY2(m_ctl->err.endsWith(u"alpine:latest  completed\n"_s), qPrintable(m_ctl->err));
}

void TestCtlFollow::lostQueueEndsTheWait()
{
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s));
    m_ctl->start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_ctl->err.contains(u"pending"_s));
    m_ctl->served.server.close();
    QCOMPARE(m_ctl->exitCode(), 1);
}

void TestCtlFollow::logsPrintAllPages()
{
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s), TaskStatus::Completed);
    QString all;
    for (int i = 0; i < 2500; ++i) {
        m_ctl->queue.logs[id].append({ LogChannel::Out, "line " + QByteArray::number(i) });
        all += u"line %1\n"_s.arg(i);
    }
    QCOMPARE(m_ctl->run({ u"logs"_s, idText(id) }), 0);
    QCOMPARE(m_ctl->out, all);
    QCOMPARE(m_ctl->run({ u"logs"_s, u"-f"_s, idText(id) }), 0); // it is over: -f does not wait
    QCOMPARE(m_ctl->out, all);
}

void TestCtlFollow::followedLogPrintsEachLineOnce()
{
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    QString all;
    const auto grow = [&](const QByteArray &line) {
        m_ctl->queue.growLog(id, { { LogChannel::Out, line } });
        all += QString::fromUtf8(line) + u'\n';
    };
    grow("before");
    m_ctl->start({ u"logs"_s, u"-f"_s, idText(id) });
    for (int i = 0; i < 200; ++i) { // pages and events tell of the same lines here
        grow("line " + QByteArray::number(i));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_ctl->out, all);
    QVERIFY(!m_ctl->ended);
    grow("the last");
    m_ctl->queue.setStatus(id, TaskStatus::Completed);
    QCOMPARE(m_ctl->exitCode(), 0);
    QCOMPARE(m_ctl->out, all);
}

void TestCtlFollow::watchShowsWhatRunsFirst()
{
    QList<QJsonObject> tasks;
    for (const auto status :
        { TaskStatus::Completed, TaskStatus::Pending, TaskStatus::Paused, TaskStatus::Building }) {
        Task task;
        task.spec = pullOf(u"alpine"_s);
        task.status = status;
        tasks.append(taskReply(task, PauseCost::Unknown));
    }
    QStringList order;
    for (const QJsonObject &task : rowsToWatch(tasks, 3))
        order.append(task.value(u"status").toString());
    QCOMPARE(order, QStringList({ u"building"_s, u"paused"_s, u"pending"_s }));
}

void TestCtlFollow::watchDrawsOverItself()
{
    m_ctl->console.printsToTerminal = true;
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s));
    m_ctl->start({ u"watch"_s });
    QTRY_VERIFY(m_ctl->out.contains(u"0 running, 0 paused, 1 waiting, 0 ended"_s));
    QVERIFY(!m_ctl->out.contains(u"\x1b[3A"_s));
    m_ctl->out.clear();
    m_ctl->queue.setStatus(id, TaskStatus::Pulling);
    QTRY_VERIFY(m_ctl->out.contains(u"1 running, 0 paused, 0 waiting, 0 ended"_s));
    QVERIFY2(m_ctl->out.startsWith(u"\x1b[3A\x1b[2KID "_s), qPrintable(m_ctl->out));
    m_ctl->queue.remove(id);
    QTRY_VERIFY(m_ctl->out.contains(u"There are no tasks."_s));
}

QTEST_GUILESS_MAIN(TestCtlFollow)
#include "test_ctl_follow.moc"
