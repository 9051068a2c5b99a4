// Models that fail at a server that answers as a real one did: the error is shown, its fix clicked,
// the task completes.
#include "tests/support/replay_server.h"
#include "tests/support/window_under_test.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestWindowFixesModels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aModelThatIsNotThere();
    void aModelThatIsSpelledWrong();
    void aPulledModelThatIsSpelledWrong_data();
    void aPulledModelThatIsSpelledWrong();
    void aMemoryThatIsFull();
    void aDownloadThatWasCancelled();
    void aServerThatIsNotThere();

private:
    void answerNext(const QList<Playing> &answers)
    {
        m_ollama.play(
            u"/api/generate"_s, QList<Playing>(m_ollama.count(u"/api/generate"_s)) + answers);
    }

    QTemporaryDir m_folder;
    ReplayServer m_ollama;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesModels::initTestCase()
{
    m_ollama.playWell();
    qputenv("OLLAMA_HOST", m_ollama.address().toUtf8());
    m_shown = std::make_unique<WindowUnderTest>(m_folder.filePath(u"no-docker"_s));
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
}

void TestWindowFixesModels::aModelThatIsNotThere()
{
    answerNext({ { recording(u"generate-missing"_s) }, { recording(u"generate-ok"_s), 50 } });
    m_ollama.play(u"/api/pull"_s, u"pull-ok-slow"_s, 50);
    const TaskId id = m_shown->fails(u"ollama_run"_s,
        { { u"model_name"_s, u"nowhere"_s }, { u"prompt"_s, u"Why?"_s } },
        ErrorCode::OllamaModelNotFound);
    QVERIFY(m_shown->clickFix(id, u"pull:nowhere"_s));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesModels::aModelThatIsSpelledWrong()
{
    QTRY_VERIFY(!m_shown->queue.queue().host(m_ollama.address()).models.isEmpty());
    const QString right = m_shown->queue.queue().host(m_ollama.address()).models.first();
    answerNext({ { recording(u"generate-missing"_s) }, { recording(u"generate-ok"_s), 50 } });
    const TaskId id = m_shown->fails(u"ollama_run"_s,
        { { u"model_name"_s, QString(u"x"_s + right) }, { u"prompt"_s, u"Why?"_s } },
        ErrorCode::OllamaModelNotFound);
    QVERIFY(m_shown->clickFix(id, u"use_name:"_s + right));
    QVERIFY(m_shown->completes(id));
    QCOMPARE(m_ollama.lastBody(u"/api/generate"_s)[u"model"].toString(), right);
}

void TestWindowFixesModels::aPulledModelThatIsSpelledWrong_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::newRow("of Ollama's library") << u"lama3.2:3b"_s << u"llama3.2:3b"_s;
    QTest::newRow("pulled before") << u"team/asistant"_s << u"team/assistant"_s;
}

void TestWindowFixesModels::aPulledModelThatIsSpelledWrong()
{
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    m_ollama.play(u"/api/pull"_s, u"pull-ok-fast"_s, 50);
    QVERIFY(m_shown->completes(
        m_shown->queue.submit(u"ollama_pull"_s, { { u"model_name"_s, u"team/assistant"_s } })));
    m_ollama.play(u"/api/pull"_s,
        QList<Playing>(m_ollama.count(u"/api/pull"_s))
            + QList<Playing>{
                { recording(u"pull-missing"_s), 50 }, { recording(u"pull-ok-fast"_s), 50 } });
    const TaskId id = m_shown->fails(
        u"ollama_pull"_s, { { u"model_name"_s, wrong } }, ErrorCode::OllamaModelNotFound);
    QVERIFY(m_shown->clickFix(id, u"use_name:"_s + right));
    QVERIFY(m_shown->completes(id));
    QCOMPARE(m_ollama.lastBody(u"/api/pull"_s)[u"model"].toString(), right);
}

void TestWindowFixesModels::aMemoryThatIsFull()
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
    const TaskId id = m_shown->fails(u"ollama_run"_s,
        { { u"model_name"_s, u"big"_s }, { u"prompt"_s, u"Why?"_s } },
        ErrorCode::SystemMemoryLimit);
    QVERIFY(m_shown->clickFix(id, u"unload_models"_s));
    QVERIFY(m_shown->completes(id));
    QVERIFY(m_ollama.count(u"/api/generate"_s) >= before + 3);
}

void TestWindowFixesModels::aDownloadThatWasCancelled()
{
    const QString blobs = m_folder.filePath(u"models/blobs"_s);
    QVERIFY(QDir().mkpath(blobs));
    qputenv("OLLAMA_MODELS", m_folder.filePath(u"models"_s).toUtf8());
    QFile part(blobs + u"/sha256-0123-partial"_s);
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write("part") == 4);
    part.close();
    QFile whole(blobs + u"/sha256-0123"_s);
    QVERIFY(whole.open(QIODevice::WriteOnly));
    m_ollama.play(u"/api/pull"_s, u"pull-ok-slow"_s);
    const TaskId id = m_shown->queue.submit(u"ollama_pull"_s, { { u"model_name"_s, u"tiny"_s } });
    QTRY_VERIFY_WITH_TIMEOUT(m_shown->queue.task(id).progress.bytesDone > 0, 20'000);
    m_shown->queue.queue().cancel(id);
    QVERIFY(m_shown->queue.finishes(id));
    QCOMPARE(m_shown->queue.task(id).status, TaskStatus::Cancelled);
    QVERIFY(m_shown->clickFix(id, u"remove_leftover"_s));
    QTRY_VERIFY(!QFile::exists(part.fileName()));
    QVERIFY(whole.exists());
}

// The service manager of a test has the server started, which takes a while to answer.
void TestWindowFixesModels::aServerThatIsNotThere()
{
    const QString asked = m_folder.filePath(u"asked"_s);
    QFile systemctl(m_folder.filePath(u"systemctl"_s));
    QVERIFY(systemctl.open(QIODevice::WriteOnly));
    systemctl.write("#!/bin/sh\n[ \"$*\" = 'start ollama' ] && : > '" + asked.toUtf8() + "'\n");
    systemctl.close();
    QVERIFY(systemctl.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder.path().toUtf8() + ':' + path);
    answerNext({ { recording(u"generate-ok"_s), 50 } });
    m_ollama.goAway();
    const TaskId id = m_shown->fails(u"ollama_run"_s,
        { { u"model_name"_s, u"tiny"_s }, { u"prompt"_s, u"Why?"_s } },
        ErrorCode::OllamaServiceUnavailable);
    QVERIFY(m_shown->clickFix(id, u"start_ollama"_s));
    QTRY_VERIFY(QFile::exists(asked));
    QTcpServer starting; // it takes questions, and answers none yet
    int questions = 0;
    connect(&starting, &QTcpServer::newConnection, this, [&] {
        ++questions;
        delete starting.nextPendingConnection();
    });
    QVERIFY(starting.listen(QHostAddress::LocalHost, quint16(QUrl(m_ollama.address()).port())));
    QTRY_VERIFY(questions >= 3);
    QVERIFY(m_shown->queue.task(id).status == TaskStatus::Failed);
    starting.close();
    QVERIFY(m_ollama.listenAgain());
    QVERIFY(m_shown->completes(id));
    qputenv("PATH", path);
}

QTEST_MAIN(TestWindowFixesModels)
#include "test_window_fixes_models.moc"
