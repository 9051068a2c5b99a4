// Real failures: each gets its code and its button, the button is clicked, and the task completes.
#include "tests/support/queue_under_test.h"
#include "tests/support/replay_server.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <grp.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowFixes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aTagThatIsNotThere();
    void anImageThatIsSpelledWrong();
    void anImageThatIsNotHereYet();
    void aRegistryThatWantsALogin();
    void aPushThatIsNotAllowed();
    void aPortThatIsTaken();
    void aPortThatAContainerHolds();
    void aSocketThatIsNotOurs();
    void aProgramThatIsMissing();
    void aTimeLimitThatIsTooShort();
    void anEngineThatIsNotThere();
    void anEngineThatIsElsewhere();
    void aDockerfileThatIsWrong();
    void aFullDisk();
    void aModelThatIsNotThere();
    void aModelThatIsSpelledWrong();
    void aPulledModelThatIsSpelledWrong_data();
    void aPulledModelThatIsSpelledWrong();
    void aMemoryThatIsFull();
    void aDownloadThatWasCancelled();
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }

public slots:
    void openFile(const QUrl &url) { m_opened = url.toLocalFile(); }

private:
    TaskId fails(const QString &type, QJsonObject params, ErrorCode code);
    bool click(const TaskId &id, const QString &fix);
    void useClient(const QString &program);
    bool retry(); // clicks it
    void completes(const TaskId &id);
    QString why(const TaskId &id) const;
    void writeDockerfile(const QString &text);
    void answerNext(const QList<Playing> &answers)
    {
        m_ollama.play(
            u"/api/generate"_s, QList<Playing>(m_ollama.count(u"/api/generate"_s)) + answers);
    }

    EngineFixture m_engine;
    ReplayServer m_ollama;
    std::unique_ptr<QueueUnderTest> m_queue;
    std::unique_ptr<MainWindow> m_window;
    QString m_opened;
};

void TestWindowFixes::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    m_ollama.playWell();
    qputenv("OLLAMA_HOST", m_ollama.address().toUtf8());
    useClient(m_engine.program);
    QDesktopServices::setUrlHandler(u"file"_s, this, "openFile");
}

// A queue and a window of their own.
void TestWindowFixes::useClient(const QString &program)
{
    m_window.reset();
    m_queue = std::make_unique<QueueUnderTest>(program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
    m_window = std::make_unique<MainWindow>(m_queue->queue());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

bool TestWindowFixes::retry()
{
    for (QPushButton *each : m_window->findChildren<QPushButton *>(u"errorRetry"_s)) {
        if (each->isVisible()) {
            QTest::mouseClick(each, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

QString TestWindowFixes::why(const TaskId &id) const
{
    const auto error = m_queue->task(id).error;
    return error ? errorCodeName(error->code) + u": "_s + errorMessage(*error) + u" | "_s
            + error->decisiveLine
                 : statusName(m_queue->task(id).status);
}

// Without retries by itself: it fails at once.
TaskId TestWindowFixes::fails(const QString &type, QJsonObject params, ErrorCode code)
{
    params[u"max_retries"] = 0;
    const TaskId id = m_queue->submit(type, params);
    const bool ended = !id.isNull() && m_queue->finishes(id);
    const Task task = m_queue->task(id);
    if (ended && task.error && task.error->code == code)
        return id;
    qWarning("%s", qPrintable(m_queue->sentence + why(id)));
    return {};
}

bool TestWindowFixes::click(const TaskId &id, const QString &fix)
{
    auto *table = m_window->findChild<TaskTableView *>();
    table->select({});
    table->select(id);
    QPushButton *button = nullptr;
    const bool shown = QTest::qWaitFor([&] {
        for (QPushButton *each : m_window->findChildren<QPushButton *>(u"fix:"_s + fix)) {
            if (each->isVisible())
                button = each;
        }
        return button != nullptr;
    });
    if (!shown) {
        for (const QPushButton *each : m_window->findChildren<QPushButton *>()) {
            if (each->objectName().startsWith(u"fix:"_s))
                qWarning("there is only %s", qPrintable(each->objectName()));
        }
        return false;
    }
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

void TestWindowFixes::completes(const TaskId &id)
{
    const bool done = m_queue->reaches(id, TaskStatus::Completed, 40);
    QVERIFY2(done, qPrintable(why(id)));
}

void TestWindowFixes::writeDockerfile(const QString &text)
{
    const QString folder = m_engine.folder + u"/fixes"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + u"/Dockerfile"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

void TestWindowFixes::aTagThatIsNotThere()
{
    const QString name = m_engine.registry + u"/fixes/tags"_s;
    QVERIFY(m_engine.fill(m_engine.registry, u"fixes/tags:1.27"_s, { 0.1 }).ok());
    const TaskId id = fails(u"docker_pull"_s, { { u"image_name"_s, name + u":1.28"_s } },
        ErrorCode::DockerImageNotFound);
    QVERIFY(click(id, u"use_name:"_s + name + u":1.27"_s));
    completes(id);
}

void TestWindowFixes::anImageThatIsSpelledWrong()
{
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybx:local"_s }, { u"target_image"_s, u"fixed:1"_s } },
        ErrorCode::DockerImageNotFound);
    QVERIFY(click(id, u"use_name:busybox:local"_s));
    completes(id);
}

void TestWindowFixes::anImageThatIsNotHereYet()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"fixes/later:1"_s, { 0.1 });
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, image.reference }, { u"target_image"_s, u"fixed:2"_s } },
        ErrorCode::DockerImageNotFound);
    QVERIFY(click(id, u"pull:"_s + image.reference));
    completes(id);
}

void TestWindowFixes::aRegistryThatWantsALogin()
{
    const RegistryImage image = m_engine.fill(m_engine.authRegistry, u"fixes/secret:1"_s, { 0.1 },
        { u"--login"_s, m_engine.user + u':' + m_engine.password });
    QVERIFY(image.ok());
    const TaskId id = fails(u"docker_pull"_s, { { u"image_name"_s, image.reference } },
        ErrorCode::DockerAuthenticationFailed);
    QVERIFY(click(id, u"log_in:"_s + m_engine.authRegistry));
    QWidget *dialog = nullptr;
    QTRY_VERIFY(
        (dialog = m_window->findChild<QWidget *>(u"submitDialog"_s)) && dialog->isVisible());
    const auto type = [dialog](const QString &name, const QString &text) {
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>(name)) {
            if (!edit->isVisible())
                continue;
            QTest::mouseClick(edit, Qt::LeftButton);
            edit->selectAll();
            QTest::keyClicks(edit, text);
        }
    };
    type(u"username"_s, m_engine.user);
    type(u"password"_s, m_engine.password);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    completes(id);
    QVERIFY(m_engine.docker({ u"logout"_s, m_engine.authRegistry }).ok());
}

void TestWindowFixes::aPushThatIsNotAllowed()
{
    const QString wrong = m_engine.authRegistry + u"/fixes/push:1"_s;
    const QString right = m_engine.registry + u"/fixes/push:1"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, wrong }).ok());
    const TaskId id = fails(
        u"docker_push"_s, { { u"image_name"_s, wrong } }, ErrorCode::DockerAuthenticationFailed);
    QVERIFY(click(id, u"retag"_s));
    QInputDialog *dialog = nullptr;
    QTRY_VERIFY(
        (dialog = m_window->findChild<QInputDialog *>(u"retagDialog"_s)) && dialog->isVisible());
    auto *edit = dialog->findChild<QLineEdit *>();
    QCOMPARE(edit->text(), wrong);
    edit->selectAll();
    QTest::keyClicks(edit, right);
    QTest::keyClick(edit, Qt::Key_Return);
    completes(id);
    QVERIFY(!m_engine.manifestDigest(m_engine.registry, u"fixes/push"_s, u"1"_s).isEmpty());
}

void TestWindowFixes::aPortThatIsTaken()
{
    if (!m_engine.hasBridge)
        QSKIP("containers have no network here");
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::Any));
    const QString port = QString::number(taken.serverPort());
    const TaskId id = fails(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"true"_s },
            { u"ports"_s, QJsonObject{ { port, u"80"_s } } } },
        ErrorCode::DockerNetworkError);
    const Task task = m_queue->task(id);
    QVERIFY2(errorMessage(*task.error).contains(u"test_window_fix"_s) // as the kernel cuts names
            && errorMessage(*task.error).contains(QString::number(getpid())),
        qPrintable(errorMessage(*task.error)));
    QVERIFY(click(id, u"use_port:%1"_s.arg(task.error->freePort)));
    completes(id);
}

void TestWindowFixes::aPortThatAContainerHolds()
{
    if (!m_engine.hasBridge)
        QSKIP("containers have no network here");
    QVERIFY(m_engine
                .docker({ u"run"_s, u"-d"_s, u"--name"_s, u"holder"_s, u"-p"_s, u"18080:80"_s,
                    u"--stop-timeout"_s, u"0"_s, u"busybox:local"_s, u"sleep"_s, u"600"_s })
                .ok());
    const TaskId id = fails(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"true"_s },
            { u"ports"_s, QJsonObject{ { u"18080"_s, u"80"_s } } } },
        ErrorCode::DockerNetworkError);
    QCOMPARE(errorMessage(*m_queue->task(id).error),
        u"The port 18080 is already in use by the container holder."_s);
    QVERIFY(click(id, u"stop_container:holder"_s));
    completes(id);
}

// The user file system id of this thread alone is changed: the queue's own files stay open to it.
void TestWindowFixes::aSocketThatIsNotOurs()
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
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:5"_s },
            { u"host"_s, QString(u"unix://"_s + socket) } },
        ErrorCode::DockerPermissionDenied);
    ::setfsuid(0);
    QCOMPARE(errorMessage(*m_queue->task(id).error),
        u"You may not use the Docker engine at unix://%1: only root and the group daemon may."_s
            .arg(socket));
    QVERIFY(click(id, u"copy_command"_s));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"sudo usermod -aG daemon $USER"_s);
    QVERIFY(retry()); // the person has, and has logged in again
    completes(id);
}

void TestWindowFixes::aProgramThatIsMissing()
{
    const QString program = m_engine.folder + u"/programs/docker-that-is-missing"_s;
    QVERIFY(QDir().mkpath(m_engine.folder + u"/programs"_s));
    useClient(program);
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:6"_s } },
        ErrorCode::InternalError);
    QVERIFY(click(id, u"copy_command"_s));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"sudo "_s));
    QVERIFY(QFile::link(m_engine.program, program)); // the person installs it
    QVERIFY(retry());
    completes(id);
    useClient(m_engine.program);
}

void TestWindowFixes::aTimeLimitThatIsTooShort()
{
    const TaskId id = fails(u"docker_run"_s,
        { { u"image"_s, u"busybox:local"_s }, { u"command"_s, u"sleep 3"_s },
            { u"network"_s, u"none"_s }, { u"timeout_seconds"_s, 1 } },
        ErrorCode::SystemTimeout);
    QCOMPARE(m_queue->task(id).status, TaskStatus::Timeout);
    QVERIFY(click(id, u"time_limit:60"_s));
    completes(id);
}

// The service manager of a test starts the private engine.
void TestWindowFixes::anEngineThatIsNotThere()
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
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:3"_s } },
        ErrorCode::DockerNetworkError);
    QVERIFY(click(id, u"start_docker"_s));
    completes(id);
    qputenv("PATH", path);
}

// A context of the client's leads to the engine that runs.
void TestWindowFixes::anEngineThatIsElsewhere()
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
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:7"_s } },
        ErrorCode::DockerNetworkError);
    QVERIFY(click(id, u"use_host:other"_s));
    completes(id);
    QCOMPARE(m_queue->task(id).resolvedHost, u"other"_s);
    qputenv("DOCKER_HOST", host);
    before.isNull() ? qunsetenv("DOCKER_CONFIG") : qputenv("DOCKER_CONFIG", before);
}

void TestWindowFixes::aDockerfileThatIsWrong()
{
    writeDockerfile(u"FROM busybox:local\nRUNN true\n"_s);
    const TaskId id =
        fails(u"docker_build"_s, { { u"context_path"_s, QString(m_engine.folder + u"/fixes"_s) } },
            ErrorCode::DockerBuildFailed);
    QVERIFY(click(id, u"open_dockerfile"_s));
    QTRY_COMPARE(m_opened, QString(m_engine.folder + u"/fixes/Dockerfile"_s));
    writeDockerfile(u"FROM busybox:local\nRUN true\n"_s); // the person does
    QVERIFY(retry());
    completes(id);
}

// The program says that the disk is full, and no more so once the stopped container with the large
// file is gone, which pruning removes.
void TestWindowFixes::aFullDisk()
{
    QVERIFY(m_engine
                .docker({ u"run"_s, u"--name"_s, u"waste"_s, u"--network"_s, u"none"_s,
                    u"busybox:local"_s, u"dd"_s, u"if=/dev/zero"_s, u"of=/waste"_s, u"bs=1M"_s,
                    u"count=5"_s })
                .ok());
    const QString real = m_engine.program;
    QFile full(m_engine.folder + u"/docker-on-a-full-disk"_s);
    QVERIFY(full.open(QIODevice::WriteOnly));
    full.write("#!/bin/sh\ncase \"$*\" in *tag*)\n"
               "if [ -n \"$('"
        + real.toUtf8()
        + "' ps -aq --filter name=waste)\" ]; then\n"
          "  echo 'Error response from daemon: write /var/lib/docker/x: no space left on device' "
          ">&2; exit 1; fi;; esac\n"
          "exec '"
        + real.toUtf8() + "' \"$@\"\n");
    full.close();
    QVERIFY(full.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    useClient(full.fileName());
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:4"_s } },
        ErrorCode::SystemDiskSpace);
    QVERIFY(m_queue->task(id).error->reclaimableBytes.value_or(0) >= 5'000'000);
    m_window->findChild<TaskTableView *>()->select(id);
    auto *use = m_window->findChild<QWidget *>(u"diskUse"_s);
    const auto says = [use](const QString &word) {
        const QList<QLabel *> lines = use->findChildren<QLabel *>();
        return std::any_of(lines.begin(), lines.end(),
            [&word](const QLabel *each) { return each->text() == word; });
    };
    QTRY_VERIFY(use->isVisible() && says(u"The largest images"_s));
    QVERIFY(click(id, u"prune"_s));
    completes(id);
}

void TestWindowFixes::aModelThatIsNotThere()
{
    answerNext({ { recording(u"generate-missing"_s) }, { recording(u"generate-ok"_s), 50 } });
    m_ollama.play(u"/api/pull"_s, u"pull-ok-slow"_s, 50);
    const TaskId id =
        fails(u"ollama_run"_s, { { u"model_name"_s, u"nowhere"_s }, { u"prompt"_s, u"Why?"_s } },
            ErrorCode::OllamaModelNotFound);
    QVERIFY(click(id, u"pull:nowhere"_s));
    completes(id);
}

void TestWindowFixes::aModelThatIsSpelledWrong()
{
    QTRY_VERIFY(!m_queue->queue().host(m_ollama.address()).models.isEmpty());
    const QString right = m_queue->queue().host(m_ollama.address()).models.first();
    answerNext({ { recording(u"generate-missing"_s) }, { recording(u"generate-ok"_s), 50 } });
    const TaskId id = fails(u"ollama_run"_s,
        { { u"model_name"_s, QString(u"x"_s + right) }, { u"prompt"_s, u"Why?"_s } },
        ErrorCode::OllamaModelNotFound);
    QVERIFY(click(id, u"use_name:"_s + right));
    completes(id);
    QCOMPARE(m_ollama.lastBody(u"/api/generate"_s)[u"model"].toString(), right);
}

void TestWindowFixes::aPulledModelThatIsSpelledWrong_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::newRow("of Ollama's library") << u"lama3.2:3b"_s << u"llama3.2:3b"_s;
    QTest::newRow("pulled before") << u"team/asistant"_s << u"team/assistant"_s;
}

void TestWindowFixes::aPulledModelThatIsSpelledWrong()
{
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    m_ollama.play(u"/api/pull"_s, u"pull-ok-fast"_s, 50);
    completes(m_queue->submit(u"ollama_pull"_s, { { u"model_name"_s, u"team/assistant"_s } }));
    m_ollama.play(u"/api/pull"_s,
        QList<Playing>(m_ollama.count(u"/api/pull"_s))
            + QList<Playing>{
                { recording(u"pull-missing"_s), 50 }, { recording(u"pull-ok-fast"_s), 50 } });
    const TaskId id =
        fails(u"ollama_pull"_s, { { u"model_name"_s, wrong } }, ErrorCode::OllamaModelNotFound);
    QVERIFY(click(id, u"use_name:"_s + right));
    completes(id);
    QCOMPARE(m_ollama.lastBody(u"/api/pull"_s)[u"model"].toString(), right);
}

void TestWindowFixes::aMemoryThatIsFull()
{
    Recording full = recording(u"generate-missing"_s);
    const QByteArray said =
        "{\"error\":\"model requires more system memory (40.0 GiB) than is available (3.1 GiB)\"}";
    full.head = "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json; "
                "charset=utf-8\r\nContent-Length: "
        + QByteArray::number(said.size()) + "\r\n\r\n";
    full.isChunked = false;
    full.chunks = { { 0, said } };
    // Its answer, the answer to the request to forget a model, and the answer at last.
    answerNext({ { full }, { recording(u"generate-ok"_s), 50 } });
    const int before = m_ollama.count(u"/api/generate"_s);
    const TaskId id =
        fails(u"ollama_run"_s, { { u"model_name"_s, u"big"_s }, { u"prompt"_s, u"Why?"_s } },
            ErrorCode::SystemMemoryLimit);
    QVERIFY(click(id, u"unload_models"_s));
    completes(id);
    QVERIFY(m_ollama.count(u"/api/generate"_s) >= before + 3);
}

void TestWindowFixes::aDownloadThatWasCancelled()
{
    const QString blobs = m_engine.folder + u"/models/blobs"_s;
    QVERIFY(QDir().mkpath(blobs));
    qputenv("OLLAMA_MODELS", QByteArray(m_engine.folder.toUtf8() + "/models"));
    QFile part(blobs + u"/sha256-0123-partial"_s);
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write("part") == 4);
    part.close();
    QFile whole(blobs + u"/sha256-0123"_s);
    QVERIFY(whole.open(QIODevice::WriteOnly));
    m_ollama.play(u"/api/pull"_s, u"pull-ok-slow"_s);
    const TaskId id = m_queue->submit(u"ollama_pull"_s, { { u"model_name"_s, u"tiny"_s } });
    QTRY_VERIFY_WITH_TIMEOUT(m_queue->task(id).progress.bytesDone > 0, 20'000);
    m_queue->queue().cancel(id);
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Cancelled);
    QVERIFY(click(id, u"remove_leftover"_s));
    QTRY_VERIFY(!QFile::exists(part.fileName()));
    QVERIFY(whole.exists());
}

QTEST_MAIN(TestWindowFixes)
#include "test_window_fixes.moc"
