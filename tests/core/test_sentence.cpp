#include "core/task/task.h"
#include "core/task/validation.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class SentenceTest : public QObject {
    Q_OBJECT

private slots:
    void argumentsAreFilledInOnce();
    void clausesComeAfterTheArguments();
    void othersWordsAreTakenAsTheyAre();
    void aFieldIsNamedForProgramsOnly_data();
    void aFieldIsNamedForProgramsOnly();
};

void SentenceTest::argumentsAreFilledInOnce()
{
    QCOMPARE(Sentence("%1 of %2", { u"%2"_s, u"b"_s }).english(), u"%2 of b"_s);
}

void SentenceTest::clausesComeAfterTheArguments()
{
    const Sentence inner("waits for %1", { u"PULL a"_s });
    QCOMPARE(Sentence("Cannot %1: it %2", { u"move"_s }, { inner }).english(),
        u"Cannot move: it waits for PULL a"_s);
}

void SentenceTest::othersWordsAreTakenAsTheyAre()
{
    QCOMPARE(Sentence(u"RUN printf %1 100%"_s).english(), u"RUN printf %1 100%"_s);
    QVERIFY(Sentence().isEmpty() && Sentence().english().isEmpty());
}

void SentenceTest::aFieldIsNamedForProgramsOnly_data()
{
    QTest::addColumn<TaskDraft>("draft");
    QTest::addColumn<QString>("field");
    OllamaRun ask{ u"llama3.2"_s, u"Why?"_s };
    ask.maxTokens = 0;
    QTest::newRow("tokens") << TaskDraft{ ask, {}, {} } << u"max_tokens"_s;
    OllamaRun hot{ u"llama3.2"_s, u"Why?"_s };
    hot.temperature = 9;
    QTest::newRow("temperature") << TaskDraft{ hot, {}, {} } << u"temperature"_s;
    DockerPull pull{ u"alpine:3"_s };
    pull.allTags = true;
    QTest::newRow("all tags") << TaskDraft{ pull, {}, {} } << u"all_tags"_s;
    DockerRun run;
    run.image = u"alpine"_s;
    run.restart = u"always"_s;
    QTest::newRow("restart") << TaskDraft{ run, {}, {} } << u"restart"_s;
    TaskOptions retries;
    retries.maxRetries = -1;
    QTest::newRow("retries") << TaskDraft{ DockerPull{ u"alpine"_s }, retries, {} }
                             << u"max_retries"_s;
    TaskOptions time;
    time.timeoutSeconds = 0;
    QTest::newRow("time limit") << TaskDraft{ DockerPull{ u"alpine"_s }, time, {} }
                                << u"timeout_seconds"_s;
    TaskOptions stall;
    stall.stallSeconds = -1;
    QTest::newRow("stall") << TaskDraft{ DockerPull{ u"alpine"_s }, stall, {} }
                           << u"stall_seconds"_s;
}

void SentenceTest::aFieldIsNamedForProgramsOnly()
{
    QFETCH(TaskDraft, draft);
    QFETCH(QString, field);
    auto error = validate(draft.spec);
    if (!error)
        error = validate(draft.options);
    QVERIFY(error);
    QCOMPARE(error->field, field);
    QVERIFY(error->reason.english().startsWith(field));
    QVERIFY(!error->besideField.isEmpty());
    QVERIFY(!error->besideField.english().contains(field));
}

QTEST_GUILESS_MAIN(SentenceTest)
#include "test_sentence.moc"
