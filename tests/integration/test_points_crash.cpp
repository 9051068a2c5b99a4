// slipwayd is killed at each point of the types that no other crash test has: pull, tag, model pull
// and question. After a restart each ends as it was asked to.
#include "tests/integration/crash_points.h"
#include "tests/support/replay_server.h"

using namespace Qt::StringLiterals;
using namespace slipway::test;

class TestPointsCrash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAt_data();
    void killedAt();

private:
    QString add(DaemonUnderTest &daemon, const QString &type, const QString &name);
    void ask(DaemonUnderTest &daemon, const QString &verb, const QString &id)
    {
        daemon.request(u"queue_manage"_s, { { u"action"_s, verb }, { u"task_id"_s, id } });
    }
    void checkCompleted(DaemonUnderTest &daemon, const QString &id);

    EngineFixture m_engine;
    ReplayServer m_ollama;
};

void TestPointsCrash::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_ollama.playWell();
    qputenv("OLLAMA_HOST", m_ollama.address().toUtf8());
}

void TestPointsCrash::killedAt_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("point");
    for (const char *type : { "docker_pull", "docker_tag", "ollama_pull", "ollama_run" }) {
        for (const char *point : { "saved-not-spawned", "running", "exited-not-saved",
                 "pause-accepted", "cancel-accepted" }) {
            const QByteArray at = point;
            const bool isShort =
                QByteArray(type) == "docker_tag"; // over before anybody can stop it
            if (!isShort || at == "saved-not-spawned" || at == "exited-not-saved")
                QTest::addRow("%s, %s", type, point)
                    << QString::fromLatin1(type) << QString::fromLatin1(point);
        }
    }
}

QString TestPointsCrash::add(DaemonUnderTest &daemon, const QString &type, const QString &name)
{
    if (type == "ollama_pull"_L1)
        return daemon.add(type, { { u"model_name"_s, u"tiny"_s } });
    if (type == "ollama_run"_L1)
        return daemon.add(type, { { u"model_name"_s, u"tiny"_s }, { u"prompt"_s, u"Why?"_s } });
    if (type == "docker_tag"_L1)
        return daemon.add(type,
            { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, name + u":1"_s } });
    const RegistryImage image =
        m_engine.fill(m_engine.registry, u"points/%1:1"_s.arg(name), { 1, 0.5 });
    if (!image.ok() || !m_engine.proxy("rate 1500000"))
        return {};
    return daemon.add(
        type, { { u"image_name"_s, u"%1/points/%2:1"_s.arg(m_engine.slowRegistry, name) } });
}

void TestPointsCrash::checkCompleted(DaemonUnderTest &daemon, const QString &id)
{
    const QJsonObject task = daemon.taskIn(id, u"finished"_s);
    QVERIFY2(task[u"status"].toString() == "completed"_L1, whyEnded(task).constData());
    QCOMPARE(clientProcessesOf(id), QStringList());
}

void TestPointsCrash::killedAt()
{
    QFETCH(QString, type);
    QFETCH(QString, point);
    DaemonUnderTest daemon(m_engine.program);
    int struck = 0;
    for (int i = 0; i < timesEach; ++i) {
        const bool byHand = point == "running"_L1;
        QVERIFY(daemon.start(byHand ? QString() : point));
        QString id = add(daemon, type, u"%1-%2-%3"_s.arg(type, point).arg(i));
        const bool isStop = point.endsWith("-accepted"_L1);
        if (byHand || isStop)
            QTRY_COMPARE_WITH_TIMEOUT(
                daemon.task(id)[u"status_group"].toString(), u"active"_s, 20'000);
        if (isStop)
            ask(daemon, point.section(u'-', 0, 0), id);
        if (byHand)
            daemon.kill();
        else
            QVERIFY(daemon.diesByItself());
        ++struck;
        QVERIFY(daemon.start());
        if (id.isEmpty()) // killed before the answer: it is there all the same
            id = daemon.request(u"queue_list"_s, {})[u"data"][u"tasks"]
                     .toArray()
                     .last()[u"id"]
                     .toString();
        if (point == "cancel-accepted"_L1) {
            QCOMPARE(daemon.taskIn(id, u"finished"_s)[u"status"].toString(), u"cancelled"_s);
        } else {
            if (point == "pause-accepted"_L1) {
                QCOMPARE(daemon.taskIn(id, u"paused"_s)[u"status"].toString(), u"paused"_s);
                ask(daemon, u"resume"_s, id);
            }
            checkCompleted(daemon, id);
        }
        if (QTest::currentTestFailed())
            return;
        QVERIFY(daemon.terminate());
    }
    qInfo("%s killed at %s: %d times", qPrintable(type), qPrintable(point), struck);
}

QTEST_GUILESS_MAIN(TestPointsCrash)
#include "test_points_crash.moc"
