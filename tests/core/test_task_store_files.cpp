// The files of a store: whose they are, and what becomes of damaged, newer and older ones.
#include "store_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

constexpr auto rightsOfOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

class TestTaskStoreFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void folderAndFilesAreOfTheOwnerAlone();
    void damagedFileIsKeptAside_data();
    void damagedFileIsKeptAside();
    void theLogOfADamagedFileGoesWithIt();
    void fileOfANewerVersionIsUntouched();
    void unreadableTasksAreKept();
    void migrates_data();
    void migrates();
    void logsOfRemovedTasksGoAtTheNextStart();

private:
    std::unique_ptr<StoreFolder> m_folder;
};

void TestTaskStoreFiles::init()
{
    m_folder = std::make_unique<StoreFolder>();
}

void TestTaskStoreFiles::folderAndFilesAreOfTheOwnerAlone()
{
    const QString folder = m_folder->path() + u"/home/data/default"_s;
    TaskStore store(folder);
    QVERIFY(loadAndWait(store));
    const TaskId id = QUuid::createUuid();
    store.save(plainTask(1));
    store.appendLog(id, { { LogChannel::Out, "line" } });
    QCOMPARE(pageOf(store, id, 0, 1).total, 1);
    const QStringList paths{ folder, folder + u"/logs"_s, folder + u"/tasks.db"_s,
        folder + u"/tasks.db-wal"_s, folder + u"/tasks.db-shm"_s,
        folder + u"/logs/%1.log"_s.arg(idText(id)) };
    for (const QString &each : paths) {
        QVERIFY2(QFile::exists(each), qPrintable(each));
        QVERIFY2(!(QFile::permissions(each) & rightsOfOthers), qPrintable(each));
    }
}

void TestTaskStoreFiles::damagedFileIsKeptAside_data()
{
    QTest::addColumn<bool>("isDatabase");
    QTest::newRow("no database at all") << false;
    QTest::newRow("pages overwritten in the middle") << true;
}

void TestTaskStoreFiles::damagedFileIsKeptAside()
{
    QFETCH(bool, isDatabase);
    QByteArray bytes = QByteArray(20'000, 'x');
    if (isDatabase) {
        QVERIFY(m_folder->fill(200));
        bytes = m_folder->databaseBytes();
        QVERIFY(bytes.size() > 60'000);
        std::fill(bytes.begin() + 20'000, bytes.begin() + 50'000, '\x5a');
    }
    QFile file(m_folder->database());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();

    TaskStore store(m_folder->path());
    const auto contents = loadAndWait(store);
    QVERIFY(contents);
    QVERIFY(contents->tasks.isEmpty());
    QCOMPARE(m_folder->asideFiles().size(), 1);
    const QString aside = m_folder->path() + u'/' + m_folder->asideFiles().first();
    QVERIFY2(contents->notice.contains(aside), qPrintable(contents->notice));
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll() == bytes);

    QSignalSpy saved(&store, &TaskJournal::saved);
    store.save(plainTask(1));
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(closeAndWait(store));
    const JournalContents next = contentsOf(m_folder->path());
    QCOMPARE(next.tasks.size(), 1);
    QCOMPARE(next.notice, QString());
}

void TestTaskStoreFiles::theLogOfADamagedFileGoesWithIt()
{
    for (const char *name : { "tasks.db", "tasks.db-wal" }) {
        QFile file(m_folder->path() + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
    }
    // A second one within the same second gets a name of its own.
    QCOMPARE(contentsOf(m_folder->path()).tasks.size(), 0);
    QFile again(m_folder->database());
    QVERIFY(again.open(QIODevice::WriteOnly | QIODevice::Truncate));
    again.write(QByteArray(5000, 'y'));
    again.close();
    QVERIFY(!contentsOf(m_folder->path()).notice.isEmpty());
    QCOMPARE(m_folder->asideFiles().size(), 2);
    QCOMPARE(m_folder->asideFiles(u"-wal"_s).size(), 1);
}

void TestTaskStoreFiles::fileOfANewerVersionIsUntouched()
{
    QVERIFY(m_folder->fill(10));
    runSql(m_folder->path(), { u"PRAGMA user_version = 999"_s });
    const QByteArray before = m_folder->databaseBytes();
    TaskStore store(m_folder->path());
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(failure.contains(m_folder->database()) && failure.contains(u"newer version"_s),
        qPrintable(failure));
    store.save(plainTask(99));
    QVERIFY(closeAndWait(store));
    QVERIFY(m_folder->databaseBytes() == before);
    QCOMPARE(m_folder->asideFiles(), QStringList());
}

void TestTaskStoreFiles::unreadableTasksAreKept()
{
    QVERIFY(m_folder->fill(5));
    runSql(m_folder->path(),
        { u"UPDATE tasks SET document = 'not a task' WHERE sequence IN (2, 4)"_s });
    TaskStore store(m_folder->path());
    const auto contents = loadAndWait(store);
    QVERIFY(contents);
    QCOMPARE(contents->tasks.size(), 3);
    QVERIFY2(
        contents->notice.startsWith(u"2 tasks could not be read"_s), qPrintable(contents->notice));
    // A new task may have the number of an unreadable one.
    store.save(plainTask(4));
    QVERIFY(closeAndWait(store));
    QCOMPARE(runSql(m_folder->path(), { u"SELECT count(*) FROM tasks"_s }).toInt(), 6);
    QCOMPARE(
        runSql(m_folder->path(), { u"SELECT document FROM tasks WHERE sequence = 2"_s }).toString(),
        u"not a task"_s);
}

void TestTaskStoreFiles::migrates_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("from an empty file") << 0;
    QTest::newRow("from version 1") << 1;
}

// The schema of each version as it was when it was current. Never changed, only added to.
void TestTaskStoreFiles::migrates()
{
    QFETCH(int, version);
    const Task task = fullTask(1);
    if (version >= 1) {
        const QString document = QString::fromLatin1(taskToBytes(task).toHex());
        runSql(m_folder->path(),
            { u"CREATE TABLE tasks (id TEXT PRIMARY KEY NOT NULL, sequence INTEGER NOT NULL, "
              u"revision "
              "INTEGER NOT NULL, status TEXT NOT NULL, document BLOB NOT NULL)"_s,
                u"CREATE TABLE cleanups (task_id TEXT NOT NULL, host TEXT NOT NULL, "
                "UNIQUE (task_id, host))"_s,
                u"CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)"_s,
                u"INSERT INTO settings VALUES ('store_id', 'the-first'), ('held', '1')"_s,
                u"INSERT INTO cleanups VALUES ('%1', 'desktop')"_s.arg(idText(task.id)),
                u"INSERT INTO tasks VALUES ('%1', 1, 17, 'running', x'%2')"_s.arg(
                    idText(task.id), document),
                u"PRAGMA user_version = 1"_s });
    } else {
        runSql(m_folder->path(), { u"PRAGMA user_version = 0"_s });
    }
    {
        TaskStore store(m_folder->path());
        const auto contents = loadAndWait(store);
        QVERIFY(contents);
        QCOMPARE(contents->tasks.size(), version >= 1 ? 1 : 0);
        if (version >= 1) {
            QCOMPARE(taskToBytes(contents->tasks.first()), taskToBytes(task));
            QCOMPARE(contents->storeId, u"the-first"_s);
            QVERIFY(contents->held);
            QCOMPARE(contents->cleanups, (QList<DueCleanup>{ { task.id, u"desktop"_s } }));
        }
        QSignalSpy removed(&store, &TaskJournal::removed);
        store.save(plainTask(2));
        store.remove(task.id);
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(closeAndWait(store));
    }
    QCOMPARE(runSql(m_folder->path(), { u"PRAGMA user_version"_s }).toInt(), 2);
    QCOMPARE(contentsOf(m_folder->path()).tasks.size(), 1);
}

// A kill may come between the commit and the removal of the file.
void TestTaskStoreFiles::logsOfRemovedTasksGoAtTheNextStart()
{
    const TaskId gone = QUuid::createUuid();
    const TaskId stays = QUuid::createUuid();
    {
        TaskStore store(m_folder->path());
        QVERIFY(loadAndWait(store));
        store.appendLog(gone, { { LogChannel::Out, "1" } });
        store.appendLog(stays, { { LogChannel::Out, "2" } });
        QVERIFY(closeAndWait(store));
    }
    runSql(m_folder->path(), { u"INSERT INTO removed_logs VALUES ('%1')"_s.arg(idText(gone)) });
    contentsOf(m_folder->path());
    QCOMPARE(QDir(m_folder->path() + u"/logs"_s).entryList(QDir::Files),
        QStringList{ idText(stays) + u".log"_s });
    QCOMPARE(runSql(m_folder->path(), { u"SELECT count(*) FROM removed_logs"_s }).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestTaskStoreFiles)
#include "test_task_store_files.moc"
