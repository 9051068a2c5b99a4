// Real failures: each gets its code and its button, the button is clicked, and the task completes.
#include "tests/support/queue_under_test.h"
#include "tests/support/replay_server.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

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
    void aTimeLimitThatIsTooShort();
    void anEngineThatIsNotThere();
    void aDockerfileThatIsWrong();
    void aFullDisk();
    void aModelThatIsNotThere();
    void aModelThatIsSpelledWrong();
    void aMemoryThatIsFull();
    void aDownloadThatWasCancelled();
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }

public slots:
    void openFile(const QUrl &url) { m_opened = url.toLocalFile(); }

private:
    TaskId fails(const QString &type, QJsonObject params, ErrorCode code);
    bool click(const TaskId &id, const QString &fix);
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
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
    m_window = std::make_unique<MainWindow>(m_queue->queue());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QDesktopServices::setUrlHandler(u"file"_s, this, "openFile");
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
    const QList<Fix> fixes = fixesFor(m_queue->task(id));
    QCOMPARE(fixes.size(), 1);
    QVERIFY(click(id, fixes.first().id));
    completes(id);
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

void TestWindowFixes::aDockerfileThatIsWrong()
{
    writeDockerfile(u"FROM busybox:local\nRUNN true\n"_s);
    const TaskId id =
        fails(u"docker_build"_s, { { u"context_path"_s, QString(m_engine.folder + u"/fixes"_s) } },
            ErrorCode::DockerBuildFailed);
    QVERIFY(click(id, u"open_dockerfile"_s));
    QTRY_COMPARE(m_opened, QString(m_engine.folder + u"/fixes/Dockerfile"_s));
    writeDockerfile(u"FROM busybox:local\nRUN true\n"_s); // the person does
    QPushButton *retry = nullptr;
    for (QPushButton *each : m_window->findChildren<QPushButton *>(u"errorRetry"_s)) {
        if (each->isVisible())
            retry = each;
    }
    QVERIFY(retry);
    QTest::mouseClick(retry, Qt::LeftButton);
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
    m_window.reset();
    m_queue = std::make_unique<QueueUnderTest>(full.fileName());
    QVERIFY(m_queue->start());
    m_window = std::make_unique<MainWindow>(m_queue->queue());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    const TaskId id = fails(u"docker_tag"_s,
        { { u"source_image"_s, u"busybox:local"_s }, { u"target_image"_s, u"fixed:4"_s } },
        ErrorCode::SystemDiskSpace);
    QVERIFY(m_queue->task(id).error->reclaimableBytes.value_or(0) >= 5'000'000);
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
