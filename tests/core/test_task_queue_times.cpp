// Tasks that are not to start before a time.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

TaskDraft draftNotBefore(const QDateTime &at, TaskType type = TaskType::DockerPull)
{
    TaskDraft draft = draftOf(type);
    draft.options.notBefore = at;
    return draft;
}

QDateTime in(qint64 ms)
{
    return QDateTime::currentDateTimeUtc().addMSecs(ms);
}

} // namespace

class TaskQueueTimesTest : public QObject {
    Q_OBJECT

private slots:
    void startsWhenItsTimeHasCome();
    void theNearerTimeComesFirst();
    void pastTimeIsNoReasonToWait();
    void restartKeepsTheTime();
    void cancelAndPauseLeaveTheClock();
    void timeComesAfterThePredecessors();
    void triedOnceItWaitsForItsRetryOnly();
};

void TaskQueueTimesTest::startsWhenItsTimeHasCome()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const QDateTime at = in(400);
    const TaskId id = bench.add(draftNotBefore(at));
    bench.settle();
    QCOMPARE(bench.status(id), TaskStatus::Pending);
    QCOMPARE(bench.task(id).waitingFor.english(),
        u"waits until "_s + at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    QCOMPARE(bench.queue.positionInLine(id), 0);
    QVERIFY(!bench.queue.isIdle());
    QTRY_VERIFY(bench.runs(id));
    QVERIFY(QDateTime::currentDateTimeUtc() >= at);
    QCOMPARE(bench.task(id).waitingFor.english(), QString());
}

void TaskQueueTimesTest::theNearerTimeComesFirst()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId far = bench.add(draftNotBefore(in(3'600'000)));
    const TaskId near = bench.add(draftNotBefore(in(100)));
    QTRY_VERIFY(bench.runs(near));
    QCOMPARE(bench.status(far), TaskStatus::Pending);
}

void TaskQueueTimesTest::pastTimeIsNoReasonToWait()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId id = bench.add(draftNotBefore(in(-1000)));
    QTRY_VERIFY(bench.runs(id));
}

void TaskQueueTimesTest::restartKeepsTheTime()
{
    QueueBench before;
    QVERIFY(before.start());
    const QDateTime at = in(500);
    const TaskId id = before.add(draftNotBefore(at));
    const TaskId far = before.add(draftNotBefore(in(3'600'000)));
    before.settle();
    QueueBench bench(before.journal.onDisk());
    QVERIFY(bench.start());
    bench.settle();
    QVERIFY(!bench.of(id) && bench.task(id).waitingFor.english().startsWith(u"waits until"_s));
    QTRY_VERIFY(bench.runs(id));
    QVERIFY(QDateTime::currentDateTimeUtc() >= at);
    QCOMPARE(bench.status(far), TaskStatus::Pending);
}

void TaskQueueTimesTest::cancelAndPauseLeaveTheClock()
{
    QueueBench bench;
    QVERIFY(bench.start());
    const TaskId cancelled = bench.add(draftNotBefore(in(3'600'000)));
    const TaskId paused = bench.add(draftNotBefore(in(3'600'000)));
    bench.queue.cancel(cancelled);
    bench.queue.pause(paused);
    QVERIFY(bench.queue.isIdle());
    QCOMPARE(bench.task(paused).waitingFor.english(), QString());
    bench.queue.resume(paused);
    QVERIFY(bench.task(paused).waitingFor.english().startsWith(u"waits until"_s));
    bench.queue.remove(paused);
    QVERIFY(bench.queue.isIdle());
}

void TaskQueueTimesTest::timeComesAfterThePredecessors()
{
    QueueBench bench;
    QVERIFY(bench.start());
    TaskDraft first = draftOf(TaskType::DockerPull);
    first.options.key = u"first"_s;
    TaskDraft second = draftNotBefore(in(300), TaskType::DockerPush);
    second.options.after = { u"first"_s };
    const auto future = bench.queue.submit({ first, second });
    QTRY_VERIFY(future.isFinished());
    const QList<TaskId> ids = future.result().ids;
    QVERIFY(bench.task(ids[1]).waitingFor.english().startsWith(u"waits for"_s));
    QTRY_VERIFY(bench.runs(ids[0]));
    bench.of(ids[0])->succeed({});
    QTRY_VERIFY(bench.task(ids[1]).waitingFor.english().startsWith(u"waits until"_s));
    QTRY_VERIFY(bench.runs(ids[1]));
}

void TaskQueueTimesTest::triedOnceItWaitsForItsRetryOnly()
{
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = 1;
    task.revision = 3;
    task.spec = draftOf(TaskType::DockerPull).spec;
    task.options.notBefore = in(3'600'000); // the clock was set back since
    task.attempt = 1;
    task.createdAt = task.startedAt = in(-1000);
    task.nextRetryAt = in(200);
    task.history = { { TaskStatus::Pending, task.createdAt, {} } };
    JournalContents before;
    before.tasks = { task };
    QueueBench bench(before);
    QVERIFY(bench.start());
    QVERIFY(!bench.of(task.id));
    QTRY_VERIFY(bench.runs(task.id));
}

QTEST_GUILESS_MAIN(TaskQueueTimesTest)
#include "test_task_queue_times.moc"
