// An engine whose disk is really full, and a build cache that is: the error is shown, its fix
// clicked, the disk has room again, and the task completes.
#include "tests/support/window_under_test.h"

#include <QDir>
#include <QFile>
#include <QLabel>

#include <sys/statvfs.h>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

namespace {

constexpr qint64 megabyte = 1'000'000;

} // namespace

class TestWindowFixesDisk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void aPullOntoAFullDisk();
    void aBuildOnADiskFullOfCache();
    void theCacheOfACancelledBuild();

private:
    qint64 freeBytes() const;
    bool waste(qint64 bytes); // in a stopped container
    QString context(const QString &name, const QByteArray &dockerfile) const;
    QJsonObject build(const QString &folder, const QString &image = {}) const
    {
        return { { u"context_path"_s, folder }, { u"network"_s, u"none"_s },
            { u"image_name"_s, image } };
    }
    bool showsWhatFillsTheDisk(const TaskId &id);

    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
};

void TestWindowFixesDisk::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    QVERIFY2(!m_engine.disk.isEmpty(),
        "The engine needs a small disk of its own: SLIPWAY_TEST_DISK_MB=160 with_engine ...");
    qInfo("the engine's data: %s, %lld MB free", qPrintable(m_engine.disk), freeBytes() / megabyte);
    m_shown = std::make_unique<WindowUnderTest>(m_engine.program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
    QueueLimits limits = m_shown->queue.queue().limits();
    limits.keepFreeGigabytes = 0; // it would hold every pull and build
    m_shown->queue.queue().setLimits(limits);
}

// Nothing of one test is in the way of the next.
void TestWindowFixesDisk::cleanup()
{
    for (const QString &what : { u"container"_s, u"image"_s, u"builder"_s })
        QVERIFY(m_engine.docker({ what, u"prune"_s, u"--force"_s }).ok());
}

qint64 TestWindowFixesDisk::freeBytes() const
{
    struct statvfs known = {};
    if (statvfs(QFile::encodeName(m_engine.dataFolder).constData(), &known) != 0)
        return -1;
    return qint64(known.f_bavail) * qint64(known.f_frsize);
}

bool TestWindowFixesDisk::waste(qint64 bytes)
{
    return m_engine
        .docker(
            { u"run"_s, u"--network"_s, u"none"_s, u"busybox:local"_s, u"dd"_s, u"if=/dev/zero"_s,
                u"of=/waste"_s, u"bs=1000000"_s, u"count=%1"_s.arg(bytes / megabyte) })
        .ok();
}

QString TestWindowFixesDisk::context(const QString &name, const QByteArray &dockerfile) const
{
    const QString folder = m_engine.folder + u"/disk-"_s + name;
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(dockerfile);
    return folder;
}

bool TestWindowFixesDisk::showsWhatFillsTheDisk(const TaskId &id)
{
    m_shown->window->findChild<TaskTableView *>()->select(id);
    auto *use = m_shown->window->findChild<QWidget *>(u"diskUse"_s);
    return QTest::qWaitFor([use] {
        const QList<QLabel *> lines = use->findChildren<QLabel *>();
        return use->isVisible() && std::any_of(lines.begin(), lines.end(), [](const QLabel *each) {
            return each->text() == "The largest images"_L1;
        });
    });
}

void TestWindowFixesDisk::aPullOntoAFullDisk()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"disk/large:1"_s, { 30 });
    QVERIFY(image.ok());
    const qint64 wasted = freeBytes() - 40 * megabyte; // the layer comes, but cannot be unpacked
    QVERIFY2(wasted > 50 * megabyte, qPrintable(QString::number(wasted)));
    QVERIFY(waste(wasted));
    const TaskId id = m_shown->fails(
        u"docker_pull"_s, { { u"image_name"_s, image.reference } }, ErrorCode::SystemDiskSpace);
    QVERIFY(!id.isNull());
    qInfo("%s", qPrintable(m_shown->why(id)));
    const qint64 promised = m_shown->queue.task(id).error->reclaimableBytes.value_or(0);
    QVERIFY2(promised >= wasted - megabyte, qPrintable(QString::number(promised)));
    QVERIFY(showsWhatFillsTheDisk(id));
    const qint64 before = freeBytes();
    QVERIFY(m_shown->clickFix(id, u"prune"_s));
    QVERIFY(m_shown->completes(id));
    QVERIFY(m_engine.docker({ u"rmi"_s, image.reference }).ok());
    const qint64 freed = freeBytes() - before;
    qInfo("promised %lld MB, freed %lld MB", promised / megabyte, freed / megabyte);
    QVERIFY2(freed >= promised * 9 / 10, qPrintable(QString::number(freed)));
}

// What a failed build has done stays as its cache, and fills the disk of the next.
void TestWindowFixesDisk::aBuildOnADiskFullOfCache()
{
    const qint64 cached = freeBytes() - 40 * megabyte;
    const qint64 wanted = 60 * megabyte;
    QVERIFY2(cached > 50 * megabyte, qPrintable(QString::number(cached)));
    // In steps: the classic builder needs the room for each twice.
    const auto written = [](qint64 bytes, const QByteArray &name) {
        QByteArray steps;
        for (qint64 rest = bytes / megabyte; rest > 0; rest -= 15)
            steps += "RUN dd if=/dev/zero of=/" + name + QByteArray::number(rest)
                + " bs=1000000 count=" + QByteArray::number(qMin<qint64>(rest, 15)) + "\n";
        return steps;
    };
    const QString first =
        context(u"first"_s, "FROM busybox:local\n" + written(cached, "cached") + "RUN false\n");
    QVERIFY(
        !m_shown->fails(u"docker_build"_s, build(first), ErrorCode::DockerBuildFailed).isNull());
    QVERIFY2(freeBytes() < 50 * megabyte, qPrintable(QString::number(freeBytes())));
    const QString second = context(u"second"_s, "FROM busybox:local\n" + written(wanted, "wanted"));
    const TaskId id = m_shown->fails(
        u"docker_build"_s, build(second, u"disk/wanted:1"_s), ErrorCode::SystemDiskSpace);
    QVERIFY(!id.isNull());
    qInfo("%s", qPrintable(m_shown->why(id)));
    const qint64 promised = m_shown->queue.task(id).error->reclaimableBytes.value_or(0);
    QVERIFY2(promised >= cached - 2 * megabyte, qPrintable(QString::number(promised)));
    const qint64 before = freeBytes();
    QVERIFY(m_shown->clickFix(id, u"prune"_s));
    QVERIFY(m_shown->completes(id));
    const qint64 freed = freeBytes() + wanted - before; // less what the build has put there
    qInfo("promised %lld MB, freed %lld MB", promised / megabyte, freed / megabyte);
    QVERIFY2(freed >= promised * 9 / 10, qPrintable(QString::number(freed)));
    QVERIFY(m_engine.docker({ u"image"_s, u"inspect"_s, u"busybox:local"_s }).ok());
    QVERIFY(m_engine.docker({ u"rmi"_s, u"disk/wanted:1"_s }).ok());
}

void TestWindowFixesDisk::theCacheOfACancelledBuild()
{
    const qint64 cached = 50 * megabyte;
    const QString folder = context(u"cancelled"_s,
        "FROM busybox:local\nRUN dd if=/dev/zero of=/cached bs=1000000 count=50\nRUN sleep 600\n");
    const qint64 atFirst = freeBytes();
    const TaskId id = m_shown->queue.submit(u"docker_build"_s, build(folder));
    QVERIFY2(!id.isNull(), qPrintable(m_shown->queue.sentence));
    QVERIFY(QTest::qWaitFor(
        [&] { return m_shown->queue.task(id).progress.step.english().contains(u"sleep 600"_s); },
        40'000));
    m_shown->queue.queue().cancel(id);
    QVERIFY(m_shown->queue.finishes(id));
    QCOMPARE(m_shown->queue.task(id).status, TaskStatus::Cancelled);
    // The engine takes a moment to end the step; a person takes longer to click.
    QTRY_VERIFY_WITH_TIMEOUT(
        m_engine.docker({ u"ps"_s, u"--all"_s, u"--quiet"_s }).output.isEmpty(), 20'000);
    const qint64 before = freeBytes();
    QVERIFY2(atFirst - before >= cached, qPrintable(QString::number(atFirst - before)));
    QVERIFY(m_shown->clickFix(id, u"remove_leftover"_s));
    QTRY_VERIFY_WITH_TIMEOUT(freeBytes() - before >= cached * 9 / 10, 20'000);
    qInfo("the cache took %lld MB, %lld MB were freed", (atFirst - before) / megabyte,
        (freeBytes() - before) / megabyte);
    // What was asked for can be done again, from nothing.
    context(u"cancelled"_s, "FROM busybox:local\nRUN true\n");
    QVERIFY(m_shown->completes(m_shown->queue.submit(u"docker_build"_s, build(folder))));
}

QTEST_MAIN(TestWindowFixesDisk)
#include "test_window_fixes_disk.moc"
