// How long what may be silent, by DESIGN's table; and the clock that counts it.
#include "core/queue/stall_clock.h"

#include <QtTest>

using namespace std::chrono;
using namespace slipway;

class StallClockTest : public QObject {
    Q_OBJECT

private slots:
    void limits_data();
    void limits();
    void isQuietAfterAThirdAndStalledAtItsLimit();
    void aMoveBeginsAnew();
    void onlySilenceWithALimitCounts();
};

void StallClockTest::limits_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<int>("asked"); // -1: nobody asked
    QTest::addColumn<Awaits>("awaits");
    QTest::addColumn<int>("seconds"); // -1: never
    QTest::newRow("a pull that loads") << TaskType::DockerPull << -1 << Awaits::Bytes << 300;
    QTest::newRow("a pull that waits for a slot")
        << TaskType::DockerPull << -1 << Awaits::Others << 900;
    QTest::newRow("a push") << TaskType::DockerPush << -1 << Awaits::Bytes << 300;
    QTest::newRow("a model that loads") << TaskType::OllamaPull << -1 << Awaits::Bytes << 90;
    QTest::newRow("a model that is verified")
        << TaskType::OllamaPull << -1 << Awaits::Nothing << -1;
    QTest::newRow("a silent build step") << TaskType::DockerBuild << -1 << Awaits::Nothing << -1;
    QTest::newRow("a build's own push") << TaskType::DockerBuild << -1 << Awaits::Bytes << 300;
    QTest::newRow("a container") << TaskType::DockerRun << -1 << Awaits::Nothing << -1;
    QTest::newRow("a loading model") << TaskType::OllamaRun << -1 << Awaits::Nothing << -1;
    QTest::newRow("never, by wish") << TaskType::DockerPull << 0 << Awaits::Bytes << -1;
    QTest::newRow("shorter, by wish") << TaskType::DockerPull << 20 << Awaits::Bytes << 20;
    QTest::newRow("a slot is waited for all the same")
        << TaskType::DockerPull << 20 << Awaits::Others << 900;
    QTest::newRow("longer, by wish") << TaskType::DockerPull << 2000 << Awaits::Others << 2000;
    QTest::newRow("a container, by wish") << TaskType::DockerRun << 20 << Awaits::Nothing << 20;
    QTest::newRow("a pull that checks, by wish")
        << TaskType::DockerPull << 20 << Awaits::Nothing << -1;
}

void StallClockTest::limits()
{
    QFETCH(TaskType, type);
    QFETCH(int, asked);
    QFETCH(Awaits, awaits);
    QFETCH(int, seconds);
    Task task;
    task.spec = emptySpec(type);
    if (asked >= 0)
        task.options.stallSeconds = asked;
    const auto limit = stallLimit(task, awaits);
    QCOMPARE(limit ? int(duration_cast<std::chrono::seconds>(*limit).count()) : -1, seconds);
}

void StallClockTest::isQuietAfterAThirdAndStalledAtItsLimit()
{
    StallClock clock;
    clock.expect(30s, 1000);
    QCOMPARE(clock.state(10'999), StallClock::State::Moving);
    QCOMPARE(clock.msToNextChange(1000), 10'000);
    QCOMPARE(clock.state(11'000), StallClock::State::Quiet);
    QCOMPARE(clock.msToNextChange(11'000), 20'000);
    QCOMPARE(clock.state(30'999), StallClock::State::Quiet);
    QCOMPARE(clock.state(31'000), StallClock::State::Stalled);
    QVERIFY(!clock.msToNextChange(31'000));
}

void StallClockTest::aMoveBeginsAnew()
{
    StallClock clock;
    clock.expect(30s, 0);
    clock.moved(29'000);
    QCOMPARE(clock.state(38'999), StallClock::State::Moving);
    QCOMPARE(clock.silentMs(38'999), 9'999);
    QCOMPARE(clock.state(59'000), StallClock::State::Stalled);
}

void StallClockTest::onlySilenceWithALimitCounts()
{
    StallClock clock;
    clock.expect(std::nullopt, 0);
    QCOMPARE(clock.state(1'000'000'000), StallClock::State::Moving);
    QVERIFY(!clock.msToNextChange(5));
    clock.expect(30s, 1'000'000);
    QCOMPARE(clock.state(1'009'999), StallClock::State::Moving);
    clock.expect(900s, 1'020'000); // another limit for the same silence
    QCOMPARE(clock.silentMs(1'030'000), 30'000);
    QCOMPARE(clock.state(1'030'000), StallClock::State::Moving);
}

QTEST_APPLESS_MAIN(StallClockTest)
#include "test_stall_clock.moc"
