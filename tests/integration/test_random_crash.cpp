// slipwayd is killed at random moments of a mixed queue, three times a round, and started again
// each time. Then everything ends right: nothing is lost, nothing that ended is done twice, a
// container's lines are in its log once each. Prints the seed; SLIPWAY_TEST_ROUNDS sets how many
// rounds.
#include "tests/integration/crash_points.h"
#include "tests/support/replay_server.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace slipway::test;

namespace {

constexpr int killsEach = 3;
constexpr int lines = 25;

} // namespace

class TestRandomCrash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTypeAtOnce_data();
    void everyTypeAtOnce();
    void cleanupTestCase();

private:
    QMap<QString, QString> addAll(DaemonUnderTest &daemon, int round); // id by type
    void checkAll(DaemonUnderTest &daemon, const QMap<QString, QString> &ids, int round);
    void checkLines(const QJsonObject &task);
    QByteArray starts(int round) const;

    EngineFixture m_engine;
    ReplayServer m_ollama;
    QRandomGenerator m_random;
    QMap<QString, int> m_struck; // tasks of each type that were at work
    int m_kills = 0;
};

void TestRandomCrash::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_ollama.playWell();
    qputenv("OLLAMA_HOST", m_ollama.address().toUtf8());
    const quint32 seed = qEnvironmentVariableIsSet("SLIPWAY_TEST_SEED")
        ? qEnvironmentVariable("SLIPWAY_TEST_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("seed %u (SLIPWAY_TEST_SEED)", seed);
    m_random.seed(seed);
}

QMap<QString, QString> TestRandomCrash::addAll(DaemonUnderTest &daemon, int round)
{
    const QString name = u"random-%1"_s.arg(round);
    const RegistryImage pulled =
        m_engine.fill(m_engine.registry, u"crash/%1-pull:1"_s.arg(name), { 2, 1 });
    const RegistryImage source =
        m_engine.fill(m_engine.registry, u"crash/%1-source:1"_s.arg(name), { 2, 1 });
    const QString target = u"%1/crash/%2-push:1"_s.arg(m_engine.slowRegistry, name);
    if (!pulled.ok() || !m_engine.docker({ u"pull"_s, source.reference }).ok()
        || !m_engine.docker({ u"tag"_s, source.reference, target }).ok()
        || !m_engine.proxy("rate 1500000"))
        return {};
    const QString script =
        u"echo start >> /out/%1; i=0; while [ $i -lt %2 ]; do echo line $i; i=$((i+1)); sleep 0.1; done"_s
            .arg(name)
            .arg(lines);
    const auto ask = [&daemon](const QString &type, const QJsonObject &params) {
        QJsonObject given = params;
        given[u"max_retries"] = 5;
        return daemon.add(type, given);
    };
    daemon.request(u"queue_limits"_s, { { u"max_concurrent"_s, 8 } });
    return {
        { u"run"_s,
            ask(u"docker_run"_s,
                { { u"image"_s, u"busybox:local"_s },
                    { u"command"_s, QJsonArray{ u"sh"_s, u"-c"_s, script } },
                    { u"network"_s, u"none"_s },
                    { u"volumes"_s, QJsonObject{ { m_engine.folder, u"/out"_s } } } }) },
        { u"pull"_s,
            ask(u"docker_pull"_s,
                { { u"image_name"_s,
                    u"%1/crash/%2-pull:1"_s.arg(m_engine.slowRegistry, name) } }) },
        { u"push"_s, ask(u"docker_push"_s, { { u"image_name"_s, target } }) },
        { u"build"_s,
            ask(u"docker_build"_s,
                { { u"context_path"_s, freshContext(m_engine, name + u"-context"_s) },
                    { u"image_name"_s, name }, { u"network"_s, u"none"_s } }) },
        { u"tag"_s,
            ask(u"docker_tag"_s,
                { { u"source_image"_s, u"busybox:local"_s },
                    { u"target_image"_s, name + u":tag"_s } }) },
        { u"model"_s, ask(u"ollama_pull"_s, { { u"model_name"_s, u"tiny"_s } }) },
        { u"question"_s,
            ask(u"ollama_run"_s, { { u"model_name"_s, u"tiny"_s }, { u"prompt"_s, u"Why?"_s } }) },
    };
}

QByteArray TestRandomCrash::starts(int round) const
{
    QFile file(u"%1/random-%2"_s.arg(m_engine.folder).arg(round));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestRandomCrash::checkLines(const QJsonObject &task)
{
    QStringList wanted;
    for (int i = 0; i < lines; ++i)
        wanted.append(u"line %1"_s.arg(i));
    QStringList logged;
    for (const QJsonValue &line : task[u"logs"].toArray())
        logged.append(line.toString());
    QCOMPARE(logged, wanted);
}

void TestRandomCrash::checkAll(
    DaemonUnderTest &daemon, const QMap<QString, QString> &ids, int round)
{
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const QJsonObject task = daemon.taskIn(*it, u"finished"_s, 90);
        QVERIFY2(task[u"status"].toString() == "completed"_L1,
            QByteArray(it.key().toUtf8() + " " + whyEnded(task)).constData());
        QCOMPARE(clientProcessesOf(*it), QStringList());
        if (it.key() == "run"_L1)
            checkLines(task);
    }
    QCOMPARE(starts(round), "start\n");
    const QString name = u"random-%1"_s.arg(round);
    QVERIFY(
        m_engine.docker({ u"image"_s, u"inspect"_s, name + u":latest"_s, name + u":tag"_s }).ok());
    QVERIFY(!m_engine.manifestDigest(m_engine.registry, u"crash/%1-push"_s.arg(name), u"1"_s)
                 .isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(
        m_engine
            .docker({ u"ps"_s, u"-aq"_s, u"--filter"_s, u"label=slipway.task="_s + ids[u"run"_s] })
            .output.isEmpty(),
        10'000);
}

void TestRandomCrash::everyTypeAtOnce_data()
{
    QTest::addColumn<int>("round");
    const int asked = qEnvironmentVariableIntValue("SLIPWAY_TEST_ROUNDS");
    for (int round = 0; round < (asked > 0 ? asked : 20); ++round)
        QTest::addRow("round %d", round + 1) << round;
}

void TestRandomCrash::everyTypeAtOnce()
{
    QFETCH(int, round);
    DaemonUnderTest daemon(m_engine.program);
    QVERIFY(daemon.start());
    const QMap<QString, QString> ids = addAll(daemon, round);
    QCOMPARE(ids.size(), 7);
    for (const QString &id : ids)
        QVERIFY(!id.isEmpty());
    for (int kill = 0; kill < killsEach; ++kill) {
        QTest::qWait(m_random.bounded(1500));
        for (auto it = ids.cbegin(); it != ids.cend(); ++it)
            m_struck[it.key()] += daemon.task(*it)[u"status_group"].toString() == "active"_L1;
        daemon.kill();
        ++m_kills;
        QVERIFY(daemon.start());
    }
    QVERIFY(m_engine.proxy("rate 0"));
    checkAll(daemon, ids, round);
    QVERIFY(daemon.terminate());
}

void TestRandomCrash::cleanupTestCase()
{
    QStringList counts;
    for (auto it = m_struck.cbegin(); it != m_struck.cend(); ++it)
        counts.append(u"%1 %2"_s.arg(it.key()).arg(*it));
    qInfo("%d kills; at work then: %s", m_kills, qPrintable(counts.join(u", "_s)));
}

QTEST_GUILESS_MAIN(TestRandomCrash)
#include "test_random_crash.moc"
