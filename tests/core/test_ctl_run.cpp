// The commands of slipwayctl that ask once and are done.
#include "ctl_under_test.h"

#include <QJsonArray>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCtlRun : public QObject {
    Q_OBJECT

private slots:
    void init();

    void withoutAQueueItSaysHowToStartOne();
    void wrongUsageNeedsNoQueue_data();
    void wrongUsageNeedsNoQueue();
    void addPrintsTheId();
    void addTakesBeginningsOfIdsInAfter();
    void addTakesTheBeginningOfAnIdInLogOf();
    void dockerLineIsQueued();
    void loginReadsItsPassword();
    void refusedAddEndsWithOne();
    void jsonPrintsTheData();
    void statusOfOneByItsBeginning();
    void beginningMustBeUnique();
    void verbsTakeSeveralTasks();
    void retryIsForced();
    void holdAndRelease();
    void requestPrintsTheWholeReply();
    void requestsFromInputAreALineEach();

private:
    std::unique_ptr<CtlUnderTest> m_ctl;
};

void TestCtlRun::init()
{
    m_ctl = std::make_unique<CtlUnderTest>();
    QCOMPARE(m_ctl->served.problem, std::nullopt);
}

void TestCtlRun::withoutAQueueItSaysHowToStartOne()
{
    m_ctl->served.server.close();
    QCOMPARE(m_ctl->run({ u"list"_s }), 3);
    QVERIFY2(m_ctl->err.contains(u"slipwayd"_s) && m_ctl->err.contains(u"\"default\""_s),
        qPrintable(m_ctl->err));
    QCOMPARE(m_ctl->run({ u"request"_s, u"{}"_s }), 3);
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
    m_ctl->served.server.close();
    QCOMPARE(m_ctl->run(arguments), 2);
    QVERIFY2(m_ctl->err.contains(named), qPrintable(m_ctl->err));
}

void TestCtlRun::addPrintsTheId()
{
    QCOMPARE(m_ctl->run({ u"add"_s, u"docker_pull"_s, u"image_name=alpine"_s, u"tag=1.10"_s }), 0);
    QCOMPARE(m_ctl->queue.tasks.size(), 1);
    QCOMPARE(m_ctl->out, idText(m_ctl->queue.tasks.first().id) + u'\n');
    QCOMPARE(displayName(m_ctl->queue.tasks.first().spec), u"alpine:1.10"_s);
}

void TestCtlRun::addTakesBeginningsOfIdsInAfter()
{
    const QString first = idText(m_ctl->queue.add(pullOf(u"alpine"_s)));
    QCOMPARE(m_ctl->run({ u"add"_s, u"docker_pull"_s, u"image_name=b"_s,
                 u"after=some-key,"_s + first.left(6) }),
        0);
    QCOMPARE(m_ctl->queue.tasks.last().options.after, QStringList({ u"some-key"_s, first }));
}

void TestCtlRun::addTakesTheBeginningOfAnIdInLogOf()
{
    const QString first = idText(m_ctl->queue.add(pullOf(u"alpine"_s)));
    QCOMPARE(m_ctl->run({ u"add"_s, u"ollama_run"_s, u"model_name=qwen3"_s, u"prompt=Why?"_s,
                 u"log_of="_s + first.left(6) }),
        0);
    QCOMPARE(std::get<OllamaRun>(m_ctl->queue.tasks.last().spec).logOf, first);
}

void TestCtlRun::dockerLineIsQueued()
{
    QCOMPARE(
        m_ctl->run({ u"docker"_s, u"run"_s, u"--rm"_s, u"alpine"_s, u"ls"_s, u"--json"_s }), 0);
    const auto spec = std::get<DockerRun>(m_ctl->queue.tasks.first().spec);
    QCOMPARE(spec.command, QStringList({ u"ls"_s, u"--json"_s }));
    QVERIFY(spec.remove);
}

void TestCtlRun::loginReadsItsPassword()
{
    m_ctl->console.readSecret = [](const QString &prompt) {
        return prompt.contains(u"me"_s) ? QByteArray("hush") : QByteArray();
    };
    const QStringList login{ u"docker"_s, u"login"_s, u"-u"_s, u"me"_s, u"--password-stdin"_s };
    QCOMPARE(m_ctl->run(login + QStringList{ u"ghcr.io"_s }), 0);
    QCOMPARE(m_ctl->queue.secrets, QList<QByteArray>{ "hush" });
    QVERIFY(!(m_ctl->out + m_ctl->err).contains(u"hush"_s));
    m_ctl->console.readSecret = [](const QString &) { return QByteArray(); };
    QCOMPARE(m_ctl->run({ u"add"_s, u"docker_login"_s, u"username=me"_s }), 2);
    QCOMPARE(m_ctl->queue.tasks.size(), 1);
}

void TestCtlRun::refusedAddEndsWithOne()
{
    QCOMPARE(m_ctl->run({ u"add"_s, u"docker_pull"_s, u"image_name=UPPER CASE"_s }), 1);
    QVERIFY2(m_ctl->err.contains(u"image_name"_s), qPrintable(m_ctl->err));
    QCOMPARE(m_ctl->run({ u"--json"_s, u"add"_s, u"docker_pull"_s, u"image=alpine"_s }), 1);
    QCOMPARE(QJsonDocument::fromJson(m_ctl->err.toUtf8()).object().value(u"code").toString(),
        u"VALIDATION_INVALID_PARAMS"_s);
    QCOMPARE(m_ctl->out, QString());
}

void TestCtlRun::jsonPrintsTheData()
{
    m_ctl->queue.add(pullOf(u"alpine"_s));
    QCOMPARE(m_ctl->run({ u"list"_s, u"--json"_s }), 0);
    QCOMPARE(QJsonDocument::fromJson(m_ctl->out.toUtf8()).object().value(u"total").toInt(), 1);
}

void TestCtlRun::statusOfOneByItsBeginning()
{
    const QString id = idText(m_ctl->queue.add(pullOf(u"alpine"_s)));
    QCOMPARE(m_ctl->run({ u"status"_s, id.left(5).toUpper() }), 0);
    QVERIFY2(m_ctl->out.contains(id) && m_ctl->out.contains(u"docker pull alpine"_s),
        qPrintable(m_ctl->out));
    QCOMPARE(m_ctl->run({ u"status"_s }), 0);
    QVERIFY2(m_ctl->out.contains(u"1 waiting"_s), qPrintable(m_ctl->out));
}

void TestCtlRun::beginningMustBeUnique()
{
    m_ctl->queue.add(pullOf(u"alpine"_s));
    m_ctl->queue.add(pullOf(u"busybox"_s));
    m_ctl->queue.tasks[0].id = QUuid(u"aaaa0000-0000-4000-8000-000000000001"_s);
    m_ctl->queue.tasks[1].id = QUuid(u"aaaa0000-0000-4000-8000-000000000002"_s);
    QCOMPARE(m_ctl->run({ u"cancel"_s, u"aaaa"_s }), 1);
    QVERIFY2(m_ctl->err.contains(u"2 tasks"_s), qPrintable(m_ctl->err));
    QCOMPARE(m_ctl->run({ u"cancel"_s, u"bbbb"_s }), 1);
    QVERIFY2(m_ctl->err.contains(u"bbbb"_s), qPrintable(m_ctl->err));
    for (const Task &task : m_ctl->queue.tasks)
        QCOMPARE(task.status, TaskStatus::Pending);
}

void TestCtlRun::verbsTakeSeveralTasks()
{
    const TaskId one = m_ctl->queue.add(pullOf(u"alpine"_s));
    const TaskId two = m_ctl->queue.add(pullOf(u"busybox"_s), TaskStatus::Completed);
    QCOMPARE(m_ctl->run({ u"cancel"_s, idText(one), idText(two) }), 1);
    QCOMPARE(m_ctl->queue.find(one)->status, TaskStatus::Cancelled);
    QVERIFY2(m_ctl->out.contains(idText(one).left(8) + u"  cancelled"_s), qPrintable(m_ctl->out));
    QCOMPARE(m_ctl->err, u"Cannot cancel completed task\n"_s);
    QCOMPARE(m_ctl->run({ u"remove"_s, idText(one), idText(two) }), 0);
    QCOMPARE(m_ctl->queue.tasks.size(), 0);
}

void TestCtlRun::retryIsForced()
{
    const TaskId id = m_ctl->queue.add(pullOf(u"alpine"_s), TaskStatus::Failed);
    QCOMPARE(m_ctl->run({ u"retry"_s, idText(id) }), 0); // the queue here refuses any other
    QCOMPARE(m_ctl->queue.find(id)->status, TaskStatus::Pending);
}

void TestCtlRun::holdAndRelease()
{
    QCOMPARE(m_ctl->run({ u"hold"_s }), 0);
    QVERIFY(m_ctl->queue.isHeld());
    QCOMPARE(m_ctl->run({ u"status"_s }), 0);
    QVERIFY2(m_ctl->out.contains(u"on hold"_s), qPrintable(m_ctl->out));
    QCOMPARE(m_ctl->run({ u"release"_s }), 0);
    QVERIFY(!m_ctl->queue.isHeld());
}

void TestCtlRun::requestPrintsTheWholeReply()
{
    QCOMPARE(m_ctl->run({ u"request"_s, u"{\"action\":\n \"queue_list\",\n \"id\": [1]}"_s }), 0);
    const QJsonObject reply = QJsonDocument::fromJson(m_ctl->out.toUtf8()).object();
    QCOMPARE(reply.value(u"success"), QJsonValue(true));
    QCOMPARE(reply.value(u"id").toArray(), QJsonArray{ 1 });
    QVERIFY(reply.value(u"data").toObject().contains(u"tasks"_s));
    QCOMPARE(m_ctl->run({ u"request"_s, u"nonsense"_s }), 1);
    QVERIFY(m_ctl->out.contains(u"VALIDATION_INVALID_FORMAT"_s));
}

void TestCtlRun::requestsFromInputAreALineEach()
{
    m_ctl->console.readInput = [] {
        return QByteArray("{\"action\":\"queue_list\"}\n\n{\"action\":\"queue_hold\"}\n");
    };
    QCOMPARE(m_ctl->run({ u"request"_s, u"-"_s }), 0);
    QCOMPARE(m_ctl->out.count(u'\n'), 2);
    QVERIFY(m_ctl->queue.isHeld());
    m_ctl->console.readInput = [] { return QByteArray("\n"); };
    QCOMPARE(m_ctl->run({ u"request"_s, u"-"_s }), 2);
}

QTEST_GUILESS_MAIN(TestCtlRun)
#include "test_ctl_run.moc"
