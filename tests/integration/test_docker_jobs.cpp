// What a person would try, through the whole queue against a real engine: build, tag, push, remove
// the image, pull, run, log in; and each of them stopped on its way.
#include "tests/support/client_processes.h"
#include "tests/support/queue_under_test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestDockerJobs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void buildPushRemovePullRun();
    void buildTellsCachedSteps();
    void buildPullsItsBaseAndPushes();
    void failingStepNamesTheLine();
    void missingFileOfACopyIsNamed();
    void buildArgumentsStayOutOfTheProcessList();
    void tagOfAMissingImageFails();
    void pushWithoutLoginFails();
    void loginThenPush();
    void wrongPasswordIsToldAndNowhereKept();
    void pausedBuildGoesOnFromItsCache();
    void resumedPushSendsOnlyWhatIsMissing();
    void cancelledBuildLeavesNothingRunning();
    void waitingTaskPausedDoesNotStart();
    void networkTroubleIsRetriedAndNamesAreNot();

private:
    QString contextWith(const QByteArray &dockerfile, const QString &name = u"context"_s);
    Task finished(const QString &type, const QJsonObject &params, int seconds = 90);
    QString why(const Task &task) const;

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestDockerJobs::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    qputenv("DOCKER_CONFIG", (m_engine.folder + u"/config"_s).toUtf8());
}

void TestDockerJobs::init()
{
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
}

QString TestDockerJobs::contextWith(const QByteArray &dockerfile, const QString &name)
{
    const QString folder = m_engine.folder + u'/' + name;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(dockerfile);
    QFile other(folder + u"/a-file"_s);
    if (other.open(QIODevice::WriteOnly))
        other.write("what the file says\n");
    return folder;
}

Task TestDockerJobs::finished(const QString &type, const QJsonObject &params, int seconds)
{
    const TaskId id = m_queue->submit(type, params);
    if (id.isNull() || !m_queue->finishes(id, seconds))
        return {};
    return m_queue->task(id);
}

QString TestDockerJobs::why(const Task &task) const
{
    return statusName(task.status) + u": "_s + errorMessage(task.error.value_or(TaskError{}))
        + u" | "_s + task.error.value_or(TaskError{}).decisiveLine + m_queue->sentence;
}

void TestDockerJobs::buildPushRemovePullRun()
{
    const QString image = m_engine.registry + u"/person/app"_s;
    const QString context = contextWith("FROM busybox:local\nRUN echo made > /made\n"
                                        "COPY a-file /a-file\nCMD [\"cat\", \"/a-file\"]\n");
    const Task build = finished(u"docker_build"_s,
        { { u"context_path"_s, context }, { u"image_name"_s, image }, { u"tag"_s, u"1"_s } });
    QVERIFY2(build.status == TaskStatus::Completed, qPrintable(why(build)));
    QVERIFY(m_queue->statuses(build.id).contains(u"building"_s));
    QCOMPARE(build.result->value(u"full_image_name").toString(), image + u":1"_s);
    QVERIFY(build.result->value(u"steps").toInt() >= 3);
    const QString id =
        m_engine.docker({ u"image"_s, u"inspect"_s, u"-f"_s, u"{{.Id}}"_s, image + u":1"_s })
            .line();
    QCOMPARE(build.result->value(u"image_id").toString(), id);

    const Task tag = finished(u"docker_tag"_s,
        { { u"source_image"_s, image + u":1"_s }, { u"target_image"_s, image + u":2"_s } });
    QVERIFY2(tag.status == TaskStatus::Completed, qPrintable(why(tag)));
    QCOMPARE(m_queue->statuses(tag.id),
        QStringList({ u"pending"_s, u"validating"_s, u"running"_s, u"completed"_s }));

    const Task push =
        finished(u"docker_push"_s, { { u"image_name"_s, image }, { u"tag"_s, u"2"_s } });
    QVERIFY2(push.status == TaskStatus::Completed, qPrintable(why(push)));
    QCOMPARE(m_queue->statuses(push.id),
        QStringList(
            { u"pending"_s, u"validating"_s, u"preparing"_s, u"uploading"_s, u"completed"_s }));
    QCOMPARE(push.result->value(u"digest").toString(),
        m_engine.manifestDigest(m_engine.registry, u"person/app"_s, u"2"_s));

    QVERIFY(m_engine.docker({ u"rmi"_s, image + u":1"_s, image + u":2"_s }).ok());
    const Task pull =
        finished(u"docker_pull"_s, { { u"image_name"_s, image }, { u"tag"_s, u"2"_s } });
    QVERIFY2(pull.status == TaskStatus::Completed, qPrintable(why(pull)));
    QCOMPARE(pull.result->value(u"digest").toString(), push.result->value(u"digest").toString());

    const Task run = finished(u"docker_run"_s, { { u"image"_s, image + u":2"_s } });
    QVERIFY2(run.status == TaskStatus::Completed, qPrintable(why(run)));
    QCOMPARE(m_queue->log(run.id, LogChannel::Out), QStringList({ u"what the file says"_s }));
}

void TestDockerJobs::buildTellsCachedSteps()
{
    const QString context =
        contextWith("FROM busybox:local\nRUN echo one\nRUN echo two\n", u"cached"_s);
    const QJsonObject params{ { u"context_path"_s, context }, { u"image_name"_s, u"cached"_s } };
    const Task first = finished(u"docker_build"_s, params);
    QVERIFY2(first.status == TaskStatus::Completed, qPrintable(why(first)));
    const Task second = finished(u"docker_build"_s, params);
    QVERIFY2(second.status == TaskStatus::Completed, qPrintable(why(second)));
    QCOMPARE(second.result->value(u"steps").toInt(), 3);
    QVERIFY(second.result->value(u"cached_steps").toInt() >= 2);
}

void TestDockerJobs::buildPullsItsBaseAndPushes()
{
    const RegistryImage base = m_engine.fill(m_engine.slowRegistry, u"base/of:1"_s, { 3, 3 });
    QVERIFY(base.ok());
    QVERIFY(m_engine.proxy("rate 3000000"));
    const QString context =
        contextWith("FROM " + base.reference.toUtf8() + "\nCOPY a-file /\n", u"based"_s);
    const QString image = m_engine.registry + u"/pushed/build"_s;
    const Task build = finished(u"docker_build"_s,
        { { u"context_path"_s, context }, { u"image_name"_s, image }, { u"push"_s, true } });
    QVERIFY2(build.status == TaskStatus::Completed, qPrintable(why(build)));
    const QStringList statuses = m_queue->statuses(build.id);
    QVERIFY2(statuses.contains(u"pulling"_s), qPrintable(statuses.join(u' ')));
    QVERIFY(statuses.indexOf(u"uploading"_s) > statuses.lastIndexOf(u"pulling"_s));
    QVERIFY(!m_engine.manifestDigest(m_engine.registry, u"pushed/build"_s, u"latest"_s).isEmpty());
}

void TestDockerJobs::failingStepNamesTheLine()
{
    const QString context =
        contextWith("FROM busybox:local\nRUN echo before; cat /not/there; exit 7\n", u"failing"_s);
    const Task build = finished(
        u"docker_build"_s, { { u"context_path"_s, context }, { u"image_name"_s, u"failing"_s } });
    QCOMPARE(build.status, TaskStatus::Failed);
    QCOMPARE(errorCodeName(build.error->code), u"DOCKER_BUILD_FAILED"_s);
    QVERIFY2(
        build.error->decisiveLine.contains(u"/not/there"_s), qPrintable(build.error->decisiveLine));
    QCOMPARE(build.retryCount, 0);
    QCOMPARE(
        m_engine.docker({ u"ps"_s, u"-aq"_s, u"--filter"_s, u"ancestor=busybox:local"_s }).output,
        QByteArray());
}

void TestDockerJobs::missingFileOfACopyIsNamed()
{
    const QString context = contextWith("FROM busybox:local\nCOPY missing.txt /\n", u"nocopy"_s);
    const Task build = finished(
        u"docker_build"_s, { { u"context_path"_s, context }, { u"image_name"_s, u"nocopy"_s } });
    QCOMPARE(errorCodeName(build.error->code), u"DOCKER_BUILD_FAILED"_s);
    QVERIFY2(build.error->decisiveLine.contains(u"missing.txt"_s),
        qPrintable(build.error->decisiveLine));
}

void TestDockerJobs::buildArgumentsStayOutOfTheProcessList()
{
    const QString context = contextWith(
        "FROM busybox:local\nARG PASS\nRUN sleep 2; [ \"$PASS\" = canary-in-arg ]\n", u"args"_s);
    const TaskId id = m_queue->submit(u"docker_build"_s,
        { { u"context_path"_s, context }, { u"image_name"_s, u"args"_s },
            { u"build_args"_s, QJsonObject{ { u"PASS"_s, u"canary-in-arg"_s } } } });
    QVERIFY(m_queue->reaches(id, TaskStatus::Building));
    QVERIFY(QTest::qWaitFor([&] { return !clientProcessesOf(idText(id)).isEmpty(); }, 5000));
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/"_s + name + u"/cmdline"_s);
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray words = file.readAll();
            // The step itself compares it: that is the Dockerfile's own text.
            QVERIFY2(
                !words.contains("canary-in-arg") || words.contains("sleep 2"), words.constData());
        }
    }
    QVERIFY(m_queue->finishes(id));
    QVERIFY2(m_queue->task(id).status == TaskStatus::Completed, qPrintable(why(m_queue->task(id))));
}

void TestDockerJobs::tagOfAMissingImageFails()
{
    const Task tag = finished(u"docker_tag"_s,
        { { u"source_image"_s, u"no/such:1"_s }, { u"target_image"_s, u"x:1"_s } });
    QCOMPARE(errorCodeName(tag.error->code), u"DOCKER_IMAGE_NOT_FOUND"_s);
    QCOMPARE(tag.retryCount, 0);
}

void TestDockerJobs::pushWithoutLoginFails()
{
    const QString image = m_engine.authRegistry + u"/no/login"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, image }).ok());
    const Task push = finished(u"docker_push"_s, { { u"image_name"_s, image } });
    QCOMPARE(errorCodeName(push.error->code), u"DOCKER_AUTHENTICATION_FAILED"_s);
    QCOMPARE(push.retryCount, 0);
}

void TestDockerJobs::loginThenPush()
{
    const Task login = finished(u"docker_login"_s,
        { { u"registry"_s, m_engine.authRegistry }, { u"username"_s, m_engine.user },
            { u"secret"_s, m_engine.password } });
    QVERIFY2(login.status == TaskStatus::Completed, qPrintable(why(login)));
    const QString image = m_engine.authRegistry + u"/with/login"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, image }).ok());
    const Task push = finished(u"docker_push"_s, { { u"image_name"_s, image } });
    QVERIFY2(push.status == TaskStatus::Completed, qPrintable(why(push)));
}

void TestDockerJobs::wrongPasswordIsToldAndNowhereKept()
{
    const Task login = finished(u"docker_login"_s,
        { { u"registry"_s, m_engine.authRegistry }, { u"username"_s, m_engine.user },
            { u"secret"_s, u"canary-password"_s } });
    QCOMPARE(errorCodeName(login.error->code), u"DOCKER_AUTHENTICATION_FAILED"_s);
    QCOMPARE(login.retryCount, 0);
    QVERIFY(!taskToBytes(login).contains("canary-password"));
    for (const QString &line : m_queue->log(login.id, LogChannel::Err))
        QVERIFY(!line.contains(u"canary-password"_s));
    // A retry has no password to try with, and says so.
    m_queue->queue().retry(login.id, true);
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(login.id).attempt == 2; }, 5000));
    QVERIFY(m_queue->finishes(login.id));
    QCOMPARE(errorCodeName(m_queue->task(login.id).error->code), u"VALIDATION_MISSING_REQUIRED"_s);
    QVERIFY(m_queue->stop());
    QCOMPARE(QProcess::execute(u"grep"_s, { u"-rqs"_s, u"canary-password"_s, m_queue->home() }), 1);
    QVERIFY(m_queue->start());
}

void TestDockerJobs::pausedBuildGoesOnFromItsCache()
{
    const QString context = contextWith(
        "FROM busybox:local\nRUN echo first-step-ran\nRUN sleep 4; echo second-step-ran\n",
        u"paused"_s);
    const TaskId id = m_queue->submit(
        u"docker_build"_s, { { u"context_path"_s, context }, { u"image_name"_s, u"paused"_s } });
    QVERIFY(QTest::qWaitFor(
        [&] { return m_queue->task(id).progress.step.english().contains(u"sleep 4"_s); }, 30'000));
    m_queue->queue().pause(id);
    QVERIFY(m_queue->reaches(id, TaskStatus::Paused, 10));
    QTRY_VERIFY_WITH_TIMEOUT(clientProcessesOf(idText(id)).isEmpty(), 5000);
    m_queue->queue().resume(id);
    QVERIFY(m_queue->finishes(id));
    const Task build = m_queue->task(id);
    QVERIFY2(build.status == TaskStatus::Completed, qPrintable(why(build)));
    QVERIFY(build.result->value(u"cached_steps").toInt() >= 1);
    const QStringList log = m_queue->log(id, LogChannel::Out);
    QCOMPARE(log.filter(QRegularExpression(u"(^|[0-9.]+ )first-step-ran$"_s)).size(), 1);
}

void TestDockerJobs::resumedPushSendsOnlyWhatIsMissing()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"push/source:1"_s, { 2, 8 });
    QVERIFY(m_engine.docker({ u"pull"_s, image.reference }).ok());
    const QString target = m_engine.slowRegistry + u"/push/target:1"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, image.reference, target }).ok());
    QVERIFY(m_engine.proxy("rate 3000000"));
    const qint64 before = m_engine.proxyCounts().up;
    const int idle = m_engine.proxyCounts()
                         .open; // BuildKit keeps the connection of an earlier build for a while
    const TaskId id = m_queue->submit(u"docker_push"_s, { { u"image_name"_s, target } });
    const auto pushedLayers = [&] {
        int count = 0;
        for (const LayerProgress &layer : m_queue->task(id).progress.layers)
            count += layer.state == u"Pushed"_s;
        return count;
    };
    QVERIFY(QTest::qWaitFor([&] { return pushedLayers() == 1; }, 30'000));
    m_queue->queue().pause(id);
    QVERIFY(m_queue->reaches(id, TaskStatus::Paused, 10));
    QTRY_VERIFY_WITH_TIMEOUT(clientProcessesOf(idText(id)).isEmpty(), 5000);
    QVERIFY(m_engine.proxy("rate 100000000"));
    // What was in the sockets' buffers still arrives.
    QTRY_VERIFY_WITH_TIMEOUT(m_engine.proxyCounts().open <= idle, 5000);
    const qint64 paused = m_engine.proxyCounts().up;
    QVERIFY(paused - before >= 2'000'000);
    m_queue->queue().resume(id);
    QVERIFY(m_queue->finishes(id));
    QVERIFY2(m_queue->task(id).status == TaskStatus::Completed, qPrintable(why(m_queue->task(id))));
    const qint64 resumed = m_engine.proxyCounts().up - paused;
    QVERIFY2(resumed < image.layers.at(1).size + 500'000, qPrintable(QString::number(resumed)));
    QVERIFY(m_queue->log(id, LogChannel::Out).filter(u"Layer already exists"_s).size() >= 1);
}

void TestDockerJobs::cancelledBuildLeavesNothingRunning()
{
    const QString context = contextWith("FROM busybox:local\nRUN sleep 300\n", u"cancelled"_s);
    const TaskId id = m_queue->submit(
        u"docker_build"_s, { { u"context_path"_s, context }, { u"image_name"_s, u"cancelled"_s } });
    QVERIFY(QTest::qWaitFor(
        [&] { return m_queue->task(id).progress.step.english().contains(u"sleep 300"_s); },
        30'000));
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id, 12));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(clientProcessesOf(idText(id)).isEmpty(), 2000);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_engine.docker({ u"ps"_s, u"-aq"_s, u"--filter"_s, u"ancestor=busybox:local"_s }).output,
        QByteArray(), 3000);
}

void TestDockerJobs::waitingTaskPausedDoesNotStart()
{
    m_queue->queue().setHeld(true);
    const TaskId id = m_queue->submit(
        u"docker_run"_s, { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"echo ran"_s } });
    m_queue->queue().pause(id);
    QVERIFY(m_queue->reaches(id, TaskStatus::Paused, 5));
    m_queue->queue().setHeld(false);
    const Task other = finished(
        u"docker_run"_s, { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"echo other"_s } });
    QCOMPARE(other.status, TaskStatus::Completed);
    QCOMPARE(m_queue->task(id).status, TaskStatus::Paused);
    m_queue->queue().resume(id);
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->log(id, LogChannel::Out), QStringList({ u"ran"_s }));
}

void TestDockerJobs::networkTroubleIsRetriedAndNamesAreNot()
{
    const TaskId refused =
        m_queue->submit(u"docker_pull"_s, { { u"image_name"_s, u"127.0.0.1:1/a/b"_s } });
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(refused).nextRetryAt.isValid(); }, 10'000));
    QCOMPARE(m_queue->task(refused).status, TaskStatus::Pending);
    QCOMPARE(m_queue->task(refused).retryCount, 1);
    const double wait =
        double(QDateTime::currentDateTimeUtc().msecsTo(m_queue->task(refused).nextRetryAt)) / 1000;
    QVERIFY2(wait > 3 && wait < 7, qPrintable(QString::number(wait)));
    const Task missing =
        finished(u"docker_pull"_s, { { u"image_name"_s, m_engine.registry + u"/not/there"_s } });
    QCOMPARE(missing.status, TaskStatus::Failed);
    QCOMPARE(missing.retryCount, 0);
}

QTEST_GUILESS_MAIN(TestDockerJobs)
#include "test_docker_jobs.moc"
