// slipwayd is killed at every point of a push through a slow line. After a restart the push ends as
// it was asked to, and what the registry has already is not sent again.
#include "tests/integration/crash_points.h"

using namespace Qt::StringLiterals;
using namespace slipway::test;

class TestPushCrash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killedWhileUploading();
    void endedAndOutcomeNotSaved();
    void pauseAcceptedAndNotCarriedOut();
    void cancelAcceptedAndNotCarriedOut();

private:
    QString add(DaemonUnderTest &daemon, const QString &name);
    bool isUploading(DaemonUnderTest &daemon, const QString &id);
    void checkPushed(DaemonUnderTest &daemon, const QString &id, const QString &name);
    bool isThere(const QString &name) const
    {
        return !m_engine.manifestDigest(m_engine.registry, u"crash/"_s + name, u"1"_s).isEmpty();
    }

    EngineFixture m_engine;
};

void TestPushCrash::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

// Each push has layers of its own: else the registry would have them from the one before.
QString TestPushCrash::add(DaemonUnderTest &daemon, const QString &name)
{
    const RegistryImage source =
        m_engine.fill(m_engine.registry, u"source/%1:1"_s.arg(name), { 0.3, 2 });
    const QString target = u"%1/crash/%2:1"_s.arg(m_engine.slowRegistry, name);
    if (!source.ok() || !m_engine.docker({ u"pull"_s, source.reference }).ok()
        || !m_engine.docker({ u"tag"_s, source.reference, target }).ok()
        || !m_engine.proxy("rate 1500000"))
        return {};
    return daemon.add(u"docker_push"_s, { { u"image_name"_s, target } });
}

bool TestPushCrash::isUploading(DaemonUnderTest &daemon, const QString &id)
{
    return daemon.task(id)[u"transfer"][u"bytes_done"].toInteger() > 0;
}

void TestPushCrash::checkPushed(DaemonUnderTest &daemon, const QString &id, const QString &name)
{
    QVERIFY(m_engine.proxy("rate 20000000"));
    const QJsonObject task = daemon.taskIn(id, u"finished"_s);
    QVERIFY2(task[u"status"].toString() == u"completed"_s, whyEnded(task).constData());
    QVERIFY(isThere(name));
    QCOMPARE(task[u"result"][u"digest"].toString(),
        m_engine.manifestDigest(m_engine.registry, u"crash/"_s + name, u"1"_s));
    QCOMPARE(clientProcessesOf(id), QStringList());
}

void TestPushCrash::killedWhileUploading()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start());
        const QString name = u"running-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QTRY_VERIFY_WITH_TIMEOUT(isUploading(daemon, id), 20'000);
        daemon.kill();
        QTRY_COMPARE(clientProcessesOf(id), QStringList());
        QVERIFY(daemon.start());
        checkPushed(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed while uploading: %d times", timesEach);
}

void TestPushCrash::endedAndOutcomeNotSaved()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"exited-not-saved"_s));
        const QString name = u"ended-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QVERIFY(daemon.diesByItself());
        QVERIFY(isThere(name));
        const qint64 before = m_engine.proxyCounts().up;
        QVERIFY(daemon.start());
        checkPushed(daemon, id, name);
        QVERIFY(m_engine.proxyCounts().up - before < 100'000); // questions, no layer
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when the push had ended and its outcome was not saved: %d times", timesEach);
}

void TestPushCrash::pauseAcceptedAndNotCarriedOut()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"pause-accepted"_s));
        const QString name = u"paused-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QTRY_VERIFY_WITH_TIMEOUT(isUploading(daemon, id), 20'000);
        daemon.request(u"queue_manage"_s, { { u"action"_s, u"pause"_s }, { u"task_id"_s, id } });
        QVERIFY(daemon.diesByItself());
        QVERIFY(daemon.start());
        QCOMPARE(daemon.taskIn(id, u"paused"_s)[u"status"].toString(), u"paused"_s);
        QTRY_COMPARE(clientProcessesOf(id), QStringList());
        QVERIFY(!isThere(name));
        daemon.request(u"queue_manage"_s, { { u"action"_s, u"resume"_s }, { u"task_id"_s, id } });
        checkPushed(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when a pause was accepted and not yet carried out: %d times", timesEach);
}

void TestPushCrash::cancelAcceptedAndNotCarriedOut()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"cancel-accepted"_s));
        const QString name = u"cancelled-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QTRY_VERIFY_WITH_TIMEOUT(isUploading(daemon, id), 20'000);
        daemon.request(u"queue_cancel"_s, { { u"task_id"_s, id } });
        QVERIFY(daemon.diesByItself());
        QVERIFY(daemon.start());
        QCOMPARE(daemon.taskIn(id, u"finished"_s)[u"status"].toString(), u"cancelled"_s);
        QTRY_COMPARE(clientProcessesOf(id), QStringList());
        QVERIFY(!isThere(name));
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when a cancel was accepted and not yet carried out: %d times", timesEach);
}

QTEST_GUILESS_MAIN(TestPushCrash)
#include "test_push_crash.moc"
