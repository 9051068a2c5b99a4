// The logs of a store, as the queue sees them: appending, reading, falling behind.
#include "store_samples.h"

#include <QTemporaryDir>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

LogLine out(const QByteArray &text)
{
    return { LogChannel::Out, text };
}

} // namespace

class TestTaskStoreLogs : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void logGrowsAndIsRead();
    void aLogThatWaitsTellsSo();
    void readsAreAnsweredInOrder();
    void readsAreAnsweredAfterClosing();

private:
    QString path() const { return m_folder->path(); }
    void open();
    void reopen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TaskStore> m_store;
    JournalContents m_contents;
};

void TestTaskStoreLogs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    open();
}

void TestTaskStoreLogs::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestTaskStoreLogs::open()
{
    m_store = std::make_unique<TaskStore>(path());
    const auto contents = loadAndWait(*m_store);
    QVERIFY(contents);
    m_contents = *contents;
}

void TestTaskStoreLogs::reopen()
{
    QVERIFY(closeAndWait(*m_store));
    open();
}

void TestTaskStoreLogs::logGrowsAndIsRead()
{
    const TaskId id = QUuid::createUuid();
    const LogLines first{ out("one"), { LogChannel::Err, "two" } };
    const LogLines second{ { LogChannel::Note, "three" } };
    QSignalSpy grew(m_store.get(), &TaskJournal::logGrew);
    m_store->appendLog(id, first);
    m_store->appendLog(id, second);
    const LogPage page = pageOf(*m_store, id, 0, 10);
    QCOMPARE(page.lines, first + second);
    QCOMPARE(page.counts, (LogCounts{ 1, 1, 1 }));
    QCOMPARE(grew.size(), 2);
    QCOMPARE(grew.at(0).at(1).value<LogLines>(), first);
    QCOMPARE(grew.at(0).at(2).toLongLong(), 2);
    QCOMPARE(grew.at(1).at(0).value<TaskId>(), id);
    QCOMPARE(grew.at(1).at(2).toLongLong(), 3);
    reopen();
    QCOMPARE(pageOf(*m_store, id, -1, 2).lines, (LogLines{ first.at(1), second.at(0) }));
}

void TestTaskStoreLogs::aLogThatWaitsTellsSo()
{
    const TaskId id = QUuid::createUuid();
    const TaskId calm = QUuid::createUuid();
    QSignalSpy behind(m_store.get(), &TaskJournal::logBehind);
    const LogLines megabyte(16, out(QByteArray(64 * 1024, 'x')));
    m_store->appendLog(calm, megabyte);
    for (int i = 0; i < 4; ++i)
        m_store->appendLog(id, megabyte);
    QCOMPARE(behind.size(), 1); // 4 MiB and their line ends
    for (int i = 0; i < 4; ++i)
        m_store->appendLog(id, megabyte);
    QCOMPARE(behind.size(), 1);
    QCOMPARE(behind.at(0).at(0).value<TaskId>(), id);
    QCOMPARE(behind.at(0).at(1).toBool(), true);
    QTRY_COMPARE(behind.size(), 2);
    QCOMPARE(behind.at(1).at(0).value<TaskId>(), id);
    QCOMPARE(behind.at(1).at(1).toBool(), false);
    QCOMPARE(pageOf(*m_store, id, 0, 0).total, 8 * 16);
    QCOMPARE(behind.size(), 2);
}

void TestTaskStoreLogs::readsAreAnsweredInOrder()
{
    const TaskId id = QUuid::createUuid();
    QList<qint64> answered;
    QFuture<void> last;
    for (int i = 0; i < 20; ++i) {
        m_store->appendLog(id, { out("line") });
        last = m_store->readLog(id, 0, 1).then(
            [&](const LogPage &page) { answered.append(page.total); });
    }
    QTRY_VERIFY(last.isFinished());
    QCOMPARE(answered.size(), 20);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(answered.at(i), i + 1);
}

void TestTaskStoreLogs::readsAreAnsweredAfterClosing()
{
    const TaskId id = QUuid::createUuid();
    m_store->appendLog(id, { out("line") });
    const QFuture<LogPage> before = m_store->readLog(id, 0, 10);
    m_store->close();
    const QFuture<LogPage> after = m_store->readLog(id, 0, 10);
    QVERIFY(after.isFinished());
    QCOMPARE(after.result().lines, LogLines());
    QTRY_VERIFY(before.isFinished());
    QCOMPARE(before.result().lines, LogLines{ out("line") });

    m_store = std::make_unique<TaskStore>(path());
    const QFuture<LogPage> orphaned = m_store->readLog(id, 0, 10);
    m_store.reset();
    QVERIFY(orphaned.isFinished());
    QCOMPARE(orphaned.resultCount(), 1);
}

QTEST_GUILESS_MAIN(TestTaskStoreLogs)
#include "test_task_store_logs.moc"
