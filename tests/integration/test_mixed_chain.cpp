// One queue file across both kinds: pull an image, get a model, run the container, ask the model
// about the container's log. Docker is real, Ollama replayed.
#include "core/command/command_interface.h"
#include "tests/support/queue_under_test.h"
#include "tests/support/replay_server.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestMixedChain : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theModelIsAskedAboutTheLog();
    void followersOfAFailedOneGoOnAfterAGoodRetry();

private:
    QJsonObject task(const QString &key, const QString &type, const QJsonObject &params,
        const QStringList &after = {}) const;
    QList<TaskId> import(const QJsonArray &tasks);

    EngineFixture m_engine;
    std::unique_ptr<ReplayServer> m_ollama;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestMixedChain::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

void TestMixedChain::init()
{
    m_queue.reset();
    m_ollama = std::make_unique<ReplayServer>();
    m_ollama->play(u"/api/version"_s, u"version"_s);
    m_ollama->play(u"/api/tags"_s, u"tags"_s);
    m_ollama->play(u"/api/ps"_s, u"ps-loaded"_s);
    m_ollama->play(u"/api/pull"_s, u"pull-ok-fast"_s, 50);
    m_ollama->play(u"/api/generate"_s, u"generate-ok"_s);
    qputenv("OLLAMA_HOST", m_ollama->address().toUtf8());
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
}

QJsonObject TestMixedChain::task(const QString &key, const QString &type, const QJsonObject &params,
    const QStringList &after) const
{
    return { { u"key"_s, key }, { u"task_type"_s, type }, { u"params"_s, params },
        { u"after"_s, QJsonArray::fromStringList(after) }, { u"max_retries"_s, 0 } };
}

QList<TaskId> TestMixedChain::import(const QJsonArray &tasks)
{
    std::optional<QJsonObject> reply;
    const QJsonObject file{ { u"slipway"_s, 1 }, { u"tasks"_s, tasks } };
    m_queue->commands().handle(u"queue_import"_s, { { u"queue"_s, file } },
        [&reply](const QJsonObject &answer) { reply = answer; });
    if (!QTest::qWaitFor([&reply] { return reply.has_value(); }))
        return {};
    QList<TaskId> ids;
    for (const QJsonValue &id : (*reply)[u"data"][u"task_ids"].toArray())
        ids.append(QUuid::fromString(id.toString()));
    return ids;
}

void TestMixedChain::theModelIsAskedAboutTheLog()
{
    QVERIFY(
        m_engine.docker({ u"tag"_s, u"busybox:local"_s, m_engine.registry + u"/mixed/image:1"_s })
            .ok());
    QVERIFY(m_engine.docker({ u"push"_s, m_engine.registry + u"/mixed/image:1"_s }).ok());
    QVERIFY(m_engine.docker({ u"rmi"_s, m_engine.registry + u"/mixed/image:1"_s }).ok());
    const QString image = m_engine.registry + u"/mixed/image:1"_s;
    const QList<TaskId> ids =
        import({ task(u"image"_s, u"docker_pull"_s, { { u"image_name"_s, image } }),
            task(u"model"_s, u"ollama_pull"_s, { { u"model_name"_s, u"tiny"_s } }),
            task(u"run"_s, u"docker_run"_s,
                { { u"image"_s, image }, { u"network"_s, u"none"_s },
                    { u"command"_s,
                        QJsonArray{ u"sh"_s, u"-c"_s,
                            u"echo port 5432 is already in use >&2; echo bye"_s } } },
                { u"image"_s }),
            task(u"ask"_s, u"ollama_run"_s,
                { { u"model_name"_s, u"tiny"_s }, { u"prompt"_s, u"Why did it stop?"_s },
                    { u"log_of"_s, u"run"_s } },
                { u"model"_s }) });
    QCOMPARE(ids.size(), 4);
    for (const TaskId &id : ids) {
        QVERIFY(m_queue->finishes(id));
        const Task done = m_queue->task(id);
        QVERIFY2(done.status == TaskStatus::Completed,
            qPrintable(errorMessage(done.error.value_or(TaskError{}))));
    }
    const QString asked = m_ollama->lastBody(u"/api/generate"_s)[u"prompt"].toString();
    QVERIFY(asked.startsWith("Why did it stop?\n\n"_L1));
    QVERIFY(asked.contains("port 5432 is already in use\n"_L1) && asked.contains("bye\n"_L1));
    QVERIFY(m_queue->task(ids[3]).startedAt >= m_queue->task(ids[2]).completedAt);
}

void TestMixedChain::followersOfAFailedOneGoOnAfterAGoodRetry()
{
    const QString image = m_engine.registry + u"/mixed/late:1"_s;
    const QList<TaskId> ids =
        import({ task(u"image"_s, u"docker_pull"_s, { { u"image_name"_s, image } }),
            task(u"run"_s, u"docker_run"_s,
                { { u"image"_s, image }, { u"network"_s, u"none"_s },
                    { u"command"_s, u"echo here"_s } },
                { u"image"_s }),
            task(u"ask"_s, u"ollama_run"_s,
                { { u"model_name"_s, u"tiny"_s }, { u"prompt"_s, u"Why?"_s },
                    { u"log_of"_s, u"run"_s } }) });
    QCOMPARE(ids.size(), 3);
    QVERIFY(m_queue->finishes(ids[0]));
    QCOMPARE(m_queue->task(ids[0]).status, TaskStatus::Failed);
    QTRY_VERIFY(m_queue->task(ids[1]).waitingFor.english().contains("which failed"_L1));
    QCOMPARE(m_queue->task(ids[1]).status, TaskStatus::Pending);
    QCOMPARE(m_queue->task(ids[2]).status, TaskStatus::Pending);
    // Now it is there.
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, image }).ok());
    QVERIFY(m_engine.docker({ u"push"_s, image }).ok());
    m_queue->queue().retry(ids[0], true);
    for (const TaskId &id : ids) {
        QVERIFY(m_queue->finishes(id));
        QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    }
    QVERIFY(m_ollama->lastBody(u"/api/generate"_s)[u"prompt"].toString().endsWith("here\n"_L1));
}

QTEST_GUILESS_MAIN(TestMixedChain)
#include "test_mixed_chain.moc"
