// What may go wrong on the way to an Ollama server, and what a person may ask meanwhile.
#include "core/ollama/ollama_address.h"
#include "core/ollama/pull_progress.h"
#include "tests/support/ollama_attempt.h"
#include "tests/support/replay_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::test {
namespace {

const OllamaPull pull{ u"127.0.0.1:5400/library/tiny:latest"_s, true };

OllamaRun question()
{
    OllamaRun run;
    run.modelName = u"tiny"_s;
    run.prompt = u"why did my container stop?"_s;
    return run;
}

Playing playing(const QString &name, double speed = 1)
{
    Playing made;
    made.what = recording(name);
    made.speed = speed;
    return made;
}

} // namespace

class TestOllamaTransfers : public QObject {
    Q_OBJECT

private slots:
    void init();
    void generateIsSentOnceWhenCutBeforeTheFirstHeader();
    void versionIsAnsweredWhileSixPullsRun();
    void stallIsSeenAsNothingThatMoves();
    void pausedPullIsPostedAgain();
    void cancelledPullSaysWhatStays();
    void cancelStopsAnAnswerAndKeepsIt();
    void nobodyListens();
    void serverHoldsThePhases();
    void requestHoldsEveryParameter();
    void unreadableImageIsNamed();
    void stateNamesModels();
    void realServer();

private:
    std::unique_ptr<ReplayServer> m_server;
    std::unique_ptr<OllamaServer> m_state;
};

void TestOllamaTransfers::init()
{
    m_state = std::make_unique<OllamaServer>();
    m_server = std::make_unique<ReplayServer>();
    m_server->play(u"/api/version"_s, u"version"_s);
    m_server->play(u"/api/tags"_s, u"tags"_s);
    m_server->play(u"/api/ps"_s, u"ps-loaded"_s);
}

void TestOllamaTransfers::generateIsSentOnceWhenCutBeforeTheFirstHeader()
{
    Playing cut = playing(u"generate-ok"_s);
    cut.cutAt = 0;
    m_server->play(u"/api/generate"_s, { cut, playing(u"generate-ok"_s) });
    OllamaAttempt attempt(*m_state, m_server->address(), question());
    attempt.executor()->start();
    QVERIFY(attempt.finishes(10));
    QCOMPARE(m_server->count(u"/api/generate"_s), 1);
    QCOMPARE(attempt.outcome.kind, TaskOutcome::Kind::Failed);
    QVERIFY(errorMessage(*attempt.outcome.error).contains("lost before an answer"_L1));
    QVERIFY(!attempt.outcome.error->retryable);
    // It would come at once: the first one took no time either.
    QTest::qWait(200);
    QCOMPARE(m_server->count(u"/api/generate"_s), 1);
}

void TestOllamaTransfers::versionIsAnsweredWhileSixPullsRun()
{
    m_server->play(u"/api/pull"_s, u"pull-ok-slow"_s);
    std::vector<std::unique_ptr<OllamaAttempt>> pulls;
    for (int i = 0; i < 6; ++i) {
        pulls.push_back(std::make_unique<OllamaAttempt>(*m_state, m_server->address(), pull));
        pulls.back()->executor()->start();
    }
    for (const auto &each : pulls)
        QTRY_VERIFY_WITH_TIMEOUT(each->reports.size() > 3, 20'000);
    QCOMPARE(m_server->count(u"/api/pull"_s), 6);

    QElapsedTimer clock;
    clock.start();
    qint64 took = -1;
    m_state->get(m_server->address(), u"/api/version"_s, this, [&](const OllamaAnswer &answer) {
        took = clock.elapsed();
        QCOMPARE(answer.status, 200);
    });
    QTRY_VERIFY_WITH_TIMEOUT(took >= 0, 3000);
    qInfo("the version was answered after %lld ms, with six pulls under way", took);
    for (const auto &each : pulls)
        QVERIFY(!each->isDone());
}

void TestOllamaTransfers::stallIsSeenAsNothingThatMoves()
{
    // The server repeats the same numbers 16 times a second: lines come, nothing moves. The one
    // line after them that moves tells this test that all were read.
    Playing stalled = playing(u"pull-ok-slow"_s, 100);
    const QList<Recording::Chunk> recorded = stalled.what.chunks;
    stalled.what.chunks = recorded.mid(0, 100);
    const Recording::Chunk same = recorded.at(99);
    for (int i = 0; i < 200; ++i)
        stalled.what.chunks.append({ same.seconds + 0.06 * i, same.bytes });
    stalled.what.chunks.append({ same.seconds + 12, recorded.at(100).bytes });
    stalled.stallAt = 301;
    m_server->play(u"/api/pull"_s, { stalled });
    PullProgress moved;
    for (const Recording::Chunk &chunk : recorded.mid(0, 101))
        moved.feed(chunk.bytes);
    const qint64 last = moved.progress().bytesDone;
    OllamaAttempt attempt(*m_state, m_server->address(), pull);
    attempt.executor()->start();
    QTRY_VERIFY_WITH_TIMEOUT(
        !attempt.reports.isEmpty() && attempt.reports.last().bytesDone == last, 20'000);
    int moves = 0;
    for (qsizetype i = 1; i < attempt.reports.size(); ++i)
        moves += attempt.reports[i].bytesDone != attempt.reports[i - 1].bytesDone;
    QVERIFY2(moves > 50 && moves <= 101, qPrintable(QString::number(moves)));
    QCOMPARE(attempt.reports.last().awaits, Awaits::Bytes);
    QVERIFY(!attempt.isDone());
    attempt.executor()->stop(StopHow::Discard);
    QVERIFY(attempt.finishes(10));
    QCOMPARE(attempt.outcome.kind, TaskOutcome::Kind::Stopped);
}

void TestOllamaTransfers::pausedPullIsPostedAgain()
{
    m_server->play(
        u"/api/pull"_s, { playing(u"pull-ok-slow"_s), playing(u"pull-abort-resume-2"_s, 200) });
    OllamaAttempt first(*m_state, m_server->address(), pull);
    first.executor()->start();
    QTRY_VERIFY_WITH_TIMEOUT(first.reports.size() > 5, 10'000);
    first.executor()->stop(StopHow::Pause);
    QVERIFY(first.finishes(5));
    QCOMPARE(first.outcome.kind, TaskOutcome::Kind::Stopped);
    QTRY_COMPARE(m_server->closedByClient(), 1);

    OllamaAttempt second(*m_state, m_server->address(), pull);
    second.executor()->start();
    QVERIFY(second.finishes(20));
    QCOMPARE(second.outcome.kind, TaskOutcome::Kind::Succeeded);
    QCOMPARE(m_server->count(u"/api/pull"_s), 2);
}

void TestOllamaTransfers::cancelledPullSaysWhatStays()
{
    m_server->play(u"/api/pull"_s, u"pull-ok-slow"_s, 10);
    m_server->play(u"/api/tags"_s, u"tags-empty"_s);
    OllamaAttempt attempt(*m_state, m_server->address(), pull);
    attempt.executor()->start();
    QTRY_VERIFY_WITH_TIMEOUT(
        !attempt.reports.isEmpty() && attempt.reports.last().bytesDone > 2'000'000, 10'000);
    attempt.executor()->stop(StopHow::Discard);
    QVERIFY(attempt.finishes(5));
    QCOMPARE(attempt.outcome.kind, TaskOutcome::Kind::Stopped);
    QTRY_COMPARE(m_server->closedByClient(), 1);
    const QByteArray notes = attempt.logged(LogChannel::Note);
    QVERIFY2(notes.contains(" MB of the unfinished download"), notes.constData());
    QVERIFY2(!notes.contains("The server has the model"), notes.constData());
}

void TestOllamaTransfers::cancelStopsAnAnswerAndKeepsIt()
{
    m_server->play(u"/api/generate"_s, u"generate-long"_s);
    OllamaAttempt attempt(*m_state, m_server->address(), question());
    attempt.executor()->start();
    QTRY_VERIFY_WITH_TIMEOUT(attempt.phases.contains(TaskStatus::Running), 10'000);
    attempt.executor()->stop(StopHow::Discard);
    QVERIFY(attempt.finishes(5));
    QCOMPARE(attempt.outcome.kind, TaskOutcome::Kind::Stopped);
    QCOMPARE(attempt.ends, 1);
    QTRY_COMPARE(m_server->closedByClient(), 1);
    QVERIFY(!attempt.logged(LogChannel::Out).isEmpty());
}

void TestOllamaTransfers::nobodyListens()
{
    m_server->refuse();
    for (const TaskSpec &spec : { TaskSpec(pull), TaskSpec(question()) }) {
        OllamaAttempt attempt(*m_state, m_server->address(), spec);
        attempt.executor()->start();
        QVERIFY(attempt.finishes(10));
        QCOMPARE(attempt.outcome.kind, TaskOutcome::Kind::Failed);
        QCOMPARE(attempt.outcome.error->code, ErrorCode::OllamaServiceUnavailable);
        QVERIFY(attempt.outcome.error->retryable);
        QVERIFY(errorMessage(*attempt.outcome.error).contains("No Ollama server answers"_L1));
    }
}

void TestOllamaTransfers::serverHoldsThePhases()
{
    m_server->play(u"/api/pull"_s, u"pull-ok-fast"_s, 50);
    m_server->play(u"/api/generate"_s, u"generate-ok"_s, 5);
    OllamaAttempt download(*m_state, m_server->address(), pull);
    OllamaAttempt answer(*m_state, m_server->address(), question());
    download.executor()->start();
    answer.executor()->start();
    QVERIFY(download.finishes(20));
    QVERIFY(answer.finishes(20));
    using enum TaskStatus;
    QCOMPARE(download.phases, QList<TaskStatus>({ Validating, Preparing, Downloading }));
    QCOMPARE(answer.phases, QList<TaskStatus>({ Validating, Preparing, Running }));
    const QByteArray log = download.logged(LogChannel::Out);
    QVERIFY(log.startsWith("pulling manifest\npulling 456cdb54069c\n"));
    QVERIFY(log.endsWith("verifying sha256 digest\nwriting manifest\nsuccess\n"));
}

void TestOllamaTransfers::requestHoldsEveryParameter()
{
    QTemporaryDir folder;
    const QString image = folder.filePath(u"dot.png"_s);
    QFile file(image);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x89PNG");
    file.close();
    OllamaRun run = question();
    run.system = u"Be short."_s;
    run.maxTokens = 7;
    run.temperature = 0.25;
    run.format = u"json"_s;
    run.images = QStringList{ image };
    run.keepAlive = u"300"_s;
    m_server->play(u"/api/generate"_s, u"generate-ok"_s, 5);
    OllamaAttempt attempt(*m_state, m_server->address(), run);
    attempt.executor()->start();
    QVERIFY(attempt.finishes(10));
    const QJsonObject body = m_server->lastBody(u"/api/generate"_s);
    const QJsonObject expected{ { u"model"_s, u"tiny"_s }, { u"prompt"_s, run.prompt },
        { u"system"_s, u"Be short."_s }, { u"format"_s, u"json"_s }, { u"keep_alive"_s, 300 },
        { u"images"_s, QJsonArray{ u"iVBORw=="_s } },
        { u"options"_s, QJsonObject{ { u"num_predict"_s, 7 }, { u"temperature"_s, 0.25 } } } };
    QCOMPARE(body, expected);
}

void TestOllamaTransfers::unreadableImageIsNamed()
{
    OllamaRun run = question();
    run.images = QStringList{ u"/nonexistent/picture.png"_s };
    OllamaAttempt attempt(*m_state, m_server->address(), run);
    attempt.executor()->start();
    QVERIFY(attempt.finishes(10));
    QVERIFY(errorMessage(*attempt.outcome.error).contains("/nonexistent/picture.png"_L1));
    QCOMPARE(m_server->count(u"/api/generate"_s), 0);
}

void TestOllamaTransfers::stateNamesModels()
{
    const QByteArray before = qgetenv("OLLAMA_HOST");
    qputenv("OLLAMA_HOST", m_server->address().toUtf8());
    m_state->refresh();
    QTRY_VERIFY(m_state->hosts().first().reachable);
    QTRY_COMPARE(m_state->hosts().first().models,
        QStringList({ u"127.0.0.1:5400/library/tiny:latest"_s, u"tiny:latest"_s }));
    QTRY_COMPARE(m_state->hosts().first().loadedModels, QStringList{ u"tiny:latest"_s });
    QCOMPARE(m_state->hosts().first().version, u"0.0.0"_s);
    before.isNull() ? qunsetenv("OLLAMA_HOST") : qputenv("OLLAMA_HOST", before);
}

// SLIPWAY_TEST_OLLAMA="http://127.0.0.1:11434 name-of-an-installed-model"
void TestOllamaTransfers::realServer()
{
    const QStringList given =
        qEnvironmentVariable("SLIPWAY_TEST_OLLAMA").split(u' ', Qt::SkipEmptyParts);
    if (given.isEmpty())
        QSKIP("SLIPWAY_TEST_OLLAMA names no server");
    OllamaRun run = question();
    run.modelName = given.value(1, u"tiny"_s);
    run.maxTokens = 20;
    OllamaAttempt answer(*m_state, ollamaAddress(given.first()), run);
    answer.executor()->start();
    QVERIFY(answer.finishes(100));
    const QString why = answer.outcome.error ? errorMessage(*answer.outcome.error)
                                             : answer.outcome.result[u"generated_text"].toString();
    qInfo("%s", qPrintable(why));
    QVERIFY2(answer.outcome.kind == TaskOutcome::Kind::Succeeded, qPrintable(why));

    OllamaAttempt missing(
        *m_state, ollamaAddress(given.first()), OllamaPull{ u"127.0.0.1:1/no/such"_s, true });
    missing.executor()->start();
    QVERIFY(missing.finishes(100));
    QCOMPARE(missing.outcome.error->code, ErrorCode::OllamaServiceUnavailable);
}

} // namespace slipway::test

QTEST_GUILESS_MAIN(slipway::test::TestOllamaTransfers)
#include "test_ollama_transfers.moc"
