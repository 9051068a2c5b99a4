#include "app/ctl/add_line.h"
#include "app/ctl/invocation.h"
#include "app/queue_file.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCtlArguments : public QObject {
    Q_OBJECT

private slots:
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
};

void TestCtlArguments::optionsStandBeforeOrAfter_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("before") << QStringList{ u"--home"_s, u"/h"_s, u"--profile=p"_s, u"--json"_s,
        u"status"_s, u"a1"_s };
    QTest::newRow("after") << QStringList{ u"status"_s, u"a1"_s, u"--json"_s, u"--profile"_s,
        u"p"_s, u"--home=/h"_s };
    QTest::newRow("between") << QStringList{ u"--json"_s, u"status"_s, u"--home"_s, u"/h"_s,
        u"a1"_s, u"--profile=p"_s };
}

void TestCtlArguments::optionsStandBeforeOrAfter()
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

void TestCtlArguments::wordsAfterDockerAreItsOwn()
{
    const QStringList line{ u"run"_s, u"alpine"_s, u"--json"_s, u"--home"_s, u"x"_s };
    const auto read = readInvocation(QStringList{ u"--json"_s, u"docker"_s } + line);
    const auto &invocation = std::get<Invocation>(read);
    QVERIFY(invocation.json);
    QCOMPARE(invocation.words, line);
}

void TestCtlArguments::wrongOptionsAreNamed()
{
    const auto noValue = readInvocation({ u"list"_s, u"--home"_s });
    QVERIFY(std::get<QString>(noValue).contains(u"--home"_s));
    const auto unknown = readInvocation({ u"--jsn"_s, u"list"_s });
    QVERIFY(std::get<QString>(unknown).contains(u"--jsn"_s));
    const auto own = readInvocation({ u"logs"_s, u"-f"_s, u"a1"_s });
    QCOMPARE(std::get<Invocation>(own).flags, QStringList{ u"-f"_s });
}

void TestCtlArguments::valuesAreReadByType()
{
    const auto read = readAddLine(
        { u"docker_run"_s, u"image=alpine:1.10"_s, u"detach=yes"_s, u"priority=5"_s,
            u"command=sh -c 'echo a=b'"_s, u"ports={\"80\":\"80\"}"_s, u"after=one,two"_s },
        u"/"_s);
    const auto *task = std::get_if<QJsonObject>(&read);
    QVERIFY2(task, task ? "" : qPrintable(std::get<Sentence>(read).english()));
    const QJsonObject params = task->value(u"params").toObject();
    QCOMPARE(params.value(u"image"), QJsonValue(u"alpine:1.10"_s));
    QCOMPARE(params.value(u"detach"), QJsonValue(true));
    QCOMPARE(params.value(u"priority"), QJsonValue(5));
    QCOMPARE(params.value(u"command").toArray(), QJsonArray({ u"sh"_s, u"-c"_s, u"echo a=b"_s }));
    QCOMPARE(params.value(u"ports").toObject(), QJsonObject({ { u"80"_s, u"80"_s } }));
    QCOMPARE(params.value(u"after").toArray(), QJsonArray({ u"one"_s, u"two"_s }));
}

void TestCtlArguments::pathsBecomeAbsolute()
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

void TestCtlArguments::addLineIsRefused_data()
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

void TestCtlArguments::addLineIsRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const auto read = readAddLine(words, u"/"_s);
    QVERIFY(std::holds_alternative<Sentence>(read));
    const QString sentence = std::get<Sentence>(read).english();
    QVERIFY2(sentence.contains(named), qPrintable(sentence));
    QVERIFY(!sentence.contains(u"hush"_s));
}

void TestCtlArguments::queueFileIsReadWithItsFolder()
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
    const auto *queue = std::get_if<QueueFile>(&read);
    QVERIFY2(queue, queue ? "" : qPrintable(std::get<Sentence>(read).english()));
    QCOMPARE(queue->drafts.size(), 2);
    const QJsonArray tasks = queue->queue.value(u"tasks").toArray();
    QCOMPARE(tasks.at(0).toObject().value(u"params").toObject().value(u"context_path").toString(),
        folder.path());
    QCOMPARE(tasks.at(1).toObject().value(u"volumes").toObject(),
        QJsonObject({ { folder.filePath(u"out"_s), u"/out"_s } }));
}

void TestCtlArguments::queueFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no JSON") << QByteArray("{\n\"slipway\":1,\n,}") << u"line 3"_s;
    QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
    QTest::newRow("other JSON") << QByteArray(R"({"tasks":[]})") << u"slipway"_s;
    QTest::newRow("other version") << QByteArray(R"({"slipway":2,"tasks":[{}]})") << u"slipway"_s;
    QTest::newRow("no tasks") << QByteArray(R"({"slipway":1})") << u"no tasks"_s;
    QTest::newRow("another key") << QByteArray(R"({"slipway":1,"tasks":[{}],"taks":[]})")
                                 << u"taks"_s;
    QTest::newRow("task no object") << QByteArray(R"({"slipway":1,"tasks":[3]})") << u"Task 1"_s;
    QTest::newRow("no type") << QByteArray(R"({"slipway":1,"tasks":[{"params":{}}]})")
                             << u"task_type"_s;
    QTest::newRow("second wrong") << QByteArray(
        R"({"slipway":1,"tasks":[{"task_type":"docker_pull","image_name":"a"},{"task_type":"docker_pull"}]})")
                                  << u"Task 2"_s;
}

void TestCtlArguments::queueFileIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"queue.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto read = readQueueFile(file.fileName());
    QVERIFY(std::holds_alternative<Sentence>(read));
    const QString sentence = std::get<Sentence>(read).english();
    QVERIFY2(sentence.contains(named) && sentence.contains(file.fileName()), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestCtlArguments)
#include "test_ctl_arguments.moc"
