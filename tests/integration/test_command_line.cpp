// What a person would try by the command line: build, push, remove the image, pull, run.
#include "tests/support/daemon_under_test.h"
#include "tests/support/engine_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::test;

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void buildPushRemovePullRun();

private:
    int ctl(const QStringList &arguments); // its exit code, or -1; what it printed is in m_printed
    int addAndWait(const QStringList &line)
    {
        return ctl(QStringList{ u"add"_s, u"--wait"_s } + line);
    }
    QJsonObject onlyTask(const QString &type);

    EngineFixture m_engine;
    std::unique_ptr<DaemonUnderTest> m_daemon;
    QByteArray m_printed;
};

namespace {

QStringList statuses(const QJsonObject &task)
{
    QStringList names;
    for (const QJsonValue &change : task[u"history"].toArray())
        names.append(change[u"status"].toString());
    return names;
}

QStringList resultKeys(const QJsonObject &task)
{
    return task[u"result"].toObject().keys(); // sorted
}

} // namespace

void TestCommandLine::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_daemon = std::make_unique<DaemonUnderTest>(m_engine.program);
    QVERIFY(m_daemon->start());
}

int TestCommandLine::ctl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(SLIPWAY_BIN) + u"/slipwayctl"_s,
        QStringList{ u"--home"_s, m_daemon->home() } + arguments);
    const bool ended =
        QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
    m_printed = process.readAll();
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QJsonObject TestCommandLine::onlyTask(const QString &type)
{
    QString id;
    if (ctl({ u"--json"_s, u"list"_s }) != 0)
        return {};
    for (const QJsonValue &task : QJsonDocument::fromJson(m_printed).object()[u"tasks"].toArray()) {
        if (task[u"task_type"].toString() == type)
            id = task[u"id"].toString();
    }
    return m_daemon->task(id);
}

void TestCommandLine::buildPushRemovePullRun()
{
    const QString image = m_engine.registry + u"/line/app"_s;
    const QString context = m_engine.folder + u"/line"_s;
    QVERIFY(QDir().mkpath(context));
    QFile file(context + u"/Dockerfile"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("FROM busybox:local\nRUN echo made by the line > /made\n");
    file.close();
    const QStringList named{ u"image_name="_s + image, u"tag=1"_s };

    QVERIFY2(
        addAndWait(QStringList{ u"docker_build"_s, u"context_path="_s + context } + named) == 0,
        m_printed.constData());
    const QJsonObject build = onlyTask(u"docker_build"_s);
    QVERIFY(statuses(build).contains(u"building"_s));
    QCOMPARE(statuses(build).last(), u"completed"_s);
    QCOMPARE(resultKeys(build),
        QStringList({ u"cached_steps"_s, u"full_image_name"_s, u"image_id"_s, u"steps"_s }));

    QVERIFY2(addAndWait(QStringList{ u"docker_push"_s } + named) == 0, m_printed.constData());
    const QJsonObject push = onlyTask(u"docker_push"_s);
    QCOMPARE(statuses(push),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"uploading"_s, u"completed"_s }));
    QStringList keys{ u"digest"_s, u"full_image_name"_s, u"image_name"_s, u"message"_s, u"status"_s,
        u"tag"_s };
    QCOMPARE(resultKeys(push), keys);
    const QString digest = m_engine.manifestDigest(m_engine.registry, u"line/app"_s, u"1"_s);
    QVERIFY(!digest.isEmpty());
    QCOMPARE(push[u"result"][u"digest"].toString(), digest);

    QVERIFY(m_engine.docker({ u"rmi"_s, image + u":1"_s }).ok());
    QVERIFY(!m_engine.docker({ u"image"_s, u"inspect"_s, image + u":1"_s }).ok());

    QVERIFY2(addAndWait(QStringList{ u"docker_pull"_s } + named) == 0, m_printed.constData());
    const QJsonObject pull = onlyTask(u"docker_pull"_s);
    QCOMPARE(statuses(pull),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"pulling"_s, u"completed"_s }));
    keys.insert(4, u"size"_s);
    QCOMPARE(resultKeys(pull), keys);
    QCOMPARE(pull[u"result"][u"digest"].toString(), digest);
    QVERIFY(m_engine.docker({ u"image"_s, u"inspect"_s, image + u":1"_s }).ok());

    QVERIFY2(
        addAndWait({ u"docker_run"_s, u"image="_s + image + u":1"_s, u"command=cat /made"_s }) == 0,
        m_printed.constData());
    QVERIFY2(m_printed.contains("made by the line")
            || ctl({ u"logs"_s, onlyTask(u"docker_run"_s)[u"id"].toString() }) == 0,
        m_printed.constData());
    QVERIFY2(m_printed.contains("made by the line"), m_printed.constData());
    const QJsonObject run = onlyTask(u"docker_run"_s);
    QCOMPARE(statuses(run),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"running"_s, u"completed"_s }));
    QCOMPARE(resultKeys(run), QStringList({ u"container_id"_s, u"exit_code"_s }));
    QCOMPARE(run[u"result"][u"exit_code"].toInt(-1), 0);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
