// Does diagnose() find why? Real outputs with their known reasons, and the same outputs changed in
// what must not matter.
#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/suggestions.h"
#include "tests/core/changed_output.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

struct Sample {
    QString id;
    Failure failure;
    QString output;
    QString label;
    QString alternative; // another defensible code
};

QList<Sample> readSamples(const QString &name = u"dev"_s)
{
    QList<Sample> samples;
    QFile file(QStringLiteral(TEST_DATA "/errors/%1.jsonl").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return samples;
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        Sample sample;
        sample.id = object["id"_L1].toString();
        sample.failure.type = *taskTypeFromName(object["task_type"_L1].toString());
        if (object["exit_code"_L1].isDouble())
            sample.failure.exitCode = object["exit_code"_L1].toInt();
        if (object["http_status"_L1].isDouble())
            sample.failure.httpStatus = object["http_status"_L1].toInt();
        sample.output = object["output"_L1].toString();
        sample.failure.output = sample.output.toUtf8().split('\n');
        sample.label = object["label"_L1].toString();
        sample.alternative = object["alt"_L1].toString();
        samples.append(sample);
    }
    return samples;
}

} // namespace

class TestDiagnose : public QObject {
    Q_OBJECT

private slots:
    void knowsTheSamples_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("dev") << u"dev"_s;
        QTest::newRow("recalled") << u"recalled"_s;
    }

    void knowsTheSamples()
    {
        QFETCH(QString, name);
        QHash<QString, int> seen;
        QHash<QString, int> right;
        int sum = 0;
        const QList<Sample> samples = readSamples(name);
        QVERIFY(samples.size() > 100);
        for (const Sample &sample : samples) {
            const TaskError error = diagnose(sample.failure);
            const QString code = errorCodeName(error.code);
            ++seen[sample.label];
            if (code == sample.label) {
                ++right[sample.label];
                ++sum;
            } else {
                qInfo().noquote() << sample.id << "should be" << sample.label << "but is" << code
                                  << "by" << error.decisiveLine.left(160);
            }
        }
        double recall = 0;
        for (auto it = seen.cbegin(); it != seen.cend(); ++it)
            recall += double(right.value(it.key())) / it.value();
        recall /= double(seen.size());
        const double accuracy = double(sum) / double(samples.size());
        qInfo("accuracy %.1f %%, macro recall %.1f %%", accuracy * 100, recall * 100);
        QVERIFY(accuracy >= 0.98);
        QVERIFY(recall >= 0.98);
    }

    void keepsItsReasonWhenWhatDoesNotMatterChanges()
    {
        const quint32 seed = qEnvironmentVariableIsSet("SEED")
            ? qEnvironmentVariable("SEED").toUInt()
            : QRandomGenerator::global()->generate();
        qInfo("SEED=%u", seed);
        OutputChanger changer(seed);
        constexpr int times = 10;
        int kept = 0;
        int sum = 0;
        for (const Sample &sample : readSamples()) {
            int lost = 0;
            for (int i = 0; i < times; ++i) {
                Failure changed = sample.failure;
                changed.output = changer.changed(changed.type, sample.output);
                ++sum;
                if (errorCodeName(diagnose(changed).code) == sample.label)
                    ++kept;
                else
                    ++lost;
            }
            if (lost > 0)
                qInfo().noquote() << sample.id << "loses" << sample.label << lost << "of" << times;
        }
        qInfo("mutated: %d of %d right, %.1f %%", kept, sum, 100.0 * kept / sum);
        QVERIFY(kept >= sum * 0.97);
    }

    void theDecisiveLineIsALineOfTheOutput()
    {
        static const QRegularExpression codes(u"\x1b\\[[0-9;?]*[A-Za-z]"_s);
        for (const Sample &sample : readSamples()) {
            const QString line = diagnose(sample.failure).decisiveLine;
            QString output = sample.output;
            const bool ollama = sample.failure.type == TaskType::OllamaRun
                || sample.failure.type == TaskType::OllamaPull;
            if (ollama)
                continue; // what the server says stands inside of JSON there
            QVERIFY2(output.remove(codes).contains(line), qPrintable(sample.id));
        }
    }

    void aSentenceHasNoHoles()
    {
        for (const Sample &sample : readSamples()) {
            const TaskError error = diagnose(sample.failure);
            for (int number = 1; number <= error.arguments.size(); ++number) {
                if (error.text.contains(u'%' + QString::number(number)))
                    QVERIFY2(!error.arguments[number - 1].isEmpty(), qPrintable(sample.id));
            }
            QVERIFY2(!error.text.contains(u"%%1"_s.arg(error.arguments.size() + 1)),
                qPrintable(sample.id));
        }
    }

    void anyBytesAreReadToTheirEnd()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("SEED=%u", seed);
        QRandomGenerator random(seed);
        const QList<Sample> samples = readSamples();
        for (int i = 0; i < 2000; ++i) {
            Failure failure = samples[random.bounded(int(samples.size()))].failure;
            for (QByteArray &line : failure.output) {
                if (!line.isEmpty() && random.bounded(2))
                    line[random.bounded(int(line.size()))] = char(random.bounded(256));
                if (random.bounded(4) == 0)
                    line.truncate(random.bounded(int(line.size()) + 1));
            }
            QVERIFY(!errorMessage(diagnose(failure)).isEmpty());
        }
    }

    void aVeryLongLineIsNoTrouble()
    {
        Failure failure;
        failure.exitCode = 1;
        failure.output = { QByteArray("failed to register layer: write ").repeated(40000),
            "denied" };
        QCOMPARE(diagnose(failure).code, ErrorCode::DockerAuthenticationFailed);
    }

    void thereIsAlwaysSomethingToDo()
    {
        for (ErrorCode code : allErrorCodes()) {
            TaskError error;
            error.code = code;
            QVERIFY2(!suggestionsFor(error).isEmpty(), qPrintable(errorCodeName(code)));
        }
        for (const Sample &sample : readSamples()) {
            for (const QString &text : suggestionsFor(diagnose(sample.failure)))
                QVERIFY2(!text.isEmpty() && !text.contains(u"%1"_s), qPrintable(sample.id));
        }
    }

    void theFirstSuggestionFitsTheReason()
    {
        Failure failure;
        failure.type = TaskType::DockerPull;
        failure.exitCode = 1;
        failure.output = { "Error response from daemon: Head "
                           "\"https://r.test:5000/v2/a/manifests/1\": no basic auth credentials" };
        QCOMPARE(
            suggestionsFor(diagnose(failure)).first(), u"Log in to r.test:5000, then retry."_s);
        failure.output = { "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is "
                           "the docker daemon running?" };
        QCOMPARE(suggestionsFor(diagnose(failure)).first(), u"Start Docker, then retry."_s);
    }

    void aContainersOwnEndIsNeverRetried()
    {
        Failure failure;
        failure.type = TaskType::DockerRun;
        failure.exitCode = 3;
        failure.containerRan = true;
        failure.output = { "starting", "KeyError: 'name'" };
        const TaskError plain = diagnose(failure);
        QCOMPARE(plain.code, ErrorCode::UnknownError);
        QCOMPARE(errorMessage(plain), u"The container's program ended with code 3."_s);
        QCOMPARE(plain.exitCode, 3);

        failure.output = { "dial tcp 10.1.2.3:5432: connect: connection refused" };
        const TaskError network = diagnose(failure);
        QCOMPARE(network.code, ErrorCode::DockerNetworkError);
        QVERIFY(!network.retryable);
    }

    void theEngineTellsThatTheMemoryLimitWasReached()
    {
        Failure failure;
        failure.type = TaskType::DockerRun;
        failure.exitCode = 137;
        failure.containerRan = true;
        failure.oomKilled = true;
        const TaskError error = diagnose(failure);
        QCOMPARE(error.code, ErrorCode::SystemMemoryLimit);
        QCOMPARE(errorMessage(error), u"The container reached its memory limit and was killed."_s);
        QVERIFY(!error.retryable);
    }

    void retriesOnlyWhatCanSucceedByItself_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("retryable");
        QTest::addColumn<int>("seconds");
        QTest::newRow("refused") << QByteArray(
            "Error response from daemon: Get \"http://127.0.0.1:5999/v2/\": dial tcp "
            "127.0.0.1:5999: connect: connection refused")
                                 << true << 0;
        QTest::newRow("unknown host")
            << QByteArray("dial tcp: lookup nope.test on 10.0.0.1:53: no such host") << true << 0;
        QTest::newRow("no trust") << QByteArray(
            "Get \"https://r.test/v2/\": x509: certificate signed by unknown authority")
                                  << false << 0;
        QTest::newRow("plain http")
            << QByteArray("http: server gave HTTP response to HTTPS client") << false << 0;
        QTest::newRow("rate limit")
            << QByteArray("toomanyrequests: too many requests, retry after 30s") << true << 30;
        QTest::newRow("retry-after header")
            << QByteArray("429 Too Many Requests (Retry-After: 120)") << true << 120;
        QTest::newRow("outage") << QByteArray(
            "received unexpected HTTP status: 503 Service Unavailable")
                                << true << 0;
        QTest::newRow("typo") << QByteArray(
            "Error response from daemon: manifest for a/b:1 not found: manifest unknown")
                              << false << 0;
        QTest::newRow("no login") << QByteArray("no basic auth credentials") << false << 0;
        QTest::newRow("engine down")
            << QByteArray("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is "
                          "the docker daemon running?")
            << true << 0;
        QTest::newRow("disk full") << QByteArray("write /x: no space left on device") << false << 0;
    }

    void retriesOnlyWhatCanSucceedByItself()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, retryable);
        QFETCH(int, seconds);
        Failure failure;
        failure.exitCode = 1;
        failure.output = { line };
        const TaskError error = diagnose(failure);
        QCOMPARE(error.retryable, retryable);
        QCOMPARE(error.retryAfterSeconds.value_or(0), seconds);
    }

    void namesTheThing_data()
    {
        QTest::addColumn<TaskType>("type");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("subject");
        QTest::newRow("image") << TaskType::DockerPull
                               << QByteArray("Error response from daemon: manifest for acme/wbe:1 "
                                             "not found: manifest unknown")
                               << u"There is no image called acme/wbe:1 at Docker Hub."_s
                               << u"acme/wbe:1"_s;
        QTest::newRow("refused")
            << TaskType::DockerPull
            << QByteArray("Error response from daemon: Get \"http://127.0.0.1:5999/v2/\": dial tcp "
                          "127.0.0.1:5999: connect: connection refused")
            << u"Nothing answers at 127.0.0.1:5999."_s << u"127.0.0.1:5999"_s;
        QTest::newRow("alpine") << TaskType::DockerBuild
                                << QByteArray("#7 1.234   libfoo (no such package):")
                                << u"Alpine has no package called libfoo."_s << u"libfoo"_s;
        QTest::newRow("copy")
            << TaskType::DockerBuild
            << QByteArray("ERROR: failed to solve: failed to compute cache key: \"/missing.txt\" "
                          "not found: not found")
            << u"The file /missing.txt that is to be copied is not in the build context."_s
            << u"/missing.txt"_s;
        QTest::newRow("instruction")
            << TaskType::DockerBuild
            << QByteArray("failed to solve with frontend dockerfile.v0: failed to create LLB "
                          "definition: dockerfile parse error line 2: unknown instruction: RUNN")
            << u"Line 2 of the Dockerfile: there is no instruction called RUNN."_s << u"2"_s;
        QTest::newRow("model") << TaskType::OllamaRun
                               << QByteArray("{\"error\":\"model 'phi3:mini' not found\"}")
                               << u"There is no model called phi3:mini."_s << u"phi3:mini"_s;
        QTest::newRow("port") << TaskType::DockerRun
                              << QByteArray(
                                     "docker: Error response from daemon: driver failed "
                                     "programming external connectivity on endpoint web (1f): Bind "
                                     "for 0.0.0.0:8080 failed: port is already allocated.")
                              << u"The port 0.0.0.0:8080 is already in use."_s << u"0.0.0.0:8080"_s;
    }

    void namesTheThing()
    {
        QFETCH(TaskType, type);
        QFETCH(QByteArray, line);
        Failure failure;
        failure.type = type;
        failure.exitCode = type == TaskType::DockerRun ? 125 : 1;
        failure.output = { line };
        const TaskError error = diagnose(failure);
        QTEST(errorMessage(error), "message");
        QTEST(error.subject, "subject");
    }
};

QTEST_GUILESS_MAIN(TestDiagnose)
#include "test_diagnose.moc"
