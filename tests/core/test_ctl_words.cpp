#include "app/ctl/add_line.h"
#include "app/ctl/chain.h"
#include "app/ctl/invocation.h"
#include "app/ctl/queue_lines.h"
#include "app/ctl/task_lines.h"
#include "app/ctl/words.h"
#include "app/queue_file.h"
#include "core/command/task_reply.h"
#include "small_queue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

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

    void optionsStandBeforeOrAfter_data();
    void optionsStandBeforeOrAfter();
    void wordsAfterDockerAreItsOwn();
    void wrongOptionsAreNamed();

    void valuesAreReadByType();
    void pathsBecomeAbsolute();
    void addLineIsRefused_data();
    void addLineIsRefused();

    void queueFileIsReadWithItsFolder();
    void queueFileIsRefused_data();
    void queueFileIsRefused();

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
    const QString table =
        taskTable({ taskReply(pulling()), taskReply(waiting), taskReply(ended) });
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
    QCOMPARE(progressText(taskReply(task)), u"28.1 MB  5.1 MB/s"_s);
    Task completed = taskIn(TaskStatus::Completed);
    completed.startedAt = completed.createdAt;
    completed.completedAt = completed.createdAt.addSecs(12);
    completed.activeMs = 12'000;
    QCOMPARE(progressText(taskReply(completed)), u"after 12 s"_s);
    QCOMPARE(progressText(taskReply(taskIn(TaskStatus::Pending))), QString());
    Task stopping = pulling();
    stopping.stopReason = StopReason::Pause;
    QCOMPARE(statusText(taskReply(stopping)), u"pulling, stopping"_s);
}

void TestCtlWords::failureHasSentenceLineAndAdvice()
{
    const QStringList lines = failureText(taskReply(failed())).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 3);
    QCOMPARE(lines[0], u"    There is no image \"alpine:3.19\""_s);
    QCOMPARE(lines[1], u"    > manifest unknown"_s);
    for (const QString &advice : lines.mid(2))
        QVERIFY2(advice.startsWith(u"    - "), qPrintable(advice));
    QCOMPARE(failureText(taskReply(pulling())), QString());
}

void TestCtlWords::changeIsOneLineUnlessItFailed()
{
    const QTime at(14, 3, 12);
    QCOMPARE(changeLine(taskReply(pulling()), at), u"14:03:12  3f2a9c01  alpine:3.19  pulling\n"_s);
    Task waiting = taskIn(TaskStatus::Pending);
    waiting.waitingFor = u"Two other pulls run"_s;
    QCOMPARE(changeLine(taskReply(waiting), at),
        u"14:03:12  3f2a9c01  alpine:3.19  pending: Two other pulls run\n"_s);
    Task retrying = failed();
    retrying.status = TaskStatus::Pending;
    retrying.nextRetryAt = QDateTime(QDate(2030, 1, 31), QTime(14, 3, 30));
    QCOMPARE(changeLine(taskReply(retrying), at),
        u"14:03:12  3f2a9c01  alpine:3.19  pending: tries again at 14:03:30. There is no image \"alpine:3.19\"\n"_s);
    const QString failure = changeLine(taskReply(failed()), at);
    QVERIFY(failure.startsWith(u"14:03:12  3f2a9c01  alpine:3.19  failed\n    There is no image"));
}

void TestCtlWords::pageOfATask()
{
    Task task = taskIn(TaskStatus::Completed);
    task.result = QJsonObject{ { u"status"_s, u"success"_s }, { u"size"_s, 62'900'000 },
        { u"full_image_name"_s, u"alpine:3.19"_s } };
    const QString page = taskPage(taskReply(task));
    QVERIFY2(page.contains(u"id               3f2a9c01-1111-4222-8333-444455556666\n"_s),
        qPrintable(page));
    QVERIFY2(page.contains(u"command          docker pull alpine:3.19\n"_s), qPrintable(page));
    QVERIFY2(page.contains(u"size             62900000\n"_s), qPrintable(page));
    QVERIFY(!page.contains(u"success"_s));
    QVERIFY(taskPage(taskReply(failed())).contains(u"\n\n    There is no image"_s));
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
    status[u"running_tasks"] = QJsonArray{ taskReply(pulling()) };
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

void TestCtlWords::optionsStandBeforeOrAfter_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("before") << QStringList{ u"--home"_s, u"/h"_s, u"--profile=p"_s, u"--json"_s,
        u"status"_s, u"a1"_s };
    QTest::newRow("after") << QStringList{ u"status"_s, u"a1"_s, u"--json"_s, u"--profile"_s,
        u"p"_s, u"--home=/h"_s };
    QTest::newRow("between") << QStringList{ u"--json"_s, u"status"_s, u"--home"_s, u"/h"_s,
        u"a1"_s, u"--profile=p"_s };
}

void TestCtlWords::optionsStandBeforeOrAfter()
{
    QFETCH(QStringList, arguments);
    const auto read = readInvocation(arguments);
    const auto *invocation = std::get_if<Invocation>(&read);
    QVERIFY(invocation);
    QCOMPARE(invocation->home, u"/h"_s);
    QCOMPARE(invocation->profile, u"p"_s);
    QVERIFY(invocation->json);
    QCOMPARE(invocation->command, u"status"_s);
    QCOMPARE(invocation->words, QStringList{ u"a1"_s });
    QVERIFY(invocation->flags.isEmpty());
}

void TestCtlWords::wordsAfterDockerAreItsOwn()
{
    const QStringList line{ u"run"_s, u"alpine"_s, u"--json"_s, u"--home"_s, u"x"_s };
    const auto read = readInvocation(QStringList{ u"--json"_s, u"docker"_s } + line);
    const auto &invocation = std::get<Invocation>(read);
    QVERIFY(invocation.json);
    QCOMPARE(invocation.words, line);
}

void TestCtlWords::wrongOptionsAreNamed()
{
    const auto noValue = readInvocation({ u"list"_s, u"--home"_s });
    QVERIFY(std::get<QString>(noValue).contains(u"--home"_s));
    const auto unknown = readInvocation({ u"--jsn"_s, u"list"_s });
    QVERIFY(std::get<QString>(unknown).contains(u"--jsn"_s));
    const auto own = readInvocation({ u"logs"_s, u"-f"_s, u"a1"_s });
    QCOMPARE(std::get<Invocation>(own).flags, QStringList{ u"-f"_s });
}

void TestCtlWords::valuesAreReadByType()
{
    const auto read = readAddLine(
        { u"docker_run"_s, u"image=alpine:1.10"_s, u"detach=yes"_s, u"priority=5"_s,
            u"command=sh -c 'echo a=b'"_s, u"ports={\"80\":\"80\"}"_s, u"after=one,two"_s },
        u"/"_s);
    const auto *task = std::get_if<QJsonObject>(&read);
    QVERIFY2(task, task ? "" : qPrintable(std::get<QString>(read)));
    const QJsonObject params = task->value(u"params").toObject();
    QCOMPARE(params.value(u"image"), QJsonValue(u"alpine:1.10"_s));
    QCOMPARE(params.value(u"detach"), QJsonValue(true));
    QCOMPARE(params.value(u"priority"), QJsonValue(5));
    QCOMPARE(params.value(u"command").toArray(), QJsonArray({ u"sh"_s, u"-c"_s, u"echo a=b"_s }));
    QCOMPARE(params.value(u"ports").toObject(), QJsonObject({ { u"80"_s, u"80"_s } }));
    QCOMPARE(params.value(u"after").toArray(), QJsonArray({ u"one"_s, u"two"_s }));
}

void TestCtlWords::pathsBecomeAbsolute()
{
    const auto build = readAddLine(
        { u"BUILD"_s, u"context_path=.."_s, u"dockerfile=a/D"_s, u"secrets=[\"id=s,src=key\"]"_s },
        u"/home/me/x"_s);
    QCOMPARE(std::get<QJsonObject>(build).value(u"params").toObject(),
        QJsonObject(
            { { u"context_path"_s, u"/home/me"_s }, { u"dockerfile"_s, u"/home/me/x/a/D"_s },
                { u"secrets"_s, QJsonArray{ u"id=s,src=/home/me/x/key"_s } } }));
    const auto standard =
        readAddLine({ u"build"_s, u"context_path=/a"_s, u"dockerfile=Dockerfile"_s }, u"/x"_s);
    QCOMPARE(
        std::get<QJsonObject>(standard).value(u"params").toObject().value(u"dockerfile").toString(),
        u"Dockerfile"_s);
    const auto run = readAddLine(
        { u"docker_run"_s, u"image=a"_s, u"volumes={\"./d\":\"/d\",\"named\":\"/n\"}"_s }, u"/x"_s);
    QCOMPARE(std::get<QJsonObject>(run).value(u"params").toObject().value(u"volumes").toObject(),
        QJsonObject({ { u"/x/d"_s, u"/d"_s }, { u"named"_s, u"/n"_s } }));
    const auto images = readAddLine(
        { u"ollama_run"_s, u"model_name=m"_s, u"prompt=p"_s, u"images=[\"a.png\"]"_s }, u"/x"_s);
    QCOMPARE(std::get<QJsonObject>(images).value(u"params").toObject().value(u"images").toArray(),
        QJsonArray{ u"/x/a.png"_s });
}

void TestCtlWords::addLineIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QStringList{} << u"docker_pull"_s;
    QTest::newRow("type") << QStringList{ u"docker_pul"_s } << u"docker_pul"_s;
    QTest::newRow("no equals") << QStringList{ u"docker_pull"_s, u"alpine"_s } << u"alpine"_s;
    QTest::newRow("number") << QStringList{ u"docker_pull"_s, u"priority=high"_s } << u"priority"_s;
    QTest::newRow("yes or no") << QStringList{ u"docker_pull"_s, u"all_tags=maybe"_s }
                               << u"all_tags"_s;
    QTest::newRow("no JSON") << QStringList{ u"docker_run"_s, u"ports=80:80"_s } << u"ports"_s;
    QTest::newRow("twice") << QStringList{ u"docker_pull"_s, u"tag=1"_s, u"tag=2"_s } << u"tag"_s;
    QTest::newRow("secret") << QStringList{ u"docker_login"_s, u"secret=hush"_s } << u"password"_s;
    QTest::newRow("password") << QStringList{ u"docker_login"_s, u"password=hush"_s }
                              << u"password"_s;
}

void TestCtlWords::addLineIsRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const auto read = readAddLine(words, u"/"_s);
    const auto *sentence = std::get_if<QString>(&read);
    QVERIFY(sentence);
    QVERIFY2(sentence->contains(named), qPrintable(*sentence));
    QVERIFY(!sentence->contains(u"hush"_s));
}

void TestCtlWords::queueFileIsReadWithItsFolder()
{
    QTemporaryDir folder;
    QFile dockerfile(folder.filePath(u"Dockerfile"_s));
    QVERIFY(dockerfile.open(QIODevice::WriteOnly));
    QFile file(folder.filePath(u"queue.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"slipway":1,"tasks":[
        {"task_type":"docker_build","key":"app","params":{"context_path":".","image_name":"app"}},
        {"task_type":"docker_run","after":["app"],"image":"app","volumes":{"./out":"/out"}}]})");
    file.close();
    const auto read = readQueueFile(file.fileName());
    const auto *tasks = std::get_if<QJsonArray>(&read);
    QVERIFY2(tasks, tasks ? "" : qPrintable(std::get<QString>(read)));
    QCOMPARE(tasks->at(0).toObject().value(u"params").toObject().value(u"context_path").toString(),
        folder.path());
    QCOMPARE(tasks->at(1).toObject().value(u"volumes").toObject(),
        QJsonObject({ { folder.filePath(u"out"_s), u"/out"_s } }));
}

void TestCtlWords::queueFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no JSON") << QByteArray("{\n\"slipway\":1,\n,}") << u"line 3"_s;
    QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
    QTest::newRow("other JSON") << QByteArray(R"({"tasks":[]})") << u"slipway"_s;
    QTest::newRow("other version") << QByteArray(R"({"slipway":2,"tasks":[{}]})") << u"slipway"_s;
    QTest::newRow("no tasks") << QByteArray(R"({"slipway":1})") << u"no tasks"_s;
    QTest::newRow("task no object") << QByteArray(R"({"slipway":1,"tasks":[3]})") << u"Task 1"_s;
    QTest::newRow("no type") << QByteArray(R"({"slipway":1,"tasks":[{"params":{}}]})")
                             << u"task_type"_s;
    QTest::newRow("second wrong") << QByteArray(
        R"({"slipway":1,"tasks":[{"task_type":"docker_pull","image_name":"a"},{"task_type":"docker_pull"}]})")
                                  << u"Task 2"_s;
}

void TestCtlWords::queueFileIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"queue.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto read = readQueueFile(file.fileName());
    const auto *sentence = std::get_if<QString>(&read);
    QVERIFY(sentence);
    QVERIFY2(
        sentence->contains(named) && sentence->contains(file.fileName()), qPrintable(*sentence));
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
