// A question about another task's log: it waits for that task, and is asked with the end of its
// log.
#include "queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

TaskDraft questionAbout(const QString &name)
{
    OllamaRun ask;
    ask.modelName = u"qwen3"_s;
    ask.prompt = u"Why?"_s;
    ask.logOf = name;
    return { ask, {} };
}

} // namespace

class TaskQueueLogOfTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theEndOfTheLogFollowsThePrompt();
    void onlyTheLastLinesAreTaken();
    void aNameThatNobodyHasIsRefused();
    void aCancelWhileTheLogIsReadIsCarriedOut();
    void theLogIsReadAgainForARetry();
    void anEmptyLogIsTold();
    void aQuitWhileTheStartIsSavedEnds();

private:
    // The id of the question; the run it is about has printed these lines and ended.
    TaskId askAbout(const LogLines &lines);
    QString promptOf(const TaskId &id) const
    {
        return std::get<OllamaRun>(m_bench->of(id)->task.spec).prompt;
    }

    std::unique_ptr<QueueBench> m_bench;
};

void TaskQueueLogOfTest::init()
{
    m_bench = std::make_unique<QueueBench>();
    QVERIFY(m_bench->start());
}

TaskId TaskQueueLogOfTest::askAbout(const LogLines &lines)
{
    TaskDraft run = draftOf(TaskType::DockerRun);
    run.options.key = u"tests"_s;
    const auto future = m_bench->queue.submit({ run, questionAbout(u"tests"_s) });
    if (!QTest::qWaitFor([&] { return future.isFinished(); }) || future.result().ids.size() != 2)
        return {};
    const QList<TaskId> ids = future.result().ids;
    if (!QTest::qWaitFor([&] { return m_bench->runs(ids[0]); }) || m_bench->of(ids[1]))
        return {};
    m_bench->of(ids[0])->log(lines);
    m_bench->of(ids[0])->succeed({});
    return ids[1];
}

void TaskQueueLogOfTest::theEndOfTheLogFollowsThePrompt()
{
    const TaskId id = askAbout({ { LogChannel::Out, "\x1b[1mone\x1b[m" },
        { LogChannel::Note, "ours" }, { LogChannel::Err, "two" } });
    QTRY_VERIFY(m_bench->runs(id));
    QCOMPARE(promptOf(id), u"Why?\n\none\ntwo\n"_s);
    QCOMPARE(std::get<OllamaRun>(m_bench->task(id).spec).prompt, u"Why?"_s); // as it was asked
    QCOMPARE(m_bench->task(id).options.after,
        QStringList{ std::get<OllamaRun>(m_bench->task(id).spec).logOf });
}

void TaskQueueLogOfTest::onlyTheLastLinesAreTaken()
{
    LogLines lines;
    for (int i = 0; i < 500; ++i)
        lines.append({ LogChannel::Out, QByteArray::number(i) });
    const TaskId id = askAbout(lines);
    QTRY_VERIFY(m_bench->runs(id));
    QCOMPARE(promptOf(id).count(u'\n'), 202);
    QVERIFY(promptOf(id).startsWith("Why?\n\n300\n"_L1));
    QVERIFY(promptOf(id).endsWith("\n499\n"_L1));
}

void TaskQueueLogOfTest::aNameThatNobodyHasIsRefused()
{
    const auto future = m_bench->queue.submit({ questionAbout(u"nobody"_s) });
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().refusal);
    QCOMPARE(future.result().refusal->field, u"log_of"_s);
    QVERIFY(m_bench->queue.snapshot().isEmpty());
}

void TaskQueueLogOfTest::aCancelWhileTheLogIsReadIsCarriedOut()
{
    m_bench->queue.setHeld(true);
    const TaskId run = m_bench->add(draftOf(TaskType::DockerRun));
    const TaskId id = m_bench->add(questionAbout(idText(run)));
    QVERIFY(!id.isNull());
    m_bench->queue.setHeld(false);
    QTRY_VERIFY(m_bench->runs(run));
    m_bench->journal.readsLate = true;
    m_bench->journal.setLate(true);
    m_bench->of(run)->succeed({});
    m_bench->settle();
    m_bench->journal.write(); // the run's end
    m_bench->settle();
    QCOMPARE(groupOf(m_bench->status(id)), StatusGroup::Active);
    QVERIFY(!m_bench->of(id));
    const auto cancelled = m_bench->queue.cancel(id);
    m_bench->journal.setLate(false);
    QTRY_VERIFY(cancelled.isFinished());
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Cancelled);
    QVERIFY(m_bench->maker.atWork().isEmpty());
}

void TaskQueueLogOfTest::theLogIsReadAgainForARetry()
{
    const TaskId id = askAbout({ { LogChannel::Out, "one" } });
    QTRY_VERIFY(m_bench->runs(id));
    m_bench->of(id)->end(TaskOutcome::Kind::Failed);
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Failed);
    const auto retried = m_bench->queue.retry(id, true);
    QTRY_VERIFY(retried.isFinished());
    QTRY_VERIFY(m_bench->runs(id) && m_bench->of(id)->task.attempt == 2);
    QCOMPARE(promptOf(id), u"Why?\n\none\n"_s);
}

void TaskQueueLogOfTest::anEmptyLogIsTold()
{
    const TaskId id = askAbout({});
    QTRY_VERIFY(m_bench->runs(id));
    const auto log = m_bench->queue.readLog(id, 0, 10);
    QTRY_VERIFY(log.isFinished());
    QCOMPARE(log.result().lines.size(), 1);
    QCOMPARE(log.result().lines.first().channel, LogChannel::Note);
}

void TaskQueueLogOfTest::aQuitWhileTheStartIsSavedEnds()
{
    m_bench->queue.setHeld(true);
    const TaskId run = m_bench->add(draftOf(TaskType::DockerRun));
    const TaskId id = m_bench->add(questionAbout(idText(run)));
    m_bench->queue.setHeld(false);
    QTRY_VERIFY(m_bench->runs(run));
    m_bench->journal.setLate(true);
    m_bench->of(run)->succeed({});
    m_bench->settle();
    m_bench->journal.write(); // the run's end
    m_bench->settle();
    QCOMPARE(groupOf(m_bench->status(id)), StatusGroup::Active);
    QSignalSpy ended(&m_bench->queue, &TaskQueue::ended);
    m_bench->queue.shutDown();
    m_bench->journal.setLate(false);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!m_bench->of(id));
}

QTEST_GUILESS_MAIN(TaskQueueLogOfTest)
#include "test_task_queue_log_of.moc"
