// Tasks that start after others: what frees them, holds them and fails them, over restarts too.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

TaskDraft pullNamed(const QString &image, const QStringList &after = {}, const QString &key = {})
{
    TaskDraft draft = draftOf(TaskType::DockerPull);
    std::get<DockerPull>(draft.spec).imageName = image;
    draft.options.after = after;
    draft.options.key = key;
    draft.options.maxRetries = 0;
    return draft;
}

} // namespace

class TaskQueueChainsTest : public QObject {
    Q_OBJECT

private slots:
    void init();

    void followerStartsWhenAllCompleted();
    void followerStartsOnlyWhenTheEndIsAnnounced();
    void failedPredecessorHoldsItUntilAGoodRetry();
    void timedOutHoldsToo();
    void cancelledPredecessorFailsIt_data();
    void cancelledPredecessorFailsIt();
    void failedFollowerHoldsItsOwnFollowers();
    void retryGoesOnWithoutWhatIsGone();
    void completedAndRemovedStaysSatisfied();
    void restartKeepsWhatIsSatisfied();
    void restartKeepsWhatIsSatisfiedOfOneAtWork();
    void restartKeepsWhatHolds();
    void restartWithoutThePredecessorFailsIt();
    void removalThatAKillCaughtStillFailsIt();
    void pausedFollowerIsHeldAgain();
    void followersCountAsWaiting();
    void wrongAfterAddsNothing();
    void predecessorCancelledWhileTheSubmitIsSaved();
    void listenerMayRemoveTheFollowerThatIsFreed();

private:
    QList<TaskId> addAll(const QList<TaskDraft> &drafts);
    void reopen(); // as after a kill
    void succeed(const TaskId &id);
    void fail(const TaskId &id);

    std::unique_ptr<QueueBench> m_bench;
};

void TaskQueueChainsTest::init()
{
    m_bench = std::make_unique<QueueBench>();
    QVERIFY(m_bench->start());
}

QList<TaskId> TaskQueueChainsTest::addAll(const QList<TaskDraft> &drafts)
{
    const auto future = m_bench->queue.submit(drafts);
    const bool answered = QTest::qWaitFor([&] { return future.isFinished(); });
    const QList<TaskId> ids = answered ? future.result().ids : QList<TaskId>();
    return ids.size() == drafts.size() ? ids : QList<TaskId>(drafts.size());
}

void TaskQueueChainsTest::reopen()
{
    m_bench->settle();
    const MemoryJournal::Disk disk = m_bench->journal.onDisk();
    m_bench = std::make_unique<QueueBench>(disk);
    QVERIFY(m_bench->start());
}

void TaskQueueChainsTest::succeed(const TaskId &id)
{
    QTRY_VERIFY(m_bench->runs(id));
    m_bench->of(id)->succeed({});
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Completed);
}

void TaskQueueChainsTest::fail(const TaskId &id)
{
    QTRY_VERIFY(m_bench->runs(id));
    m_bench->of(id)->fail(finalError());
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Failed);
}

void TaskQueueChainsTest::followerStartsWhenAllCompleted()
{
    const auto ids = addAll({ pullNamed(u"last"_s, { u"a"_s, u"b"_s }),
        pullNamed(u"nginx"_s, {}, u"a"_s), pullNamed(u"redis"_s, {}, u"b"_s) });
    QCOMPARE(m_bench->task(ids[0]).options.after, QStringList({ idText(ids[1]), idText(ids[2]) }));
    QCOMPARE(
        m_bench->task(ids[0]).waitingFor.english(), u"waits for PULL nginx:latest, and 1 more"_s);
    QCOMPARE(m_bench->queue.positionInLine(ids[0]), 0);
    succeed(ids[1]);
    QCOMPARE(m_bench->status(ids[0]), TaskStatus::Pending);
    QCOMPARE(m_bench->task(ids[0]).waitingFor.english(), u"waits for PULL redis:latest"_s);
    succeed(ids[2]);
    QTRY_VERIFY(m_bench->runs(ids[0]));
    QCOMPARE(m_bench->task(ids[0]).waitingFor.english(), QString());
    succeed(ids[0]);
    QVERIFY(m_bench->queue.isIdle());
}

void TaskQueueChainsTest::followerStartsOnlyWhenTheEndIsAnnounced()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    QTRY_VERIFY(m_bench->runs(ids[0]));
    m_bench->journal.setLate(true);
    m_bench->of(ids[0])->succeed({});
    m_bench->settle();
    QCOMPARE(m_bench->status(ids[1]), TaskStatus::Pending);
    QVERIFY(!m_bench->queue.isIdle());
    m_bench->journal.setLate(false);
    QTRY_VERIFY(m_bench->runs(ids[1]));
}

void TaskQueueChainsTest::failedPredecessorHoldsItUntilAGoodRetry()
{
    const auto ids = addAll({ pullNamed(u"nginx"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    fail(ids[0]);
    QCOMPARE(m_bench->status(ids[1]), TaskStatus::Pending);
    QCOMPARE(
        m_bench->task(ids[1]).waitingFor.english(), u"waits for PULL nginx:latest, which failed"_s);
    QVERIFY(m_bench->queue.isIdle());
    m_bench->queue.retry(ids[0], true);
    QCOMPARE(m_bench->task(ids[1]).waitingFor.english(), u"waits for PULL nginx:latest"_s);
    succeed(ids[0]);
    QTRY_VERIFY(m_bench->runs(ids[1]));
}

void TaskQueueChainsTest::timedOutHoldsToo()
{
    TaskDraft slow = pullNamed(u"nginx"_s, {}, u"a"_s);
    slow.options.timeoutSeconds = 1;
    m_bench->maker.prepare = [](ScriptedExecutor *executor) {
        executor->whenStopped = [executor](StopHow) { executor->endStopped(); };
    };
    const auto ids = addAll({ slow, pullNamed(u"b"_s, { u"a"_s }) });
    QTRY_COMPARE(m_bench->status(ids[0]), TaskStatus::Timeout);
    QCOMPARE(
        m_bench->task(ids[1]).waitingFor.english(), u"waits for PULL nginx:latest, which failed"_s);
}

void TaskQueueChainsTest::cancelledPredecessorFailsIt_data()
{
    QTest::addColumn<bool>("remove");
    QTest::addColumn<bool>("running");
    QTest::newRow("cancelled while it waits") << false << false;
    QTest::newRow("cancelled while it runs") << false << true;
    QTest::newRow("removed while it waits") << true << false;
    QTest::newRow("removed while it runs") << true << true;
}

void TaskQueueChainsTest::cancelledPredecessorFailsIt()
{
    QFETCH(bool, remove);
    QFETCH(bool, running);
    if (!running)
        m_bench->queue.setHeld(true);
    const auto ids = addAll({ pullNamed(u"nginx"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    if (running) {
        QTRY_VERIFY(m_bench->runs(ids[0]));
        m_bench->of(ids[0])->whenStopped = [&](StopHow) { m_bench->of(ids[0])->endStopped(); };
    }
    if (remove)
        m_bench->queue.remove(ids[0]);
    else
        m_bench->queue.cancel(ids[0]);
    QTRY_COMPARE(m_bench->status(ids[1]), TaskStatus::Failed);
    const Task follower = m_bench->task(ids[1]);
    QVERIFY(follower.error);
    const QString sentence = errorMessage(*follower.error);
    QVERIFY2(sentence.contains(u"PULL nginx:latest"_s)
            && sentence.contains(remove && !running ? u"removed"_s : u"cancelled"_s),
        qPrintable(sentence));
    QCOMPARE(follower.waitingFor.english(), QString());
    m_bench->settle();
    QCOMPARE(m_bench->journal.taskOnDisk(ids[1])->status, TaskStatus::Failed);
}

void TaskQueueChainsTest::failedFollowerHoldsItsOwnFollowers()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }, u"b"_s),
        pullNamed(u"c"_s, { u"b"_s }) });
    QTRY_VERIFY(m_bench->runs(ids[0]));
    m_bench->queue.cancel(ids[0]);
    m_bench->of(ids[0])->endStopped();
    QTRY_COMPARE(m_bench->status(ids[1]), TaskStatus::Failed);
    QCOMPARE(m_bench->status(ids[2]), TaskStatus::Pending);
    QCOMPARE(
        m_bench->task(ids[2]).waitingFor.english(), u"waits for PULL b:latest, which failed"_s);
}

void TaskQueueChainsTest::retryGoesOnWithoutWhatIsGone()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, {}, u"b"_s),
        pullNamed(u"c"_s, { u"a"_s, u"b"_s }) });
    QTRY_VERIFY(m_bench->runs(ids[0]) && m_bench->runs(ids[1]));
    m_bench->queue.cancel(ids[0]);
    m_bench->of(ids[0])->endStopped();
    QTRY_COMPARE(m_bench->status(ids[2]), TaskStatus::Failed);
    m_bench->queue.retry(ids[2], true);
    QCOMPARE(m_bench->task(ids[2]).waitingFor.english(), u"waits for PULL b:latest"_s);
    reopen();
    QCOMPARE(m_bench->task(ids[2]).waitingFor.english(), u"waits for PULL b:latest"_s);
    QTRY_VERIFY(m_bench->of(ids[1]));
    m_bench->of(ids[1])->end(TaskOutcome::Kind::NothingFound);
    succeed(ids[1]);
    QTRY_VERIFY(m_bench->runs(ids[2]));
}

void TaskQueueChainsTest::completedAndRemovedStaysSatisfied()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, {}, u"b"_s),
        pullNamed(u"c"_s, { u"a"_s, u"b"_s }) });
    succeed(ids[0]);
    m_bench->queue.remove(ids[0]);
    QVERIFY(!m_bench->queue.task(ids[0]));
    QCOMPARE(m_bench->status(ids[2]), TaskStatus::Pending);
    reopen();
    QCOMPARE(m_bench->status(ids[2]), TaskStatus::Pending);
    m_bench->of(ids[1])->end(TaskOutcome::Kind::NothingFound);
    succeed(ids[1]);
    QTRY_VERIFY(m_bench->runs(ids[2]));
    QCOMPARE(m_bench->task(ids[2]).options.after.size(), 2);
}

// That a pull is at work is saved lazily: a kill may come before.
void TaskQueueChainsTest::restartKeepsWhatIsSatisfiedOfOneAtWork()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    succeed(ids[0]);
    QTRY_VERIFY(m_bench->runs(ids[1]));
    m_bench->queue.remove(ids[0]);
    reopen();
    QVERIFY(!m_bench->queue.task(ids[0]));
    QVERIFY2(m_bench->status(ids[1]) != TaskStatus::Failed,
        qPrintable(errorMessage(m_bench->task(ids[1]).error.value_or(TaskError{}))));
    QTRY_VERIFY(m_bench->runs(ids[1]));
}

void TaskQueueChainsTest::restartKeepsWhatIsSatisfied()
{
    m_bench->queue.setHeld(true);
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    m_bench->queue.setHeld(false);
    succeed(ids[0]);
    m_bench->settle();
    reopen();
    QTRY_VERIFY(m_bench->of(ids[1]));
    QVERIFY(m_bench->status(ids[0]) == TaskStatus::Completed);
}

void TaskQueueChainsTest::restartKeepsWhatHolds()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }, u"b"_s),
        pullNamed(u"c"_s, { u"b"_s }) });
    fail(ids[0]);
    reopen();
    QCOMPARE(
        m_bench->task(ids[1]).waitingFor.english(), u"waits for PULL a:latest, which failed"_s);
    QCOMPARE(m_bench->task(ids[2]).waitingFor.english(), u"waits for PULL b:latest"_s);
    QVERIFY(m_bench->queue.isIdle());
    m_bench->queue.retry(ids[0], true);
    for (const TaskId &id : ids)
        succeed(id);
}

void TaskQueueChainsTest::restartWithoutThePredecessorFailsIt()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    m_bench->settle();
    MemoryJournal::Disk disk = m_bench->journal.onDisk();
    disk.tasks.removeFirst();
    m_bench = std::make_unique<QueueBench>(disk);
    QVERIFY(m_bench->start());
    QCOMPARE(m_bench->status(ids[1]), TaskStatus::Failed);
    QCOMPARE(m_bench->task(ids[1]).error->code, ErrorCode::QueueTaskNotFound);
    QVERIFY(m_bench->queue.isIdle());
}

// The removal of a running task was accepted, and its cancel carried out: the kill came between.
void TaskQueueChainsTest::removalThatAKillCaughtStillFailsIt()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    m_bench->settle();
    MemoryJournal::Disk disk = m_bench->journal.onDisk();
    disk.tasks[0].removeAtEnd = true;
    disk.tasks[0].status = TaskStatus::Cancelled;
    disk.tasks[0].stopReason = StopReason::None;
    m_bench = std::make_unique<QueueBench>(disk);
    QVERIFY(m_bench->start());
    QVERIFY(!m_bench->queue.task(ids[0]));
    QCOMPARE(m_bench->status(ids[1]), TaskStatus::Failed);
}

void TaskQueueChainsTest::pausedFollowerIsHeldAgain()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }) });
    m_bench->queue.pause(ids[1]);
    QCOMPARE(m_bench->status(ids[1]), TaskStatus::Paused);
    QCOMPARE(m_bench->task(ids[1]).waitingFor.english(), QString());
    m_bench->queue.resume(ids[1]);
    QCOMPARE(m_bench->task(ids[1]).waitingFor.english(), u"waits for PULL a:latest"_s);
    m_bench->queue.pause(ids[1]);
    succeed(ids[0]);
    QCOMPARE(m_bench->status(ids[1]), TaskStatus::Paused);
    m_bench->queue.resume(ids[1]);
    QTRY_VERIFY(m_bench->runs(ids[1]));
}

void TaskQueueChainsTest::followersCountAsWaiting()
{
    QueueLimits limits;
    limits.maxWaiting = 3;
    m_bench->queue.setLimits(limits);
    addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }),
        pullNamed(u"c"_s, { u"a"_s }) });
    QTRY_COMPARE(m_bench->maker.atWork().size(), 1);
    const auto full = m_bench->queue.submit({ pullNamed(u"d"_s), pullNamed(u"e"_s) }).result();
    QVERIFY(full.refusal && full.refusal->kind == Refusal::Kind::QueueFull);
    addAll({ pullNamed(u"d"_s) });
    QTRY_COMPARE(m_bench->maker.atWork().size(), 2);
}

void TaskQueueChainsTest::wrongAfterAddsNothing()
{
    for (const QStringList &after : { QStringList{ u"nobody"_s }, QStringList{ u"b"_s } }) {
        const auto answer =
            m_bench->queue.submit({ pullNamed(u"a"_s), pullNamed(u"b"_s, after, u"b"_s) }).result();
        QVERIFY(answer.refusal);
        QCOMPARE(answer.refusal->kind, Refusal::Kind::Field);
        QCOMPARE(answer.refusal->field, u"after"_s);
        QCOMPARE(answer.refusedDraft, 1);
    }
    m_bench->settle();
    QVERIFY(m_bench->queue.snapshot().isEmpty() && m_bench->journal.onDisk().tasks.isEmpty());
    QVERIFY(m_bench->queue.isIdle());
}

void TaskQueueChainsTest::predecessorCancelledWhileTheSubmitIsSaved()
{
    m_bench->queue.setHeld(true);
    const TaskId first = addAll({ pullNamed(u"a"_s) }).first();
    m_bench->journal.setLate(true);
    const auto future = m_bench->queue.submit({ pullNamed(u"b"_s, { idText(first) }) });
    m_bench->queue.remove(first);
    m_bench->journal.setLate(false);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(m_bench->status(future.result().ids.value(0)), TaskStatus::Failed);
}

void TaskQueueChainsTest::listenerMayRemoveTheFollowerThatIsFreed()
{
    const auto ids = addAll({ pullNamed(u"a"_s, {}, u"a"_s), pullNamed(u"b"_s, { u"a"_s }),
        pullNamed(u"c"_s, { u"a"_s }) });
    connect(&m_bench->queue, &TaskQueue::taskChanged, &m_bench->hosts, [&](const Task &task) {
        if (task.id == ids[1] || (task.id == ids[0] && task.status == TaskStatus::Completed))
            m_bench->queue.remove(task.id);
    });
    QTRY_VERIFY(m_bench->runs(ids[0]));
    m_bench->of(ids[0])->succeed({});
    QTRY_VERIFY(m_bench->runs(ids[2]));
    QVERIFY(!m_bench->queue.task(ids[0]) && !m_bench->queue.task(ids[1]));
}

QTEST_GUILESS_MAIN(TaskQueueChainsTest)
#include "test_task_queue_chains.moc"
