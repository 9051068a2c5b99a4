// Standing elsewhere in line, and starting without standing in it.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskQueueOrderTest : public QObject {
    Q_OBJECT

private slots:
    void init();

    void movedTaskStartsInItsNewPlace();
    void placeSurvivesARestart();
    void moveIsRefusedOutOfLine_data();
    void moveIsRefusedOutOfLine();
    void startNowGoesBeyondTheLimits();
    void startNowIgnoresTimeAndHold();
    void startNowWaitsForPredecessors();
    void startNowIsRefusedElsewhere();
    void troubleOfTheStoreIsKeptUntilItSavesAgain();

private:
    QList<TaskId> addPulls(int count);
    QString refusalOf(const QFuture<VerbAnswer> &answer) const
    {
        const bool answered = QTest::qWaitFor([&] { return answer.isFinished(); });
        if (!answered)
            return u"no answer"_s;
        return answer.result().refusal ? answer.result().refusal->reason.english() : QString();
    }

    std::unique_ptr<QueueBench> m_bench;
};

void TaskQueueOrderTest::init()
{
    m_bench = std::make_unique<QueueBench>();
    QVERIFY(m_bench->start());
    QueueLimits limits;
    limits.lanes[Lane::Pull] = 1;
    m_bench->queue.setLimits(limits);
}

QList<TaskId> TaskQueueOrderTest::addPulls(int count)
{
    QList<TaskId> ids;
    for (int i = 0; i < count; ++i)
        ids.append(m_bench->add(draftOf(TaskType::DockerPull)));
    m_bench->settle();
    return ids;
}

void TaskQueueOrderTest::movedTaskStartsInItsNewPlace()
{
    const auto ids = addPulls(4); // the first runs
    QCOMPARE(refusalOf(m_bench->queue.move(ids[3], 1)), QString());
    QCOMPARE(m_bench->queue.positionInLine(ids[3]), 1);
    for (const int next : { 0, 3, 1, 2 }) {
        QTRY_VERIFY(m_bench->runs(ids[next]));
        m_bench->of(ids[next])->succeed({});
    }
}

void TaskQueueOrderTest::placeSurvivesARestart()
{
    const auto ids = addPulls(3);
    TaskDraft urgent = draftOf(TaskType::DockerPull, 9);
    const TaskId last = m_bench->add(urgent);
    QCOMPARE(refusalOf(m_bench->queue.move(last, 2)), QString());
    QCOMPARE(refusalOf(m_bench->queue.move(ids[2], 1)), QString());
    QCOMPARE(m_bench->task(last).options.priority, 0);
    MemoryJournal::Disk disk = m_bench->journal.onDisk();
    disk.held = true; // all stay in line
    m_bench = std::make_unique<QueueBench>(disk);
    QVERIFY(m_bench->start());
    const auto position = [this](const TaskId &id) { return m_bench->queue.positionInLine(id); };
    QVERIFY(position(ids[2]) < position(ids[1]));
    QCOMPARE(position(last), position(ids[1]) + 1);
}

void TaskQueueOrderTest::moveIsRefusedOutOfLine_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("running") << u"running"_s << u"Cannot move validating task"_s;
    QTest::newRow("paused") << u"paused"_s << u"Cannot move paused task"_s;
    QTest::newRow("follower") << u"follower"_s
                              << u"Cannot move pending task: it waits for PULL busybox:latest"_s;
}

void TaskQueueOrderTest::moveIsRefusedOutOfLine()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    const auto ids = addPulls(2);
    TaskId id = ids[0];
    if (what == "paused"_L1) {
        id = ids[1];
        m_bench->queue.pause(id);
    } else if (what == "follower"_L1) {
        TaskDraft draft = draftOf(TaskType::DockerPush);
        draft.options.after = { idText(ids[1]) };
        id = m_bench->add(draft);
    }
    QCOMPARE(refusalOf(m_bench->queue.move(id, 1)), reason);
}

void TaskQueueOrderTest::startNowGoesBeyondTheLimits()
{
    const auto ids = addPulls(4);
    QCOMPARE(refusalOf(m_bench->queue.startNow(ids[2])), QString());
    QTRY_VERIFY(m_bench->runs(ids[2]));
    QVERIFY(m_bench->runs(ids[0]) && !m_bench->of(ids[1]));
    m_bench->of(ids[0])->succeed({}); // the lane is still full
    m_bench->settle();
    QVERIFY(!m_bench->of(ids[1]));
    m_bench->of(ids[2])->succeed({});
    QTRY_VERIFY(m_bench->runs(ids[1]));
    QVERIFY(!m_bench->of(ids[3]));
}

void TaskQueueOrderTest::startNowIgnoresTimeAndHold()
{
    m_bench->queue.setHeld(true);
    TaskDraft draft = draftOf(TaskType::DockerPush);
    draft.options.notBefore = QDateTime::currentDateTimeUtc().addSecs(3600);
    const TaskId id = m_bench->add(draft);
    QCOMPARE(refusalOf(m_bench->queue.startNow(id)), QString());
    QTRY_VERIFY(m_bench->runs(id));
    QCOMPARE(m_bench->task(id).waitingFor.english(), QString());
}

void TaskQueueOrderTest::startNowWaitsForPredecessors()
{
    const auto ids = addPulls(2);
    TaskDraft draft = draftOf(TaskType::DockerPush);
    draft.options.after = { idText(ids[0]) };
    const TaskId id = m_bench->add(draft);
    QCOMPARE(refusalOf(m_bench->queue.startNow(id)),
        u"Cannot start pending task: it waits for PULL busybox:latest"_s);
    QVERIFY(!m_bench->of(id));
}

void TaskQueueOrderTest::startNowIsRefusedElsewhere()
{
    const auto ids = addPulls(1);
    const auto answer = m_bench->queue.startNow(ids[0]);
    QCOMPARE(refusalOf(answer), u"Cannot start validating task"_s);
    QVERIFY(answer.result().refusal->hasCode);
    QCOMPARE(answer.result().refusal->code, ErrorCode::QueueTaskAlreadyRunning);
    m_bench->of(ids[0])->succeed({});
    QTRY_COMPARE(m_bench->status(ids[0]), TaskStatus::Completed);
    QCOMPARE(refusalOf(m_bench->queue.startNow(ids[0])), u"Cannot start completed task"_s);
}

void TaskQueueOrderTest::troubleOfTheStoreIsKeptUntilItSavesAgain()
{
    QCOMPARE(m_bench->queue.storeTrouble(), QString());
    m_bench->journal.fail(u"The disk is full."_s);
    QCOMPARE(m_bench->queue.storeTrouble(), u"The disk is full."_s);
    addPulls(1);
    QCOMPARE(m_bench->queue.storeTrouble(), QString());
}

QTEST_GUILESS_MAIN(TaskQueueOrderTest)
#include "test_task_queue_order.moc"
