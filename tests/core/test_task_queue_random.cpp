// Many short lives of a queue under random verbs, saves, ends and kills: what must always hold.
#include "queue_bench.h"

#include "core/task/task_json.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

constexpr int runs = 200;
constexpr int stepsInARun = 150;

class Life {
public:
    explicit Life(quint32 seed)
        : m_random(seed)
    {
        openBench({});
    }

    QString run(); // what went wrong, or nothing

private:
    int pick(int below) { return int(m_random.bounded(below)); }
    void openBench(const MemoryJournal::Disk &contents);
    void killAndReopen();
    void step();
    void verb();
    void endSomething();
    void watch(const Task &task);
    void check();
    void windDown();
    void complain(const QString &what)
    {
        if (m_wrong.isEmpty())
            m_wrong = what;
    }

    QRandomGenerator m_random;
    std::unique_ptr<QueueBench> m_bench;
    QList<QFuture<VerbAnswer>> m_verbs;
    QList<QFuture<SubmitAnswer>> m_submits;
    QSet<TaskId> m_promised; // what answered submits named
    QSet<TaskId> m_mayGo; // their removal was asked for
    QHash<TaskId, TaskStatus> m_seen;
    QString m_wrong;
};

void Life::openBench(const MemoryJournal::Disk &contents)
{
    m_bench = std::make_unique<QueueBench>(contents);
    m_seen.clear();
    for (const Task &task : contents.tasks)
        m_seen.insert(task.id, task.status);
    QueueLimits limits;
    limits.maxConcurrent = 3;
    m_bench->queue.setLimits(limits);
    m_bench->maker.cleanupsSucceed = pick(2) == 0;
    QObject::connect(&m_bench->queue, &TaskQueue::taskAdded, &m_bench->hosts,
        [this](const Task &task) { m_seen.insert(task.id, task.status); });
    QObject::connect(&m_bench->queue, &TaskQueue::taskChanged, &m_bench->hosts,
        [this](const Task &task) { watch(task); });
    if (!m_bench->start())
        complain(u"the queue did not get ready"_s);
}

// Told statuses may skip one that nobody saw (a retry of a task whose end was not told yet).
void Life::watch(const Task &task)
{
    const auto seen = m_seen.constFind(task.id);
    if (seen == m_seen.cend())
        return complain(u"a change of a task that was never told of"_s);
    for (qsizetype i = 1; i < task.history.size(); ++i) {
        if (!mayFollow(task.history[i - 1].status, task.history[i].status))
            return complain(u"%1 followed %2"_s.arg(
                statusName(task.history[i].status), statusName(task.history[i - 1].status)));
    }
    if (task.history.last().status != task.status)
        complain(u"the history of a task does not end with its status"_s);
    m_seen.insert(task.id, task.status);
}

void Life::verb()
{
    QList<Task> tasks = m_bench->queue.snapshot();
    if (tasks.isEmpty())
        return;
    const TaskId id = tasks.at(pick(int(tasks.size()))).id;
    TaskQueue &queue = m_bench->queue;
    switch (pick(8)) {
    case 0:
        m_verbs.append(queue.cancel(id));
        break;
    case 1:
    case 2:
        m_verbs.append(queue.pause(id));
        break;
    case 3:
    case 4:
        m_verbs.append(queue.resume(id));
        break;
    case 5:
        m_verbs.append(queue.retry(id, pick(2) == 0));
        break;
    case 6:
        m_verbs.append(queue.setHeld(pick(3) == 0));
        break;
    case 7:
        if (pick(3) == 0) {
            m_mayGo.insert(id);
            m_verbs.append(queue.remove(id));
        }
        break;
    }
}

void Life::endSomething()
{
    for (ScriptedExecutor *cleanup : m_bench->maker.cleaning()) {
        if (pick(3) == 0)
            cleanup->end(pick(2) == 0 ? TaskOutcome::Kind::Succeeded : TaskOutcome::Kind::Failed);
    }
    const QList<ScriptedExecutor *> working = m_bench->maker.atWork();
    if (working.isEmpty())
        return;
    ScriptedExecutor *executor = working.at(pick(int(working.size())));
    if (!executor->started)
        return;
    const bool leaves = executor->task.type() == TaskType::DockerRun && pick(2) == 0;
    const bool adoption = executor->work == ScriptedExecutor::Work::Adoption;
    switch (pick(adoption ? 6 : 4)) {
    case 0:
        executor->enterPhase(TaskStatus::Running);
        break;
    case 1:
        executor->succeed({}, leaves);
        break;
    case 2:
        executor->fail(pick(2) == 0 ? retryableError() : finalError(), leaves);
        break;
    case 3:
        if (!executor->stops.isEmpty())
            executor->endStopped(executor->stops.last() != StopHow::Pause && leaves);
        break;
    case 4:
        executor->end(TaskOutcome::Kind::NothingFound);
        break;
    case 5:
        executor->end(TaskOutcome::Kind::HostSilent);
        break;
    }
}

// As kill -9 would: what is on disk is all that is left.
void Life::killAndReopen()
{
    const MemoryJournal::Disk killed = m_bench->journal.onDisk();
    m_verbs.clear();
    m_submits.clear();
    openBench(killed);
}

void Life::step()
{
    static const QList<TaskType> types{ TaskType::DockerPull, TaskType::DockerRun,
        TaskType::DockerRun, TaskType::DockerPush, TaskType::DockerTag, TaskType::OllamaPull };
    switch (pick(10)) {
    case 0:
    case 1: {
        if (m_bench->queue.snapshot().size() > 6)
            break; // few tasks that meet much, not many that meet little
        QList<TaskDraft> drafts;
        for (int n = pick(3); n >= 0; --n)
            drafts.append(draftOf(types.at(pick(int(types.size()))), pick(3)));
        m_submits.append(m_bench->queue.submit(drafts));
        break;
    }
    case 2:
    case 3:
    case 4:
        verb();
        break;
    case 5:
    case 6:
        endSomething();
        break;
    case 7:
        m_bench->journal.setLate(pick(2) == 0);
        break;
    case 8:
        m_bench->journal.writeOne();
        break;
    case 9:
        if (pick(6) == 0)
            killAndReopen();
        else
            m_bench->hosts.change();
        break;
    }
    if (pick(2) == 0)
        m_bench->settle();
}

void Life::check()
{
    for (const auto &future : std::as_const(m_submits)) {
        if (!future.isFinished())
            continue;
        for (const TaskId &id : future.result().ids)
            m_promised.insert(id);
    }
    m_submits.removeIf([](const auto &future) { return future.isFinished(); });
    for (const TaskId &id : std::as_const(m_promised)) {
        if (!m_bench->queue.task(id) && !m_mayGo.contains(id))
            complain(u"an accepted task is lost"_s);
    }

    QMap<Lane, int> inLane;
    QSet<TaskId> atWork;
    for (ScriptedExecutor *executor : m_bench->maker.atWork()) {
        if (atWork.contains(executor->task.id))
            complain(u"two executors work on one task"_s);
        atWork.insert(executor->task.id);
        if (executor->work == ScriptedExecutor::Work::Attempt)
            ++inLane[laneOf(executor->task.type())];
        if (m_bench->maker.cleanupOf(executor->task.id) && executor->started)
            complain(u"a task is cleared away while it is at work"_s);
        const auto stored = m_bench->journal.taskOnDisk(executor->task.id);
        if (executor->started && mayOutliveUs(executor->task.type())
            && (!stored || stored->attempt != executor->task.attempt))
            complain(u"an attempt runs that is not on disk"_s);
    }
    int lanesTogether = 0;
    for (auto it = inLane.cbegin(); it != inLane.cend(); ++it) {
        if (it.key() == Lane::None)
            continue;
        lanesTogether += it.value();
        if (it.value() > m_bench->queue.limits().lanes.value(it.key()))
            complain(u"too many in the lane %1"_s.arg(laneName(it.key())));
    }
    if (lanesTogether > m_bench->queue.limits().maxConcurrent)
        complain(u"too many at once"_s);
}

// All is allowed to end; then nothing may be left open.
void Life::windDown()
{
    m_bench->journal.setLate(false);
    m_bench->maker.cleanupsSucceed = true;
    for (ScriptedExecutor *cleanup : m_bench->maker.cleaning())
        cleanup->succeed({});
    m_verbs.append(m_bench->queue.setHeld(false));
    for (int round = 0; round < 400; ++round) {
        m_bench->settle();
        for (ScriptedExecutor *executor : m_bench->maker.atWork()) {
            if (executor->started && !executor->isFinished())
                executor->succeed({}, executor->task.type() == TaskType::DockerRun);
        }
        check();
        // Resumed, so that nobody waits for a time that is to come.
        for (const Task &task : m_bench->queue.snapshot()) {
            if (task.nextRetryAt.isValid())
                m_verbs.append(m_bench->queue.pause(task.id));
            if (task.status == TaskStatus::Paused || task.nextRetryAt.isValid())
                m_verbs.append(m_bench->queue.resume(task.id));
        }
        m_bench->hosts.change();
        if (m_bench->queue.isIdle() && m_bench->maker.atWork().isEmpty()
            && m_bench->journal.unwritten() == 0)
            break;
    }
    m_bench->settle();
    check();
    if (!m_bench->queue.isIdle())
        complain(u"the queue never becomes idle"_s);
    for (const Task &task : m_bench->queue.snapshot()) {
        if (groupOf(task.status) != StatusGroup::Finished)
            complain(u"a task stays %1"_s.arg(statusName(task.status)));
        const auto stored = m_bench->journal.taskOnDisk(task.id);
        if (!stored || taskToBytes(*stored) != taskToBytes(task))
            complain(u"what is on disk is not what is seen"_s);
    }
    if (m_bench->journal.onDisk().tasks.size() != m_bench->queue.snapshot().size())
        complain(u"a removed task is still on disk"_s);
    if (!m_bench->journal.cleanupsOnDisk().isEmpty())
        complain(u"a cleanup is still due"_s);
    for (const auto &future : std::as_const(m_verbs)) {
        if (!future.isFinished())
            complain(u"a verb was never answered"_s);
    }
    for (const auto &future : std::as_const(m_submits)) {
        if (!future.isFinished())
            complain(u"a submit was never answered"_s);
    }
}

QString Life::run()
{
    for (int i = 0; i < stepsInARun && m_wrong.isEmpty(); ++i) {
        step();
        check();
    }
    if (m_wrong.isEmpty())
        windDown();
    return m_wrong;
}

} // namespace

class TaskQueueRandomTest : public QObject {
    Q_OBJECT

private slots:
    void whateverHappensNothingIsLostAndEverythingIsAnswered();
};

// SLIPWAY_TEST_SEED repeats one life.
void TaskQueueRandomTest::whateverHappensNothingIsLostAndEverythingIsAnswered()
{
    if (const QByteArray given = qgetenv("SLIPWAY_TEST_SEED"); !given.isEmpty()) {
        const QString wrong = Life(given.toUInt()).run();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        return;
    }
    const quint32 first = QRandomGenerator::global()->generate();
    qInfo("seeds %u and the %d after it", first, runs - 1);
    for (int i = 0; i < runs; ++i) {
        const QString wrong = Life(first + quint32(i)).run();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(first + quint32(i)).arg(wrong)));
    }
}

QTEST_GUILESS_MAIN(TaskQueueRandomTest)
#include "test_task_queue_random.moc"
