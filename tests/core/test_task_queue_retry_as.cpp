// A failed task tried again with other values.
#include "tests/core/queue_bench.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskQueueRetryAsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theNextAttemptHasTheNewValues();
    void theLinksToOthersStay();
    void aWrongValueIsNamedAndChangesNothing();
    void theTypeStays();
    void whatHasNotFailedIsRefused();
    void anotherHostIsResolvedAnew();
    void itIsOnDiskBeforeItIsAnswered();

private:
    TaskId failedPull();
    static TaskDraft pullOf(const QString &image)
    {
        TaskDraft draft = draftOf(TaskType::DockerPull);
        std::get<DockerPull>(draft.spec).imageName = image;
        return draft;
    }

    std::unique_ptr<QueueBench> m_bench;
};

void TaskQueueRetryAsTest::init()
{
    m_bench = std::make_unique<QueueBench>();
    QVERIFY(m_bench->start());
}

TaskId TaskQueueRetryAsTest::failedPull()
{
    const TaskId id = m_bench->add(pullOf(u"acme/wbe"_s));
    if (!QTest::qWaitFor([&] { return m_bench->runs(id); }))
        return {};
    m_bench->of(id)->fail(finalError());
    return QTest::qWaitFor([&] { return m_bench->status(id) == TaskStatus::Failed; }) ? id
                                                                                      : TaskId();
}

void TaskQueueRetryAsTest::theNextAttemptHasTheNewValues()
{
    const TaskId id = failedPull();
    TaskDraft draft = pullOf(u"acme/web"_s);
    draft.options.maxRetries = 9;
    const auto answer = m_bench->queue.retryAs(id, draft);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result().refusal);
    QTRY_VERIFY(m_bench->runs(id));
    QCOMPARE(displayName(m_bench->of(id)->task.spec), u"acme/web:latest"_s);
    QCOMPARE(m_bench->task(id).options.maxRetries, 9);
    QCOMPARE(m_bench->task(id).retryCount, 1);
    QCOMPARE(m_bench->task(id).budgetStart, 1);
}

void TaskQueueRetryAsTest::theLinksToOthersStay()
{
    const TaskId first = m_bench->add(pullOf(u"first"_s));
    TaskDraft second = pullOf(u"second"_s);
    second.options.after = { idText(first) };
    const TaskId id = m_bench->add(second);
    QTRY_VERIFY(m_bench->runs(first));
    m_bench->of(first)->succeed({});
    QTRY_VERIFY(m_bench->runs(id));
    m_bench->of(id)->fail(finalError());
    QTRY_COMPARE(m_bench->status(id), TaskStatus::Failed);
    m_bench->queue.retryAs(id, pullOf(u"other"_s));
    QCOMPARE(m_bench->task(id).options.after, QStringList{ idText(first) });
}

void TaskQueueRetryAsTest::aWrongValueIsNamedAndChangesNothing()
{
    const TaskId id = failedPull();
    const auto answer = m_bench->queue.retryAs(id, pullOf(u"Acme/Web"_s));
    QVERIFY(answer.isFinished() && answer.result().refusal);
    QCOMPARE(answer.result().refusal->kind, Refusal::Kind::Field);
    QCOMPARE(answer.result().refusal->field, u"image_name"_s);
    QCOMPARE(m_bench->status(id), TaskStatus::Failed);
    QCOMPARE(displayName(m_bench->task(id).spec), u"acme/wbe:latest"_s);
}

void TaskQueueRetryAsTest::theTypeStays()
{
    const TaskId id = failedPull();
    const auto answer = m_bench->queue.retryAs(id, draftOf(TaskType::DockerTag));
    QCOMPARE(answer.result().refusal->field, u"task_type"_s);
}

void TaskQueueRetryAsTest::whatHasNotFailedIsRefused()
{
    const TaskId id = m_bench->add(pullOf(u"a"_s));
    QTRY_VERIFY(m_bench->runs(id));
    QCOMPARE(m_bench->queue.retryAs(id, pullOf(u"b"_s)).result().refusal->kind,
        Refusal::Kind::NotAllowed);
    QCOMPARE(m_bench->queue.retryAs(QUuid::createUuid(), pullOf(u"b"_s)).result().refusal->kind,
        Refusal::Kind::TaskNotFound);
}

void TaskQueueRetryAsTest::anotherHostIsResolvedAnew()
{
    const TaskId id = failedPull();
    const QString before = m_bench->task(id).resolvedHost;
    TaskDraft draft = pullOf(u"acme/web"_s);
    draft.options.host = u"elsewhere"_s;
    m_bench->queue.retryAs(id, draft);
    QTRY_VERIFY(m_bench->runs(id));
    QVERIFY(!before.isEmpty());
    QCOMPARE(m_bench->task(id).resolvedHost, u"elsewhere"_s);
}

void TaskQueueRetryAsTest::itIsOnDiskBeforeItIsAnswered()
{
    const TaskId id = failedPull();
    m_bench->queue.setHeld(true);
    m_bench->settle();
    m_bench->journal.setLate(true);
    const auto answer = m_bench->queue.retryAs(id, pullOf(u"acme/web"_s));
    m_bench->settle();
    QVERIFY(!answer.isFinished());
    m_bench->journal.setLate(false);
    QTRY_VERIFY(answer.isFinished());
}

QTEST_GUILESS_MAIN(TaskQueueRetryAsTest)
#include "test_task_queue_retry_as.moc"
