#include "app/ctl/chain.h"
#include "app/ctl/queue_lines.h"
#include "app/ctl/task_lines.h"
#include "app/ctl/words.h"
#include "core/command/task_reply.h"
#include "small_queue.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

QJsonObject replyOf(const Task &task)
{
    return taskReply(task, PauseCost::Unknown);
}

Task taskIn(TaskStatus status)
{
    Task task;
    task.id = QUuid(u"3f2a9c01-1111-4222-8333-444455556666"_s);
    task.spec = pullOf(u"alpine:3.19"_s);
    task.status = status;
    task.createdAt = QDateTime::currentDateTimeUtc();
    return task;
}

Task pulling()
{
    Task task = taskIn(TaskStatus::Pulling);
    task.progress.percent = 45;
    task.progress.isTransfer = true;
    task.progress.bytesDone = 28'100'000;
    task.progress.bytesTotal = 62'900'000;
    task.progress.bytesPerSecond = 5'100'000;
    task.progress.secondsLeft = 7;
    return task;
}

Task failed()
{
    Task task = taskIn(TaskStatus::Failed);
    TaskError error;
    error.code = ErrorCode::DockerImageNotFound;
    error.text = u"There is no image \"%1\""_s;
    error.arguments = { u"alpine:3.19"_s };
    error.decisiveLine = u"manifest unknown"_s;
    task.error = error;
    return task;
}

} // namespace

class TestCtlWords : public QObject {
    Q_OBJECT

private slots:
    void bytesAndSeconds();
    void tableHasEvenColumns();
    void nothingMovesTheCursor();
    void rowsOfTheList();
    void progressSaysWhatIsKnown();
    void failureHasSentenceLineAndAdvice();
    void changeIsOneLineUnlessItFailed();
    void pageOfATask();
    void pageOfTheQueue();
    void statisticsLeaveOutZeros();

    void heldUpBehindAFailure_data();
    void heldUpBehindAFailure();
};

void TestCtlWords::bytesAndSeconds()
{
    QCOMPARE(bytesText(0), u"0 B"_s);
    QCOMPARE(bytesText(999), u"999 B"_s);
    QCOMPARE(bytesText(1000), u"1.0 kB"_s);
    QCOMPARE(bytesText(62'914'560), u"62.9 MB"_s);
    QCOMPARE(bytesText(999'999), u"1.0 MB"_s);
    QCOMPARE(bytesText(123'400'000'000.0), u"123 GB"_s);
    QCOMPARE(secondsText(0.42), u"0.4 s"_s);
    QCOMPARE(secondsText(59.4), u"59 s"_s);
    QCOMPARE(secondsText(59.6), u"1 min 0 s"_s);
    QCOMPARE(secondsText(185), u"3 min 5 s"_s);
    QCOMPARE(secondsText(7'800), u"2 h 10 min"_s);
}

void TestCtlWords::tableHasEvenColumns()
{
    QCOMPARE(tableText(
                 { { u"A"_s, u"B"_s, u"C"_s }, { u"long"_s, {}, u"1"_s }, { {}, u"x"_s, u"22"_s } },
                 { 2 }),
        u"A     B   C\nlong      1\n      x  22\n"_s);
    QCOMPARE(tableText({ { u"only"_s, {} } }), u"only\n"_s);
}

void TestCtlWords::nothingMovesTheCursor()
{
    QCOMPARE(printable(u"a\x1b[31mb\rc\u009b2Jd\te\n"_s), u"a[31mbc2Jd\te\n"_s);
    QCOMPARE(elided(u"abcdef"_s, 4), u"abc…"_s);
    QCOMPARE(elided(u"abcd"_s, 4), u"abcd"_s);
}

void TestCtlWords::rowsOfTheList()
{
    Task waiting = taskIn(TaskStatus::Pending);
    waiting.waitingFor = u"Two other pulls run"_s;
    Task ended = failed();
    ended.startedAt = ended.createdAt;
    ended.activeMs = 2'000;
    const QString table = taskTable({ replyOf(pulling()), replyOf(waiting), replyOf(ended) });
    QCOMPARE(table,
        u"ID        TYPE         NAME         STATUS   PROGRESS\n"
        "3f2a9c01  docker_pull  alpine:3.19  pulling  45 %  28.1 MB of 62.9 MB  5.1 MB/s  7 s "
        "left\n"
        "3f2a9c01  docker_pull  alpine:3.19  pending  Two other pulls run\n"
        "3f2a9c01  docker_pull  alpine:3.19  failed   There is no image \"alpine:3.19\"\n"_s);
    QCOMPARE(taskTable({}), u"There are no tasks.\n"_s);
}

void TestCtlWords::progressSaysWhatIsKnown()
{
    Task task = pulling();
    task.progress.bytesTotal.reset();
    task.progress.secondsLeft.reset();
    task.progress.percent = 0;
    QCOMPARE(progressText(replyOf(task)), u"28.1 MB  5.1 MB/s"_s);
    Task completed = taskIn(TaskStatus::Completed);
    completed.startedAt = completed.createdAt;
    completed.completedAt = completed.createdAt.addSecs(12);
    completed.activeMs = 12'000;
    QCOMPARE(progressText(replyOf(completed)), u"after 12 s"_s);
    QCOMPARE(progressText(replyOf(taskIn(TaskStatus::Pending))), QString());
    Task stopping = pulling();
    stopping.stopReason = StopReason::Pause;
    QCOMPARE(statusText(replyOf(stopping)), u"pulling, stopping"_s);
}

void TestCtlWords::failureHasSentenceLineAndAdvice()
{
    const QStringList lines = failureText(replyOf(failed())).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 3);
    QCOMPARE(lines[0], u"    There is no image \"alpine:3.19\""_s);
    QCOMPARE(lines[1], u"    > manifest unknown"_s);
    for (const QString &advice : lines.mid(2))
        QVERIFY2(advice.startsWith(u"    - "), qPrintable(advice));
    QCOMPARE(failureText(replyOf(pulling())), QString());
}

void TestCtlWords::changeIsOneLineUnlessItFailed()
{
    const QTime at(14, 3, 12);
    QCOMPARE(changeLine(replyOf(pulling()), at), u"14:03:12  3f2a9c01  alpine:3.19  pulling\n"_s);
    Task waiting = taskIn(TaskStatus::Pending);
    waiting.waitingFor = u"Two other pulls run"_s;
    QCOMPARE(changeLine(replyOf(waiting), at),
        u"14:03:12  3f2a9c01  alpine:3.19  pending: Two other pulls run\n"_s);
    Task retrying = failed();
    retrying.status = TaskStatus::Pending;
    retrying.nextRetryAt = QDateTime(QDate(2030, 1, 31), QTime(14, 3, 30));
    QCOMPARE(changeLine(replyOf(retrying), at),
        u"14:03:12  3f2a9c01  alpine:3.19  pending: tries again at 14:03:30. There is no image \"alpine:3.19\"\n"_s);
    const QString failure = changeLine(replyOf(failed()), at);
    QVERIFY(failure.startsWith(u"14:03:12  3f2a9c01  alpine:3.19  failed\n    There is no image"));
}

void TestCtlWords::pageOfATask()
{
    Task task = taskIn(TaskStatus::Completed);
    task.result = QJsonObject{ { u"status"_s, u"success"_s }, { u"size"_s, 62'900'000 },
        { u"full_image_name"_s, u"alpine:3.19"_s } };
    const QString page = taskPage(replyOf(task));
    QVERIFY2(page.contains(u"id               3f2a9c01-1111-4222-8333-444455556666\n"_s),
        qPrintable(page));
    QVERIFY2(page.contains(u"command          docker pull alpine:3.19\n"_s), qPrintable(page));
    QVERIFY2(page.contains(u"size             62900000\n"_s), qPrintable(page));
    QVERIFY(!page.contains(u"success"_s));
    QVERIFY(taskPage(replyOf(failed())).contains(u"\n\n    There is no image"_s));
}

void TestCtlWords::pageOfTheQueue()
{
    const QJsonObject statistics{ { u"summary"_s,
                                      QJsonObject{ { u"current_running"_s, 1 },
                                          { u"max_concurrent"_s, 3 }, { u"queue_size"_s, 2 } } },
        { u"status_distribution"_s, QJsonObject{ { u"failed"_s, 1 }, { u"completed"_s, 4 } } } };
    QJsonObject status{ { u"statistics"_s, statistics }, { u"held"_s, false } };
    QCOMPARE(queuePage(status), u"1 of at most 3 running, 2 waiting, 4 completed, 1 failed.\n"_s);
    status[u"held"] = true;
    status[u"running_tasks"] = QJsonArray{ replyOf(pulling()) };
    const QString page = queuePage(status);
    QVERIFY(page.contains(u"on hold"_s));
    QVERIFY(page.contains(u"3f2a9c01  docker_pull"_s));
}

void TestCtlWords::statisticsLeaveOutZeros()
{
    const QJsonObject statistics = statisticsReply(
        countStatistics({ failed(), pulling() }, {}, QDateTime::currentDateTimeUtc()));
    const QString page = statisticsPage(statistics);
    QVERIFY2(page.contains(u"by error"_s) && page.contains(u"DOCKER_IMAGE_NOT_FOUND"_s),
        qPrintable(page));
    QVERIFY(!page.contains(u"QUEUE_FULL"_s));
    QVERIFY(!page.contains(u"cancelled"_s));
}

void TestCtlWords::heldUpBehindAFailure_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("held");
    QTest::newRow("failed") << u"failed"_s << true;
    QTest::newRow("timeout") << u"timeout"_s << true;
    QTest::newRow("pending") << u"pending"_s << false;
    QTest::newRow("running") << u"running"_s << false;
    QTest::newRow("paused") << u"paused"_s << false;
    QTest::newRow("completed") << u"completed"_s << false;
}

void TestCtlWords::heldUpBehindAFailure()
{
    QFETCH(QString, first);
    QFETCH(bool, held);
    const QHash<QString, ChainLink> tasks{ { u"1"_s, { first, {} } },
        { u"2"_s, { u"pending"_s, { u"1"_s } } },
        { u"3"_s, { u"pending"_s, { u"gone"_s, u"2"_s } } } };
    QVERIFY(!isHeldUp(u"1"_s, tasks));
    QCOMPARE(isHeldUp(u"2"_s, tasks), held);
    QCOMPARE(isHeldUp(u"3"_s, tasks), held);
    // A ring could only come from a damaged store; it must not hang.
    const QHash<QString, ChainLink> ring{ { u"1"_s, { u"pending"_s, { u"2"_s } } },
        { u"2"_s, { u"pending"_s, { u"1"_s } } } };
    QVERIFY(!isHeldUp(u"1"_s, ring));
}

QTEST_GUILESS_MAIN(TestCtlWords)
#include "test_ctl_words.moc"
