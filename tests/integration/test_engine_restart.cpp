// dockerd is killed under a pull, a push, a build and a run, and is back a while later. Each ends
// right or is tried again, and says in a sentence that the engine went away.
#include "tests/support/queue_under_test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestEngineRestart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void pullIsTriedAgain();
    void pushIsTriedAgain();
    void buildIsTriedAgain();
    void runIsFollowedToItsEnd();
    void anEngineThatStaysAwayIsWaitedFor();

private:
    TaskId submit(const QString &type, const QJsonObject &params)
    {
        return m_queue->submit(type, params);
    }
    QString why(const TaskId &id) const
    {
        const auto error = m_queue->task(id).error;
        return error ? errorMessage(*error) + u" | "_s + error->decisiveLine : u"no error"_s;
    }
    void checkTriedAgain(const TaskId &id);

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestEngineRestart::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

void TestEngineRestart::init()
{
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
    QVERIFY(m_engine.proxy("rate 0"));
}

void TestEngineRestart::checkTriedAgain(const TaskId &id)
{
    QVERIFY(m_queue->reaches(id, TaskStatus::Pending));
    const QString sentence = why(id);
    qInfo("%s", qPrintable(sentence));
    QVERIFY2(sentence.contains(u"Docker engine"_s), qPrintable(sentence));
    QVERIFY(m_engine.startEngine());
    QVERIFY(m_engine.proxy("rate 0"));
    QVERIFY(m_queue->finishes(id, 90));
    QVERIFY2(m_queue->task(id).status == TaskStatus::Completed, qPrintable(why(id)));
}

void TestEngineRestart::pullIsTriedAgain()
{
    QVERIFY(m_engine.fill(m_engine.registry, u"away/pull:1"_s, { 6, 4 }).ok());
    QVERIFY(m_engine.proxy("rate 2000000"));
    const TaskId id = submit(
        u"docker_pull"_s, { { u"image_name"_s, m_engine.slowRegistry + u"/away/pull:1"_s } });
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(id).progress.bytesDone > 0; }, 20'000));
    QVERIFY(m_engine.killEngine());
    checkTriedAgain(id);
}

void TestEngineRestart::pushIsTriedAgain()
{
    const RegistryImage source = m_engine.fill(m_engine.registry, u"away/source:1"_s, { 6, 4 });
    const QString target = m_engine.slowRegistry + u"/away/push:1"_s;
    QVERIFY(m_engine.docker({ u"pull"_s, source.reference }).ok());
    QVERIFY(m_engine.docker({ u"tag"_s, source.reference, target }).ok());
    QVERIFY(m_engine.proxy("rate 2000000"));
    const TaskId id = submit(u"docker_push"_s, { { u"image_name"_s, target } });
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(id).progress.bytesDone > 0; }, 20'000));
    QVERIFY(m_engine.killEngine());
    checkTriedAgain(id);
}

void TestEngineRestart::buildIsTriedAgain()
{
    const QString context = m_engine.folder + u"/away"_s;
    QVERIFY(QDir().mkpath(context));
    QFile file(context + u"/Dockerfile"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("FROM busybox:local\nRUN echo one\nRUN echo begun; sleep 3\nRUN echo three\n");
    file.close();
    const TaskId id =
        submit(u"docker_build"_s, { { u"context_path"_s, context }, { u"network"_s, u"none"_s } });
    QVERIFY(QTest::qWaitFor(
        [&] { return m_queue->task(id).progress.step.english().startsWith(u"Step 3"_s); }, 30'000));
    QVERIFY(m_engine.killEngine());
    checkTriedAgain(id);
}

// The container is gone with its engine: it ends as the engine that came back says. It is never
// started a second time.
void TestEngineRestart::runIsFollowedToItsEnd()
{
    const QString script =
        u"echo start >> /out/away-starts; i=0; while [ $i -lt 300 ]; do echo line $i; i=$((i+1)); sleep 0.1; done"_s;
    const TaskId id = submit(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s },
            { u"command"_s, QJsonArray{ u"sh"_s, u"-c"_s, script } }, { u"network"_s, u"none"_s },
            { u"volumes"_s, QJsonObject{ { m_engine.folder, u"/out"_s } } } });
    QVERIFY(QTest::qWaitFor([&] { return m_queue->log(id, LogChannel::Out).size() > 3; }, 20'000));
    QVERIFY(m_engine.killEngine());
    QVERIFY(QTest::qWaitFor([&] { return !m_queue->task(id).waitingFor.isEmpty(); }, 20'000));
    const QString waits = m_queue->task(id).waitingFor.english();
    qInfo("%s", qPrintable(waits));
    QVERIFY2(waits.contains(u"Docker engine"_s), qPrintable(waits));
    QCOMPARE(groupOf(m_queue->task(id).status), StatusGroup::Active);
    QVERIFY(m_engine.startEngine());
    QVERIFY(m_queue->finishes(id, 60));
    const Task task = m_queue->task(id);
    qInfo("%s", qPrintable(why(id)));
    QCOMPARE(task.status, TaskStatus::Failed);
    QCOMPARE(task.error->exitCode, 137);
    QVERIFY2(errorMessage(*task.error).contains(u"Docker engine"_s), qPrintable(why(id)));
    QFile starts(m_engine.folder + u"/away-starts"_s);
    QVERIFY(starts.open(QIODevice::ReadOnly));
    QCOMPARE(starts.readAll(), "start\n");
    QStringList wanted;
    const QStringList lines = m_queue->log(id, LogChannel::Out);
    for (int i = 0; i < lines.size(); ++i)
        wanted.append(u"line %1"_s.arg(i));
    QCOMPARE(lines, wanted);
}

void TestEngineRestart::anEngineThatStaysAwayIsWaitedFor()
{
    QVERIFY(m_engine.fill(m_engine.registry, u"away/long:1"_s, { 6, 4 }).ok());
    QVERIFY(m_engine.proxy("rate 2000000"));
    const TaskId id = submit(u"docker_pull"_s,
        { { u"image_name"_s, m_engine.slowRegistry + u"/away/long:1"_s },
            { u"max_retries"_s, 1 } });
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(id).progress.bytesDone > 0; }, 20'000));
    QVERIFY(m_engine.killEngine());
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m_queue->task(id).waitingFor.english()
                == u"waits for Docker, which does not answer"_s;
        },
        30'000));
    QVERIFY(m_engine.startEngine());
    QVERIFY(m_engine.proxy("rate 0"));
    QVERIFY(m_queue->finishes(id, 60));
    QVERIFY2(m_queue->task(id).status == TaskStatus::Completed, qPrintable(why(id)));
    QCOMPARE(m_queue->task(id).attempt, 2);
}

QTEST_GUILESS_MAIN(TestEngineRestart)
#include "test_engine_restart.moc"
