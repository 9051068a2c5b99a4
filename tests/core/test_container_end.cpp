// What killed a container, when the engine hears of the end before it hears why.
#include "core/slipway.h"
#include "tests/support/fake_engine.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

class ContainerEndTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theMemoryLimitIsToldLate();
    void anotherKillIsNotTheLimits();
    void withoutALimitItIsAskedOnce();

private:
    TaskError errorOf(const QString &memory);
    QByteArray answerTo(const QByteArray &request);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<Slipway> m_slipway;
    int m_inspected = 0; // how often it was asked for the container
    int m_tellsFrom = 0; // from which of these on it knows of the limit; 0: never
};

// One container that is killed at once, as the client beside it says.
QByteArray ContainerEndTest::answerTo(const QByteArray &request)
{
    QByteArray body = "{}";
    if (request.contains("/_ping "))
        body = "OK";
    else if (request.contains("/containers/json"))
        body = request.contains("slipway.task")
            ? R"([{"Id":"c0ffee","Names":["/x"],"State":"exited",)"
              R"("Labels":{"slipway.attempt":"1"}}])"
            : "[]";
    else if (request.contains("/containers/c0ffee/json")) {
        const bool told = ++m_inspected >= m_tellsFrom && m_tellsFrom > 0;
        body = R"({"Id":"c0ffee","State":{"Status":"exited","ExitCode":137,)"
               R"("StartedAt":"2026-01-01T00:00:00Z","OOMKilled":)"
            + QByteArray(told ? "true" : "false") + "}}";
    }
    return "HTTP/1.0 200 OK\r\n\r\n" + body;
}

void ContainerEndTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_inspected = 0;
    const QString program = m_home->filePath(u"docker"_s);
    QFile script(program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\ncase \" $* \" in *' run '*) exit 137 ;; esac\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QString socket = m_home->filePath(u"docker.sock"_s);
    m_engine = std::make_unique<FakeEngine>(
        socket, [this](const QByteArray &request) { return answerTo(request); });
    qputenv("DOCKER_HOST", "unix://" + socket.toUtf8());
    const Paths paths = pathsFor(m_home->path(), {});
    Settings settings;
    settings.dockerProgram = program;
    writeSettings(paths.settings, settings);
    m_slipway = std::make_unique<Slipway>(paths);
    QSignalSpy ready(m_slipway.get(), &Slipway::ready);
    m_slipway->start();
    QTRY_COMPARE(ready.count(), 1);
}

void ContainerEndTest::cleanup()
{
    QSignalSpy ended(m_slipway.get(), &Slipway::ended);
    m_slipway->shutDown();
    QTRY_COMPARE(ended.count(), 1);
    m_slipway.reset();
}

TaskError ContainerEndTest::errorOf(const QString &memory)
{
    DockerRun run;
    run.image = u"hungry"_s;
    run.memory = memory;
    TaskOptions options;
    options.maxRetries = 0;
    const auto submitted = m_slipway->queue().submit({ { run, options } });
    const auto failed = [this] {
        const QList<Task> tasks = m_slipway->queue().snapshot();
        return !tasks.isEmpty() && tasks.first().status == TaskStatus::Failed;
    };
    return QTest::qWaitFor(failed, 15000) ? *m_slipway->queue().snapshot().first().error
                                          : TaskError{};
}

void ContainerEndTest::theMemoryLimitIsToldLate()
{
    m_tellsFrom = 3;
    const TaskError error = errorOf(u"32m"_s);
    QCOMPARE(error.code, ErrorCode::SystemMemoryLimit);
    QCOMPARE(errorMessage(error), u"The container reached its memory limit and was killed."_s);
    QCOMPARE(m_inspected, 3);
}

void ContainerEndTest::anotherKillIsNotTheLimits()
{
    m_tellsFrom = 0;
    const TaskError error = errorOf(u"32m"_s);
    QCOMPARE(error.exitCode, 137);
    QVERIFY(errorMessage(error) != u"The container reached its memory limit and was killed."_s);
    QCOMPARE(m_inspected, 6); // and then it is given up
}

void ContainerEndTest::withoutALimitItIsAskedOnce()
{
    m_tellsFrom = 0;
    QCOMPARE(errorOf({}).exitCode, 137);
    QCOMPARE(m_inspected, 1);
}

QTEST_GUILESS_MAIN(ContainerEndTest)
#include "test_container_end.moc"
