// What a child prints arrives whole, as lines, and no faster than it is read.
#include "tests/core/process_record.h"

#include <QTest>

#include <csignal>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestProcessRunnerOutput : public QObject {
    Q_OBJECT

private slots:
    void aTerminalHas100ColumnsAndIsRaw();
    void aTerminalGivesWhatWasWrittenJustBeforeTheEnd();
    void aFloodArrivesWhole_data();
    void aFloodArrivesWhole();
    void aLineWithoutEndComesInPieces();
    void anUnendedLineComesAtTheEnd();
    void aStoppedReaderStopsTheChild_data();
    void aStoppedReaderStopsTheChild();
    void whatIsLeftComesWhenReadingGoesOn_data();
    void whatIsLeftComesWhenReadingGoesOn();
};

void TestProcessRunnerOutput::aTerminalHas100ColumnsAndIsRaw()
{
    ProcessRunner runner;
    Record record(runner);
    ProcessCall call = shell(u"test -t 1 && test -t 2 && stty size <&1; stty -a <&2 | "
                             "grep -o -- '-opost'; printf '1%%\\r2%%\\r' >&2; exit 7"_s);
    call.onTerminal = true;
    runner.start(call);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output, (QList<QByteArray>{ "24 100", "-opost", "1%", "2%" }));
    QCOMPARE(record.errors, QList<QByteArray>{});
    QCOMPARE(record.end.exitCode, 7);
}

void TestProcessRunnerOutput::aTerminalGivesWhatWasWrittenJustBeforeTheEnd()
{
    for (int round = 0; round < 30; ++round) {
        ProcessRunner runner;
        Record record(runner);
        ProcessCall call = shell(u"seq 1 2000"_s);
        call.onTerminal = true;
        runner.start(call);
        QTRY_COMPARE(record.ends, 1);
        QCOMPARE(record.output.size(), 2000);
        QCOMPARE(record.output.last(), "2000");
    }
}

void TestProcessRunnerOutput::aFloodArrivesWhole_data()
{
    pipeAndTerminal();
}

void TestProcessRunnerOutput::aFloodArrivesWhole()
{
    QFETCH(const bool, onTerminal);
    ProcessRunner runner;
    Record record(runner);
    bool isWhole = true;
    connect(&runner, &ProcessRunner::linesRead, &record,
        [&record, &isWhole](const QList<OutputLine> &lines) {
            for (const OutputLine &line : lines)
                isWhole &= line.text == "0123456789abcdef0123456789abcdef0123456789abcdef";
            record.output.clear(); // checked
        });
    ProcessCall call =
        shell(u"yes 0123456789abcdef0123456789abcdef0123456789abcdef | head -c 51380224"_s);
    call.onTerminal = onTerminal;
    runner.start(call);
    QTRY_COMPARE_WITH_TIMEOUT(record.ends, 1, 60'000);
    QCOMPARE(record.bytes, 51'380'224); // 49 bytes a line, 49 MiB
    QVERIFY(isWhole);
    QVERIFY2(record.batches < 51'380'224 / 49 / 20, "lines come in batches");
}

void TestProcessRunnerOutput::aLineWithoutEndComesInPieces()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"head -c 1000000 /dev/zero"_s));
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output.join(), QByteArray(1'000'000, '\0'));
    for (const QByteArray &piece : record.output)
        QVERIFY(piece.size() <= 64 * 1024);
}

void TestProcessRunnerOutput::anUnendedLineComesAtTheEnd()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"printf 'a\\nrest'; printf problem >&2"_s));
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output, (QList<QByteArray>{ "a", "rest" }));
    QCOMPARE(record.errors, QList<QByteArray>{ "problem" });
}

void TestProcessRunnerOutput::aStoppedReaderStopsTheChild_data()
{
    pipeAndTerminal();
}

void TestProcessRunnerOutput::aStoppedReaderStopsTheChild()
{
    QFETCH(const bool, onTerminal);
    ProcessRunner runner;
    Record record(runner);
    qint64 stoppedAt = 0;
    connect(&runner, &ProcessRunner::linesRead, &record, [&] {
        if (record.bytes > 1'000'000 && !stoppedAt) {
            runner.setReading(false);
            stoppedAt = record.bytes;
        }
    });
    ProcessCall call = callOf(u"yes"_s);
    call.onTerminal = onTerminal;
    runner.start(call);
    QTRY_VERIFY(stoppedAt > 0);

    // The child sleeps in its write: state S, and the time it has used stands still.
    const auto timeUsed = [&runner] {
        QFile stat(u"/proc/%1/stat"_s.arg(runner.processId()));
        return stat.open(QIODevice::ReadOnly) ? stat.readAll().split(' ').mid(13, 2)
                                              : QList<QByteArray>{};
    };
    QList<QByteArray> used;
    const auto standsStill = [&] { return std::exchange(used, timeUsed()) == used; };
    QTRY_VERIFY(standsStill());
    QCOMPARE(record.bytes, stoppedAt);
    QCOMPARE(record.ends, 0);

    runner.setReading(true);
    QTRY_VERIFY(record.bytes > stoppedAt + 1'000'000);
    runner.kill();
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.signal, SIGKILL);
}

void TestProcessRunnerOutput::whatIsLeftComesWhenReadingGoesOn_data()
{
    pipeAndTerminal();
}

void TestProcessRunnerOutput::whatIsLeftComesWhenReadingGoesOn()
{
    QFETCH(const bool, onTerminal);
    ProcessRunner runner;
    Record record(runner);
    runner.setReading(false);
    ProcessCall call = shell(u"seq 1 500; exit 2"_s);
    call.onTerminal = onTerminal;
    runner.start(call);
    QTRY_COMPARE(runner.processId(), 0);
    // Longer than the patience with grandchildren, which must not count here.
    QTest::qWait(1500);
    QCOMPARE(record.batches, 0);
    QCOMPARE(record.ends, 0);
    runner.setReading(true);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output.size(), 500);
    QCOMPARE(record.end.exitCode, 2);
    QVERIFY(!record.saidAfterEnd);
}

QTEST_GUILESS_MAIN(TestProcessRunnerOutput)
#include "test_process_runner_output.moc"
