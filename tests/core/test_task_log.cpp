#include "core/store/log_folder.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

LogLine out(const QByteArray &text)
{
    return { LogChannel::Out, text };
}

LogLines numbered(int from, int count)
{
    LogLines lines;
    for (int i = from; i < from + count; ++i)
        lines.append(out("line " + QByteArray::number(i)));
    return lines;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

int openFilesBelow(const QString &folder)
{
    int found = 0;
    const QFileInfoList all = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System);
    for (const QFileInfo &info : all)
        found += info.symLinkTarget().startsWith(folder);
    return found;
}

} // namespace

class TestTaskLog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void pages_data();
    void pages();
    void linesComeBackAsTheyWere();
    void formatOnDisk();
    void countsOfAnEarlierRun();
    void tornLineIsCutOff();
    void nothingButATornLine();
    void lineFeedInsideATextStaysOneLine();
    void lineLongerThanAChunk();
    void endOf200000Lines();
    void missingLogIsEmptyAndNotMade();
    void halfAWriteIsTakenBack();
    void fileThatGrewBehindOurBackIsReadAgain();
    void fewFilesAreOpen();
    void removedLogBeginsAnew();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestTaskLog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"a.log"_s);
}

void TestTaskLog::pages_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qsizetype>("lines");
    QTest::newRow("the beginning") << qint64(0) << 10 << qint64(0) << qsizetype(10);
    QTest::newRow("the middle") << qint64(2500) << 10 << qint64(2500) << qsizetype(10);
    QTest::newRow("the first line of an index block")
        << qint64(2048) << 1 << qint64(2048) << qsizetype(1);
    QTest::newRow("the last line of an index block")
        << qint64(2047) << 2 << qint64(2047) << qsizetype(2);
    QTest::newRow("the end") << qint64(-1) << 10 << qint64(4990) << qsizetype(10);
    QTest::newRow("more than there is, from the end")
        << qint64(-1) << 9000 << qint64(0) << qsizetype(5000);
    QTest::newRow("over the end") << qint64(4995) << 10 << qint64(4995) << qsizetype(5);
    QTest::newRow("beyond the end") << qint64(7000) << 10 << qint64(5000) << qsizetype(0);
    QTest::newRow("counts alone") << qint64(0) << 0 << qint64(0) << qsizetype(0);
    QTest::newRow("a negative count") << qint64(-1) << -5 << qint64(5000) << qsizetype(0);
}

void TestTaskLog::pages()
{
    QFETCH(qint64, from);
    QFETCH(int, count);
    TaskLog writing(m_path);
    QCOMPARE(writing.append(numbered(0, 3000)), QString());
    QCOMPARE(writing.append(numbered(3000, 2000)), QString());
    TaskLog reading(m_path);
    for (TaskLog *log : { &writing, &reading }) {
        const LogPage page = log->page(from, count);
        QCOMPARE(page.total, 5000);
        QTEST(page.from, "first");
        QTEST(page.lines.size(), "lines");
        QCOMPARE(page.lines, numbered(int(page.from), int(page.lines.size())));
    }
}

void TestTaskLog::linesComeBackAsTheyWere()
{
    const LogLines lines{ out("plain"), { LogChannel::Err, "to stderr" },
        { LogChannel::Note, "ours" }, out(""), out("  leading and trailing  "),
        out(QByteArray("zero \0 byte", 11)), out("\xff\xfe not UTF-8"), out("carriage\rreturn"),
        { LogChannel::Err, "" } };
    TaskLog log(m_path);
    QCOMPARE(log.append(lines), QString());
    const LogPage page = TaskLog(m_path).page(0, 100);
    QCOMPARE(page.lines, lines);
    QCOMPARE(page.counts, (LogCounts{ 6, 2, 1 }));
}

void TestTaskLog::formatOnDisk()
{
    TaskLog log(m_path);
    log.append({ out("Hello"), { LogChannel::Err, "oh" }, { LogChannel::Note, "Retried" } });
    QCOMPARE(bytesOf(m_path), "o Hello\ne oh\nn Retried\n");
    QCOMPARE(
        QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestTaskLog::countsOfAnEarlierRun()
{
    TaskLog(m_path).append({ out("1"), out("2"), { LogChannel::Err, "3" } });
    TaskLog log(m_path);
    QCOMPARE(log.append({ { LogChannel::Note, "4" } }), QString());
    QCOMPARE(log.counts(), (LogCounts{ 2, 1, 1 }));
    QCOMPARE(bytesOf(m_path), "o 1\no 2\ne 3\nn 4\n");
}

void TestTaskLog::tornLineIsCutOff()
{
    write(m_path, "o whole\ne torn in the mid");
    TaskLog log(m_path);
    QCOMPARE(log.counts(), (LogCounts{ 1, 0, 0 }));
    QCOMPARE(bytesOf(m_path), "o whole\n");
    QCOMPARE(log.append({ out("next") }), QString());
    QCOMPARE(bytesOf(m_path), "o whole\no next\n");
}

void TestTaskLog::nothingButATornLine()
{
    write(m_path, "o tor");
    TaskLog log(m_path);
    QCOMPARE(log.append({ out("first") }), QString());
    QCOMPARE(log.counts(), (LogCounts{ 1, 0, 0 }));
    QCOMPARE(bytesOf(m_path), "o first\n");
}

void TestTaskLog::lineFeedInsideATextStaysOneLine()
{
    TaskLog log(m_path);
    log.append({ out("a\nb"), out("c") });
    QCOMPARE(TaskLog(m_path).page(0, 10).lines, (LogLines{ out("a b"), out("c") }));
    QCOMPARE(log.page(1, 1).lines, LogLines{ out("c") });
}

void TestTaskLog::lineLongerThanAChunk()
{
    const QByteArray longText(3 * 1024 * 1024, 'x');
    TaskLog(m_path).append({ out("before"), out(longText), out("after") });
    const LogPage page = TaskLog(m_path).page(1, 2);
    QCOMPARE(page.lines.size(), 2);
    QCOMPARE(page.lines.at(0).text.size(), longText.size());
    QCOMPARE(page.lines.at(1).text, "after");
}

void TestTaskLog::endOf200000Lines()
{
    TaskLog writing(m_path);
    for (int i = 0; i < 200'000; i += 10'000)
        QCOMPARE(writing.append(numbered(i, 10'000)), QString());
    TaskLog log(m_path);
    const LogPage page = log.page(-1, 1000);
    QCOMPARE(page.from, 199'000);
    QCOMPARE(page.lines, numbered(199'000, 1000));
    QCOMPARE(page.counts, (LogCounts{ 200'000, 0, 0 }));
    log.append({ out("line 200000") });
    QCOMPARE(log.page(-1, 3).lines, numbered(199'998, 3));
}

void TestTaskLog::missingLogIsEmptyAndNotMade()
{
    TaskLog log(m_path);
    QCOMPARE(log.page(-1, 10).lines, LogLines());
    QCOMPARE(log.counts(), LogCounts());
    QVERIFY(!QFile::exists(m_path));
}

void TestTaskLog::halfAWriteIsTakenBack()
{
    TaskLog log(m_path);
    QCOMPARE(log.append({ out("first") }), QString());
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlimit tight = limit;
    tight.rlim_cur = 20;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const QString reason = log.append({ out("ten bytes."), out("and many more of them") });
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    std::signal(SIGXFSZ, before);
    QVERIFY(!reason.isEmpty());
    QCOMPARE(bytesOf(m_path), "o first\n");
    QCOMPARE(log.counts(), (LogCounts{ 1, 0, 0 }));
    QCOMPARE(log.append({ out("again") }), QString());
    QCOMPARE(bytesOf(m_path), "o first\no again\n");
}

void TestTaskLog::fileThatGrewBehindOurBackIsReadAgain()
{
    TaskLog log(m_path);
    log.append({ out("ours") });
    log.closeFile();
    TaskLog(m_path).append({ { LogChannel::Err, "another's" } });
    QCOMPARE(log.counts(), (LogCounts{ 1, 1, 0 }));
}

void TestTaskLog::fewFilesAreOpen()
{
    LogFolder logs(m_folder->path(), 4);
    QList<TaskId> ids;
    for (int i = 0; i < 40; ++i)
        ids.append(QUuid::createUuid());
    for (int round = 0; round < 3; ++round) {
        for (const TaskId &id : std::as_const(ids))
            QCOMPARE(logs.append(id, { out("round " + QByteArray::number(round)) }), QString());
        QCOMPARE(openFilesBelow(m_folder->path()), 4);
    }
    for (const TaskId &id : std::as_const(ids))
        QCOMPARE(logs.page(id, -1, 1).lines, LogLines{ out("round 2") });
    logs.closeFiles();
    QCOMPARE(openFilesBelow(m_folder->path()), 0);
}

void TestTaskLog::removedLogBeginsAnew()
{
    LogFolder logs(m_folder->path());
    const TaskId id = QUuid::createUuid();
    logs.append(id, numbered(0, 10));
    logs.remove(id);
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QCOMPARE(logs.counts(id), LogCounts());
    logs.append(id, { out("new") });
    QCOMPARE(logs.page(id, 0, 10).lines, LogLines{ out("new") });
}

QTEST_GUILESS_MAIN(TestTaskLog)
#include "test_task_log.moc"
