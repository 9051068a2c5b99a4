// slipwayctl as a whole, but for its main: real sockets, a queue moved by hand.
#include "app/command_server.h"
#include "app/ctl/ctl_run.h"
#include "app/ctl/task_watch.h"
#include "core/command/command_interface.h"
#include "core/command/task_reply.h"
#include "small_queue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCtlRun : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void withoutAQueueItSaysHowToStartOne();
    void wrongUsageNeedsNoQueue_data();
    void wrongUsageNeedsNoQueue();

    void addPrintsTheId();
    void addTakesBeginningsOfIdsInAfter();
    void dockerLineIsQueued();
    void refusedAddEndsWithOne();
    void jsonPrintsTheData();
    void statusOfOneByItsBeginning();
    void beginningMustBeUnique();
    void verbsTakeSeveralTasks();
    void retryIsForced();
    void holdAndRelease();
    void requestPrintsTheWholeReply();
    void requestsFromInputAreALineEach();

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
    void start(const QStringList &arguments);
    int run(const QStringList &arguments); // to its end
    int exitCode();

    std::unique_ptr<QTemporaryDir> m_home;
    Paths m_paths;
    std::unique_ptr<SmallQueue> m_queue;
    std::unique_ptr<CommandInterface> m_commands;
    std::unique_ptr<CommandServer> m_server;
    std::unique_ptr<CtlRun> m_run;
    std::optional<int> m_exitCode;
    Console m_console;
    QString m_out;
    QString m_err;
};

void TestCtlRun::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_paths = pathsFor(m_home->path(), {});
    m_queue = std::make_unique<SmallQueue>();
    m_commands = std::make_unique<CommandInterface>(*m_queue);
    m_server = std::make_unique<CommandServer>(*m_commands);
    QCOMPARE(m_server->listen(m_paths.socket), std::nullopt);
    m_out.clear();
    m_err.clear();
    m_console = {};
    m_console.print = [this](const QString &text) { m_out += text; };
    m_console.complain = [this](const QString &text) { m_err += text; };
}

void TestCtlRun::cleanup()
{
    m_run.reset();
    m_server.reset();
}

void TestCtlRun::start(const QStringList &arguments)
{
    const auto invocation = readInvocation(arguments);
    QVERIFY(std::holds_alternative<Invocation>(invocation));
    m_exitCode.reset();
    m_out.clear();
    m_err.clear();
    m_run = std::make_unique<CtlRun>(std::get<Invocation>(invocation), m_paths, m_console);
    connect(m_run.get(), &CtlRun::ended, this, [this](ExitCode code) { m_exitCode = int(code); });
    m_run->start();
}

int TestCtlRun::exitCode()
{
    return QTest::qWaitFor([this] { return m_exitCode.has_value(); }, 10'000) ? *m_exitCode : -1;
}

int TestCtlRun::run(const QStringList &arguments)
{
    start(arguments);
    return exitCode();
}

void TestCtlRun::withoutAQueueItSaysHowToStartOne()
{
    m_server->close();
    QCOMPARE(run({ u"list"_s }), 3);
    QVERIFY2(m_err.contains(u"slipwayd"_s) && m_err.contains(u"\"default\""_s), qPrintable(m_err));
    QCOMPARE(run({ u"request"_s, u"{}"_s }), 3);
}

void TestCtlRun::wrongUsageNeedsNoQueue_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QStringList{} << u"missing"_s;
    QTest::newRow("unknown") << QStringList{ u"lst"_s } << u"list"_s;
    QTest::newRow("too few") << QStringList{ u"pause"_s } << u"pause ID"_s;
    QTest::newRow("too many") << QStringList{ u"status"_s, u"a"_s, u"b"_s } << u"status [ID]"_s;
    QTest::newRow("option") << QStringList{ u"list"_s, u"--wait"_s } << u"--wait"_s;
    QTest::newRow("type") << QStringList{ u"add"_s, u"docker_pul"_s } << u"docker_pul"_s;
    QTest::newRow("docker flag") << QStringList{ u"docker"_s, u"run"_s, u"--cap-add"_s, u"ALL"_s,
        u"a"_s } << u"--cap-add"_s;
}

void TestCtlRun::wrongUsageNeedsNoQueue()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    m_server->close();
    QCOMPARE(run(arguments), 2);
    QVERIFY2(m_err.contains(named), qPrintable(m_err));
}

void TestCtlRun::addPrintsTheId()
{
    QCOMPARE(run({ u"add"_s, u"docker_pull"_s, u"image_name=alpine"_s, u"tag=1.10"_s }), 0);
    QCOMPARE(m_queue->tasks.size(), 1);
    QCOMPARE(m_out, idText(m_queue->tasks.first().id) + u'\n');
    QCOMPARE(displayName(m_queue->tasks.first().spec), u"alpine:1.10"_s);
}

void TestCtlRun::addTakesBeginningsOfIdsInAfter()
{
    const QString first = idText(m_queue->add(pullOf(u"alpine"_s)));
    QCOMPARE(run({ u"add"_s, u"docker_pull"_s, u"image_name=b"_s,
                 u"after=some-key,"_s + first.left(6) }),
        0);
    QCOMPARE(m_queue->tasks.last().options.after, QStringList({ u"some-key"_s, first }));
}

void TestCtlRun::dockerLineIsQueued()
{
    QCOMPARE(run({ u"docker"_s, u"run"_s, u"--rm"_s, u"alpine"_s, u"ls"_s, u"--json"_s }), 0);
    const auto spec = std::get<DockerRun>(m_queue->tasks.first().spec);
    QCOMPARE(spec.command, QStringList({ u"ls"_s, u"--json"_s }));
    QVERIFY(spec.remove);
}

void TestCtlRun::refusedAddEndsWithOne()
{
    QCOMPARE(run({ u"add"_s, u"docker_pull"_s, u"image_name=UPPER CASE"_s }), 1);
    QVERIFY2(m_err.contains(u"image_name"_s), qPrintable(m_err));
    QCOMPARE(run({ u"--json"_s, u"add"_s, u"docker_pull"_s, u"image=alpine"_s }), 1);
    QCOMPARE(QJsonDocument::fromJson(m_err.toUtf8()).object().value(u"code").toString(),
        u"VALIDATION_INVALID_PARAMS"_s);
    QCOMPARE(m_out, QString());
}

void TestCtlRun::jsonPrintsTheData()
{
    m_queue->add(pullOf(u"alpine"_s));
    QCOMPARE(run({ u"list"_s, u"--json"_s }), 0);
    QCOMPARE(QJsonDocument::fromJson(m_out.toUtf8()).object().value(u"total").toInt(), 1);
}

void TestCtlRun::statusOfOneByItsBeginning()
{
    const QString id = idText(m_queue->add(pullOf(u"alpine"_s)));
    QCOMPARE(run({ u"status"_s, id.left(5).toUpper() }), 0);
    QVERIFY2(m_out.contains(id) && m_out.contains(u"docker pull alpine"_s), qPrintable(m_out));
    QCOMPARE(run({ u"status"_s }), 0);
    QVERIFY2(m_out.contains(u"1 waiting"_s), qPrintable(m_out));
}

void TestCtlRun::beginningMustBeUnique()
{
    m_queue->add(pullOf(u"alpine"_s));
    m_queue->add(pullOf(u"busybox"_s));
    m_queue->tasks[0].id = QUuid(u"aaaa0000-0000-4000-8000-000000000001"_s);
    m_queue->tasks[1].id = QUuid(u"aaaa0000-0000-4000-8000-000000000002"_s);
    QCOMPARE(run({ u"cancel"_s, u"aaaa"_s }), 1);
    QVERIFY2(m_err.contains(u"2 tasks"_s), qPrintable(m_err));
    QCOMPARE(run({ u"cancel"_s, u"bbbb"_s }), 1);
    QVERIFY2(m_err.contains(u"bbbb"_s), qPrintable(m_err));
    for (const Task &task : m_queue->tasks)
        QCOMPARE(task.status, TaskStatus::Pending);
}

void TestCtlRun::verbsTakeSeveralTasks()
{
    const TaskId one = m_queue->add(pullOf(u"alpine"_s));
    const TaskId two = m_queue->add(pullOf(u"busybox"_s), TaskStatus::Completed);
    QCOMPARE(run({ u"cancel"_s, idText(one), idText(two) }), 1);
    QCOMPARE(m_queue->find(one)->status, TaskStatus::Cancelled);
    QVERIFY2(m_out.contains(idText(one).left(8) + u"  cancelled"_s), qPrintable(m_out));
    QCOMPARE(m_err, u"Cannot cancel completed task\n"_s);
    QCOMPARE(run({ u"remove"_s, idText(one), idText(two) }), 0);
    QCOMPARE(m_queue->tasks.size(), 0);
}

void TestCtlRun::retryIsForced()
{
    const TaskId id = m_queue->add(pullOf(u"alpine"_s), TaskStatus::Failed);
    QCOMPARE(run({ u"retry"_s, idText(id) }), 0); // the queue here refuses any other
    QCOMPARE(m_queue->find(id)->status, TaskStatus::Pending);
}

void TestCtlRun::holdAndRelease()
{
    QCOMPARE(run({ u"hold"_s }), 0);
    QVERIFY(m_queue->isHeld());
    QCOMPARE(run({ u"status"_s }), 0);
    QVERIFY2(m_out.contains(u"on hold"_s), qPrintable(m_out));
    QCOMPARE(run({ u"release"_s }), 0);
    QVERIFY(!m_queue->isHeld());
}

void TestCtlRun::requestPrintsTheWholeReply()
{
    QCOMPARE(run({ u"request"_s, u"{\"action\":\n \"queue_list\",\n \"id\": [1]}"_s }), 0);
    const QJsonObject reply = QJsonDocument::fromJson(m_out.toUtf8()).object();
    QCOMPARE(reply.value(u"success"), QJsonValue(true));
    QCOMPARE(reply.value(u"id").toArray(), QJsonArray{ 1 });
    QVERIFY(reply.value(u"data").toObject().contains(u"tasks"_s));
    QCOMPARE(run({ u"request"_s, u"nonsense"_s }), 1);
    QVERIFY(m_out.contains(u"VALIDATION_INVALID_FORMAT"_s));
}

void TestCtlRun::requestsFromInputAreALineEach()
{
    m_console.readInput = [] {
        return QByteArray("{\"action\":\"queue_list\"}\n\n{\"action\":\"queue_hold\"}\n");
    };
    QCOMPARE(run({ u"request"_s, u"-"_s }), 0);
    QCOMPARE(m_out.count(u'\n'), 2);
    QVERIFY(m_queue->isHeld());
    m_console.readInput = [] { return QByteArray("\n"); };
    QCOMPARE(run({ u"request"_s, u"-"_s }), 2);
}

void TestCtlRun::waitEndsWithItsTask_data()
{
    QTest::addColumn<TaskStatus>("end");
    QTest::addColumn<int>("code");
    QTest::newRow("completed") << TaskStatus::Completed << 0;
    QTest::newRow("failed") << TaskStatus::Failed << 1;
    QTest::newRow("cancelled") << TaskStatus::Cancelled << 1;
    QTest::newRow("timeout") << TaskStatus::Timeout << 1;
}

void TestCtlRun::waitEndsWithItsTask()
{
    QFETCH(TaskStatus, end);
    QFETCH(int, code);
    const TaskId id = m_queue->add(pullOf(u"alpine"_s));
    const TaskId other = m_queue->add(pullOf(u"busybox"_s));
    start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_err.contains(u"pending"_s));
    m_queue->setStatus(other, TaskStatus::Failed);
    m_queue->setStatus(id, TaskStatus::Pulling);
    QTRY_VERIFY(m_err.contains(u"pulling"_s));
    QVERIFY(!m_exitCode);
    m_queue->setStatus(id, end);
    QCOMPARE(exitCode(), code);
    QVERIFY(m_err.contains(statusName(end)));
    QVERIFY2(!m_err.contains(u"busybox"_s), qPrintable(m_err));
}

void TestCtlRun::failureIsToldWithAdvice()
{
    const TaskId id = m_queue->add(pullOf(u"alpine"_s));
    start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_err.contains(u"pending"_s));
    TaskError error;
    error.code = ErrorCode::DockerNetworkError;
    error.text = u"The registry does not answer"_s;
    error.decisiveLine = u"dial tcp: i/o timeout"_s;
    m_queue->fail(id, error);
    QCOMPARE(exitCode(), 1);
    QVERIFY2(m_err.contains(u"The registry does not answer\n    > dial tcp: i/o timeout\n    - "_s),
        qPrintable(m_err));
}

void TestCtlRun::addWaitsOnRequest()
{
    start({ u"add"_s, u"--wait"_s, u"docker_pull"_s, u"image_name=alpine"_s });
    QTRY_VERIFY(m_err.contains(u"pending"_s));
    const TaskId id = m_queue->tasks.first().id;
    QCOMPARE(m_out, idText(id) + u'\n');
    m_queue->setStatus(id, TaskStatus::Completed);
    QCOMPARE(exitCode(), 0);
}

void TestCtlRun::waitForOneThatIsOver()
{
    const TaskId id = m_queue->add(pullOf(u"alpine"_s), TaskStatus::Completed);
    QCOMPARE(run({ u"wait"_s, idText(id), idText(id) }), 0);
    QCOMPARE(m_err.count(u"completed"_s), 1);
}

void TestCtlRun::heldFollowerCountsAsNotCompleted()
{
    const TaskId first = m_queue->add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    const TaskId second =
        m_queue->add(pullOf(u"busybox"_s), TaskStatus::Pending, { idText(first) });
    const TaskId third = m_queue->add(pullOf(u"debian"_s), TaskStatus::Pending, { idText(second) });
    start({ u"wait"_s, idText(third) }); // the first is two links away
    QTRY_VERIFY(m_err.contains(u"pending"_s));
    m_queue->setStatus(first, TaskStatus::Failed);
    QCOMPARE(exitCode(), 1);
    QVERIFY2(m_err.contains(u"does not start"_s), qPrintable(m_err));
}

void TestCtlRun::followerGoesOnWaitingWhileItsPredecessorRuns()
{
    const TaskId first = m_queue->add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    const TaskId second =
        m_queue->add(pullOf(u"busybox"_s), TaskStatus::Pending, { idText(first) });
    start({ u"wait"_s, idText(second) });
    QTRY_VERIFY(m_err.contains(u"pending"_s));
    m_queue->setStatus(first, TaskStatus::Completed);
    m_queue->setStatus(second, TaskStatus::Pulling);
    QTRY_VERIFY(m_err.contains(u"pulling"_s));
    QVERIFY(!m_exitCode);
    m_queue->setStatus(second, TaskStatus::Completed);
    QCOMPARE(exitCode(), 0);
}

void TestCtlRun::removedTaskEndsTheWait()
{
    const TaskId id = m_queue->add(pullOf(u"alpine"_s));
    start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_err.contains(u"pending"_s));
    m_queue->remove(id);
    QCOMPARE(exitCode(), 1);
    QCOMPARE(run({ u"wait"_s, idText(id) }), 1); // and one that never was there
}

void TestCtlRun::progressLineOnATerminal()
{
    m_console.complainsToTerminal = true;
    m_console.columns = [] { return 30; };
    const TaskId id = m_queue->add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_err.contains(u"pulling"_s));
    m_err.clear();
    TaskProgress progress = progressOf(45);
    progress.isTransfer = true;
    progress.bytesDone = 28'100'000;
    progress.bytesTotal = 62'900'000;
    m_queue->progress(id, progress);
    QTRY_VERIFY(m_err.contains(u"45 %"_s));
    QCOMPARE(m_err, u"\r\x1b[Kalpine:latest  pulling  45 %…"_s);
    m_queue->setStatus(id, TaskStatus::Completed);
    QCOMPARE(exitCode(), 0);
    QVERIFY2(m_err.endsWith(u"alpine:latest  completed\n"_s), qPrintable(m_err));
}

void TestCtlRun::lostQueueEndsTheWait()
{
    const TaskId id = m_queue->add(pullOf(u"alpine"_s));
    start({ u"wait"_s, idText(id) });
    QTRY_VERIFY(m_err.contains(u"pending"_s));
    m_server->close();
    QCOMPARE(exitCode(), 1);
}

void TestCtlRun::logsPrintAllPages()
{
    const TaskId id = m_queue->add(pullOf(u"alpine"_s), TaskStatus::Completed);
    QString all;
    for (int i = 0; i < 2500; ++i) {
        m_queue->logs[id].append({ LogChannel::Out, "line " + QByteArray::number(i) });
        all += u"line %1\n"_s.arg(i);
    }
    QCOMPARE(run({ u"logs"_s, idText(id) }), 0);
    QCOMPARE(m_out, all);
    QCOMPARE(run({ u"logs"_s, u"-f"_s, idText(id) }), 0); // it is over: -f does not wait
    QCOMPARE(m_out, all);
}

void TestCtlRun::followedLogPrintsEachLineOnce()
{
    const TaskId id = m_queue->add(pullOf(u"alpine"_s), TaskStatus::Pulling);
    QString all;
    const auto grow = [&](const QByteArray &line) {
        m_queue->growLog(id, { { LogChannel::Out, line } });
        all += QString::fromUtf8(line) + u'\n';
    };
    grow("before");
    start({ u"logs"_s, u"-f"_s, idText(id) });
    for (int i = 0; i < 200; ++i) { // pages and events tell of the same lines here
        grow("line " + QByteArray::number(i));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_out, all);
    QVERIFY(!m_exitCode);
    grow("the last");
    m_queue->setStatus(id, TaskStatus::Completed);
    QCOMPARE(exitCode(), 0);
    QCOMPARE(m_out, all);
}

void TestCtlRun::watchShowsWhatRunsFirst()
{
    QList<QJsonObject> tasks;
    for (const auto status :
        { TaskStatus::Completed, TaskStatus::Pending, TaskStatus::Paused, TaskStatus::Building }) {
        Task task;
        task.spec = pullOf(u"alpine"_s);
        task.status = status;
        tasks.append(taskReply(task));
    }
    QStringList order;
    for (const QJsonObject &task : rowsToWatch(tasks, 3))
        order.append(task.value(u"status").toString());
    QCOMPARE(order, QStringList({ u"building"_s, u"paused"_s, u"pending"_s }));
}

void TestCtlRun::watchDrawsOverItself()
{
    m_console.printsToTerminal = true;
    const TaskId id = m_queue->add(pullOf(u"alpine"_s));
    start({ u"watch"_s });
    QTRY_VERIFY(m_out.contains(u"0 running, 0 paused, 1 waiting, 0 ended"_s));
    QVERIFY(!m_out.contains(u"\x1b[3A"_s));
    m_out.clear();
    m_queue->setStatus(id, TaskStatus::Pulling);
    QTRY_VERIFY(m_out.contains(u"1 running, 0 paused, 0 waiting, 0 ended"_s));
    QVERIFY2(m_out.startsWith(u"\x1b[3A\x1b[2KID "_s), qPrintable(m_out));
    m_queue->remove(id);
    QTRY_VERIFY(m_out.contains(u"There are no tasks."_s));
}

QTEST_GUILESS_MAIN(TestCtlRun)
#include "test_ctl_run.moc"
