// What a person can set, in its file: by itself, beside another program, and through the queue.
#include "core/settings/settings_file.h"
#include "core/slipway.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack();
    void defaultsAreNotWritten();
    void nonsenseKeepsItsDefault();
    void twoProgramsKeepEachOthersValues();
    void aValueSetBackLeavesTheFile();
    void changesAreToldOnce();
    void aFileThatCannotBeWrittenIsTold();
    void limitsOfTheQueueAreKept();
    void limitsAskedForAsJsonAreKept();
    void hostsChangeWhileItRuns();

private:
    static Settings other();
    QString path() const { return m_folder.filePath(u"slipway.ini"_s); }
    void write(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
    }
    QTemporaryDir m_folder;

private slots:
    void init() { QFile::remove(path()); }
};

Settings SettingsTest::other()
{
    Settings s;
    s.dockerProgram = u"/opt/docker, new/bin/docker"_s;
    s.dockerHost = u"build-box"_s;
    s.ollamaHost = u"gpu.example:11434"_s;
    s.maxConcurrent = 7;
    s.keepFreeGigabytes = 2.5;
    s.lanes = { { u"pull"_s, 4 }, { u"push"_s, 0 } };
    s.defaults = { { u"docker_pull"_s, { 5, 3600, 0 } }, { u"ollama_run"_s, { 0, {}, 30 } } };
    s.removeAfterDays = 30;
    s.tellOfFailures = s.tellOfMarked = s.tellWhenDone = false;
    s.quiet = s.startMinimised = s.quitWhenEmpty = true;
    s.language = u"de"_s;
    s.colours = u"dark"_s;
    s.whenClosed = u"tray"_s;
    return s;
}

void SettingsTest::everythingComesBack()
{
    QVERIFY(writeSettings(path(), other()));
    QCOMPARE(readSettings(path()), other());
}

void SettingsTest::defaultsAreNotWritten()
{
    QVERIFY(writeSettings(path(), Settings{}));
    QVERIFY(QSettings(path(), QSettings::IniFormat).allKeys().isEmpty());
    QCOMPARE(readSettings(path()), Settings{});
}

void SettingsTest::nonsenseKeepsItsDefault()
{
    write("[limits]\nmax_concurrent=0\nkeep_free_gb=much\n[lanes]\npull=-3\n"
          "[list]\nremove_after_days=-1\n[notifications]\nquiet=perhaps\n"
          "[defaults]\ndocker_pull\\timeout_seconds=0\n");
    QCOMPARE(readSettings(path()), Settings{});
}

void SettingsTest::twoProgramsKeepEachOthersValues()
{
    SettingsFile one(path());
    SettingsFile two(path());
    Settings mine = one.values();
    mine.maxConcurrent = 9;
    mine.defaults[u"docker_pull"_s].maxRetries = 8;
    one.change(mine);
    Settings theirs = two.values(); // knows nothing of that
    theirs.quiet = true;
    theirs.lanes[u"pull"_s] = 5;
    two.change(theirs);
    const Settings kept = readSettings(path());
    QCOMPARE(kept.maxConcurrent, 9);
    QCOMPARE(kept.defaults.value(u"docker_pull"_s).maxRetries, 8);
    QCOMPARE(kept.lanes.value(u"pull"_s), 5);
    QVERIFY(kept.quiet);
}

void SettingsTest::aValueSetBackLeavesTheFile()
{
    SettingsFile file(path());
    file.change(other());
    file.change(Settings{});
    QVERIFY(QSettings(path(), QSettings::IniFormat).allKeys().isEmpty());
}

void SettingsTest::changesAreToldOnce()
{
    SettingsFile file(path());
    QSignalSpy changed(&file, &SettingsFile::changed);
    file.change(other());
    file.change(other());
    QCOMPARE(changed.size(), 1);
}

void SettingsTest::aFileThatCannotBeWrittenIsTold()
{
    SettingsFile file(u"/proc/no/such/slipway.ini"_s);
    QSignalSpy notKept(&file, &SettingsFile::notKept);
    file.change(other());
    QCOMPARE(notKept.size(), 1);
    QCOMPARE(file.values(), other()); // it holds all the same
}

void SettingsTest::limitsOfTheQueueAreKept()
{
    const Paths paths = pathsFor(m_folder.filePath(u"limits"_s), {});
    auto first = std::make_unique<Slipway>(paths);
    Slipway &slipway = *first;
    QSignalSpy ready(&slipway, &Slipway::ready);
    slipway.start();
    QTRY_COMPARE(ready.size(), 1);
    Settings settings = slipway.settings().values();
    settings.quiet = true;
    slipway.settings().change(settings);
    QueueLimits limits = slipway.queue().limits();
    limits.lanes[Lane::Pull] = 6;
    limits.removeAfterDays = 7;
    limits.setDefaults(TaskType::DockerPull, { 9, 60, {} });
    slipway.queue().setLimits(limits);
    const Settings kept = readSettings(paths.settings);
    QCOMPARE(kept.lanes.value(u"pull"_s), 6);
    QCOMPARE(kept.removeAfterDays, 7);
    QCOMPARE(kept.defaults.value(u"docker_pull"_s), (Settings::TypeDefaults{ 9, 60, {} }));
    QVERIFY(kept.quiet);
    QSignalSpy ended(&slipway, &Slipway::ended);
    slipway.shutDown();
    QTRY_COMPARE(ended.size(), 1);
    first.reset(); // and its lock

    Slipway next(paths);
    QSignalSpy readyAgain(&next, &Slipway::ready);
    next.start();
    QTRY_COMPARE(readyAgain.size(), 1);
    QCOMPARE(next.queue().limits(), limits);
    QSignalSpy endedAgain(&next, &Slipway::ended);
    next.shutDown();
    QTRY_COMPARE(endedAgain.size(), 1);
}

void SettingsTest::limitsAskedForAsJsonAreKept()
{
    const Paths paths = pathsFor(m_folder.filePath(u"json"_s), {});
    Slipway slipway(paths);
    QSignalSpy ready(&slipway, &Slipway::ready);
    slipway.start();
    QTRY_COMPARE(ready.size(), 1);
    QJsonObject answer;
    slipway.commands().handle(u"queue_limits"_s,
        { { u"defaults"_s,
              QJsonObject{ { u"ollama_pull"_s, QJsonObject{ { u"stall_seconds"_s, 20 } } } } },
            { u"remove_after_days"_s, 1 } },
        [&answer](const QJsonObject &reply) { answer = reply; });
    QTRY_VERIFY(answer[u"success"].toBool());
    QCOMPARE(readSettings(paths.settings).removeAfterDays, 1);
    QCOMPARE(slipway.settings().values().defaults.value(u"ollama_pull"_s),
        (Settings::TypeDefaults{ 3, {}, 20 }));
    QSignalSpy ended(&slipway, &Slipway::ended);
    slipway.shutDown();
    QTRY_COMPARE(ended.size(), 1);
}

void SettingsTest::hostsChangeWhileItRuns()
{
    Slipway slipway(pathsFor(m_folder.filePath(u"hosts"_s), {}));
    const auto addresses = [&slipway] {
        QStringList all;
        for (const HostState &host : slipway.queue().hosts())
            all << host.address;
        return all;
    };
    QSignalSpy ready(&slipway, &Slipway::ready);
    slipway.start();
    QTRY_COMPARE(ready.size(), 1);
    QSignalSpy told(&slipway.queue(), &QueueService::hostsChanged);
    Settings settings = slipway.settings().values();
    settings.dockerHost = u"unix:///nowhere.sock"_s;
    settings.ollamaHost = u"127.0.0.1:9"_s;
    slipway.settings().change(settings);
    QCOMPARE(addresses(), (QStringList{ u"unix:///nowhere.sock"_s, u"http://127.0.0.1:9"_s }));
    QVERIFY(!told.isEmpty());
    const auto refused = [&slipway] {
        const QList<HostState> hosts = slipway.queue().hosts();
        return hosts[0].known && !hosts[0].reachable && hosts[0].error.has_value();
    };
    QTRY_VERIFY(refused());
    QSignalSpy ended(&slipway, &Slipway::ended);
    slipway.shutDown();
    QTRY_COMPARE(ended.size(), 1);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "test_settings.moc"
