// kill -9 at any moment: what was reported saved is on disk, and nothing is there by halves.
//
// The program starts itself again as a writer, kills it in the middle of its work, and compares
// what the writer said with what a store finds afterwards. All rounds share one folder.
#include "store_samples.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

constexpr int groupSize = 3;

// Keeps changing its tasks as fast as they are saved, and says on stdout what is on disk:
// "saved ID REVISION" and "logged ID TOTAL".
class Writer : public QObject {
public:
    explicit Writer(const QString &folder, quint32 seed)
        : m_random(seed)
        , m_store(folder)
    {
        connect(&m_store, &TaskJournal::loaded, this, &Writer::begin);
        connect(&m_store, &TaskJournal::failed, this,
            [](const QString &sentence) { qFatal("%s", qPrintable(sentence)); });
        connect(&m_store, &TaskJournal::saved, this, [this](const TaskId &id, quint64 revision) {
            say("saved " + idText(id).toLatin1() + ' ' + QByteArray::number(revision));
            if (id == m_group.last().id)
                change();
        });
        connect(&m_store, &TaskJournal::logGrew, this,
            [](const TaskId &id, const LogLines &, qint64 total) {
                say("logged " + idText(id).toLatin1() + ' ' + QByteArray::number(total));
            });
        m_store.load();
    }

private:
    void begin(const JournalContents &contents)
    {
        m_group = contents.tasks;
        while (m_group.size() <= groupSize)
            m_group.append(plainTask(m_group.size() + 1, 0));
        m_ending = m_group.takeLast();
        change();
    }

    void change()
    {
        for (int i = m_random.bounded(1, 6); i > 0; --i) {
            const TaskId loud = m_group.first().id;
            m_store.appendLog(loud,
                LogLines(m_random.bounded(1, 50),
                    { LogChannel::Err, QByteArray(m_random.bounded(300), 'y') }));
            const DueCleanup earlier{ m_ending.id, QString::number(m_ending.revision) };
            ++m_ending.revision;
            m_store.saveWithCleanup(m_ending, { m_ending.id, QString::number(m_ending.revision) });
            m_store.cleanupDone(earlier);
            for (Task &task : m_group) {
                ++task.revision;
                task.waitingFor = QString(m_random.bounded(4000), u'x');
            }
            m_store.saveAll(m_group, m_random.bounded(2) ? Durability::Full : Durability::Normal);
        }
    }

    static void say(const QByteArray &line)
    {
        std::puts(line.constData());
        std::fflush(stdout);
    }

    QRandomGenerator m_random;
    TaskStore m_store;
    QList<Task> m_group; // always saved together
    Task m_ending; // always saved with a cleanup whose host is the revision
};

struct Said {
    QHash<TaskId, quint64> saved;
    QHash<TaskId, qint64> logged;
};

void hear(Said *said, const QByteArray &output)
{
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines.first(lines.size() - 1)) { // the last one may be torn
        const QList<QByteArray> words = line.split(' ');
        const TaskId id = TaskId::fromString(QString::fromLatin1(words.at(1)));
        if (words.at(0) == "saved")
            said->saved.insert(id, words.at(2).toULongLong());
        else
            said->logged.insert(id, words.at(2).toLongLong());
    }
}

} // namespace

class TestTaskStoreKill : public QObject {
    Q_OBJECT

private slots:
    void whatWasReportedIsOnDisk();

private:
    void compare(const QString &folder, const Said &said);
};

void TestTaskStoreKill::whatWasReportedIsOnDisk()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    Said said;
    for (int round = 0; round < 20; ++round) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QCoreApplication::applicationFilePath(),
            { u"writer"_s, folder.path(), QString::number(random.generate()) });
        QByteArray output;
        connect(&writer, &QProcess::readyReadStandardOutput, this,
            [&] { output += writer.readAllStandardOutput(); });
        const int enough = random.bounded(1, 40'000);
        QTRY_VERIFY2_WITH_TIMEOUT(output.size() >= enough || writer.state() == QProcess::NotRunning,
            "the writer is silent", 30'000);
        QCOMPARE(writer.state(), QProcess::Running);
        writer.kill();
        QTRY_COMPARE(writer.state(), QProcess::NotRunning);
        output += writer.readAllStandardOutput();
        QVERIFY(output.contains("saved"));
        hear(&said, output);
        compare(folder.path(), said);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestTaskStoreKill::compare(const QString &folder, const Said &said)
{
    TaskStore store(folder);
    const auto contents = loadAndWait(store);
    QVERIFY(contents);
    QCOMPARE(contents->notice, QString());
    QCOMPARE(contents->tasks.size(), groupSize + 1);
    for (const Task &task : contents->tasks)
        QVERIFY(task.revision >= said.saved.value(task.id));
    const Task &first = contents->tasks.first();
    for (int i = 1; i < groupSize; ++i)
        QCOMPARE(contents->tasks.at(i).revision, first.revision);
    const Task &ending = contents->tasks.last();
    QVERIFY(contents->cleanups.contains(DueCleanup{ ending.id, QString::number(ending.revision) }));
    for (const DueCleanup &due : contents->cleanups)
        QVERIFY(due.host.toULongLong() <= ending.revision);

    const LogPage log = pageOf(store, first.id, -1, 100);
    QVERIFY(log.total >= said.logged.value(first.id));
    QCOMPARE(log.counts.err, log.total);
    for (const LogLine &line : log.lines)
        QCOMPARE(line.text, QByteArray(line.text.size(), 'y'));
    QVERIFY(closeAndWait(store));
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "writer") == 0) {
        const Writer writer(app.arguments().at(2), app.arguments().at(3).toUInt());
        return app.exec();
    }
    TestTaskStoreKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_task_store_kill.moc"
