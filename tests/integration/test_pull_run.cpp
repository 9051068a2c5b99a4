// docker_pull and docker_run through the whole queue against a real engine.
#include "core/command/command_interface.h"
#include "tests/support/queue_under_test.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestPullRun : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void pullsWithBytesPerLayer();
    void whatAPauseCostsIsAsTheEngineSays();
    void pullOfAMissingTagFails();
    void pullFromARefusingRegistryFails();
    void runsAndRemoves();
    void keepsWhatIsNotToBeRemoved();
    void pullsTheMissingImageFirst();
    void tellsTheProgramsExitCode();
    void passesEnvironmentPortsAndVolumes();
    void detachedStaysUp();
    void detachedThatEndsAtOnceFails();
    void cancelsARunningContainer();
    void secondCancelDoesNotWait();
    void cancelsAPull();
    void pausesAndResumesAContainer();
    void goesOnAfterQuit();
    void missingProgramIsOneClearError();
    void silentEngineIsOneClearError();

private:
    QString containersOf(const TaskId &id, const QString &format = u"{{.State}}"_s) const;
    TaskId submitRun(const QString &script, QJsonObject more = {});

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestPullRun::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

void TestPullRun::init()
{
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
}

QString TestPullRun::containersOf(const TaskId &id, const QString &format) const
{
    return QString::fromUtf8(m_engine
                                 .docker({ u"ps"_s, u"-a"_s, u"--filter"_s,
                                     u"label=slipway.task="_s + idText(id), u"--format"_s, format })
                                 .output)
        .trimmed();
}

TaskId TestPullRun::submitRun(const QString &script, QJsonObject more)
{
    more[u"image"] = u"busybox:local"_s;
    more[u"command"] = QJsonArray{ u"sh"_s, u"-c"_s, script };
    return m_queue->submit(u"docker_run"_s, more);
}

void TestPullRun::pullsWithBytesPerLayer()
{
    const RegistryImage image =
        m_engine.fill(m_engine.slowRegistry, u"pull/bytes:1"_s, { 3, 5, 2 });
    QVERIFY(image.ok());
    QVERIFY(m_engine.proxy("rate 4000000"));
    int updates = 0;
    int lastPercent = 0;
    QObject::connect(&m_queue->queue(), &QueueService::tasksProgressed, this,
        [&](const QHash<TaskId, TaskProgress> &moved) {
            for (const TaskProgress &progress : moved) {
                ++updates;
                QVERIFY(progress.percent >= lastPercent && progress.percent < 100);
                lastPercent = progress.percent;
            }
        });
    const TaskId id = m_queue->submit(u"docker_pull"_s, { { u"image_name"_s, image.reference } });
    QVERIFY2(m_queue->finishes(id), qPrintable(m_queue->sentence));
    const Task task = m_queue->task(id);
    QVERIFY2(task.status == TaskStatus::Completed,
        qPrintable(errorMessage(task.error.value_or(TaskError{}))));
    QCOMPARE(m_queue->statuses(id),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"pulling"_s, u"completed"_s }));
    QVERIFY(updates >= 10);
    QVERIFY(lastPercent >= 50);
    QCOMPARE(task.progress.layers.size(), 3);
    // Docker prints four digits of each layer's size.
    QVERIFY(qAbs(task.progress.bytesDone - image.size) < image.size / 500);
    QCOMPARE(task.result->value(u"digest").toString(), image.digest);
    QCOMPARE(task.result->value(u"full_image_name").toString(), image.reference);
    QVERIFY(task.result->value(u"size").toInteger() > 9'000'000);
    QVERIFY(m_engine.docker({ u"image"_s, u"inspect"_s, image.reference }).ok());
    QVERIFY(m_queue->log(id, LogChannel::Out).filter(u"Pull complete"_s).size() == 3);
}

// Debian's engine has the classic store.
void TestPullRun::whatAPauseCostsIsAsTheEngineSays()
{
    QTRY_VERIFY(m_queue->queue().host(m_engine.host).keepsLayers.has_value());
    QVERIFY(!m_engine.docker({ u"info"_s, u"-f"_s, u"{{json .DriverStatus}}"_s })
                 .output.contains("snapshotter"));
    const RegistryImage image = m_engine.fill(m_engine.slowRegistry, u"pull/cost:1"_s, { 2 });
    QVERIFY(image.ok());
    QVERIFY(m_engine.proxy("rate 1000000"));
    const TaskId id = m_queue->submit(u"docker_pull"_s, { { u"image_name"_s, image.reference } });
    QVERIFY(m_queue->reaches(id, TaskStatus::Pulling));
    QTRY_VERIFY(m_queue->task(id).progress.bytesDone > 0);
    const Task task = m_queue->task(id);
    QCOMPARE(m_queue->queue().pauseCostOf(task), PauseCost::Everything);
    QCOMPARE(bytesAtStake(task, PauseCost::Everything), task.progress.bytesDone);
    QString told;
    m_queue->commands().handle(u"queue_task_status"_s, { { u"task_id"_s, idText(id) } },
        [&told](const QJsonObject &reply) {
            told = reply[u"data"][u"task"][u"pause_cost"].toString();
        });
    QTRY_COMPARE(told, u"everything"_s);
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->queue().pauseCostOf(m_queue->task(id)), PauseCost::NotPossible);
}

void TestPullRun::pullOfAMissingTagFails()
{
    const TaskId id = m_queue->submit(u"docker_pull"_s,
        { { u"image_name"_s, m_engine.registry + u"/nobody/has:this"_s },
            { u"max_retries"_s, 0 } });
    QVERIFY(m_queue->finishes(id, 5));
    const Task task = m_queue->task(id);
    QCOMPARE(task.status, TaskStatus::Failed);
    QCOMPARE(errorCodeName(task.error->code), u"DOCKER_IMAGE_NOT_FOUND"_s);
    QVERIFY(task.error->decisiveLine.contains(u"manifest unknown"_s));
}

void TestPullRun::pullFromARefusingRegistryFails()
{
    const TaskId id = m_queue->submit(u"docker_pull"_s,
        { { u"image_name"_s, u"127.0.0.1:1/some/image"_s }, { u"max_retries"_s, 0 } });
    QVERIFY(m_queue->finishes(id, 5));
    QCOMPARE(errorCodeName(m_queue->task(id).error->code), u"DOCKER_NETWORK_ERROR"_s);
}

void TestPullRun::runsAndRemoves()
{
    const TaskId id = submitRun(u"echo to out; echo to err >&2; echo again"_s);
    QVERIFY(m_queue->finishes(id));
    const Task task = m_queue->task(id);
    QVERIFY2(task.status == TaskStatus::Completed,
        qPrintable(errorMessage(task.error.value_or(TaskError{}))));
    QCOMPARE(m_queue->statuses(id),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"running"_s, u"completed"_s }));
    QCOMPARE(m_queue->log(id, LogChannel::Out), QStringList({ u"to out"_s, u"again"_s }));
    QCOMPARE(m_queue->log(id, LogChannel::Err), QStringList({ u"to err"_s }));
    QCOMPARE(task.result->value(u"exit_code").toInt(-1), 0);
    QCOMPARE(task.result->value(u"container_id").toString().size(), 64);
    QCOMPARE(containersOf(id), QString());
}

void TestPullRun::keepsWhatIsNotToBeRemoved()
{
    const TaskId id = submitRun(u"echo kept"_s, { { u"remove"_s, false } });
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    QCOMPARE(containersOf(id), u"exited"_s);
}

void TestPullRun::pullsTheMissingImageFirst()
{
    QVERIFY(
        m_engine.docker({ u"tag"_s, u"busybox:local"_s, m_engine.registry + u"/run/bb:1"_s }).ok());
    QVERIFY(m_engine.docker({ u"push"_s, m_engine.registry + u"/run/bb:1"_s }).ok());
    QVERIFY(m_engine.docker({ u"rmi"_s, m_engine.registry + u"/run/bb:1"_s }).ok());
    const TaskId id = m_queue->submit(u"docker_run"_s,
        { { u"image"_s, m_engine.registry + u"/run/bb:1"_s }, { u"command"_s, u"echo pulled"_s } });
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    QVERIFY(m_queue->statuses(id).contains(u"pulling"_s));
    QCOMPARE(m_queue->log(id, LogChannel::Out), QStringList({ u"pulled"_s }));
}

void TestPullRun::tellsTheProgramsExitCode()
{
    const TaskId id = submitRun(u"exit 3"_s);
    QVERIFY(m_queue->finishes(id));
    const Task task = m_queue->task(id);
    QCOMPARE(task.status, TaskStatus::Failed);
    QCOMPARE(errorMessage(*task.error),
        u"The container's program ended with code 3"_s
            + (errorMessage(*task.error).endsWith(u'.') ? u"."_s : QString()));
    QCOMPARE(errorCodeName(task.error->code), u"UNKNOWN_ERROR"_s);
    QCOMPARE(task.error->exitCode, 3);
    QCOMPARE(task.retryCount, 0);
    QCOMPARE(containersOf(id), QString());
}

void TestPullRun::passesEnvironmentPortsAndVolumes()
{
    QFile file(m_engine.folder + u"/file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("from the host\n");
    file.close();
    const TaskId id = submitRun(u"echo $GREETING; echo \"$HTTP_PROXY\"; cat /in/file; pwd"_s,
        { { u"environment"_s,
              QJsonObject{
                  { u"GREETING"_s, u"hello there"_s }, { u"HTTP_PROXY"_s, u"http://p:1"_s } } },
            { u"volumes"_s, QJsonObject{ { m_engine.folder, u"/in:ro"_s } } },
            { u"working_dir"_s, u"/tmp"_s }, { u"memory"_s, u"64m"_s } });
    QVERIFY(m_queue->finishes(id));
    QVERIFY2(m_queue->task(id).status == TaskStatus::Completed,
        qPrintable(m_queue->log(id, LogChannel::Err).join(u'\n')));
    QCOMPARE(m_queue->log(id, LogChannel::Out).mid(0, 4),
        QStringList({ u"hello there"_s, u"http://p:1"_s, u"from the host"_s, u"/tmp"_s }));
}

void TestPullRun::detachedStaysUp()
{
    const TaskId id = submitRun(u"sleep 300"_s, { { u"detach"_s, true } });
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    QCOMPARE(containersOf(id), u"running"_s);
    QVERIFY(m_engine.docker({ u"rm"_s, u"-f"_s, containersOf(id, u"{{.ID}}"_s) }).ok());
}

void TestPullRun::detachedThatEndsAtOnceFails()
{
    const TaskId id = submitRun(u"echo cannot; exit 4"_s, { { u"detach"_s, true } });
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Failed);
    QCOMPARE(m_queue->task(id).error->exitCode, 4);
    QCOMPARE(m_queue->log(id, LogChannel::Out), QStringList({ u"cannot"_s }));
}

void TestPullRun::cancelsARunningContainer()
{
    const TaskId id =
        submitRun(u"trap 'echo asked; exit 0' TERM; echo up; while :; do sleep 0.1; done"_s);
    QVERIFY(m_queue->reaches(id, TaskStatus::Running));
    QTRY_COMPARE(m_queue->log(id, LogChannel::Out), QStringList({ u"up"_s }));
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id, 12));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    QCOMPARE(m_queue->log(id, LogChannel::Out), QStringList({ u"up"_s, u"asked"_s }));
    QCOMPARE(containersOf(id), QString());
}

void TestPullRun::secondCancelDoesNotWait()
{
    const TaskId id = submitRun(u"echo up; sleep 300"_s); // as PID 1 it does not hear TERM
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->log(id, LogChannel::Out), QStringList({ u"up"_s }), 20'000);
    m_queue->queue().cancel(id);
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(id).isStopping(); }, 5000));
    QTest::qWait(500); // the first one is with the engine
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id, 5));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    QCOMPARE(containersOf(id), QString());
}

void TestPullRun::cancelsAPull()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"pull/cancel:1"_s, { 8, 8 });
    QVERIFY(m_engine.proxy("rate 1000000"));
    const QString slow = m_engine.slowRegistry + u"/pull/cancel:1"_s;
    const TaskId id = m_queue->submit(u"docker_pull"_s, { { u"image_name"_s, slow } });
    QVERIFY(
        QTest::qWaitFor([&] { return m_queue->task(id).progress.bytesDone > 500'000; }, 20'000));
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id, 5));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine.proxyCounts().open, 0, 2000);
    QTest::qWait(2000); // what the engine had asked for before may still come
    const qint64 before = m_engine.proxyCounts().down;
    QTest::qWait(1000);
    QCOMPARE(m_engine.proxyCounts().down, before);
    QVERIFY(m_engine.proxy("rate 100000000"));
    const TaskId again = m_queue->submit(u"docker_pull"_s, { { u"image_name"_s, slow } });
    QVERIFY(m_queue->finishes(again));
    QCOMPARE(m_queue->task(again).status, TaskStatus::Completed);
}

void TestPullRun::pausesAndResumesAContainer()
{
    const TaskId id =
        submitRun(u"i=0; while [ $i -lt 30 ]; do echo line $i; i=$((i+1)); sleep 0.1; done"_s);
    QVERIFY(QTest::qWaitFor([&] { return m_queue->log(id, LogChannel::Out).size() >= 5; }, 20'000));
    m_queue->queue().pause(id);
    QVERIFY(m_queue->reaches(id, TaskStatus::Paused, 10));
    QCOMPARE(containersOf(id), u"paused"_s);
    const qsizetype lines = m_queue->log(id, LogChannel::Out).size();
    QTest::qWait(1000);
    QCOMPARE(m_queue->log(id, LogChannel::Out).size(), lines);
    m_queue->queue().resume(id);
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    QStringList expected;
    for (int i = 0; i < 30; ++i)
        expected.append(u"line %1"_s.arg(i));
    QCOMPARE(m_queue->log(id, LogChannel::Out), expected);
    QCOMPARE(containersOf(id), QString());
}

void TestPullRun::goesOnAfterQuit()
{
    const TaskId id =
        submitRun(u"i=0; while [ $i -lt 40 ]; do echo line $i; i=$((i+1)); sleep 0.1; done"_s);
    QVERIFY(QTest::qWaitFor([&] { return m_queue->log(id, LogChannel::Out).size() >= 5; }, 20'000));
    QVERIFY(m_queue->stop());
    QCOMPARE(containersOf(id), u"running"_s);
    QVERIFY(m_queue->start());
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    QStringList expected;
    for (int i = 0; i < 40; ++i)
        expected.append(u"line %1"_s.arg(i));
    QCOMPARE(m_queue->log(id, LogChannel::Out), expected);
}

void TestPullRun::missingProgramIsOneClearError()
{
    QueueUnderTest queue(u"/nowhere/docker"_s);
    QVERIFY(queue.start());
    const TaskId id = queue.submit(
        u"docker_pull"_s, { { u"image_name"_s, u"busybox:x"_s }, { u"max_retries"_s, 0 } });
    QVERIFY(queue.finishes(id, 5));
    QCOMPARE(errorCodeName(queue.task(id).error->code), u"INTERNAL_ERROR"_s);
    QVERIFY(errorMessage(*queue.task(id).error).contains(u"/nowhere/docker"_s));
}

void TestPullRun::silentEngineIsOneClearError()
{
    const TaskId id = m_queue->submit(u"docker_pull"_s,
        { { u"image_name"_s, u"busybox:x"_s }, { u"max_retries"_s, 0 },
            { u"host"_s, u"unix:///nowhere/docker.sock"_s } });
    QVERIFY(m_queue->finishes(id, 5));
    QCOMPARE(errorCodeName(m_queue->task(id).error->code), u"DOCKER_NETWORK_ERROR"_s);
    QVERIFY(errorMessage(*m_queue->task(id).error).contains(u"/nowhere/docker.sock"_s));
}

QTEST_GUILESS_MAIN(TestPullRun)
#include "test_pull_run.moc"
