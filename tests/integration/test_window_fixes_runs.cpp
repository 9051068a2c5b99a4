// Containers that fail for real: the error is shown, its fix clicked, the task completes.
#include "tests/support/window_under_test.h"

#include <QTcpServer>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowFixesRuns : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aPortThatIsTaken();
    void aPortThatAContainerHolds();
    void aTimeLimitThatIsTooShort_data();
    void aTimeLimitThatIsTooShort();
    void aMemoryLimitThatIsTooLow_data();
    void aMemoryLimitThatIsTooLow();

private:
    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesRuns::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_shown = std::make_unique<WindowUnderTest>(m_engine.program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
}

void TestWindowFixesRuns::aPortThatIsTaken()
{
    if (!m_engine.hasBridge)
        QSKIP("containers have no network here");
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::Any));
    const QString port = QString::number(taken.serverPort());
    const TaskId id = m_shown->fails(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"true"_s },
            { u"ports"_s, QJsonObject{ { port, u"80"_s } } } },
        ErrorCode::DockerNetworkError);
    const Task task = m_shown->queue.task(id);
    QVERIFY2(errorMessage(*task.error).contains(u"test_window_fix"_s) // as the kernel cuts names
            && errorMessage(*task.error).contains(QString::number(getpid())),
        qPrintable(errorMessage(*task.error)));
    QVERIFY(m_shown->clickFix(id, u"use_port:%1"_s.arg(task.error->freePort)));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesRuns::aPortThatAContainerHolds()
{
    if (!m_engine.hasBridge)
        QSKIP("containers have no network here");
    QVERIFY(m_engine
                .docker({ u"run"_s, u"-d"_s, u"--name"_s, u"holder"_s, u"-p"_s, u"18080:80"_s,
                    u"--stop-timeout"_s, u"0"_s, u"busybox:local"_s, u"sleep"_s, u"600"_s })
                .ok());
    const TaskId id = m_shown->fails(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"true"_s },
            { u"ports"_s, QJsonObject{ { u"18080"_s, u"80"_s } } } },
        ErrorCode::DockerNetworkError);
    QCOMPARE(errorMessage(*m_shown->queue.task(id).error),
        u"The port 18080 is already in use by the container holder."_s);
    QVERIFY(m_shown->clickFix(id, u"stop_container:holder"_s));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesRuns::aTimeLimitThatIsTooShort_data()
{
    QTest::addColumn<QString>("fix");
    QTest::newRow("more time") << u"time_limit:60"_s;
    QTest::newRow("no limit") << u"time_limit:none"_s;
}

void TestWindowFixesRuns::aTimeLimitThatIsTooShort()
{
    QFETCH(QString, fix);
    const TaskId id = m_shown->fails(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"sleep 3"_s },
            { u"network"_s, u"none"_s }, { u"timeout_seconds"_s, 1 } },
        ErrorCode::SystemTimeout);
    QCOMPARE(m_shown->queue.task(id).status, TaskStatus::Timeout);
    QVERIFY(m_shown->clickFix(id, fix));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesRuns::aMemoryLimitThatIsTooLow_data()
{
    QTest::addColumn<QString>("fix");
    QTest::newRow("more memory") << u"memory_limit:64m"_s;
    QTest::newRow("no limit") << u"memory_limit:none"_s;
}

// The program takes 45 MB in one piece.
void TestWindowFixesRuns::aMemoryLimitThatIsTooLow()
{
    QFETCH(QString, fix);
    const TaskId id = m_shown->fails(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s }, { u"memory"_s, u"32m"_s },
            { u"network"_s, u"none"_s },
            { u"command"_s, u"dd if=/dev/zero of=/dev/null bs=45M count=1"_s } },
        ErrorCode::SystemMemoryLimit);
    QCOMPARE(errorMessage(*m_shown->queue.task(id).error),
        u"The container reached its memory limit and was killed."_s);
    QVERIFY(m_shown->clickFix(id, fix));
    QVERIFY(m_shown->completes(id));
}

QTEST_MAIN(TestWindowFixesRuns)
#include "test_window_fixes_runs.moc"
