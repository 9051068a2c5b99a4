// What the queue makes of work that stands still, that breaks under way, and of bad moments to
// start.
#include "tests/core/queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

TaskDraft pullThatStalls(int seconds)
{
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.stallSeconds = seconds;
    return draft;
}

TaskProgress bytes(qint64 done, Awaits awaits = Awaits::Bytes)
{
    TaskProgress progress;
    progress.isTransfer = true;
    progress.bytesDone = done;
    progress.awaits = awaits;
    return progress;
}

void endWhenStopped(ScriptedExecutor *executor)
{
    executor->whenStopped = [executor](StopHow) { executor->endStopped(); };
}

} // namespace

class TaskQueueHonestTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatStandsStillTurnsQuietAndIsTriedAgain();
    void whatMovesAgainIsQuietNoMore();
    void waitingForOthersIsNoStall();
    void bytesGiveTheCountBack();
    void noFurtherThanBeforeGivesNothingBack();
    void aPersonsRetryForgetsHowFarItGot();
    void aFullDiskHoldsWhatFillsIt();
    void startNowDoesNotCareForTheDisk();
    void aRetryWaitsForItsEngine();
    void aRetryWaitsForTheNetwork_data();
    void aRetryWaitsForTheNetwork();
    void aFirstTryTellsWhatIsWrong();
    void aBuildKnowsWhatItUsuallyTakes();
    void anEndedTaskKeepsItsLeftover();

private:
    ScriptedExecutor *started(const TaskId &id);
    void tryAtOnce(const TaskId &id); // instead of after the wait of a retry

    std::unique_ptr<QueueBench> m_bench;
};

void TaskQueueHonestTest::init()
{
    m_bench = std::make_unique<QueueBench>();
    QVERIFY(m_bench->start());
}

ScriptedExecutor *TaskQueueHonestTest::started(const TaskId &id)
{
    return QTest::qWaitFor([&] { return m_bench->runs(id); }) ? m_bench->of(id) : nullptr;
}

void TaskQueueHonestTest::tryAtOnce(const TaskId &id)
{
    QTRY_VERIFY(m_bench->task(id).nextRetryAt.isValid());
    m_bench->queue.pause(id);
    m_bench->queue.resume(id);
}

void TaskQueueHonestTest::whatStandsStillTurnsQuietAndIsTriedAgain()
{
    const TaskId id = m_bench->add(pullThatStalls(1));
    ScriptedExecutor *pull = started(id);
    QVERIFY(pull);
    endWhenStopped(pull);
    pull->enterPhase(TaskStatus::Pulling);
    pull->report(bytes(0));
    QTRY_VERIFY(m_bench->task(id).quietSince.isValid());
    QCOMPARE(m_bench->status(id), TaskStatus::Pulling);
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Pending);
    const Task task = m_bench->task(id);
    QCOMPARE(task.error->code, ErrorCode::SystemTimeout);
    QCOMPARE(
        errorMessage(*task.error), u"Nothing moved for 1 seconds, so the attempt was ended."_s);
    QVERIFY(task.nextRetryAt.isValid() && !task.quietSince.isValid());
    QCOMPARE(task.retryCount, 1);
}

void TaskQueueHonestTest::whatMovesAgainIsQuietNoMore()
{
    const TaskId id = m_bench->add(pullThatStalls(3));
    ScriptedExecutor *pull = started(id);
    QVERIFY(pull);
    pull->report(bytes(10));
    QTRY_VERIFY(m_bench->task(id).quietSince.isValid());
    pull->report(bytes(10)); // the same again is no move
    QVERIFY(m_bench->task(id).quietSince.isValid());
    pull->report(bytes(11));
    QVERIFY(!m_bench->task(id).quietSince.isValid());
    QVERIFY(pull->stops.isEmpty());
}

void TaskQueueHonestTest::waitingForOthersIsNoStall()
{
    const TaskId slow = m_bench->add(pullThatStalls(1));
    const TaskId second = m_bench->add(pullThatStalls(1));
    QVERIFY(started(slow) && started(second));
    m_bench->of(second)->report(bytes(0, Awaits::Others));
    endWhenStopped(m_bench->of(slow));
    m_bench->of(slow)->report(bytes(0));
    QTRY_COMPARE(m_bench->status(slow), TaskStatus::Pending); // which took as long
    QVERIFY(!m_bench->task(second).quietSince.isValid());
    QVERIFY(m_bench->of(second)->stops.isEmpty());
}

void TaskQueueHonestTest::bytesGiveTheCountBack()
{
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.maxRetries = 1;
    const TaskId id = m_bench->add(draft);
    for (int attempt = 1; attempt <= 5; ++attempt) {
        ScriptedExecutor *pull = started(id);
        QVERIFY(pull);
        pull->report(bytes(1000 * attempt));
        pull->fail(retryableError());
        QTRY_COMPARE(m_bench->status(id), TaskStatus::Pending);
        QCOMPARE(m_bench->task(id).retryCount, attempt);
        m_bench->queue.startNow(id);
    }
}

void TaskQueueHonestTest::noFurtherThanBeforeGivesNothingBack()
{
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.maxRetries = 2;
    const TaskId id = m_bench->add(draft);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        ScriptedExecutor *pull = started(id);
        QVERIFY(pull);
        pull->report(bytes(1000));
        pull->fail(retryableError());
        if (attempt < 3) {
            QTRY_COMPARE(m_bench->status(id), TaskStatus::Pending);
            m_bench->queue.startNow(id);
        }
    }
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Failed);
    QCOMPARE(m_bench->task(id).retryCount, 2);
}

void TaskQueueHonestTest::aPersonsRetryForgetsHowFarItGot()
{
    TaskDraft draft = draftOf(TaskType::DockerPull);
    draft.options.maxRetries = 0;
    const TaskId id = m_bench->add(draft);
    QVERIFY(started(id));
    m_bench->of(id)->report(bytes(1000));
    m_bench->of(id)->fail(retryableError());
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Failed);
    QCOMPARE(m_bench->task(id).furthest, 1000);
    m_bench->queue.retry(id, true);
    QCOMPARE(m_bench->task(id).furthest, 0);
    QTRY_VERIFY(m_bench->runs(id));
}

void TaskQueueHonestTest::aFullDiskHoldsWhatFillsIt()
{
    HostState engine;
    engine.address = m_bench->maker.resolveHost({});
    engine.known = engine.reachable = true;
    engine.dataFolder = QDir::tempPath();
    m_bench->hosts.states = { engine };
    QueueLimits limits = m_bench->queue.limits();
    limits.keepFreeGigabytes = 1e9; // more than any disk has
    m_bench->queue.setLimits(limits);

    const TaskId pull = m_bench->add(draftOf(TaskType::DockerPull));
    const TaskId push = m_bench->add(draftOf(TaskType::DockerPush));
    QTRY_VERIFY(m_bench->runs(push));
    QVERIFY(!m_bench->of(pull));
    const QString why = m_bench->task(pull).waitingFor.english();
    QVERIFY2(why.startsWith(u"waits for room: only "_s) && why.contains(engine.dataFolder),
        qPrintable(why));
    QVERIFY(!m_bench->queue.isIdle());

    limits.keepFreeGigabytes = 0;
    m_bench->queue.setLimits(limits);
    QTRY_VERIFY(m_bench->runs(pull));
    QVERIFY(m_bench->task(pull).waitingFor.isEmpty());
}

void TaskQueueHonestTest::startNowDoesNotCareForTheDisk()
{
    HostState engine;
    engine.address = m_bench->maker.resolveHost({});
    engine.dataFolder = QDir::tempPath();
    m_bench->hosts.states = { engine };
    QueueLimits limits = m_bench->queue.limits();
    limits.keepFreeGigabytes = 1e9;
    m_bench->queue.setLimits(limits);
    const TaskId id = m_bench->add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(!m_bench->task(id).waitingFor.isEmpty());
    m_bench->queue.startNow(id);
    QTRY_VERIFY(m_bench->runs(id));
}

void TaskQueueHonestTest::aRetryWaitsForItsEngine()
{
    const TaskId id = m_bench->add(draftOf(TaskType::DockerPull));
    QVERIFY(started(id));
    HostState engine;
    engine.address = m_bench->task(id).resolvedHost;
    engine.known = true;
    m_bench->hosts.states = { engine };
    TaskError error = retryableError();
    error.hostWentAway = true;
    m_bench->of(id)->fail(error);
    tryAtOnce(id);
    QTRY_COMPARE(
        m_bench->task(id).waitingFor.english(), u"waits for Docker, which does not answer"_s);
    QCOMPARE(m_bench->task(id).retryCount, 1);
    engine.reachable = true;
    m_bench->hosts.states = { engine };
    m_bench->hosts.change();
    QTRY_VERIFY(m_bench->runs(id));
    QCOMPARE(m_bench->task(id).retryCount, 1);
}

void TaskQueueHonestTest::aRetryWaitsForTheNetwork_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<bool>("waits");
    QTest::newRow("another machine's registry") << u"registry.example/app"_s << true;
    QTest::newRow("this machine's, by name") << u"localhost:5000/app"_s << false;
    QTest::newRow("this machine's, by number") << u"127.0.0.1:5000/app"_s << false;
}

void TaskQueueHonestTest::aRetryWaitsForTheNetwork()
{
    QFETCH(QString, image);
    QFETCH(bool, waits);
    TaskDraft draft = draftOf(TaskType::DockerPull);
    std::get<DockerPull>(draft.spec).imageName = image;
    const TaskId id = m_bench->add(draft);
    QVERIFY(started(id));
    m_bench->hosts.networkDown = true;
    m_bench->of(id)->fail(retryableError());
    tryAtOnce(id);
    if (waits) {
        QTRY_COMPARE(
            m_bench->task(id).waitingFor.english(), u"waits for the network, which is down"_s);
        m_bench->hosts.networkDown = false;
        m_bench->hosts.change();
    }
    QTRY_VERIFY(m_bench->runs(id));
}

void TaskQueueHonestTest::aFirstTryTellsWhatIsWrong()
{
    HostState engine;
    engine.address = m_bench->maker.resolveHost({});
    engine.known = true;
    m_bench->hosts.states = { engine };
    m_bench->hosts.networkDown = true;
    QVERIFY(started(m_bench->add(draftOf(TaskType::DockerPull))));
}

void TaskQueueHonestTest::aBuildKnowsWhatItUsuallyTakes()
{
    QTemporaryDir folder;
    QVERIFY(QFile(folder.filePath(u"Dockerfile"_s)).open(QIODevice::WriteOnly));
    TaskDraft draft = draftOf(TaskType::DockerBuild);
    std::get<DockerBuild>(draft.spec).contextPath = folder.path();
    const TaskId first = m_bench->add(draft);
    QVERIFY(started(first));
    QVERIFY(!m_bench->task(first).usualSeconds);
    m_bench->of(first)->succeed({});
    QTRY_COMPARE(m_bench->status(first), TaskStatus::Completed);
    const TaskId second = m_bench->add(draft);
    QVERIFY(started(second));
    QCOMPARE(m_bench->task(second).usualSeconds, 1); // begun seconds count
    std::get<DockerBuild>(draft.spec).target = u"other"_s;
    m_bench->of(second)->succeed({});
    const TaskId other = m_bench->add(draft);
    QVERIFY(started(other));
    QVERIFY(!m_bench->task(other).usualSeconds);
}

void TaskQueueHonestTest::anEndedTaskKeepsItsLeftover()
{
    const TaskId id = m_bench->add(draftOf(TaskType::OllamaPull));
    ScriptedExecutor *pull = started(id);
    QVERIFY(pull);
    pull->whenStopped = [pull](StopHow) {
        pull->finish({ TaskOutcome::Kind::Stopped, {}, std::nullopt, false,
            Leftover{ Leftover::Kind::ModelParts, 77 } });
    };
    m_bench->queue.cancel(id);
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Cancelled);
    QCOMPARE(m_bench->task(id).leftover, (Leftover{ Leftover::Kind::ModelParts, 77 }));
}

QTEST_GUILESS_MAIN(TaskQueueHonestTest)
#include "test_task_queue_honest.moc"
