// Who may go next: priority, then age, within the limits of lanes and of all together.
#include "core/queue/lanes.h"

#include <QtTest>

using namespace slipway;

namespace {

Task taskOf(TaskType type, qint64 sequence, int priority = 0)
{
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = sequence;
    task.spec = emptySpec(type);
    task.options.priority = priority;
    return task;
}

} // namespace

class LanesTest : public QObject {
    Q_OBJECT

private slots:
    void priorityThenAge();
    void priorityGoesAcrossLanes();
    void fullLaneLetsOthersPass();
    void overallLimitLeavesOutShortTasks();
    void releaseGivesThePlaceOnce();
    void occupyCountsAboveTheLimit();
    void enqueueAgainMovesInTheLine();
    void positionsWithinALane();
    void limitsMayChangeWhileItRuns();
    void movedTaskStandsWhereItWasPut_data();
    void movedTaskStandsWhereItWasPut();
    void movedTaskTakesThePriorityAroundIt();
    void lastStaysBeforeWhatComesLater();
    void movingOnAndOnFindsRoom();
};

void LanesTest::priorityThenAge()
{
    Lanes lanes;
    const Task younger = taskOf(TaskType::DockerPush, 2);
    const Task older = taskOf(TaskType::DockerPush, 1);
    const Task urgent = taskOf(TaskType::DockerPush, 3, 1);
    for (const Task &task : { younger, older, urgent })
        lanes.enqueue(task);
    QueueLimits limits;
    limits.lanes[Lane::Push] = 3;
    lanes.setLimits(limits);
    QCOMPARE(lanes.take(), std::optional(urgent.id));
    QCOMPARE(lanes.take(), std::optional(older.id));
    QCOMPARE(lanes.take(), std::optional(younger.id));
    QCOMPARE(lanes.take(), std::optional<TaskId>());
    QCOMPARE(lanes.waitingCount(), 0);
    QCOMPARE(lanes.runningCount(), 3);
}

void LanesTest::priorityGoesAcrossLanes()
{
    Lanes lanes;
    const Task pull = taskOf(TaskType::DockerPull, 1);
    const Task push = taskOf(TaskType::DockerPush, 2, 7);
    lanes.enqueue(pull);
    lanes.enqueue(push);
    QCOMPARE(lanes.take(), std::optional(push.id));
    QCOMPARE(lanes.take(), std::optional(pull.id));
}

void LanesTest::fullLaneLetsOthersPass()
{
    Lanes lanes;
    lanes.enqueue(taskOf(TaskType::OllamaPull, 1, 9));
    lanes.enqueue(taskOf(TaskType::OllamaPull, 2, 9));
    const Task run = taskOf(TaskType::OllamaRun, 3, -5);
    lanes.enqueue(run);
    QVERIFY(lanes.take());
    QCOMPARE(lanes.take(), std::optional(run.id));
    QVERIFY(!lanes.take());
    QCOMPARE(lanes.waitingCount(), 1);
}

void LanesTest::overallLimitLeavesOutShortTasks()
{
    Lanes lanes;
    QueueLimits limits;
    limits.maxConcurrent = 1;
    lanes.setLimits(limits);
    for (TaskType type : allTaskTypes())
        lanes.enqueue(taskOf(type, 1 + int(type)));
    QSet<TaskId> taken;
    while (const auto id = lanes.take())
        taken.insert(*id);
    QCOMPARE(taken.size(), 3); // one of the lanes, a tag and a login
    QCOMPARE(lanes.runningCount(), 1);
}

void LanesTest::releaseGivesThePlaceOnce()
{
    Lanes lanes;
    const Task first = taskOf(TaskType::DockerBuild, 1);
    const Task second = taskOf(TaskType::DockerBuild, 2);
    lanes.enqueue(first);
    lanes.enqueue(second);
    QCOMPARE(lanes.take(), std::optional(first.id));
    QVERIFY(!lanes.take());
    lanes.release(first.id);
    lanes.release(first.id);
    lanes.release(QUuid::createUuid());
    QCOMPARE(lanes.runningCount(), 0);
    QCOMPARE(lanes.take(), std::optional(second.id));
    QVERIFY(!lanes.take());
}

void LanesTest::occupyCountsAboveTheLimit()
{
    Lanes lanes;
    const Task found = taskOf(TaskType::DockerBuild, 1);
    const Task another = taskOf(TaskType::DockerBuild, 2);
    lanes.occupy(found);
    lanes.occupy(found);
    lanes.occupy(another);
    QCOMPARE(lanes.runningCount(), 2);
    const Task waiting = taskOf(TaskType::DockerBuild, 3);
    lanes.enqueue(waiting);
    lanes.release(found.id);
    QVERIFY(!lanes.take());
    lanes.release(another.id);
    QCOMPARE(lanes.take(), std::optional(waiting.id));
}

void LanesTest::enqueueAgainMovesInTheLine()
{
    Lanes lanes;
    const Task first = taskOf(TaskType::DockerPull, 1);
    Task second = taskOf(TaskType::DockerPull, 2);
    lanes.enqueue(first);
    lanes.enqueue(second);
    second.options.priority = 1;
    lanes.enqueue(second);
    QCOMPARE(lanes.waitingCount(), 2);
    QCOMPARE(lanes.positionOf(second.id), 1);
    QCOMPARE(lanes.take(), std::optional(second.id));
}

void LanesTest::positionsWithinALane()
{
    Lanes lanes;
    const Task pull = taskOf(TaskType::DockerPull, 1);
    const Task push = taskOf(TaskType::DockerPush, 2);
    const Task nextPull = taskOf(TaskType::DockerPull, 3);
    for (const Task &task : { pull, push, nextPull })
        lanes.enqueue(task);
    QCOMPARE(lanes.positionOf(pull.id), 1);
    QCOMPARE(lanes.positionOf(push.id), 1);
    QCOMPARE(lanes.positionOf(nextPull.id), 2);
    lanes.dequeue(pull.id);
    lanes.dequeue(pull.id);
    QCOMPARE(lanes.positionOf(pull.id), 0);
    QCOMPARE(lanes.positionOf(nextPull.id), 1);
}

void LanesTest::limitsMayChangeWhileItRuns()
{
    Lanes lanes;
    for (int i = 0; i < 5; ++i)
        lanes.enqueue(taskOf(TaskType::DockerPull, i));
    QVERIFY(lanes.take() && lanes.take() && !lanes.take());
    QueueLimits limits;
    limits.lanes[Lane::Pull] = 3;
    lanes.setLimits(limits);
    QVERIFY(lanes.take() && !lanes.take());
    limits.lanes[Lane::Pull] = 0; // none of this lane
    lanes.setLimits(limits);
    QVERIFY(!lanes.take());
    QCOMPARE(lanes.runningCount(), 3);
}

void LanesTest::movedTaskStandsWhereItWasPut_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("stands");
    QTest::newRow("up") << 3 << 2 << 2;
    QTest::newRow("down") << 2 << 3 << 3;
    QTest::newRow("to the top") << 4 << 1 << 1;
    QTest::newRow("to the bottom") << 1 << 4 << 4;
    QTest::newRow("past the bottom") << 1 << 99 << 4;
    QTest::newRow("where it is") << 2 << 2 << 2;
}

void LanesTest::movedTaskStandsWhereItWasPut()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, stands);
    Lanes lanes;
    QList<TaskId> order;
    for (int i = 1; i <= 4; ++i) {
        const Task task = taskOf(TaskType::DockerPull, i);
        lanes.enqueue(task);
        order.append(task.id);
    }
    const TaskId moved = order.at(from - 1);
    const auto changed = lanes.move(moved, to);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().id, moved);
    QCOMPARE(lanes.positionOf(moved), stands);
    order.move(from - 1, stands - 1);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(lanes.positionOf(order.at(i)), i + 1);
}

void LanesTest::movedTaskTakesThePriorityAroundIt()
{
    Lanes lanes;
    const Task urgent = taskOf(TaskType::DockerPull, 1, 5);
    const Task plain = taskOf(TaskType::DockerPull, 2);
    const Task late = taskOf(TaskType::DockerPull, 3, -5);
    for (const Task &task : { urgent, plain, late })
        lanes.enqueue(task);
    QCOMPARE(lanes.move(late.id, 1).first().priority, 5);
    QCOMPARE(lanes.positionOf(late.id), 1);
    QCOMPARE(lanes.move(late.id, 2).first().priority, 5);
    QCOMPARE(lanes.move(late.id, 3).first().priority, 0);
    QCOMPARE(lanes.move(urgent.id, 2).first().priority, 0);
    QCOMPARE(lanes.positionOf(plain.id), 1);
    QCOMPARE(lanes.positionOf(urgent.id), 2);
}

void LanesTest::lastStaysBeforeWhatComesLater()
{
    Lanes lanes;
    const Task first = taskOf(TaskType::DockerPull, 1);
    const Task second = taskOf(TaskType::DockerPull, 2);
    lanes.enqueue(first);
    lanes.enqueue(second);
    lanes.move(first.id, 2);
    lanes.move(second.id, 2);
    const Task later = taskOf(TaskType::DockerPull, 3);
    lanes.enqueue(later);
    QCOMPARE(lanes.positionOf(later.id), 3);
}

void LanesTest::movingOnAndOnFindsRoom()
{
    Lanes lanes;
    QList<Task> tasks;
    for (int i = 1; i <= 4; ++i) {
        tasks.append(taskOf(TaskType::DockerPull, i));
        lanes.enqueue(tasks.last());
    }
    qsizetype mostChanged = 0;
    for (int i = 0; i < 500; ++i) { // between two neighbours, each time in half the room
        const Task &moved = tasks.at(i % 2 == 0 ? 2 : 3);
        mostChanged = std::max(mostChanged, lanes.move(moved.id, 2).size());
        QCOMPARE(lanes.positionOf(moved.id), 2);
        QCOMPARE(lanes.positionOf(tasks.at(0).id), 1);
    }
    QCOMPARE(mostChanged, 4);
    QCOMPARE(lanes.waitingCount(), 4);
}

QTEST_APPLESS_MAIN(LanesTest)
#include "test_lanes.moc"
