// How a child is started: with what, in what surroundings, and why it could not be.
#include "tests/core/process_record.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestProcessRunner : public QObject {
    Q_OBJECT

private slots:
    void readsBothChannelsAndTheExitCode();
    void saysWhichSignalEndedTheChild();
    void neverEndsInsideStart();
    void saysWhyAProgramCannotStart_data();
    void saysWhyAProgramCannotStart();
    void findsAProgramInTheChildsPath();
    void runsInAFolderWithAnEnvironment();
    void writesTheInputAndClosesIt();
    void survivesAChildThatDoesNotReadItsInput();
    void standardInputIsEmptyWithoutInput();
    void theChildHasDefaultSignalsAndItsOwnSession();
    void theChildInheritsNoDescriptorOfOurs();
    void endsOnceWhenDescriptorsRunOut_data();
    void endsOnceWhenDescriptorsRunOut();
};

void TestProcessRunner::readsBothChannelsAndTheExitCode()
{
    ProcessRunner runner;
    Record record(runner);
    QCOMPARE(runner.processId(), 0);
    runner.start(shell(u"echo one; echo two >&2; printf 'three\\n\\nfour\\n'; exit 3"_s));
    QVERIFY(runner.processId() > 0);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.starts, 1);
    QCOMPARE(record.end.kind, ProcessEnd::Kind::Exited);
    QCOMPARE(record.end.exitCode, 3);
    QCOMPARE(record.output, (QList<QByteArray>{ "one", "three", "", "four" }));
    QCOMPARE(record.errors, QList<QByteArray>{ "two" });
    QCOMPARE(runner.processId(), 0);
    QVERIFY(!record.saidAfterEnd);
}

void TestProcessRunner::saysWhichSignalEndedTheChild()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"kill -USR1 $$"_s));
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.kind, ProcessEnd::Kind::Signalled);
    QCOMPARE(record.end.signal, SIGUSR1);
}

void TestProcessRunner::neverEndsInsideStart()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(callOf(u"/no/such/program"_s));
    QCOMPARE(record.ends, 0);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.starts, 0);
    QCOMPARE(record.batches, 0);
}

void TestProcessRunner::saysWhyAProgramCannotStart_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("problem");
    QTest::newRow("not in PATH") << u"dockr"_s << QString()
                                 << u"there is no program \"dockr\" in PATH"_s;
    QTest::newRow("no such file") << u"/x/y"_s << QString() << u"there is no file \"/x/y\""_s;
    QTest::newRow("not executable")
        << u"DIR/plain"_s << QString() << u"\"DIR/plain\" may not be executed"_s;
    QTest::newRow("not executable, relative")
        << u"./plain"_s << u"DIR"_s << u"\"DIR/plain\" may not be executed"_s;
    QTest::newRow("a folder") << u"DIR"_s << QString() << u"\"DIR\" is not a program"_s;
    QTest::newRow("no name") << QString() << QString() << u"no program was named"_s;
    QTest::newRow("no such folder to work in")
        << u"sh"_s << u"DIR/none"_s << u"there is no folder \"DIR/none\" to work in"_s;
    QTest::newRow("missing interpreter")
        << u"DIR/script"_s << QString() << u"\"DIR/script\" could not be started: "_s;
}

void TestProcessRunner::saysWhyAProgramCannotStart()
{
    QFETCH(QString, program);
    QFETCH(QString, folder);
    QFETCH(QString, problem);
    QTemporaryDir dir;
    const auto addFile = [&dir](const QString &name, QFile::Permissions permissions) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/no/such/interpreter\n");
        file.setPermissions(permissions);
    };
    addFile(u"plain"_s, QFile::ReadOwner | QFile::WriteOwner);
    addFile(u"script"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (QString *text : { &program, &folder, &problem })
        text->replace(u"DIR"_s, dir.path());

    ProcessRunner runner;
    Record record(runner);
    ProcessCall call = callOf(program);
    call.workingDirectory = folder;
    runner.start(call);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.kind, ProcessEnd::Kind::NotStarted);
    QVERIFY2(record.end.problem.startsWith(problem), qPrintable(record.end.problem));
    QCOMPARE(record.starts, 0);
    QCOMPARE(runner.processId(), 0);
    QTest::qWait(0); // a second end would be on its way by now
    QCOMPARE(record.ends, 1);
}

void TestProcessRunner::findsAProgramInTheChildsPath()
{
    QTemporaryDir dir;
    QVERIFY(QFile::link(u"/bin/sh"_s, dir.filePath(u"our-own-shell"_s)));
    ProcessRunner runner;
    Record record(runner);
    ProcessCall call = shell(u"echo found"_s);
    call.program = u"our-own-shell"_s;
    call.environment = { { u"PATH"_s, u"/no/such/folder::"_s + dir.path() } };
    runner.start(call);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.problem, QString());
    QCOMPARE(record.output, QList<QByteArray>{ "found" });
}

void TestProcessRunner::runsInAFolderWithAnEnvironment()
{
    QTemporaryDir dir;
    qputenv("SLIPWAY_TEST_OURS", "ours");
    qputenv("SLIPWAY_TEST_REPLACED", "old");
    ProcessRunner runner;
    Record record(runner);
    ProcessCall call =
        shell(u"pwd -P; echo $SLIPWAY_TEST_OURS $SLIPWAY_TEST_REPLACED $SLIPWAY_TEST_ADDED"_s);
    call.workingDirectory = dir.path();
    call.environment = { { u"SLIPWAY_TEST_REPLACED"_s, u"new"_s },
        { u"SLIPWAY_TEST_ADDED"_s, u"é"_s } };
    runner.start(call);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output,
        (QList<QByteArray>{
            QFile::encodeName(QFileInfo(dir.path()).canonicalFilePath()), "ours new \xC3\xA9" }));
}

void TestProcessRunner::writesTheInputAndClosesIt()
{
    ProcessRunner runner;
    Record record(runner);
    ProcessCall call = shell(u"wc -c; exit 5"_s);
    call.input = QByteArray(300'000, 'x'); // more than a pipe holds
    runner.start(call);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output, QList<QByteArray>{ "300000" });
    QCOMPARE(record.end.exitCode, 5);
}

void TestProcessRunner::survivesAChildThatDoesNotReadItsInput()
{
    ProcessRunner runner;
    Record record(runner);
    ProcessCall call = shell(u"exec <&-; echo done"_s);
    call.input = QByteArray(1'000'000, 'x');
    runner.start(call);
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.end.kind, ProcessEnd::Kind::Exited);
    QCOMPARE(record.output, QList<QByteArray>{ "done" });
}

void TestProcessRunner::standardInputIsEmptyWithoutInput()
{
    ProcessRunner runner;
    Record record(runner);
    runner.start(shell(u"cat; readlink /proc/self/fd/0"_s));
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output, QList<QByteArray>{ "/dev/null" });
}

void TestProcessRunner::theChildHasDefaultSignalsAndItsOwnSession()
{
    const auto oldHandler = signal(SIGINT, SIG_IGN);
    sigset_t blocked;
    sigset_t oldMask;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_BLOCK, &blocked, &oldMask);
    ProcessRunner runner;
    Record record(runner);
    // Fields 5 to 7 of stat: process group, session, terminal.
    runner.start(callOf(u"/bin/cat"_s, { u"/proc/self/status"_s, u"/proc/self/stat"_s }));
    const QByteArray pid = QByteArray::number(runner.processId());
    signal(SIGINT, oldHandler);
    sigprocmask(SIG_SETMASK, &oldMask, nullptr);
    QTRY_COMPARE(record.ends, 1);
    QVERIFY(record.output.contains("SigBlk:\t0000000000000000"));
    QVERIFY(record.output.contains("SigIgn:\t0000000000000000"));
    QCOMPARE(record.output.last().split(' ').mid(4, 3), (QList<QByteArray>{ pid, pid, "0" }));
}

void TestProcessRunner::theChildInheritsNoDescriptorOfOurs()
{
    QSet<QByteArray> passedOn{ "0", "1", "2" }; // and what this test itself was started with
    for (int number = 3; number < 1024; ++number) {
        const int flags = fcntl(number, F_GETFD);
        if (flags >= 0 && !(flags & FD_CLOEXEC))
            passedOn.insert(QByteArray::number(number));
    }
    ProcessRunner other; // its channels must not stay open in the second child
    other.start(shell(u"sleep 100"_s));
    ProcessRunner runner;
    Record record(runner);
    runner.start(callOf(u"/bin/ls"_s, { u"/proc/self/fd"_s }));
    QTRY_COMPARE(record.ends, 1);
    QCOMPARE(record.output.size(), passedOn.size() + 1); // one is ls's own, for the folder
    const QSet<QByteArray> open(record.output.begin(), record.output.end());
    QVERIFY(open.contains(passedOn));
}

void TestProcessRunner::endsOnceWhenDescriptorsRunOut_data()
{
    pipeAndTerminal();
}

void TestProcessRunner::endsOnceWhenDescriptorsRunOut()
{
    QFETCH(const bool, onTerminal);
    const int next = dup(0);
    ::close(next);
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    bool startedAtLast = false;
    for (int spare = 0; spare < 20; ++spare) {
        ProcessRunner runner;
        Record record(runner);
        ProcessCall call = shell(u"exit 0"_s);
        call.input = "input";
        call.onTerminal = onTerminal;
        const rlimit few{ .rlim_cur = static_cast<rlim_t>(next + spare),
            .rlim_max = limit.rlim_max };
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
        runner.start(call);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
        QTRY_COMPARE(record.ends, 1);
        startedAtLast = record.end.kind == ProcessEnd::Kind::Exited;
        QCOMPARE(record.end.problem.isEmpty(), startedAtLast);
        QCOMPARE(record.starts, startedAtLast ? 1 : 0);
        if (spare == 0)
            QVERIFY2(record.end.problem.contains(u"Too many open files"_s),
                qPrintable(record.end.problem));
    }
    QVERIFY(startedAtLast);
}

QTEST_GUILESS_MAIN(TestProcessRunner)
#include "test_process_runner.moc"
