// What a store does with files it cannot use, or only in part.
#include "store_samples.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

constexpr auto rightsOfOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

// root may write everything: what is forbidden is tried as somebody else.
class AsOrdinaryUser {
public:
    explicit AsOrdinaryUser(const QString &folder)
        : m_wasRoot(geteuid() == 0)
    {
        constexpr uid_t nobody = 65534;
        if (m_wasRoot) {
            m_ready = chown(qPrintable(folder), nobody, nobody) == 0
                && chown(qPrintable(folder + u"/tasks.db"_s), nobody, nobody) == 0
                && chown(qPrintable(folder + u"/logs"_s), nobody, nobody) == 0
                && seteuid(nobody) == 0;
        }
    }
    ~AsOrdinaryUser()
    {
        if (m_wasRoot && seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(AsOrdinaryUser)
    bool isReady() const { return m_ready; }

private:
    bool m_wasRoot;
    bool m_ready = true;
};

// No file of this program can grow beyond `bytes`, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
        : m_before(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_limit);
        rlimit tight = m_limit;
        tight.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_limit{};
    void (*m_before)(int);
};

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
    void aFileInPlaceOfTheFolder();
    void aFolderInPlaceOfTheFile();
    void readOnlyFile();
    void unreadableFile();
    void aFailedLoadAnswersEverything();
    void fullDisk();
    void logOfAFullDisk();
    void migrates_data();
    void migrates();
    void logsOfRemovedTasksGoAtTheNextStart();

private:
    QString path() const { return m_folder->path(); }
    QString database() const { return m_folder->filePath(u"tasks.db"_s); }
    QByteArray databaseBytes() const;
    void fill(int tasks);
    QStringList asideFiles(const QString &ending = {}) const; // ending: -wal, -shm

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTaskStoreFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QByteArray TestTaskStoreFiles::databaseBytes() const
{
    QFile file(database());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestTaskStoreFiles::fill(int tasks)
{
    TaskStore store(path());
    QVERIFY(loadAndWait(store));
    for (int i = 1; i <= tasks; ++i)
        store.save(plainTask(i));
    QVERIFY(closeAndWait(store));
}

QStringList TestTaskStoreFiles::asideFiles(const QString &ending) const
{
    const QStringList all =
        QDir(path()).entryList({ u"tasks.db.corrupt-*"_s }, QDir::Files, QDir::Name);
    return all.filter(QRegularExpression(u"-\\d{6}(-\\d+)?%1$"_s.arg(ending)));
}

void TestTaskStoreFiles::folderAndFilesAreOfTheOwnerAlone()
{
    const QString folder = path() + u"/home/data/default"_s;
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
        fill(200);
        bytes = databaseBytes();
        QVERIFY(bytes.size() > 60'000);
        std::fill(bytes.begin() + 20'000, bytes.begin() + 50'000, '\x5a');
    }
    QFile file(database());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();

    TaskStore store(path());
    const auto contents = loadAndWait(store);
    QVERIFY(contents);
    QVERIFY(contents->tasks.isEmpty());
    QCOMPARE(asideFiles().size(), 1);
    const QString aside = path() + u'/' + asideFiles().first();
    QVERIFY2(contents->notice.contains(aside), qPrintable(contents->notice));
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll() == bytes);

    QSignalSpy saved(&store, &TaskJournal::saved);
    store.save(plainTask(1));
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(closeAndWait(store));
    const JournalContents next = contentsOf(path());
    QCOMPARE(next.tasks.size(), 1);
    QCOMPARE(next.notice, QString());
}

void TestTaskStoreFiles::theLogOfADamagedFileGoesWithIt()
{
    for (const char *name : { "tasks.db", "tasks.db-wal" }) {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
    }
    // A second one within the same second gets a name of its own.
    QCOMPARE(contentsOf(path()).tasks.size(), 0);
    QFile again(database());
    QVERIFY(again.open(QIODevice::WriteOnly | QIODevice::Truncate));
    again.write(QByteArray(5000, 'y'));
    again.close();
    QVERIFY(!contentsOf(path()).notice.isEmpty());
    QCOMPARE(asideFiles().size(), 2);
    QCOMPARE(asideFiles(u"-wal"_s).size(), 1);
}

void TestTaskStoreFiles::fileOfANewerVersionIsUntouched()
{
    fill(10);
    runSql(path(), { u"PRAGMA user_version = 999"_s });
    const QByteArray before = databaseBytes();
    TaskStore store(path());
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(
        failure.contains(database()) && failure.contains(u"newer version"_s), qPrintable(failure));
    store.save(plainTask(99));
    QVERIFY(closeAndWait(store));
    QVERIFY(databaseBytes() == before);
    QCOMPARE(asideFiles(), QStringList());
}

void TestTaskStoreFiles::unreadableTasksAreKept()
{
    fill(5);
    runSql(path(), { u"UPDATE tasks SET document = 'not a task' WHERE sequence IN (2, 4)"_s });
    TaskStore store(path());
    const auto contents = loadAndWait(store);
    QVERIFY(contents);
    QCOMPARE(contents->tasks.size(), 3);
    QVERIFY2(
        contents->notice.startsWith(u"2 tasks could not be read"_s), qPrintable(contents->notice));
    // A new task may have the number of an unreadable one.
    store.save(plainTask(4));
    QVERIFY(closeAndWait(store));
    QCOMPARE(runSql(path(), { u"SELECT count(*) FROM tasks"_s }).toInt(), 6);
    QCOMPARE(runSql(path(), { u"SELECT document FROM tasks WHERE sequence = 2"_s }).toString(),
        u"not a task"_s);
}

void TestTaskStoreFiles::aFileInPlaceOfTheFolder()
{
    const QString folder = path() + u"/occupied"_s;
    QFile file(folder);
    QVERIFY(file.open(QIODevice::WriteOnly));
    TaskStore store(folder);
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(failure.contains(folder), qPrintable(failure));
}

void TestTaskStoreFiles::aFolderInPlaceOfTheFile()
{
    QVERIFY(QDir(path()).mkdir(u"tasks.db"_s));
    TaskStore store(path());
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(failure.contains(database()), qPrintable(failure));
}

void TestTaskStoreFiles::readOnlyFile()
{
    fill(3);
    QVERIFY(QFile::setPermissions(database(), QFile::ReadOwner));
    const AsOrdinaryUser user(path());
    QVERIFY(user.isReady());
    TaskStore store(path());
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(failure.contains(database()) && failure.contains(u"read-only"_s), qPrintable(failure));
    QVERIFY(closeAndWait(store));
}

void TestTaskStoreFiles::unreadableFile()
{
    fill(3);
    QVERIFY(QFile::setPermissions(database(), QFile::Permissions()));
    const QByteArray before = geteuid() == 0 ? databaseBytes() : QByteArray();
    {
        const AsOrdinaryUser user(path());
        QVERIFY(user.isReady());
        TaskStore store(path());
        QString failure;
        QVERIFY(!loadAndWait(store, &failure));
        QVERIFY2(failure.contains(database()), qPrintable(failure));
        QVERIFY(closeAndWait(store));
    }
    QCOMPARE(asideFiles(), QStringList());
    if (geteuid() == 0)
        QVERIFY(databaseBytes() == before);
}

void TestTaskStoreFiles::aFailedLoadAnswersEverything()
{
    QVERIFY(QDir(path()).mkdir(u"tasks.db"_s));
    TaskStore store(path());
    QSignalSpy saved(&store, &TaskJournal::saved);
    QVERIFY(!loadAndWait(store));
    store.save(plainTask(1));
    store.appendLog(QUuid::createUuid(), { { LogChannel::Out, "lost" } });
    const QFuture<LogPage> page = store.readLog(QUuid::createUuid(), 0, 10);
    QTRY_VERIFY(page.isFinished());
    QCOMPARE(page.result().total, 0);
    QVERIFY(QDir(path()).rmdir(u"tasks.db"_s));
    QVERIFY(loadAndWait(store)); // what stood in the way is gone
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(closeAndWait(store));
}

void TestTaskStoreFiles::fullDisk()
{
    TaskStore store(path());
    QVERIFY(loadAndWait(store));
    QSignalSpy saved(&store, &TaskJournal::saved);
    QSignalSpy failed(&store, &TaskJournal::failed);
    const Task kept = plainTask(1);
    store.save(kept);
    QTRY_COMPARE(saved.size(), 1);
    QList<Task> group;
    for (int i = 2; i <= 300; ++i)
        group.append(plainTask(i));
    {
        const FullDisk disk(rlim_t(QFileInfo(database() + u"-wal"_s).size()) + 20'000);
        store.saveAll(group, Durability::Full);
        QTRY_COMPARE(failed.size(), 1);
        store.saveHeld(true); // tried again, in vain
        QCOMPARE(pageOf(store, kept.id, 0, 0).total, 0); // comes after the second try
        QCOMPARE(failed.size(), 1);
        QCOMPARE(saved.size(), 1);
    }
    const QString sentence = failed.first().first().toString();
    QVERIFY2(sentence.contains(database()), qPrintable(sentence));
    QCOMPARE(runSql(path(), { u"SELECT count(*) FROM tasks"_s }).toInt(), 1);
    store.saveHeld(true);
    QTRY_COMPARE(saved.size(), 300);
    QVERIFY(closeAndWait(store));
    QCOMPARE(contentsOf(path()).tasks.size(), 300);
}

void TestTaskStoreFiles::logOfAFullDisk()
{
    TaskStore store(path());
    QVERIFY(loadAndWait(store));
    QSignalSpy grew(&store, &TaskJournal::logGrew);
    QSignalSpy failed(&store, &TaskJournal::failed);
    const TaskId id = QUuid::createUuid();
    {
        const FullDisk disk(1000);
        store.appendLog(id, { { LogChannel::Out, QByteArray(5000, 'x') } });
        store.appendLog(id, { { LogChannel::Out, QByteArray(5000, 'y') } });
        QCOMPARE(pageOf(store, id, 0, 10).total, 0);
    }
    QCOMPARE(failed.size(), 1);
    QVERIFY2(failed.first().first().toString().contains(path() + u"/logs"_s),
        qPrintable(failed.first().first().toString()));
    QCOMPARE(grew.size(), 0);
    store.appendLog(id, { { LogChannel::Out, "room again" } });
    QTRY_COMPARE(grew.size(), 1);
    QCOMPARE(grew.first().at(2).toLongLong(), 1);
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
        runSql(path(),
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
        runSql(path(), { u"PRAGMA user_version = 0"_s });
    }
    {
        TaskStore store(path());
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
    QCOMPARE(runSql(path(), { u"PRAGMA user_version"_s }).toInt(), 2);
    QCOMPARE(contentsOf(path()).tasks.size(), 1);
}

// A kill may come between the commit and the removal of the file.
void TestTaskStoreFiles::logsOfRemovedTasksGoAtTheNextStart()
{
    const TaskId gone = QUuid::createUuid();
    const TaskId stays = QUuid::createUuid();
    {
        TaskStore store(path());
        QVERIFY(loadAndWait(store));
        store.appendLog(gone, { { LogChannel::Out, "1" } });
        store.appendLog(stays, { { LogChannel::Out, "2" } });
        QVERIFY(closeAndWait(store));
    }
    runSql(path(), { u"INSERT INTO removed_logs VALUES ('%1')"_s.arg(idText(gone)) });
    contentsOf(path());
    QCOMPARE(
        QDir(path() + u"/logs"_s).entryList(QDir::Files), QStringList{ idText(stays) + u".log"_s });
    QCOMPARE(runSql(path(), { u"SELECT count(*) FROM removed_logs"_s }).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestTaskStoreFiles)
#include "test_task_store_files.moc"
