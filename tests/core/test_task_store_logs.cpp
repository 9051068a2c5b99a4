// The logs of a store, as the queue sees them: appending, reading, falling behind.
#include "open_store.h"

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
    std::unique_ptr<OpenStore> m_kept;
};

void TestTaskStoreLogs::init()
{
    m_kept = std::make_unique<OpenStore>();
    QVERIFY(m_kept->open());
}

void TestTaskStoreLogs::cleanup()
{
    m_kept.reset();
}

void TestTaskStoreLogs::logGrowsAndIsRead()
{
    const TaskId id = QUuid::createUuid();
    const LogLines first{ out("one"), { LogChannel::Err, "two" } };
    const LogLines second{ { LogChannel::Note, "three" } };
    QSignalSpy grew(m_kept->store.get(), &TaskJournal::logGrew);
    m_kept->store->appendLog(id, first);
    m_kept->store->appendLog(id, second);
    const LogPage page = pageOf(*m_kept->store, id, 0, 10);
    QCOMPARE(page.lines, first + second);
    QCOMPARE(page.counts, (LogCounts{ 1, 1, 1 }));
    QCOMPARE(grew.size(), 2);
    QCOMPARE(grew.at(0).at(1).value<LogLines>(), first);
    QCOMPARE(grew.at(0).at(2).toLongLong(), 2);
    QCOMPARE(grew.at(1).at(0).value<TaskId>(), id);
    QCOMPARE(grew.at(1).at(2).toLongLong(), 3);
    QVERIFY(m_kept->reopen());
    QCOMPARE(pageOf(*m_kept->store, id, -1, 2).lines, (LogLines{ first.at(1), second.at(0) }));
}

void TestTaskStoreLogs::aLogThatWaitsTellsSo()
{
    const TaskId id = QUuid::createUuid();
    const TaskId calm = QUuid::createUuid();
    QSignalSpy behind(m_kept->store.get(), &TaskJournal::logBehind);
    const LogLines megabyte(16, out(QByteArray(64 * 1024, 'x')));
    m_kept->store->appendLog(calm, megabyte);
    for (int i = 0; i < 4; ++i)
        m_kept->store->appendLog(id, megabyte);
    QCOMPARE(behind.size(), 1); // 4 MiB and their line ends
    for (int i = 0; i < 4; ++i)
        m_kept->store->appendLog(id, megabyte);
    QCOMPARE(behind.size(), 1);
    QCOMPARE(behind.at(0).at(0).value<TaskId>(), id);
    QCOMPARE(behind.at(0).at(1).toBool(), true);
    QTRY_COMPARE(behind.size(), 2);
    QCOMPARE(behind.at(1).at(0).value<TaskId>(), id);
    QCOMPARE(behind.at(1).at(1).toBool(), false);
    QCOMPARE(pageOf(*m_kept->store, id, 0, 0).total, 8 * 16);
    QCOMPARE(behind.size(), 2);
}

void TestTaskStoreLogs::readsAreAnsweredInOrder()
{
    const TaskId id = QUuid::createUuid();
    QList<qint64> answered;
    QFuture<void> last;
    for (int i = 0; i < 20; ++i) {
        m_kept->store->appendLog(id, { out("line") });
        last = m_kept->store->readLog(id, 0, 1).then(
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
    m_kept->store->appendLog(id, { out("line") });
    const QFuture<LogPage> before = m_kept->store->readLog(id, 0, 10);
    m_kept->store->close();
    const QFuture<LogPage> after = m_kept->store->readLog(id, 0, 10);
    QVERIFY(after.isFinished());
    QCOMPARE(after.result().lines, LogLines());
    QTRY_VERIFY(before.isFinished());
    QCOMPARE(before.result().lines, LogLines{ out("line") });

    m_kept->store = std::make_unique<TaskStore>(m_kept->path());
    const QFuture<LogPage> orphaned = m_kept->store->readLog(id, 0, 10);
    m_kept->store.reset();
    QVERIFY(orphaned.isFinished());
    QCOMPARE(orphaned.resultCount(), 1);
}

QTEST_GUILESS_MAIN(TestTaskStoreLogs)
#include "test_task_store_logs.moc"
