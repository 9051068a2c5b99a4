// Nothing that an engine or a registry does, or leaves undone, holds the event loop up: not an
// engine that answers slowly, a line that crawls, 300 layers, or one without a byte.
#include "tests/support/queue_under_test.h"
#include "tests/support/stall_watch.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

namespace {

constexpr double mostMs = 16;

StallWatch &watch()
{
    return *static_cast<StallWatch *>(QCoreApplication::instance());
}

} // namespace

class TestEventLoop : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void anEngineThatAnswersSlowly();
    void aCrawlingLine();
    void threeHundredLayers();
    void aLayerWithoutAByte();

private:
    TaskId pull(const QString &image, const QString &host = {});

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestEventLoop::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

void TestEventLoop::init()
{
    QVERIFY(m_engine.proxy("rate 0"));
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
}

void TestEventLoop::cleanup()
{
    qInfo("longest: %.1f ms (%s)", watch().worstMs(), watch().worstOne().constData());
    QVERIFY2(watch().worstMs() <= mostMs, watch().worstOne().constData());
}

TaskId TestEventLoop::pull(const QString &image, const QString &host)
{
    watch().begin();
    QJsonObject params{ { u"image_name"_s, image } };
    if (!host.isEmpty())
        params[u"host"] = host;
    return m_queue->submit(u"docker_pull"_s, params);
}

void TestEventLoop::anEngineThatAnswersSlowly()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"loop/slow:1"_s, { 0.5, 1 });
    QVERIFY(image.ok());
    const QString socket = m_engine.folder + u"/slow.sock"_s;
    QProcess slow;
    slow.start(QStringLiteral(SLIPWAY_TEST_SUPPORT "/slow_engine"),
        { socket, m_engine.host.mid(7), u"6"_s });
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(socket); }, 10'000));
    const TaskId id = pull(image.reference, u"unix://"_s + socket);
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    QVERIFY(m_queue->queue().host(u"unix://"_s + socket).version.isEmpty()); // still not told
    QVERIFY(QTest::qWaitFor(
        [&] { return !m_queue->queue().host(u"unix://"_s + socket).version.isEmpty(); }, 20'000));
    slow.kill();
    QVERIFY(QTest::qWaitFor([&] { return slow.state() == QProcess::NotRunning; }));
}

void TestEventLoop::aCrawlingLine()
{
    QVERIFY(m_engine.fill(m_engine.registry, u"loop/crawl:1"_s, { 0.2, 0.1 }).ok());
    QVERIFY(m_engine.proxy("rate 50000"));
    const TaskId id = pull(m_engine.slowRegistry + u"/loop/crawl:1"_s);
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
}

// More than an engine can stack: it loads them all the same, and refuses at the end.
void TestEventLoop::threeHundredLayers()
{
    const RegistryImage image =
        m_engine.fill(m_engine.registry, u"loop/many:1"_s, QList<double>(300, 0.003));
    QVERIFY(image.ok());
    const TaskId id = pull(image.reference);
    qsizetype layers = 0;
    connect(&m_queue->queue(), &QueueService::tasksProgressed, this,
        [&layers](const QHash<TaskId, TaskProgress> &moved) {
            for (const TaskProgress &progress : moved)
                layers = std::max(layers, progress.layers.size());
        });
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(layers, 300);
    const auto error = m_queue->task(id).error;
    qInfo("%s", qPrintable(error ? error->decisiveLine : u"pulled"_s));
}

void TestEventLoop::aLayerWithoutAByte()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"loop/empty:1"_s, { 0, 0.5 });
    QVERIFY(image.ok());
    const TaskId id = pull(image.reference);
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    const TaskProgress progress = m_queue->task(id).progress;
    QVERIFY(progress.bytesDone >= 500'000 && progress.bytesTotal == progress.bytesDone);
}

int main(int argc, char **argv)
{
    StallWatch application(argc, argv);
    TestEventLoop test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "test_event_loop.moc"
