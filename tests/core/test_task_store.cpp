// What a store keeps of tasks, cleanups and settings, when it is written, and how it closes.
#include "open_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

QList<quint64> revisionsOf(const QSignalSpy &saved, const TaskId &id)
{
    QList<quint64> revisions;
    for (const QList<QVariant> &call : saved) {
        if (call.at(0).value<TaskId>() == id)
            revisions.append(call.at(1).value<quint64>());
    }
    return revisions;
}

QList<qint64> sequencesIn(const JournalContents &contents)
{
    QList<qint64> sequences;
    for (const Task &task : contents.tasks)
        sequences.append(task.sequence);
    return sequences;
}

// Counts in SQLite's write-ahead log: after 32 bytes come frames of a 24-byte header and one page.
// The second number of a header is 0 but for the last frame of a transaction.
int transactionsIn(const QString &folder)
{
    QFile file(folder + u"/tasks.db-wal"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray bytes = file.readAll();
    const qsizetype pageSize = qFromBigEndian<quint32>(bytes.constData() + 8);
    int transactions = 0;
    for (qsizetype at = 32; at + 24 <= bytes.size(); at += 24 + pageSize)
        transactions += qFromBigEndian<quint32>(bytes.constData() + at + 4) != 0;
    return transactions;
}

LogLine out(const QByteArray &text)
{
    return { LogChannel::Out, text };
}

} // namespace

class TestTaskStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFreshStoreIsEmpty();
    void everyFieldComesBack();
    void tasksComeInOrderOfSubmission();
    void theLatestSnapshotWins();
    void savesOfOneTurnOfTheLoopGoTogether();
    void aLazySaveWaitsForCompanyOfItsTask();
    void aLazySaveIsWrittenByItselfAndAtTheClose();
    void changesBeforeLoadingAreKept();
    void aGroupIsSavedWholeOrNotAtAll();
    void outcomeAndCleanupAreOneWrite();
    void aCleanupIsDueUntilItIsDone();
    void heldIsKept();
    void storeIdStays();
    void removeTakesTaskAndLogButNotItsCleanup();
    void aSaveIsAnsweredThoughTheTaskIsRemoved();
    void closeWritesAllThatWaits();
    void closedIsToldOnce();
    void aStoreThatWasNeverLoadedCloses();
    void destructionWithoutCloseKeepsWhatWasSaved();

private:
    std::unique_ptr<OpenStore> m_kept;
};

void TestTaskStore::init()
{
    m_kept = std::make_unique<OpenStore>();
    QVERIFY(m_kept->open());
}

void TestTaskStore::cleanup()
{
    m_kept.reset();
}

void TestTaskStore::aFreshStoreIsEmpty()
{
    QVERIFY(m_kept->contents.tasks.isEmpty());
    QVERIFY(m_kept->contents.cleanups.isEmpty());
    QVERIFY(!m_kept->contents.held);
    QCOMPARE(m_kept->contents.notice, QString());
    QVERIFY(!QUuid::fromString(m_kept->contents.storeId).isNull());
}

void TestTaskStore::everyFieldComesBack()
{
    const Task task = fullTask(3);
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    m_kept->store->save(task);
    QTRY_COMPARE(revisionsOf(saved, task.id), QList<quint64>{ 17 });
    QVERIFY(m_kept->reopen());
    QCOMPARE(m_kept->contents.tasks.size(), 1);
    const Task &back = m_kept->contents.tasks.first();
    QCOMPARE(back.id, task.id);
    QCOMPARE(back.sequence, task.sequence);
    QCOMPARE(back.revision, task.revision);
    QVERIFY(back.spec == task.spec);
    QVERIFY(back.options == task.options);
    QCOMPARE(back.status, task.status);
    QVERIFY(back.progress == task.progress);
    QCOMPARE(back.createdAt, task.createdAt);
    QCOMPARE(back.startedAt, task.startedAt);
    QCOMPARE(back.completedAt, task.completedAt);
    QCOMPARE(back.activeMs, task.activeMs);
    QCOMPARE(back.attemptStartedAt, task.attemptStartedAt);
    QVERIFY(back.history == task.history);
    QCOMPARE(back.attempt, task.attempt);
    QCOMPARE(back.retryCount, task.retryCount);
    QCOMPARE(back.nextRetryAt, task.nextRetryAt);
    QCOMPARE(back.afterDone, task.afterDone);
    QCOMPARE(back.place, task.place);
    QCOMPARE(back.stopReason, task.stopReason);
    QCOMPARE(back.frozen, task.frozen);
    QCOMPARE(back.resolvedHost, task.resolvedHost);
    QCOMPARE(back.waitingFor, task.waitingFor);
    QVERIFY(back.error == task.error);
    QVERIFY(back.result == task.result);
}

void TestTaskStore::tasksComeInOrderOfSubmission()
{
    for (const qint64 sequence : { 5, 2, 9, 1 })
        m_kept->store->save(plainTask(sequence));
    QVERIFY(m_kept->reopen());
    QCOMPARE(sequencesIn(m_kept->contents), (QList<qint64>{ 1, 2, 5, 9 }));
}

void TestTaskStore::theLatestSnapshotWins()
{
    Task task = plainTask(1);
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    for (task.revision = 1; task.revision <= 50; ++task.revision) {
        task.progress.percent = int(task.revision);
        m_kept->store->save(task);
    }
    QTRY_VERIFY(revisionsOf(saved, task.id).contains(50));
    const QList<quint64> revisions = revisionsOf(saved, task.id);
    QVERIFY(std::is_sorted(revisions.cbegin(), revisions.cend()));
    QVERIFY(m_kept->reopen());
    QCOMPARE(m_kept->contents.tasks.size(), 1);
    QCOMPARE(m_kept->contents.tasks.first().revision, 50);
    QCOMPARE(m_kept->contents.tasks.first().progress.percent, 50);
}

void TestTaskStore::savesOfOneTurnOfTheLoopGoTogether()
{
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    const int before = transactionsIn(m_kept->path());
    for (int i = 1; i <= 200; ++i)
        m_kept->store->save(plainTask(i));
    QTRY_COMPARE(saved.size(), 200);
    QCOMPARE(transactionsIn(m_kept->path()) - before, 1);
}

void TestTaskStore::aLazySaveWaitsForCompanyOfItsTask()
{
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    const int before = transactionsIn(m_kept->path());
    Task task = plainTask(1);
    Task other = plainTask(2);
    task.revision = 1;
    m_kept->store->save(task, Durability::Lazy);
    m_kept->store->save(other);
    QTRY_COMPARE(saved.size(), 1);
    task.revision = 2;
    m_kept->store->save(task);
    QTRY_COMPARE(saved.size(), 2);
    QCOMPARE(revisionsOf(saved, task.id), QList<quint64>{ 2 });
    QCOMPARE(transactionsIn(m_kept->path()) - before, 2);
}

void TestTaskStore::aLazySaveIsWrittenByItselfAndAtTheClose()
{
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    const Task first = plainTask(1);
    m_kept->store->save(first, Durability::Lazy);
    QTRY_COMPARE(saved.size(), 1);
    m_kept->store->save(plainTask(2), Durability::Lazy);
    QVERIFY(m_kept->reopen());
    QCOMPARE(m_kept->contents.tasks.size(), 2);
}

void TestTaskStore::changesBeforeLoadingAreKept()
{
    QVERIFY(closeAndWait(*m_kept->store));
    m_kept->store = std::make_unique<TaskStore>(m_kept->path());
    const Task task = plainTask(1);
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    m_kept->store->save(task);
    QVERIFY(loadAndWait(*m_kept->store));
    QTRY_COMPARE(revisionsOf(saved, task.id), QList<quint64>{ 1 });
}

void TestTaskStore::aGroupIsSavedWholeOrNotAtAll()
{
    runSql(m_kept->path(),
        { u"CREATE TRIGGER refuse BEFORE INSERT ON tasks WHEN NEW.sequence = 3 "
          "BEGIN SELECT RAISE(ABORT, 'no third task'); END"_s });
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    QSignalSpy failed(m_kept->store.get(), &TaskJournal::failed);
    QList<Task> group;
    for (int i = 1; i <= 5; ++i)
        group.append(plainTask(i));
    m_kept->store->saveAll(group, Durability::Full);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed.first().first().toString().contains(u"no third task"_s),
        qPrintable(failed.first().first().toString()));
    QCOMPARE(saved.size(), 0);
    QCOMPARE(runSql(m_kept->path(), { u"SELECT count(*) FROM tasks"_s }).toInt(), 0);

    // The next change tries all of it again.
    runSql(m_kept->path(), { u"DROP TRIGGER refuse"_s });
    m_kept->store->saveHeld(true);
    QTRY_COMPARE(saved.size(), 5);
    QCOMPARE(failed.size(), 1);
    QVERIFY(m_kept->reopen());
    QCOMPARE(sequencesIn(m_kept->contents), (QList<qint64>{ 1, 2, 3, 4, 5 }));
    QVERIFY(m_kept->contents.held);
}

void TestTaskStore::outcomeAndCleanupAreOneWrite()
{
    runSql(m_kept->path(),
        { u"CREATE TRIGGER refuse BEFORE INSERT ON cleanups "
          "BEGIN SELECT RAISE(ABORT, 'no cleanup'); END"_s });
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    QSignalSpy failed(m_kept->store.get(), &TaskJournal::failed);
    const Task task = plainTask(1);
    const DueCleanup due{ task.id, u"desktop"_s };
    m_kept->store->saveWithCleanup(task, due);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(saved.size(), 0);
    QCOMPARE(runSql(m_kept->path(), { u"SELECT count(*) FROM tasks"_s }).toInt(), 0);
    runSql(m_kept->path(), { u"DROP TRIGGER refuse"_s });
    QVERIFY(m_kept->reopen()); // closing is one more try
    QCOMPARE(m_kept->contents.tasks.size(), 1);
    QCOMPARE(m_kept->contents.cleanups, QList<DueCleanup>{ due });
}

void TestTaskStore::aCleanupIsDueUntilItIsDone()
{
    const Task task = plainTask(1);
    const DueCleanup here{ task.id, QString() };
    const DueCleanup there{ task.id, u"elsewhere"_s };
    m_kept->store->saveWithCleanup(task, here);
    m_kept->store->saveWithCleanup(task, there);
    m_kept->store->saveWithCleanup(task, here); // is due once all the same
    QVERIFY(m_kept->reopen());
    QCOMPARE(m_kept->contents.cleanups, (QList<DueCleanup>{ here, there }));
    m_kept->store->cleanupDone(here);
    QVERIFY(m_kept->reopen());
    QCOMPARE(m_kept->contents.cleanups, QList<DueCleanup>{ there });
    m_kept->store->cleanupDone(there);
    QVERIFY(m_kept->reopen());
    QCOMPARE(m_kept->contents.cleanups, QList<DueCleanup>());
}

void TestTaskStore::heldIsKept()
{
    QSignalSpy held(m_kept->store.get(), &TaskJournal::heldSaved);
    m_kept->store->saveHeld(true);
    QTRY_COMPARE(held.size(), 1);
    QCOMPARE(held.first().first().toBool(), true);
    QVERIFY(m_kept->reopen());
    QVERIFY(m_kept->contents.held);
    m_kept->store->saveHeld(false);
    QVERIFY(m_kept->reopen());
    QVERIFY(!m_kept->contents.held);
}

void TestTaskStore::storeIdStays()
{
    const QString id = m_kept->contents.storeId;
    QVERIFY(m_kept->reopen());
    QCOMPARE(m_kept->contents.storeId, id);
    QTemporaryDir other;
    QVERIFY(contentsOf(other.path()).storeId != id);
}

void TestTaskStore::removeTakesTaskAndLogButNotItsCleanup()
{
    const Task gone = plainTask(1);
    const Task stays = plainTask(2);
    const DueCleanup due{ gone.id, u"desktop"_s };
    m_kept->store->saveWithCleanup(gone, due);
    m_kept->store->save(stays);
    m_kept->store->appendLog(gone.id, { out("1") });
    m_kept->store->appendLog(stays.id, { out("2") });
    QSignalSpy removed(m_kept->store.get(), &TaskJournal::removed);
    m_kept->store->remove(gone.id);
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().value<TaskId>(), gone.id);
    QCOMPARE(QDir(m_kept->path() + u"/logs"_s).entryList(QDir::Files),
        QStringList{ idText(stays.id) + u".log"_s });
    QCOMPARE(pageOf(*m_kept->store, gone.id, 0, 10).total, 0);
    QVERIFY(m_kept->reopen());
    QCOMPARE(sequencesIn(m_kept->contents), QList<qint64>{ 2 });
    QCOMPARE(m_kept->contents.cleanups, QList<DueCleanup>{ due });
}

void TestTaskStore::aSaveIsAnsweredThoughTheTaskIsRemoved()
{
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    QSignalSpy removed(m_kept->store.get(), &TaskJournal::removed);
    m_kept->store->saveHeld(false); // is being written while the next two gather
    const Task task = plainTask(1);
    m_kept->store->save(task);
    m_kept->store->remove(task.id);
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(revisionsOf(saved, task.id), QList<quint64>{ 1 });
    QVERIFY(m_kept->reopen());
    QVERIFY(m_kept->contents.tasks.isEmpty());
}

void TestTaskStore::closeWritesAllThatWaits()
{
    QSignalSpy saved(m_kept->store.get(), &TaskJournal::saved);
    QSignalSpy closed(m_kept->store.get(), &TaskJournal::closed);
    const Task first = plainTask(1);
    for (int i = 2; i <= 100; ++i)
        m_kept->store->save(plainTask(i));
    m_kept->store->appendLog(first.id, { out("last words") });
    m_kept->store->save(first);
    m_kept->store->close();
    m_kept->store->save(plainTask(200)); // too late
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(saved.size(), 100);
    QVERIFY(!QFile::exists(m_kept->path() + u"/tasks.db-wal"_s));
    QVERIFY(m_kept->open());
    QCOMPARE(m_kept->contents.tasks.size(), 100);
    QCOMPARE(pageOf(*m_kept->store, first.id, -1, 1).lines, LogLines{ out("last words") });
}

void TestTaskStore::closedIsToldOnce()
{
    QSignalSpy closed(m_kept->store.get(), &TaskJournal::closed);
    m_kept->store->close();
    m_kept->store->close();
    QTRY_COMPARE(closed.size(), 1);
    m_kept->store->close();
    QCoreApplication::processEvents();
    QCOMPARE(closed.size(), 1);
}

void TestTaskStore::aStoreThatWasNeverLoadedCloses()
{
    TaskStore store(m_kept->path() + u"/never"_s);
    QVERIFY(closeAndWait(store));
    QVERIFY(!QFile::exists(m_kept->path() + u"/never"_s));
}

void TestTaskStore::destructionWithoutCloseKeepsWhatWasSaved()
{
    const Task first = plainTask(0);
    m_kept->store->appendLog(first.id, { out("line") });
    for (int i = 1; i <= 100; ++i)
        m_kept->store->save(plainTask(i));
    m_kept->store.reset();
    QVERIFY(m_kept->open());
    QCOMPARE(m_kept->contents.tasks.size(), 100);
    QCOMPARE(pageOf(*m_kept->store, first.id, 0, 1).total, 1);
}

QTEST_GUILESS_MAIN(TestTaskStore)
#include "test_task_store.moc"
