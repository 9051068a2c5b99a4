// Cancel at five moments of each docker task type: it ends in time, nothing moves and nothing is
// left two seconds later, and the same task run again succeeds.
#include "tests/support/client_processes.h"
#include "tests/support/queue_under_test.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestStopAnytime : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cancelled_data();
    void cancelled();
    void cancelledWhileFrozen();
    void cancelledWhileWaitingForARetry();

private:
    void nothingIsLeft(const TaskId &id);
    bool makeImage(const QString &reference) const;
    QJsonObject params(const QString &type, const QString &name) const;

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestStopAnytime::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
    QVERIFY(m_engine.fill(m_engine.registry, u"stop/pull:1"_s, { 4, 4 }).ok());
    for (int i = 0; i < 5; ++i)
        QVERIFY(makeImage(m_engine.slowRegistry + u"/stop/push%1:1"_s.arg(i)));
    const QString folder = m_engine.folder + u"/context"_s;
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("FROM busybox:local\nARG ROUND\nRUN echo $ROUND; sleep 1\nRUN echo two; sleep "
               "1\nRUN echo three; sleep 1\n");
}

// Of bytes no registry has yet: known layers would be mounted instead of sent.
bool TestStopAnytime::makeImage(const QString &reference) const
{
    const QString folder = m_engine.folder + u"/image"_s;
    QDir().mkpath(folder);
    QFile random(folder + u"/random"_s);
    QFile dockerfile(folder + u"/Dockerfile"_s);
    if (!random.open(QIODevice::WriteOnly) || !dockerfile.open(QIODevice::WriteOnly))
        return false;
    QByteArray bytes(6'000'000, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(
        reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    random.write(bytes);
    dockerfile.write("FROM scratch\nCOPY random /\n");
    random.close();
    dockerfile.close();
    return m_engine.docker({ u"build"_s, u"-t"_s, reference, folder }).ok();
}

QJsonObject TestStopAnytime::params(const QString &type, const QString &name) const
{
    if (type == "docker_pull"_L1)
        return { { u"image_name"_s, m_engine.slowRegistry + u"/stop/pull:1"_s } };
    if (type == "docker_push"_L1)
        return { { u"image_name"_s, m_engine.slowRegistry + u"/stop/push%1:1"_s.arg(name) } };
    if (type == "docker_build"_L1)
        return { { u"context_path"_s, m_engine.folder + u"/context"_s },
            { u"image_name"_s, u"stopped/build"_s },
            { u"build_args"_s, QJsonObject{ { u"ROUND"_s, name } } } };
    return {
        { u"image"_s, u"busybox:local"_s },
        { u"command"_s,
            QJsonArray{ u"sh"_s, u"-c"_s,
                u"trap 'exit 0' TERM; i=0; while [ $i -lt 30 ]; do sleep 0.1; i=$((i+1)); done"_s } }
    };
}

void TestStopAnytime::nothingIsLeft(const TaskId &id)
{
    QCOMPARE(clientProcessesOf(idText(id)), QStringList());
    QCOMPARE(
        m_engine.docker({ u"ps"_s, u"-aq"_s, u"--filter"_s, u"label=slipway.task="_s + idText(id) })
            .output,
        QByteArray());
    const ProxyCounts before = m_engine.proxyCounts();
    QTest::qWait(300);
    const ProxyCounts after = m_engine.proxyCounts();
    QCOMPARE(after.up, before.up);
    QCOMPARE(after.down, before.down);
}

void TestStopAnytime::cancelled_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("afterMs");
    for (const char *type : { "docker_pull", "docker_push", "docker_build", "docker_run" }) {
        for (int ms : { 0, 100, 400, 1000, 1800 })
            QTest::addRow("%s after %d ms", type, ms) << QString::fromLatin1(type) << ms;
    }
}

void TestStopAnytime::cancelled()
{
    QFETCH(QString, type);
    QFETCH(int, afterMs);
    QVERIFY(m_engine.proxy("rate 2000000"));
    const QString name = QString::number(QList<int>{ 0, 100, 400, 1000, 1800 }.indexOf(afterMs));
    const TaskId id = m_queue->submit(type, params(type, name));
    QVERIFY2(!id.isNull(), qPrintable(m_queue->sentence));
    QTest::qWait(afterMs);
    QVERIFY2(groupOf(m_queue->task(id).status) == StatusGroup::Active || afterMs == 0,
        qPrintable(statusName(m_queue->task(id).status)));
    QElapsedTimer clock;
    clock.start();
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id, 12));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    QVERIFY(m_engine.proxy("rate 100000000")); // what is in the sockets' buffers still arrives
    QTest::qWait(2000);
    nothingIsLeft(id);
    const TaskId again = m_queue->submit(type, params(type, name));
    QVERIFY(m_queue->finishes(again));
    QVERIFY2(m_queue->task(again).status == TaskStatus::Completed,
        qPrintable(errorMessage(m_queue->task(again).error.value_or(TaskError{}))));
    m_engine.docker({ u"rmi"_s, m_engine.slowRegistry + u"/stop/pull:1"_s });
}

void TestStopAnytime::cancelledWhileFrozen()
{
    const TaskId id = m_queue->submit(
        u"docker_run"_s, { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"sleep 300"_s } });
    QVERIFY(m_queue->reaches(id, TaskStatus::Running));
    m_queue->queue().pause(id);
    QVERIFY(m_queue->reaches(id, TaskStatus::Paused));
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id, 12));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    QTest::qWait(2000);
    nothingIsLeft(id);
}

void TestStopAnytime::cancelledWhileWaitingForARetry()
{
    const TaskId id =
        m_queue->submit(u"docker_pull"_s, { { u"image_name"_s, u"127.0.0.1:1/x/y"_s } });
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(id).nextRetryAt.isValid(); }, 10'000));
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id, 2));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    nothingIsLeft(id);
}

QTEST_GUILESS_MAIN(TestStopAnytime)
#include "test_stop_anytime.moc"
