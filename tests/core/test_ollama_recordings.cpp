// Every recorded answer, played to the real executors over a real connection.
#include "tests/support/ollama_attempt.h"
#include "tests/support/replay_server.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::test {
namespace {

// Its pauses are what a recording is kept for only where a test measures time.
constexpr double fast = 500;

QString outcomeName(TaskOutcome::Kind kind)
{
    return kind == TaskOutcome::Kind::Succeeded ? u"succeeded"_s
        : kind == TaskOutcome::Kind::Failed     ? u"failed"_s
        : kind == TaskOutcome::Kind::Stopped    ? u"stopped"_s
                                                : u"other"_s;
}

QString recordedAnswer(const QByteArray &body)
{
    QString text;
    for (const QByteArray &line : body.split('\n'))
        text += QJsonDocument::fromJson(line).object()[u"response"].toString();
    return text;
}

TaskSpec specFor(const QString &name)
{
    if (name.startsWith("pull-"_L1))
        return OllamaPull{ u"127.0.0.1:5400/library/tiny:latest"_s, true };
    OllamaRun run;
    run.modelName = u"tiny"_s;
    run.prompt = u"why did my container stop?"_s;
    return run;
}

} // namespace

class TestOllamaRecordings : public QObject {
    Q_OBJECT

private slots:
    void endsAsExpected_data();
    void endsAsExpected();
    void everyRecordingHasARow();

private:
    static QList<QStringList> rows();
};

QList<QStringList> TestOllamaRecordings::rows()
{
    QFile file(QStringLiteral(TEST_DATA "/ollama/expected.tsv"));
    QList<QStringList> rows;
    if (file.open(QIODevice::ReadOnly)) {
        const QStringList lines =
            QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1))
            rows.append(line.split(u'\t'));
    }
    return rows;
}

void TestOllamaRecordings::endsAsExpected_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("retryable");
    for (const QStringList &row : rows())
        QTest::newRow(qPrintable(row.value(0))) << row.value(1) << row.value(2) << row.value(3);
}

void TestOllamaRecordings::endsAsExpected()
{
    QFETCH(QString, outcome);
    QFETCH(QString, code);
    QFETCH(QString, retryable);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Recording played = recording(name);
    QVERIFY(played.exists);
    const bool isPull = name.startsWith("pull-"_L1);

    ReplayServer server;
    server.play(u"/api/version"_s, u"version"_s, fast);
    server.play(u"/api/tags"_s, u"tags"_s, fast);
    server.play(u"/api/ps"_s, u"ps-empty"_s, fast);
    server.play(isPull ? u"/api/pull"_s : u"/api/generate"_s, name, fast);
    OllamaServer state;
    OllamaAttempt attempt(state, server.address(), specFor(name));
    if (played.end == Recording::End::ClientClosed) {
        connect(&server, &ReplayServer::played, attempt.executor(), [&](const QString &path) {
            if (path == "/api/pull"_L1 || path == "/api/generate"_L1)
                attempt.executor()->stop(StopHow::Pause);
        });
    }
    attempt.executor()->start();
    QVERIFY(attempt.finishes());

    const std::optional<TaskError> error = attempt.outcome.error;
    const QString got = outcomeName(attempt.outcome.kind) + u'\t'
        + (error ? errorCodeName(error->code) : u"-"_s) + u'\t'
        + (error && error->retryable ? u"retry"_s : u"-"_s);
    const QString say = name + u'\t' + got + u'\t' + (error ? errorMessage(*error) : QString());
    QVERIFY2(got == outcome + u'\t' + code + u'\t' + retryable, qPrintable(say));
    QCOMPARE(server.count(isPull ? u"/api/pull"_s : u"/api/generate"_s), 1);
    QCOMPARE(attempt.ends, 1);
    if (error)
        QVERIFY(!errorMessage(*error).isEmpty() && !errorMessage(*error).contains(u'%'));

    const QJsonObject result = attempt.outcome.result;
    if (outcome == "succeeded"_L1 && isPull) {
        QCOMPARE(result[u"model_name"].toString(), u"127.0.0.1:5400/library/tiny:latest"_s);
        QVERIFY(result[u"digest"].toString().startsWith("sha256:b385bc57"_L1));
        QVERIFY(result[u"size"].toInteger() > 0);
        const TaskProgress last = attempt.reports.last();
        QCOMPARE(last.bytesDone, last.bytesTotal.value_or(-1));
        QCOMPARE(last.percent, 99);
    }
    // An answer is in the log, also one that was cut; a stop of ours may come before its last
    // words.
    if (!isPull) {
        const QByteArray said = recordedAnswer(played.body()).toUtf8().simplified();
        const QByteArray logged = attempt.logged(LogChannel::Out).simplified();
        QVERIFY(outcome == "stopped"_L1 ? said.startsWith(logged) : said == logged);
    }
    if (outcome == "succeeded"_L1 && !isPull) {
        QCOMPARE(result[u"generated_text"].toString(), recordedAnswer(played.body()));
        QVERIFY(result[u"generated_tokens"].toInteger() > 0);
        QVERIFY(result[u"tokens_per_second"].toDouble() > 0);
        QVERIFY(result[u"total_duration"].toInteger() > 0);
        QVERIFY(
            QStringList({ u"stop"_s, u"length"_s }).contains(result[u"done_reason"].toString()));
    }
}

void TestOllamaRecordings::everyRecordingHasARow()
{
    QStringList listed;
    for (const QStringList &row : rows())
        listed.append(row.value(0));
    const QStringList files =
        QDir(QStringLiteral(TEST_DATA "/ollama"))
            .entryList({ u"pull-*.md"_s, u"generate-*.md"_s }, QDir::Files, QDir::Name);
    QVERIFY(files.size() > 80);
    for (QString file : files)
        QVERIFY2(listed.contains(file.chopped(3)), qPrintable(file));
    QCOMPARE(listed.size(), files.size());
}

} // namespace slipway::test

QTEST_GUILESS_MAIN(slipway::test::TestOllamaRecordings)
#include "test_ollama_recordings.moc"
