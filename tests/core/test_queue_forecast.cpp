// When all is done, from what is active and what its like took before.
#include "core/queue/queue_forecast.h"

#include <QtTest>

using namespace slipway;

namespace {

const QDateTime now = QDateTime::currentDateTimeUtc();

Task active(
    TaskType type, std::optional<int> left, qint64 done = 10, std::optional<qint64> total = 100)
{
    Task task;
    task.spec = emptySpec(type);
    task.status = TaskStatus::Pulling;
    task.progress.isTransfer = true;
    task.progress.bytesDone = done;
    task.progress.bytesTotal = total;
    task.progress.bytesPerSecond = 5;
    task.progress.secondsLeft = left;
    return task;
}

Task waiting(TaskType type)
{
    Task task;
    task.spec = emptySpec(type);
    return task;
}

Task completed(TaskType type, int seconds)
{
    Task task = waiting(type);
    task.id = TaskId::createUuid();
    task.status = TaskStatus::Completed;
    task.startedAt = now;
    task.completedAt = now;
    task.activeMs = seconds * 1000;
    return task;
}

QueueForecast of(const QList<Task> &tasks)
{
    PastTimes past;
    QueueForecaster forecaster(now, past);
    for (const Task &task : tasks) {
        past.learn(task);
        forecaster.add(task);
    }
    return forecaster.forecast({});
}

} // namespace

class QueueForecastTest : public QObject {
    Q_OBJECT

private slots:
    void bytesAreSummed();
    void theLongestDecides();
    void whatWaitsIsGuessedFromItsLike();
    void whatNobodyKnowsIsNotTold();
    void theLatestCountAndEachOnce();
};

void QueueForecastTest::bytesAreSummed()
{
    QueueForecast all =
        of({ active(TaskType::DockerPull, 7), active(TaskType::DockerPush, 9, 20, 300) });
    QCOMPARE(all.bytesDone, 30);
    QCOMPARE(all.bytesTotal, 400);
    QCOMPARE(all.bytesPerSecond, 10);
    all =
        of({ active(TaskType::DockerPull, 7), active(TaskType::DockerPush, 9, 20, std::nullopt) });
    QVERIFY(!all.bytesTotal);
    QCOMPARE(of({}), QueueForecast{});
}

void QueueForecastTest::theLongestDecides()
{
    QCOMPARE(
        of({ active(TaskType::DockerPull, 7), active(TaskType::DockerPush, 90) }).secondsLeft, 90);
}

// Two pulls at a time, three tasks at a time over all.
void QueueForecastTest::whatWaitsIsGuessedFromItsLike()
{
    QList<Task> tasks{ completed(TaskType::DockerPull, 10), completed(TaskType::DockerPull, 30),
        completed(TaskType::DockerPull, 20), active(TaskType::DockerPull, 8) };
    for (int i = 0; i < 5; ++i)
        tasks.append(waiting(TaskType::DockerPull));
    QCOMPARE(of(tasks).secondsLeft, (8 + 5 * 20) / 2);
}

void QueueForecastTest::whatNobodyKnowsIsNotTold()
{
    QVERIFY(!of({ active(TaskType::DockerPull, std::nullopt), active(TaskType::DockerPush, 9) })
                 .secondsLeft);
    QVERIFY(!of({ active(TaskType::DockerPull, 9), waiting(TaskType::DockerBuild) }).secondsLeft);
}

void QueueForecastTest::theLatestCountAndEachOnce()
{
    PastTimes past;
    QVERIFY(!past.usual(TaskType::DockerPull));
    // Hours ago they took 100 seconds; the twenty latest took 7. In any order.
    for (int number = 0; number < 60; ++number) {
        Task task = completed(TaskType::DockerPull, number % 3 == 0 ? 7 : 100);
        if (number % 3 != 0)
            task.completedAt = now.addSecs(-3600 - number);
        past.learn(task);
    }
    QCOMPARE(past.usual(TaskType::DockerPull), 7.0);
    QVERIFY(!past.usual(TaskType::DockerPush));

    PastTimes again;
    const Task slow = completed(TaskType::DockerPull, 50);
    for (int time = 0; time < 3; ++time)
        again.learn(slow); // told again, because a label was set
    again.learn(completed(TaskType::DockerPull, 60));
    again.learn(completed(TaskType::DockerPull, 60));
    QCOMPARE(again.usual(TaskType::DockerPull), 60.0);
}

QTEST_APPLESS_MAIN(QueueForecastTest)
#include "test_queue_forecast.moc"
