// slipwayd is killed at every point between what is saved and what happens of a docker_run. After a
// restart everything ends right: one start of the program, each line of its log once, no container
// left. Prints how often each point was struck, and the seed of the random ones.
#include "tests/support/daemon_under_test.h"
#include "tests/support/engine_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::test;

namespace {

constexpr int timesEach = 5;
constexpr int randomKills = 20;
constexpr int lines = 8;

} // namespace

class TestRunCrash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAtAPoint_data();
    void killedAtAPoint();
    void killedWhenCreatedAndNotStarted();
    void killedWhileRunning();
    void cancelAcceptedAndNotCarriedOut();
    void killedAtRandomMoments();

private:
    QJsonObject numberedRun(const QString &name);
    void checkEndedWell(DaemonUnderTest &daemon, const QString &id, const QString &name);
    QByteArray containersOf(const QString &id) const;
    int starts(const QString &name) const;

    EngineFixture m_engine;
};

void TestRunCrash::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

// Each start of the program adds a line to a file of the host.
QJsonObject TestRunCrash::numberedRun(const QString &name)
{
    const QString script =
        u"echo start >> /out/%1; i=0; while [ $i -lt %2 ]; do echo line $i; echo error $i >&2; i=$((i+1)); sleep 0.1; done"_s
            .arg(name)
            .arg(lines);
    return { { u"image"_s, u"busybox:local"_s },
        { u"command"_s, QJsonArray{ u"sh"_s, u"-c"_s, script } }, { u"network"_s, u"none"_s },
        { u"volumes"_s, QJsonObject{ { m_engine.folder, u"/out"_s } } } };
}

int TestRunCrash::starts(const QString &name) const
{
    QFile file(m_engine.folder + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
}

QByteArray TestRunCrash::containersOf(const QString &id) const
{
    return m_engine.docker({ u"ps"_s, u"-aq"_s, u"--filter"_s, u"label=slipway.task="_s + id })
        .output;
}

void TestRunCrash::checkEndedWell(DaemonUnderTest &daemon, const QString &id, const QString &name)
{
    const QJsonObject task = daemon.taskIn(id, u"finished"_s);
    QVERIFY2(task[u"status"].toString() == u"completed"_s,
        qPrintable(task[u"status"].toString() + u": "_s + task[u"error"].toString()));
    QCOMPARE(starts(name), 1);
    QStringList out;
    QStringList err;
    for (const QJsonValue &line : task[u"logs"].toArray())
        (line.toString().startsWith(u"error"_s) ? err : out).append(line.toString());
    QStringList wantedOut;
    QStringList wantedErr;
    for (int i = 0; i < lines; ++i) {
        wantedOut.append(u"line %1"_s.arg(i));
        wantedErr.append(u"error %1"_s.arg(i));
    }
    QCOMPARE(out, wantedOut);
    QCOMPARE(err, wantedErr);
    QTRY_COMPARE_WITH_TIMEOUT(containersOf(id), QByteArray(), 10'000);
}

void TestRunCrash::killedAtAPoint_data()
{
    QTest::addColumn<QString>("point");
    QTest::newRow("saved and not yet spawned") << u"saved-not-spawned"_s;
    QTest::newRow("exited and outcome not saved") << u"exited-not-saved"_s;
    QTest::newRow("saved and not yet removed") << u"saved-not-removed"_s;
}

void TestRunCrash::killedAtAPoint()
{
    QFETCH(QString, point);
    DaemonUnderTest daemon(m_engine.program);
    int struck = 0;
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(point));
        const QString name = u"%1-%2"_s.arg(point).arg(i);
        const QString id = daemon.add(u"docker_run"_s, numberedRun(name));
        QVERIFY(daemon.diesByItself());
        ++struck;
        QVERIFY(daemon.start());
        if (!id.isEmpty()) // answered, so it is accepted and must not be lost
            checkEndedWell(daemon, id, name);
        else // killed before the answer: whatever is there must end well
            checkEndedWell(daemon,
                daemon.request(u"queue_list"_s, {})[u"data"][u"tasks"]
                    .toArray()
                    .last()[u"id"]
                    .toString(),
                name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed at %s: %d times", qPrintable(point), struck);
}

void TestRunCrash::killedWhenCreatedAndNotStarted()
{
    const QString once = m_engine.folder + u"/kill-once"_s;
    qputenv("REAL_DOCKER", m_engine.program.toUtf8());
    qputenv("KILL_ONCE", once.toUtf8());
    DaemonUnderTest daemon(
        QStringLiteral(SLIPWAY_TEST_SUPPORT) + u"/docker_that_creates_and_kills"_s);
    int struck = 0;
    for (int i = 0; i < timesEach; ++i) {
        QFile file(once);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(daemon.start());
        const QString name = u"created-%1"_s.arg(i);
        const QString id = daemon.add(u"docker_run"_s, numberedRun(name));
        QVERIFY(!id.isEmpty());
        QVERIFY(daemon.diesByItself());
        QCOMPARE(m_engine
                     .docker({ u"ps"_s, u"-a"_s, u"--filter"_s, u"label=slipway.task="_s + id,
                         u"--format"_s, u"{{.State}}"_s })
                     .line(),
            u"created"_s);
        ++struck;
        QVERIFY(daemon.start());
        checkEndedWell(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when created and not yet started: %d times", struck);
}

void TestRunCrash::killedWhileRunning()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start());
        const QString name = u"running-%1"_s.arg(i);
        const QString id = daemon.add(u"docker_run"_s, numberedRun(name));
        QTRY_VERIFY_WITH_TIMEOUT(daemon.task(id)[u"logs"].toArray().size() > i, 20'000);
        daemon.kill();
        QVERIFY(daemon.start());
        checkEndedWell(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed while running: %d times", timesEach);
}

void TestRunCrash::cancelAcceptedAndNotCarriedOut()
{
    DaemonUnderTest daemon(m_engine.program);
    int struck = 0;
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"cancel-accepted"_s));
        QJsonObject params = numberedRun(u"cancel-%1"_s.arg(i));
        params[u"command"] = QJsonArray{ u"sleep"_s, u"300"_s };
        const QString id = daemon.add(u"docker_run"_s, params);
        QTRY_COMPARE_WITH_TIMEOUT(daemon.task(id)[u"status"].toString(), u"running"_s, 20'000);
        daemon.request(u"queue_cancel"_s, { { u"task_id"_s, id } });
        QVERIFY(daemon.diesByItself());
        QVERIFY(!containersOf(id).isEmpty());
        ++struck;
        QVERIFY(daemon.start());
        QCOMPARE(daemon.taskIn(id, u"finished"_s)[u"status"].toString(), u"cancelled"_s);
        QTRY_COMPARE_WITH_TIMEOUT(containersOf(id), QByteArray(), 10'000);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when a cancel was accepted and not yet carried out: %d times", struck);
}

void TestRunCrash::killedAtRandomMoments()
{
    const quint32 seed = qEnvironmentVariableIsSet("SLIPWAY_TEST_SEED")
        ? qEnvironmentVariable("SLIPWAY_TEST_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("seed %u (SLIPWAY_TEST_SEED)", seed);
    QRandomGenerator random(seed);
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < randomKills; ++i) {
        QVERIFY(daemon.start());
        const QString name = u"random-%1"_s.arg(i);
        const QString id = daemon.add(u"docker_run"_s, numberedRun(name));
        QVERIFY(!id.isEmpty());
        QTest::qWait(random.bounded(2000));
        daemon.kill();
        QVERIFY(daemon.start());
        checkEndedWell(daemon, id, name);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(daemon.terminate());
    }
    qInfo("killed at random moments: %d times", randomKills);
}

QTEST_GUILESS_MAIN(TestRunCrash)
#include "test_run_crash.moc"
