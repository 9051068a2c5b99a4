#include "tests/support/fake_queue_service.h"
#include "ui/error_text.h"
#include "ui/task_text.h"
#include "ui/units_text.h"

#include <QTest>
#include <QTranslator>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestTaskText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sizesAreDecimal_data();
    void sizesAreDecimal();
    void sizesOfOneUnitNameItOnce();
    void durations_data();
    void durations();
    void timesAreRelativeWhileFresh();
    void ordinals();
    void inGerman();
    void theClockIsTheLocales();
    void everyStatusHasItsOwnWord();
    void everyErrorCodeHasASentenceAndSomethingToDo();
    void aRetryAheadCountsDown();
    void stoppingIsSaidAtOnce();
    void aWaitingRowSaysWhy();
    void aFailedRowSaysTheCause();
    void aGuessedTimeSaysAbout();
    void silenceIsTold();
    void theReportHoldsWhatIsNeeded();
};

void TestTaskText::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestTaskText::sizesAreDecimal_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0LL << u"0 B"_s;
    QTest::newRow("bytes") << 999LL << u"999 B"_s;
    QTest::newRow("kilobytes") << 1'000LL << u"1.0 kB"_s;
    QTest::newRow("megabytes") << 64'100'000LL << u"64.1 MB"_s;
    QTest::newRow("no decimals from a hundred on") << 182'400'000LL << u"182 MB"_s;
    QTest::newRow("rounds into the next unit") << 999'960'000LL << u"1.0 GB"_s;
    QTest::newRow("gigabytes") << 1'900'000'000LL << u"1.9 GB"_s;
}

void TestTaskText::sizesAreDecimal()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(sizeText(bytes), text);
}

void TestTaskText::sizesOfOneUnitNameItOnce()
{
    QCOMPARE(sizeOfText(1'200'000'000, 1'900'000'000), u"1.2 of 1.9 GB"_s);
    QCOMPARE(sizeOfText(412'000'000, 1'200'000'000), u"412 MB of 1.2 GB"_s);
}

void TestTaskText::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0LL << u"0:00"_s;
    QTest::newRow("seconds") << 9LL << u"0:09"_s;
    QTest::newRow("minutes") << 124LL << u"2:04"_s;
    QTest::newRow("an hour") << 3600LL << u"1:00:00"_s;
    QTest::newRow("a negative clock step") << -5LL << u"0:00"_s;
}

void TestTaskText::durations()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(seconds), text);
}

void TestTaskText::timesAreRelativeWhileFresh()
{
    const QDateTime now(QDate(2025, 3, 12), QTime(15, 0));
    QCOMPARE(timeText(now.addSecs(-10), now), u"just now"_s);
    QCOMPARE(timeText(now.addSecs(-300), now), u"5 min ago"_s);
    QCOMPARE(timeText(now.addSecs(-2 * 3600), now), u"Today 13:00"_s);
    QCOMPARE(timeText(now.addDays(-1), now), u"Yesterday 15:00"_s);
    QCOMPARE(timeText(now.addDays(-5), now), u"7 Mar 15:00"_s);
    QCOMPARE(timeText({}, now), QString());
}

void TestTaskText::ordinals()
{
    QStringList texts;
    for (int number : { 1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111 })
        texts << ordinalText(number);
    QCOMPARE(texts.join(u' '), u"1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 103rd 111th"_s);
}

void TestTaskText::inGerman()
{
    QTranslator german;
    QVERIFY(german.load(u":/i18n/slipway_de.qm"_s));
    QCoreApplication::installTranslator(&german);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QDateTime now(QDate(2025, 3, 12), QTime(15, 0));
    const QStringList texts{ sizeText(1'200'000'000), speedText(11'800'000),
        sizeOfText(1'200'000'000, 1'900'000'000), sizeOfText(412'000'000, 1'200'000'000),
        durationText(124), timeText(now.addSecs(-10), now), timeText(now.addSecs(-300), now),
        timeText(now.addSecs(-2 * 3600), now), timeText(now.addDays(-1), now),
        timeText(now.addDays(-5), now), timeText(now.addYears(-1), now), ordinalText(4) };
    QLocale::setDefault(QLocale::c());
    QCoreApplication::removeTranslator(&german);
    QCOMPARE(texts,
        QStringList({ u"1,2 GB"_s, u"11,8 MB/s"_s, u"1,2 von 1,9 GB"_s, u"412 MB von 1,2 GB"_s,
            u"2:04"_s, u"gerade eben"_s, u"vor 5 min"_s, u"Heute 13:00"_s, u"Gestern 15:00"_s,
            u"7. März 15:00"_s, u"12. März 2024 15:00"_s, u"4."_s }));
}

void TestTaskText::theClockIsTheLocales()
{
    const QDateTime now(QDate(2025, 3, 12), QTime(15, 0));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QString american = timeText(now.addSecs(-2 * 3600), now);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(american.simplified(), u"Today 1:00 PM"_s);
}

void TestTaskText::everyStatusHasItsOwnWord()
{
    QSet<QString> words;
    for (TaskStatus status : allStatuses())
        words.insert(statusWord(status));
    QCOMPARE(words.size(), allStatuses().size());
}

void TestTaskText::everyErrorCodeHasASentenceAndSomethingToDo()
{
    for (ErrorCode code : allErrorCodes()) {
        TaskError error;
        error.code = code;
        QVERIFY2(!errorSentence(error).isEmpty(), qPrintable(errorCodeName(code)));
        QVERIFY2(!suggestionSentences(error).isEmpty(), qPrintable(errorCodeName(code)));
    }
}

void TestTaskText::aRetryAheadCountsDown()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Task task = madeTask(1, pullOf(u"alpine"_s));
    task.retryCount = 2;
    task.nextRetryAt = now.addSecs(40);
    task.waitingFor = u"The registry answered 503."_s;
    QCOMPARE(stateText(task, now), u"Retrying in 0:40"_s);
    QCOMPARE(stateTone(task), Tone::Warning);
    QCOMPARE(
        secondLine(task, { 0, 2, false, now }), u"Retry 2 of 3 · The registry answered 503."_s);

    task.waitingFor = {};
    TaskError error;
    error.text = u"%1 is busy."_s;
    error.arguments = { u"ghcr.io"_s };
    task.error = error;
    const LineContext context{ .position = 0, .atOnce = 2, .held = false, .now = now };
    QCOMPARE(secondLine(task, context), u"Retry 2 of 3 · ghcr.io is busy."_s);
}

void TestTaskText::stoppingIsSaidAtOnce()
{
    Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);
    task.stopReason = StopReason::Cancel;
    QCOMPARE(stateText(task, QDateTime::currentDateTimeUtc()), u"Cancelling …"_s);
    task.stopReason = StopReason::Pause;
    QCOMPARE(stateText(task, QDateTime::currentDateTimeUtc()), u"Pausing …"_s);
}

void TestTaskText::aWaitingRowSaysWhy()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Task task = madeTask(1, pullOf(u"alpine"_s));
    QCOMPARE(secondLine(task, { 2, 2, false, now }), u"2nd in line · 2 at once"_s);
    QCOMPARE(secondLine(task, { 1, 2, true, now }), u"The queue is held: nothing new starts"_s);
}

void TestTaskText::aFailedRowSaysTheCause()
{
    Task task = madeTask(1, pullOf(u"acme/wbe"_s), TaskStatus::Failed);
    TaskError error;
    error.text = u"No image called %1 at %2."_s;
    error.arguments = { u"acme/wbe"_s, u"Docker Hub"_s };
    task.error = error;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(secondLine(task, { 0, 2, false, now }), u"No image called acme/wbe at Docker Hub."_s);
    QCOMPARE(secondLineTone(task), Tone::Error);
}

void TestTaskText::aGuessedTimeSaysAbout()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Task pull = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);
    pull.progress.secondsLeft = 70;
    QCOMPARE(timeLeftText(pull, now), u"1:10"_s);
    pull.status = TaskStatus::Paused;
    QCOMPARE(timeLeftText(pull, now), QString());

    Task build = madeTask(2, DockerBuild{ u"/src"_s }, TaskStatus::Building);
    QCOMPARE(timeLeftText(build, now), QString());
    build.usualSeconds = 100;
    build.attemptStartedAt = now.addSecs(-30);
    build.progress.step = u"Step 2 of 4: RUN make"_s;
    QCOMPARE(timeLeftText(build, now), u"about 1:10"_s);
    QCOMPARE(secondLine(build, { 0, 2, false, now }), u"Step 2 of 4: RUN make · usually 1:40"_s);
    QCOMPARE(timeLeftText(build, now.addSecs(80)), QString());
}

void TestTaskText::silenceIsTold()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Task pull = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);
    pull.progress.step = u"1 of 3 layers"_s;
    pull.progress.awaits = Awaits::Bytes;
    QCOMPARE(stateTone(pull), Tone::Running);
    pull.quietSince = now.addSecs(-125);
    QCOMPARE(stateTone(pull), Tone::Warning);
    QCOMPARE(secondLine(pull, { 0, 2, false, now }),
        u"Nothing has moved for 2:05; after 5:00 it is ended and tried again"_s);
    pull.progress.awaits = Awaits::Others;
    QCOMPARE(secondLine(pull, { 0, 2, false, now }), u"Nothing has moved for 2:05"_s);
}

void TestTaskText::theReportHoldsWhatIsNeeded()
{
    Task task = madeTask(1, pullOf(u"acme/wbe"_s), TaskStatus::Failed);
    TaskError error;
    error.code = ErrorCode::DockerImageNotFound;
    error.decisiveLine = u"pull access denied"_s;
    task.error = error;
    const QString report = reportText(task, u"docker pull acme/wbe"_s, { u"last line"_s });
    for (const QString &part : { u"acme/wbe"_s, u"Failed"_s, u"docker pull acme/wbe"_s,
             u"DOCKER_IMAGE_NOT_FOUND"_s, u"pull access denied"_s, u"last line"_s })
        QVERIFY2(report.contains(part), qPrintable(part));
}

QTEST_GUILESS_MAIN(TestTaskText)
#include "test_task_text.moc"
