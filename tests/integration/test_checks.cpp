// What is told before a task is queued, of a real engine and real registries.
#include "core/task/task_json.h"
#include "tests/support/queue_under_test.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

namespace {

using Level = PreCheck::Level;

}

class TestChecks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void checked_data();
    void checked();

private:
    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
    QTcpServer m_port;
};

void TestChecks::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    QVERIFY(m_port.listen(QHostAddress::Any));
    QVERIFY(m_engine.fill(m_engine.registry, u"check/there:1"_s, { 0.4, 0.1 }).ok());
    QVERIFY(m_engine
                .fill(m_engine.registry, u"check/arm:1"_s, { 0.1 },
                    { u"--list"_s, u"--arch"_s, u"arm64"_s })
                .ok());
    QVERIFY(m_engine.docker({ u"create"_s, u"--name"_s, u"taken"_s, u"busybox:local"_s }).ok());
    QVERIFY(QDir().mkpath(m_engine.folder + u"/context"_s));
    for (const char *name : { "/context/Dockerfile", "/context/data" }) {
        QFile file(m_engine.folder + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(1500, 'x')) == 1500);
    }
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
    QVERIFY(QTest::qWaitFor(
        [&] { return !m_queue->queue().hosts().first().platform.isEmpty(); }, 10'000));
}

void TestChecks::checked_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("id"); // the check that tells
    QTest::addColumn<Level>("level");
    QTest::addColumn<QString>("says");
    const QString pull = u"docker_pull"_s;
    const QString run = u"docker_run"_s;
    const auto image = [](const QString &name) { return QJsonObject{ { u"image_name"_s, name } }; };
    QTest::newRow("an engine that answers")
        << pull << image(u"127.0.0.1:5999/a"_s) << u"engine"_s << Level::Ok << u"Docker answers"_s;
    QTest::newRow("none that answers")
        << pull << QJsonObject{ { u"image_name"_s, u"a"_s }, { u"host"_s, u"unix:///nowhere"_s } }
        << u"engine"_s << Level::Wrong << u"unix:///nowhere"_s;
    QTest::newRow("a tag that is there") << pull << image(m_engine.registry + u"/check/there:1"_s)
                                         << u"image"_s << Level::Ok << u"kB in 2 layers"_s;
    QTest::newRow("room for it") << pull << image(m_engine.registry + u"/check/there:1"_s)
                                 << u"room"_s << Level::Ok << u"1.8 MB at most"_s;
    QTest::newRow("a tag that is not there")
        << pull << image(m_engine.registry + u"/check/there:2"_s) << u"image"_s << Level::Wrong
        << u"check/there:2"_s;
    QTest::newRow("another platform") << pull << image(m_engine.registry + u"/check/arm:1"_s)
                                      << u"image"_s << Level::Wrong << u"linux/amd64"_s;
    QTest::newRow("a login is wanted") << pull << image(m_engine.authRegistry + u"/check/a:1"_s)
                                       << u"image"_s << Level::Warning << m_engine.authRegistry;
    QTest::newRow("a registry that is not there")
        << pull << image(u"127.0.0.1:5999/a"_s) << u"image"_s << Level::Warning
        << u"127.0.0.1:5999"_s;
    QTest::newRow("nothing to push") << u"docker_push"_s << image(u"nobody/built:1"_s) << u"image"_s
                                     << Level::Wrong << u"nobody/built:1"_s;
    QTest::newRow("something to tag")
        << u"docker_tag"_s
        << QJsonObject{ { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"a:1"_s } }
        << u"image"_s << Level::Ok << u"on this machine"_s;
    QTest::newRow("a port that is taken")
        << run
        << QJsonObject{ { u"image"_s, u"busybox:local"_s },
               { u"ports"_s, QJsonObject{ { QString::number(m_port.serverPort()), u"80"_s } } } }
        << u"port"_s << Level::Wrong << QString::number(m_port.serverPort());
    QTest::newRow("the program that has it")
        << run
        << QJsonObject{ { u"image"_s, u"busybox:local"_s },
               { u"ports"_s, QJsonObject{ { QString::number(m_port.serverPort()), u"80"_s } } } }
        << u"port"_s << Level::Wrong << u"by test_checks (process %1)"_s.arg(getpid());
    QTest::newRow("a name that is taken")
        << run << QJsonObject{ { u"image"_s, u"busybox:local"_s }, { u"name"_s, u"taken"_s } }
        << u"name"_s << Level::Wrong << u"taken"_s;
    QTest::newRow("a name that is free")
        << run << QJsonObject{ { u"image"_s, u"busybox:local"_s }, { u"name"_s, u"free"_s } }
        << u"name"_s << Level::Ok << u"free"_s;
    QTest::newRow("an image to be pulled for it")
        << run << QJsonObject{ { u"image"_s, QString(m_engine.registry + u"/check/there:1"_s) } }
        << u"image"_s << Level::Ok << u"kB in 2 layers"_s;
    QTest::newRow("what a build sends")
        << u"docker_build"_s
        << QJsonObject{ { u"context_path"_s, QString(m_engine.folder + u"/context"_s) } }
        << u"context"_s << Level::Ok << u"The build's context is 3.0 kB."_s;
    QTest::newRow("its Dockerfile")
        << u"docker_build"_s
        << QJsonObject{ { u"context_path"_s, QString(m_engine.folder + u"/context"_s) } }
        << u"dockerfile"_s << Level::Ok << u"is there"_s;
}

void TestChecks::checked()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, params);
    QFETCH(QString, id);
    QFETCH(Level, level);
    QFETCH(QString, says);
    const auto draft = draftFromJson(*taskTypeFromName(type), params);
    QVERIFY(std::holds_alternative<TaskDraft>(draft));
    const auto answer = m_queue->queue().check(std::get<TaskDraft>(draft));
    QVERIFY(QTest::qWaitFor([&] { return answer.isFinished(); }, 25'000));
    QStringList told;
    bool found = false;
    for (const PreCheck &check : answer.results().last()) {
        const QString text = withArguments(check.text, check.arguments);
        told << check.id + u": "_s + text;
        found |= check.id == id && check.level == level && text.contains(says);
    }
    QVERIFY2(found, qPrintable(told.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestChecks)
#include "test_checks.moc"
