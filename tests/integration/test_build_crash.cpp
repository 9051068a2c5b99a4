// slipwayd is killed at every point of a build. After a restart the build ends as it was asked to,
// with no client of ours left, and steps that were done are not done twice.
#include "tests/integration/crash_points.h"

using namespace Qt::StringLiterals;
using namespace slipway::test;

class TestBuildCrash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killedWhileBuilding();
    void killedTogetherWithItsClient();
    void endedAndOutcomeNotSaved();
    void pauseAcceptedAndNotCarriedOut();
    void cancelAcceptedAndNotCarriedOut();

private:
    QString add(DaemonUnderTest &daemon, const QString &name);
    bool isBuilt(const QString &name) const;
    void checkBuilt(DaemonUnderTest &daemon, const QString &id, const QString &name);

    EngineFixture m_engine;
};

void TestBuildCrash::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

QString TestBuildCrash::add(DaemonUnderTest &daemon, const QString &name)
{
    return daemon.add(u"docker_build"_s,
        { { u"context_path"_s, freshContext(m_engine, name) },
            { u"image_name"_s, u"crash/"_s + name }, { u"tag"_s, u"1"_s },
            { u"network"_s, u"none"_s } });
}

bool TestBuildCrash::isBuilt(const QString &name) const
{
    return m_engine.docker({ u"image"_s, u"inspect"_s, u"crash/%1:1"_s.arg(name) }).ok();
}

void TestBuildCrash::checkBuilt(DaemonUnderTest &daemon, const QString &id, const QString &name)
{
    const QJsonObject task = daemon.taskIn(id, u"finished"_s);
    QVERIFY2(task[u"status"].toString() == u"completed"_s, whyEnded(task).constData());
    QVERIFY(isBuilt(name));
    QCOMPARE(clientProcessesOf(id), QStringList());
}

void TestBuildCrash::killedWhileBuilding()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start());
        const QString name = u"running-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(daemon, id), u"building"_s, 20'000);
        daemon.kill();
        QTRY_COMPARE(clientProcessesOf(id), QStringList());
        QVERIFY(daemon.start());
        checkBuilt(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed while building: %d times", timesEach);
}

// The engine works on for a while: its step is no longer asked for by anybody.
void TestBuildCrash::killedTogetherWithItsClient()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start());
        const QString name = u"client-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QTRY_VERIFY_WITH_TIMEOUT(daemon.task(id)[u"logs"].toArray().size() > 2, 20'000);
        const QStringList clients = clientProcessesOf(id);
        QVERIFY(!clients.isEmpty());
        for (const QString &client : clients)
            ::kill(client.toInt(), SIGKILL);
        daemon.kill();
        QVERIFY(daemon.start());
        checkBuilt(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed together with its client: %d times", timesEach);
}

void TestBuildCrash::endedAndOutcomeNotSaved()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"exited-not-saved"_s));
        const QString name = u"ended-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QVERIFY(daemon.diesByItself());
        QVERIFY(isBuilt(name));
        const QString image = m_engine
                                  .docker({ u"image"_s, u"inspect"_s, u"-f"_s, u"{{.Id}}"_s,
                                      u"crash/%1:1"_s.arg(name) })
                                  .line();
        QVERIFY(daemon.start());
        checkBuilt(daemon, id, name);
        QCOMPARE(daemon.task(id)[u"result"][u"image_id"].toString(),
            image); // its steps were not done again
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when the build had ended and its outcome was not saved: %d times", timesEach);
}

void TestBuildCrash::pauseAcceptedAndNotCarriedOut()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"pause-accepted"_s));
        const QString name = u"paused-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(daemon, id), u"building"_s, 20'000);
        daemon.request(u"queue_manage"_s, { { u"action"_s, u"pause"_s }, { u"task_id"_s, id } });
        QVERIFY(daemon.diesByItself());
        QVERIFY(daemon.start());
        QCOMPARE(daemon.taskIn(id, u"paused"_s)[u"status"].toString(), u"paused"_s);
        QTRY_COMPARE(clientProcessesOf(id), QStringList());
        QVERIFY(!isBuilt(name));
        daemon.request(u"queue_manage"_s, { { u"action"_s, u"resume"_s }, { u"task_id"_s, id } });
        checkBuilt(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when a pause was accepted and not yet carried out: %d times", timesEach);
}

void TestBuildCrash::cancelAcceptedAndNotCarriedOut()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"cancel-accepted"_s));
        const QString name = u"cancelled-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(daemon, id), u"building"_s, 20'000);
        daemon.request(u"queue_cancel"_s, { { u"task_id"_s, id } });
        QVERIFY(daemon.diesByItself());
        QVERIFY(daemon.start());
        QCOMPARE(daemon.taskIn(id, u"finished"_s)[u"status"].toString(), u"cancelled"_s);
        QTRY_COMPARE(clientProcessesOf(id), QStringList());
        QVERIFY(!isBuilt(name));
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when a cancel was accepted and not yet carried out: %d times", timesEach);
}

QTEST_GUILESS_MAIN(TestBuildCrash)
#include "test_build_crash.moc"
