// Ollama tasks through a whole queue: submitted, run, their results and the server's state read.
#include "tests/support/queue_under_test.h"
#include "tests/support/replay_server.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::test {

class TestOllamaQueue : public QObject {
    Q_OBJECT

private slots:
    void init();
    void pullThenAsk();
    void lostAnswerIsNotAskedAgain();
    void pausedPullGoesOn();

private:
    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestOllamaQueue::init()
{
    m_queue.reset();
    m_server = std::make_unique<ReplayServer>();
    m_server->play(u"/api/version"_s, u"version"_s);
    m_server->play(u"/api/tags"_s, u"tags"_s);
    m_server->play(u"/api/ps"_s, u"ps-loaded"_s);
    qputenv("OLLAMA_HOST", m_server->address().toUtf8());
    m_queue = std::make_unique<QueueUnderTest>(u"/nonexistent/docker"_s);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
}

void TestOllamaQueue::pullThenAsk()
{
    m_server->play(u"/api/pull"_s, u"pull-ok-fast"_s, 50);
    m_server->play(u"/api/generate"_s, u"generate-ok"_s);
    const TaskId pull = m_queue->submit(u"ollama_pull"_s, { { u"model_name"_s, u"tiny"_s } });
    const TaskId run = m_queue->submit(u"ollama_run"_s,
        { { u"model_name"_s, u"tiny"_s }, { u"prompt"_s, u"why did my container stop?"_s } });
    QVERIFY(m_queue->finishes(pull));
    QVERIFY(m_queue->finishes(run));
    QCOMPARE(m_queue->statuses(pull),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"downloading"_s, u"completed"_s }));
    QCOMPARE(m_queue->statuses(run),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"running"_s, u"completed"_s }));
    const QString said = u" The container stopped because port 5432 is already in use ."_s;
    QCOMPARE(m_queue->task(run).result.value()[u"generated_text"].toString(), said);
    QCOMPARE(m_queue->log(run, LogChannel::Out), QStringList{ said });
    QCOMPARE(m_queue->task(pull).result.value()[u"size"].toInteger(), 261692);

    QStringList reachable;
    for (const HostState &host : m_queue->queue().hosts()) {
        if (host.kind == HostKind::Ollama && host.reachable)
            reachable.append(host.address);
    }
    QCOMPARE(reachable, QStringList{ m_server->address() });
    QCOMPARE(m_queue->queue().hosts().size(), 2);
}

void TestOllamaQueue::lostAnswerIsNotAskedAgain()
{
    Playing cut;
    cut.what = recording(u"generate-ok"_s);
    cut.cutAt = 0;
    m_server->play(u"/api/generate"_s, { cut });
    const TaskId run = m_queue->submit(
        u"ollama_run"_s, { { u"model_name"_s, u"tiny"_s }, { u"prompt"_s, u"why?"_s } });
    QVERIFY(m_queue->finishes(run));
    QCOMPARE(m_queue->task(run).status, TaskStatus::Failed);
    QCOMPARE(m_queue->task(run).retryCount, 0);
    QCOMPARE(m_server->count(u"/api/generate"_s), 1);
}

void TestOllamaQueue::pausedPullGoesOn()
{
    Playing slow;
    slow.what = recording(u"pull-ok-slow"_s);
    Playing rest;
    rest.what = recording(u"pull-abort-resume-2"_s);
    rest.speed = 100;
    m_server->play(u"/api/pull"_s, { slow, rest });
    const TaskId pull = m_queue->submit(u"ollama_pull"_s, { { u"model_name"_s, u"tiny"_s } });
    QVERIFY(m_queue->reaches(pull, TaskStatus::Downloading));
    m_queue->queue().pause(pull);
    QVERIFY(m_queue->reaches(pull, TaskStatus::Paused));
    QTRY_COMPARE(m_server->closedByClient(), 1);
    m_queue->queue().resume(pull);
    QVERIFY(m_queue->finishes(pull));
    QCOMPARE(m_queue->task(pull).status, TaskStatus::Completed);
    QCOMPARE(m_server->count(u"/api/pull"_s), 2);
}

} // namespace slipway::test

QTEST_GUILESS_MAIN(slipway::test::TestOllamaQueue)
#include "test_ollama_queue.moc"
