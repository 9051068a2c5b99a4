// An engine that cannot be reached, or not be used: the error is shown, its fix clicked, the task
// completes.
#include "tests/support/window_under_test.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <grp.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowFixesEngine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aSocketThatIsNotOurs();
    void aProgramThatIsMissing();
    void anEngineThatIsNotThere();
    void anEngineThatIsElsewhere();

private:
    void useClient(const QString &program);

    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesEngine::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    useClient(m_engine.program);
}

// A queue and a window of their own.
void TestWindowFixesEngine::useClient(const QString &program)
{
    m_shown = std::make_unique<WindowUnderTest>(program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
}

// The user file system id of this thread alone is changed: the queue's own files stay open to it.
void TestWindowFixesEngine::aSocketThatIsNotOurs()
{
    QTemporaryDir folder(u"/tmp/slipway-socket-XXXXXX"_s);
    QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0755), 0);
    const QString socket = folder.filePath(u"docker.sock"_s);
    const QByteArray path = QFile::encodeName(socket);
    const group *daemon = getgrnam("daemon");
    QVERIFY(daemon);
    QCOMPARE(::link(QFile::encodeName(m_engine.host.mid(7)).constData(), path.constData()), 0);
    QCOMPARE(::chown(path.constData(), 0, daemon->gr_gid), 0);
    QCOMPARE(::chmod(path.constData(), 0660), 0);
    ::setfsuid(65534);
    const TaskId id = m_shown->fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:5"_s },
            { u"host"_s, QString(u"unix://"_s + socket) } },
        ErrorCode::DockerPermissionDenied);
    ::setfsuid(0);
    QCOMPARE(errorMessage(*m_shown->queue.task(id).error),
        u"You may not use the Docker engine at unix://%1: only root and the group daemon may."_s
            .arg(socket));
    QVERIFY(m_shown->clickFix(id, u"copy_command"_s));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"sudo usermod -aG daemon $USER"_s);
    QVERIFY(m_shown->clickRetry(id)); // the person has, and has logged in again
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesEngine::aProgramThatIsMissing()
{
    const QString program = m_engine.folder + u"/programs/docker-that-is-missing"_s;
    QVERIFY(QDir().mkpath(m_engine.folder + u"/programs"_s));
    useClient(program);
    const TaskId id = m_shown->fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:6"_s } },
        ErrorCode::InternalError);
    QVERIFY(m_shown->clickFix(id, u"copy_command"_s));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"sudo "_s));
    QVERIFY(QFile::link(m_engine.program, program)); // the person installs it
    QVERIFY(m_shown->clickRetry(id));
    QVERIFY(m_shown->completes(id));
    useClient(m_engine.program);
}

// The service manager of a test starts the private engine.
void TestWindowFixesEngine::anEngineThatIsNotThere()
{
    const QString folder = m_engine.folder + u"/programs"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile systemctl(folder + u"/systemctl"_s);
    QVERIFY(systemctl.open(QIODevice::WriteOnly));
    systemctl.write(
        "#!/bin/sh\n[ \"$*\" = 'start docker' ] || exit 5\n"
        "IFS='\n'; setsid $SLIPWAY_TEST_ENGINE_COMMAND >/dev/null 2>&1 &\n"
        "i=0; while ! \"$SLIPWAY_TEST_DOCKER\" version >/dev/null 2>&1; do sleep 0.2; done\n");
    systemctl.close();
    QVERIFY(systemctl.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.toUtf8() + ':' + path);
    QVERIFY(m_engine.killEngine());
    const TaskId id = m_shown->fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:3"_s } },
        ErrorCode::DockerNetworkError);
    QVERIFY(m_shown->clickFix(id, u"start_docker"_s));
    QVERIFY(m_shown->completes(id));
    qputenv("PATH", path);
}

// A context of the client's leads to the engine that runs.
void TestWindowFixesEngine::anEngineThatIsElsewhere()
{
    const QString config = m_engine.folder + u"/config"_s;
    const QByteArray name = "other";
    const QString meta = config + u"/contexts/meta/"_s
        + QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex());
    QVERIFY(QDir().mkpath(meta));
    QFile file(meta + u"/meta.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"Name":"other","Metadata":{},"Endpoints":{"docker":{"Host":")"
        + m_engine.host.toUtf8() + R"(","SkipTLSVerify":false}}})");
    file.close();
    const QByteArray before = qgetenv("DOCKER_CONFIG");
    const QByteArray host = qgetenv("DOCKER_HOST");
    qputenv("DOCKER_CONFIG", config.toUtf8());
    qputenv("DOCKER_HOST", "unix:///nowhere.sock");
    const TaskId id = m_shown->fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:7"_s } },
        ErrorCode::DockerNetworkError);
    QVERIFY(m_shown->clickFix(id, u"use_host:other"_s));
    QVERIFY(m_shown->completes(id));
    QCOMPARE(m_shown->queue.task(id).resolvedHost, u"other"_s);
    qputenv("DOCKER_HOST", host);
    before.isNull() ? qunsetenv("DOCKER_CONFIG") : qputenv("DOCKER_CONFIG", before);
}

QTEST_MAIN(TestWindowFixesEngine)
#include "test_window_fixes_engine.moc"
