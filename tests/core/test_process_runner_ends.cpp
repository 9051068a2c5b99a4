#include "tests/core/process_record.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <memory>

using namespace slipway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto parentArgument = "--be-the-parent";

class TestProcessRunnerEnds : public QObject {
    Q_OBJECT

private slots:
    void doesNotWaitForAGrandchildThatHoldsAChannel();
    void endsGently();
    void endsAGroupThatIgnoresTerm();
    void endsAGrandchildThatOutlivesItsParent();
    void killsTheGroup();
    void endsBeforeItHasStarted_data();
    void endsBeforeItHasStarted();
    void isNotStartedAfterAnEnd();
    void endingWhatHasEndedDoesNothing();
    void aDestroyedRunnerLeavesNoChild_data();
    void aDestroyedRunnerLeavesNoChild();
    void theChildDiesWithItsParent();
};

void TestProcessRunnerEnds::doesNotWaitForAGrandchildThatHoldsAChannel()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"sleep 100 & echo $!; printf rest; exit 4"_s));
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output, (QList<QByteArray>{ record.output.first(), "rest" }));
    QCOMPARE(record.end.exitCode, 4);
    const pid_t grandchild = record.output.first().toInt();
    QVERIFY(isAlive(grandchild)); // nobody asked for its end
    ::kill(grandchild, SIGKILL);
}

void TestProcessRunnerEnds::endsGently()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(
        shell(u"trap 'echo tidied up; exit 9' TERM; echo ready; while :; do sleep 0.05; done"_s));
    QTRY_COMPARE(record.output, QList<QByteArray>{ "ready" });
    runner.endGently(100s);
    QTRY_COMPARE(record.ends, 1);
    QVERIFY(record.output.contains("tidied up"));
    QCOMPARE(record.end.kind, ProcessEnd::Kind::Exited);
    QCOMPARE(record.end.exitCode, 9);
}

void TestProcessRunnerEnds::endsAGroupThatIgnoresTerm()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"trap '' TERM; sleep 100 & echo $!; sleep 101 & echo $!; wait"_s));
    QTRY_COMPARE(record.output.size(), 2);
    runner.endGently(100s);
    runner.endGently(50ms); // a second call may be in more of a hurry, not in less
    runner.endGently(100s);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.kind, ProcessEnd::Kind::Signalled);
    QCOMPARE(record.end.signal, SIGKILL);
    for (const QByteArray &pid : record.output)
        QTRY_VERIFY(!isAlive(pid.toInt()));
}

void TestProcessRunnerEnds::endsAGrandchildThatOutlivesItsParent()
{
    ProcessRunner runner;
    Record record(runner);
    // The grandchild ignores TERM, its parent does not, and it holds no channel of ours.
    runner.start(shell(u"(trap '' TERM; exec sleep 100 >/dev/null 2>&1) & echo $!; wait"_s));
    QTRY_COMPARE(record.output.size(), 1);
    const qint64 grandchild = record.output.first().toInt();
    QTRY_VERIFY(QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(grandchild))
        != QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(runner.processId()))); // past its trap
    runner.endGently(100s);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.signal, SIGTERM);
    QTRY_VERIFY(!isAlive(grandchild));
}

void TestProcessRunnerEnds::killsTheGroup()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"sleep 100 & echo $!; wait"_s));
    QTRY_COMPARE(record.output.size(), 1);
    const qint64 child = runner.processId();
    runner.kill();
    runner.kill();
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.signal, SIGKILL);
    QVERIFY(!isAlive(child));
    QTRY_VERIFY(!isAlive(record.output.first().toInt()));
}

void TestProcessRunnerEnds::endsBeforeItHasStarted_data()
{
    QTest::addColumn<bool>("gently");
    QTest::newRow("gently") << true;
    QTest::newRow("at once") << false;
}

void TestProcessRunnerEnds::endsBeforeItHasStarted()
{
    QFETCH(const bool, gently);
    for (int round = 0; round < 20; ++round) {
        ProcessRunner runner;
        Record record(runner);
        runner.start(callOf(u"sleep"_s, { u"100"_s }));
        if (gently)
            runner.endGently(100s);
        else
            runner.kill();
        QCOMPARE(record.starts, 0);
        QTRY_COMPARE(record.ends, 1);
        QCOMPARE(record.end.kind, ProcessEnd::Kind::Signalled);
        QCOMPARE(record.end.signal, gently ? SIGTERM : SIGKILL);
    }
}

void TestProcessRunnerEnds::isNotStartedAfterAnEnd()
{
    ProcessRunner runner;
    Record record(runner);
    runner.endGently();
    QTest::qWait(0);
    QCOMPARE(record.ends, 0);
    runner.start(shell(u"echo no"_s));
    QCOMPARE(runner.processId(), 0);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.kind, ProcessEnd::Kind::NotStarted);
    QCOMPARE(record.batches, 0);
}

void TestProcessRunnerEnds::endingWhatHasEndedDoesNothing()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"exit 0"_s));
    QTRY_COMPARE(record.ends, 1);
    runner.endGently(0ms);
    runner.kill();
    runner.setReading(false);
    runner.setReading(true);
    QTest::qWait(20);
    QCOMPARE(record.ends, 1);
    QCOMPARE(record.end.kind, ProcessEnd::Kind::Exited);
}

void TestProcessRunnerEnds::aDestroyedRunnerLeavesNoChild_data()
{
    QTest::addColumn<bool>("whileStarting");
    QTest::newRow("while starting") << true;
    QTest::newRow("while running") << false;
}

void TestProcessRunnerEnds::aDestroyedRunnerLeavesNoChild()
{
    QFETCH(const bool, whileStarting);
    QTest::failOnWarning(QRegularExpression(u".*"_s)); // "Destroyed while process is still running"
    auto runner = std::make_unique<ProcessRunner>();
    Record record(*runner);
    runner->start(shell(u"trap '' TERM; sleep 100 & echo $!; wait"_s));
    if (!whileStarting)
        QTRY_COMPARE(record.output.size(), 1);
    const qint64 child = runner->processId();
    QVERIFY(child > 0);
    runner.reset();
    QTRY_VERIFY(!isAlive(child));
    if (!whileStarting)
        QTRY_VERIFY(!isAlive(record.output.first().toInt()));
    QTRY_VERIFY(!QFile::exists(u"/proc/%1"_s.arg(child))); // not even a zombie is left
    QCOMPARE(record.ends, 0);
}

// The other side of theChildDiesWithItsParent.
static int runTheParent(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    ProcessRunner runner;
    QObject::connect(&runner, &ProcessRunner::linesRead, &app, [](const QList<OutputLine> &lines) {
        printf("%s\n", lines.first().text.constData());
        fflush(stdout);
    });
    runner.start(shell(u"echo $$; exec sleep 100"_s));
    return app.exec();
}

void TestProcessRunnerEnds::theChildDiesWithItsParent()
{
    ProcessRunner parent;
    Record record(parent);
    parent.start(
        callOf(QCoreApplication::applicationFilePath(), { QString::fromLatin1(parentArgument) }));
    QTRY_COMPARE(record.output.size(), 1);
    const qint64 grandchild = record.output.first().toInt();
    QVERIFY(isAlive(grandchild));
    ::kill(static_cast<pid_t>(parent.processId()), SIGKILL); // that one process, not its group
    QTRY_COMPARE(record.ends, 1);
    QTRY_VERIFY(!isAlive(grandchild));
}

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], parentArgument) == 0)
        return runTheParent(argc, argv);
    QCoreApplication app(argc, argv);
    TestProcessRunnerEnds test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_process_runner_ends.moc"
