// What a store does where it may not read or write, or the disk is full.
#include "store_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

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

class TestTaskStoreDenied : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aFileInPlaceOfTheFolder();
    void aFolderInPlaceOfTheFile();
    void readOnlyFile();
    void unreadableFile();
    void aFailedLoadAnswersEverything();
    void fullDisk();
    void logOfAFullDisk();

private:
    std::unique_ptr<StoreFolder> m_folder;
};

void TestTaskStoreDenied::init()
{
    m_folder = std::make_unique<StoreFolder>();
}

void TestTaskStoreDenied::aFileInPlaceOfTheFolder()
{
    const QString folder = m_folder->path() + u"/occupied"_s;
    QFile file(folder);
    QVERIFY(file.open(QIODevice::WriteOnly));
    TaskStore store(folder);
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(failure.contains(folder), qPrintable(failure));
}

void TestTaskStoreDenied::aFolderInPlaceOfTheFile()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"tasks.db"_s));
    TaskStore store(m_folder->path());
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(failure.contains(m_folder->database()), qPrintable(failure));
}

void TestTaskStoreDenied::readOnlyFile()
{
    QVERIFY(m_folder->fill(3));
    QVERIFY(QFile::setPermissions(m_folder->database(), QFile::ReadOwner));
    const AsOrdinaryUser user(m_folder->path());
    QVERIFY(user.isReady());
    TaskStore store(m_folder->path());
    QString failure;
    QVERIFY(!loadAndWait(store, &failure));
    QVERIFY2(failure.contains(m_folder->database()) && failure.contains(u"read-only"_s),
        qPrintable(failure));
    QVERIFY(closeAndWait(store));
}

void TestTaskStoreDenied::unreadableFile()
{
    QVERIFY(m_folder->fill(3));
    QVERIFY(QFile::setPermissions(m_folder->database(), QFile::Permissions()));
    const QByteArray before = geteuid() == 0 ? m_folder->databaseBytes() : QByteArray();
    {
        const AsOrdinaryUser user(m_folder->path());
        QVERIFY(user.isReady());
        TaskStore store(m_folder->path());
        QString failure;
        QVERIFY(!loadAndWait(store, &failure));
        QVERIFY2(failure.contains(m_folder->database()), qPrintable(failure));
        QVERIFY(closeAndWait(store));
    }
    QCOMPARE(m_folder->asideFiles(), QStringList());
    if (geteuid() == 0)
        QVERIFY(m_folder->databaseBytes() == before);
}

void TestTaskStoreDenied::aFailedLoadAnswersEverything()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"tasks.db"_s));
    TaskStore store(m_folder->path());
    QSignalSpy saved(&store, &TaskJournal::saved);
    QVERIFY(!loadAndWait(store));
    store.save(plainTask(1));
    store.appendLog(QUuid::createUuid(), { { LogChannel::Out, "lost" } });
    const QFuture<LogPage> page = store.readLog(QUuid::createUuid(), 0, 10);
    QTRY_VERIFY(page.isFinished());
    QCOMPARE(page.result().total, 0);
    QVERIFY(QDir(m_folder->path()).rmdir(u"tasks.db"_s));
    QVERIFY(loadAndWait(store)); // what stood in the way is gone
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(closeAndWait(store));
}

void TestTaskStoreDenied::fullDisk()
{
    TaskStore store(m_folder->path());
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
        const FullDisk disk(rlim_t(QFileInfo(m_folder->database() + u"-wal"_s).size()) + 20'000);
        store.saveAll(group, Durability::Full);
        QTRY_COMPARE(failed.size(), 1);
        store.saveHeld(true); // tried again, in vain
        QCOMPARE(pageOf(store, kept.id, 0, 0).total, 0); // comes after the second try
        QCOMPARE(failed.size(), 1);
        QCOMPARE(saved.size(), 1);
    }
    const QString sentence = failed.first().first().toString();
    QVERIFY2(sentence.contains(m_folder->database()), qPrintable(sentence));
    QCOMPARE(runSql(m_folder->path(), { u"SELECT count(*) FROM tasks"_s }).toInt(), 1);
    store.saveHeld(true);
    QTRY_COMPARE(saved.size(), 300);
    QVERIFY(closeAndWait(store));
    QCOMPARE(contentsOf(m_folder->path()).tasks.size(), 300);
}

void TestTaskStoreDenied::logOfAFullDisk()
{
    TaskStore store(m_folder->path());
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
    QVERIFY2(failed.first().first().toString().contains(m_folder->path() + u"/logs"_s),
        qPrintable(failed.first().first().toString()));
    QCOMPARE(grew.size(), 0);
    store.appendLog(id, { { LogChannel::Out, "room again" } });
    QTRY_COMPARE(grew.size(), 1);
    QCOMPARE(grew.first().at(2).toLongLong(), 1);
}

QTEST_GUILESS_MAIN(TestTaskStoreDenied)
#include "test_task_store_denied.moc"
