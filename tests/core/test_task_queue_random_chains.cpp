// Two hundred random chains with limits and priorities. At every moment: no more at work than the
// limits allow, nobody starts before those it waits for, and nobody is passed by a later one of its
// lane and priority that was free to start no earlier. Circles are refused. Prints its seed.
#include "queue_bench.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

constexpr int rounds = 200;

// A queue of random tasks of four lanes, worked off in random order.
class Round {
public:
    explicit Round(QRandomGenerator &random)
        : m_random(random)
    {
    }
    QString run(); // what was wrong; empty: nothing

private:
    int pick(int below) { return int(m_random.bounded(below)); }
    bool submit();
    QString look();
    QString lookAtTheOrder(const QList<ScriptedExecutor *> &news);
    bool isFree(const Task &task) const;

    QRandomGenerator &m_random;
    QueueBench m_bench;
    QList<TaskId> m_ids; // in order of submission
    QSet<TaskId> m_seen; // at work at some time
    QSet<TaskId> m_wereFree; // when last looked: before what started since
};

bool Round::submit()
{
    static const QList<TaskType> types{ TaskType::DockerPull, TaskType::DockerPush,
        TaskType::DockerRun, TaskType::OllamaPull };
    QList<TaskDraft> drafts;
    const int count = 2 + pick(9);
    for (int i = 0; i < count; ++i) {
        TaskDraft draft = draftOf(types[pick(int(types.size()))], pick(3));
        draft.options.key = u"k%1"_s.arg(i);
        draft.options.maxRetries = 0;
        for (int before = 0; before < i; ++before) {
            if (pick(4) == 0)
                draft.options.after.append(u"k%1"_s.arg(before));
        }
        drafts.append(draft);
    }
    const auto future = m_bench.queue.submit(drafts);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }) || future.result().refusal)
        return false;
    m_ids = future.result().ids;
    return true;
}

bool Round::isFree(const Task &task) const
{
    return std::all_of(
        task.options.after.begin(), task.options.after.end(), [this](const QString &id) {
            return m_bench.status(QUuid::fromString(id)) == TaskStatus::Completed;
        });
}

// What became free with the same step may come later: a lane is free before an end is told.
QString Round::lookAtTheOrder(const QList<ScriptedExecutor *> &news)
{
    for (const ScriptedExecutor *started : news) {
        const Task &mine = started->task;
        if (!isFree(mine))
            return u"one starts before those it waits for"_s;
        for (const TaskId &id : m_ids) {
            const Task other = m_bench.task(id);
            const bool sameLine = laneOf(other.type()) == laneOf(mine.type())
                && other.options.priority == mine.options.priority;
            if (sameLine && other.status == TaskStatus::Pending && other.sequence < mine.sequence
                && m_wereFree.contains(id))
                return u"one is passed by a later one of its lane and priority"_s;
        }
    }
    return {};
}

QString Round::look()
{
    QMap<Lane, int> inLane;
    QList<ScriptedExecutor *> news;
    const QList<ScriptedExecutor *> atWork = m_bench.maker.atWork();
    for (ScriptedExecutor *each : atWork) {
        ++inLane[laneOf(each->task.type())];
        if (!m_seen.contains(each->task.id))
            news.append(each);
        m_seen.insert(each->task.id);
    }
    const QueueLimits limits = m_bench.queue.limits();
    if (atWork.size() > limits.maxConcurrent)
        return u"more at work than the limit allows"_s;
    for (auto lane = inLane.cbegin(); lane != inLane.cend(); ++lane) {
        if (*lane > limits.lanes.value(lane.key()))
            return u"more in a lane than its limit allows"_s;
    }
    for (const TaskId &id : m_ids) { // a lane that is full must keep none of another waiting
        const Task task = m_bench.task(id);
        const Lane lane = laneOf(task.type());
        const bool hasRoom =
            atWork.size() < limits.maxConcurrent && inLane.value(lane) < limits.lanes.value(lane);
        if (task.status == TaskStatus::Pending && isFree(task) && hasRoom)
            return u"one that is free waits although there is room"_s;
    }
    const QString wrong = lookAtTheOrder(news);
    m_wereFree.clear();
    for (const TaskId &id : m_ids) {
        if (m_bench.status(id) == TaskStatus::Pending && isFree(m_bench.task(id)))
            m_wereFree.insert(id);
    }
    return wrong;
}

QString Round::run()
{
    QueueLimits limits;
    limits.maxConcurrent = 1 + pick(4);
    for (Lane lane : allLanes())
        limits.lanes[lane] = 1 + pick(3);
    if (!m_bench.start())
        return u"it did not start"_s;
    m_bench.queue.setLimits(limits);
    if (!submit())
        return u"it was refused"_s;
    for (int step = 0; step < 200; ++step) {
        m_bench.settle();
        if (const QString wrong = look(); !wrong.isEmpty())
            return wrong;
        const QList<ScriptedExecutor *> atWork = m_bench.maker.atWork();
        if (atWork.isEmpty())
            break;
        atWork[pick(int(atWork.size()))]->succeed({});
    }
    for (const TaskId &id : std::as_const(m_ids)) {
        if (m_bench.status(id) != TaskStatus::Completed)
            return u"one was never done"_s;
    }
    return {};
}

} // namespace

class TaskQueueRandomChainsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void chainsKeepLimitsAndOrder();
    void circlesAreRefused();

private:
    QRandomGenerator m_random;
};

void TaskQueueRandomChainsTest::initTestCase()
{
    const quint32 seed = qEnvironmentVariableIsSet("SLIPWAY_TEST_SEED")
        ? qEnvironmentVariable("SLIPWAY_TEST_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("seed %u (SLIPWAY_TEST_SEED)", seed);
    m_random.seed(seed);
}

void TaskQueueRandomChainsTest::chainsKeepLimitsAndOrder()
{
    for (int round = 0; round < rounds; ++round) {
        const QString wrong = Round(m_random).run();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(wrong)));
    }
}

void TaskQueueRandomChainsTest::circlesAreRefused()
{
    QueueBench bench;
    QVERIFY(bench.start());
    for (int round = 0; round < rounds; ++round) {
        // A ring of some of them, and random links that lead only forward.
        const int count = 2 + int(m_random.bounded(8));
        const int ring = 1 + int(m_random.bounded(count));
        QList<TaskDraft> drafts;
        for (int i = 0; i < count; ++i) {
            TaskDraft draft = draftOf(TaskType::DockerPull);
            draft.options.key = u"k%1"_s.arg(i);
            if (i < ring)
                draft.options.after.append(u"k%1"_s.arg((i + ring - 1) % ring));
            if (i > 0 && m_random.bounded(2))
                draft.options.after.append(u"k%1"_s.arg(m_random.bounded(i)));
            drafts.append(draft);
        }
        const auto future = bench.queue.submit(drafts);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result().refusal);
        QCOMPARE(future.result().refusal->field, u"after"_s);
        QVERIFY(bench.queue.snapshot().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TaskQueueRandomChainsTest)
#include "test_task_queue_random_chains.moc"
