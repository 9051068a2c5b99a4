// slipwayd is killed around the pause of a container. Its program is started once, and each of its
// lines comes once, however often it is frozen and found again; cancelled, it is gone.
#include "tests/integration/crash_points.h"

using namespace Qt::StringLiterals;
using namespace slipway::test;

namespace {

constexpr int lines = 12;

} // namespace

class TestFreezeCrash : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pauseAcceptedAndNotFrozen();
    void frozen();
    void resumeAcceptedAndNotThawed();
    void cancelOfAFrozenOneSavedAndNotCarriedOut();

private:
    QString add(DaemonUnderTest &daemon, const QString &name);
    void pause(DaemonUnderTest &daemon, const QString &id);
    bool resume(DaemonUnderTest &daemon, const QString &id);
    QString stateOf(const QString &id) const;
    void checkEndedWell(DaemonUnderTest &daemon, const QString &id, const QString &name);

    EngineFixture m_engine;
};

void TestFreezeCrash::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

// Has printed two lines when this returns.
QString TestFreezeCrash::add(DaemonUnderTest &daemon, const QString &name)
{
    const QString script =
        u"echo start >> /out/%1; i=0; while [ $i -lt %2 ]; do echo line $i; i=$((i+1)); sleep 0.1; done"_s
            .arg(name)
            .arg(lines);
    const QString id = daemon.add(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s },
            { u"command"_s, QJsonArray{ u"sh"_s, u"-c"_s, script } }, { u"network"_s, u"none"_s },
            { u"volumes"_s, QJsonObject{ { m_engine.folder, u"/out"_s } } } });
    const bool prints =
        QTest::qWaitFor([&] { return daemon.task(id)[u"logs"].toArray().size() >= 2; }, 20'000);
    return prints ? id : QString();
}

void TestFreezeCrash::pause(DaemonUnderTest &daemon, const QString &id)
{
    daemon.request(u"queue_manage"_s, { { u"action"_s, u"pause"_s }, { u"task_id"_s, id } });
}

bool TestFreezeCrash::resume(DaemonUnderTest &daemon, const QString &id)
{
    return daemon
        .request(
            u"queue_manage"_s, { { u"action"_s, u"resume"_s }, { u"task_id"_s, id } })[u"success"]
        .toBool();
}

QString TestFreezeCrash::stateOf(const QString &id) const
{
    return m_engine
        .docker({ u"ps"_s, u"-a"_s, u"--filter"_s, u"label=slipway.task="_s + id, u"--format"_s,
            u"{{.State}}"_s })
        .line();
}

void TestFreezeCrash::checkEndedWell(
    DaemonUnderTest &daemon, const QString &id, const QString &name)
{
    const QJsonObject task = daemon.taskIn(id, u"finished"_s);
    QVERIFY2(task[u"status"].toString() == u"completed"_s, whyEnded(task).constData());
    QStringList wanted;
    for (int i = 0; i < lines; ++i)
        wanted.append(u"line %1"_s.arg(i));
    QStringList printed;
    for (const QJsonValue &line : task[u"logs"].toArray())
        printed.append(line.toString());
    QCOMPARE(printed, wanted);
    QFile starts(m_engine.folder + u'/' + name);
    QVERIFY(starts.open(QIODevice::ReadOnly));
    QCOMPARE(starts.readAll(), QByteArray("start\n"));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QString(), 10'000);
}

void TestFreezeCrash::pauseAcceptedAndNotFrozen()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"pause-accepted"_s));
        const QString name = u"accepted-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QVERIFY(!id.isEmpty());
        pause(daemon, id);
        QVERIFY(daemon.diesByItself());
        QVERIFY(daemon.start());
        const QJsonObject task = daemon.taskIn(id, u"paused"_s);
        QVERIFY2(task[u"status"].toString() == u"paused"_s, whyEnded(task).constData());
        QCOMPARE(stateOf(id), u"paused"_s);
        QVERIFY(resume(daemon, id));
        checkEndedWell(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when a pause was accepted and not yet carried out: %d times", timesEach);
}

void TestFreezeCrash::frozen()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start());
        const QString name = u"frozen-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QVERIFY(!id.isEmpty());
        pause(daemon, id);
        QCOMPARE(daemon.taskIn(id, u"paused"_s)[u"status"].toString(), u"paused"_s);
        const auto printed = daemon.task(id)[u"logs"].toArray().size();
        daemon.kill();
        QVERIFY(daemon.start());
        QCOMPARE(statusOf(daemon, id), u"paused"_s);
        QCOMPARE(stateOf(id), u"paused"_s);
        QCOMPARE(daemon.task(id)[u"logs"].toArray().size(), printed);
        QVERIFY(resume(daemon, id));
        checkEndedWell(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed while frozen: %d times", timesEach);
}

void TestFreezeCrash::resumeAcceptedAndNotThawed()
{
    DaemonUnderTest daemon(m_engine.program);
    int asleep = 0;
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start());
        const QString name = u"resumed-%1"_s.arg(i);
        const QString id = add(daemon, name);
        QVERIFY(!id.isEmpty());
        pause(daemon, id);
        QCOMPARE(daemon.taskIn(id, u"paused"_s)[u"status"].toString(), u"paused"_s);
        QVERIFY(resume(daemon, id));
        daemon.kill();
        asleep += stateOf(id) == u"paused"_s;
        QVERIFY(daemon.start());
        checkEndedWell(daemon, id, name);
        QVERIFY(daemon.terminate());
    }
    qInfo(
        "killed when a resume had been answered: %d times, %d of them before the container went on",
        timesEach, asleep);
}

void TestFreezeCrash::cancelOfAFrozenOneSavedAndNotCarriedOut()
{
    DaemonUnderTest daemon(m_engine.program);
    for (int i = 0; i < timesEach; ++i) {
        QVERIFY(daemon.start(u"withdrawn-not-removed"_s));
        const QString id = add(daemon, u"cancelled-%1"_s.arg(i));
        QVERIFY(!id.isEmpty());
        pause(daemon, id);
        QCOMPARE(daemon.taskIn(id, u"paused"_s)[u"status"].toString(), u"paused"_s);
        daemon.request(u"queue_cancel"_s, { { u"task_id"_s, id } });
        QVERIFY(daemon.diesByItself());
        QCOMPARE(stateOf(id), u"paused"_s);
        QVERIFY(daemon.start());
        QCOMPARE(statusOf(daemon, id), u"cancelled"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QString(), 15'000);
        QVERIFY(daemon.terminate());
    }
    qInfo("killed when the cancel of a frozen one was saved and not yet carried out: %d times",
        timesEach);
}

QTEST_GUILESS_MAIN(TestFreezeCrash)
#include "test_freeze_crash.moc"
