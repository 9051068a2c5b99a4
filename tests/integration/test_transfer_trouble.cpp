// Transfers whose registry breaks the line, falls silent, or asks to be left alone.
#include "tests/support/queue_under_test.h"
#include "tests/support/registry_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestTransferTrouble : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cutThreeTimes_data();
    void cutThreeTimes();
    void aPushStartsAgainWithWhatWasKept();
    void silentRegistryIsAStall();
    void waitsAsLongAsTheRegistryAsks();

private:
    // The reference behind the proxy: to be pulled, or there to be pushed.
    QString prepared(bool isPush, const QString &name, const QList<double> &megabytes);

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
};

void TestTransferTrouble::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

void TestTransferTrouble::init()
{
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
    QVERIFY(m_engine.proxy("blackhole 0") && m_engine.proxy("rate 0"));
}

QString TestTransferTrouble::prepared(
    bool isPush, const QString &name, const QList<double> &megabytes)
{
    const RegistryImage image =
        m_engine.fill(m_engine.registry, (isPush ? u"source/"_s : QString()) + name, megabytes);
    const QString reference = m_engine.slowRegistry + u'/' + name;
    if (!isPush)
        return image.ok() ? reference : QString();
    const bool isThere = image.ok() && m_engine.docker({ u"pull"_s, image.reference }).ok()
        && m_engine.docker({ u"tag"_s, image.reference, reference }).ok();
    return isThere ? reference : QString();
}

void TestTransferTrouble::cutThreeTimes_data()
{
    QTest::addColumn<bool>("isPush");
    QTest::newRow("a pull") << false;
    QTest::newRow("a push") << true;
}

void TestTransferTrouble::cutThreeTimes()
{
    QFETCH(bool, isPush);
    const QString reference =
        prepared(isPush, isPush ? u"trouble/cutpush:1"_s : u"trouble/cutpull:1"_s, { 12, 9, 6 });
    QVERIFY(!reference.isEmpty());
    QVERIFY(m_engine.proxy("rate 6000000"));
    int percent = 0;
    int attempt = 1;
    bool countsDown = false;
    QStringList falls;
    connect(&m_queue->queue(), &QueueService::tasksProgressed, this,
        [&](const QHash<TaskId, TaskProgress> &moved) {
            for (auto it = moved.cbegin(); it != moved.cend(); ++it) {
                if (const int now = m_queue->task(it.key()).attempt; now != attempt) {
                    attempt = now;
                    percent = 0;
                }
                if (it->percent < percent || it->percent > 99)
                    falls.append(u"%1 after %2"_s.arg(it->percent).arg(percent));
                if (it->bytesTotal && it->bytesDone > *it->bytesTotal)
                    falls.append(u"%1 of %2 bytes"_s.arg(it->bytesDone).arg(*it->bytesTotal));
                percent = it->percent;
                countsDown |= it->step.english().startsWith(u"Retrying in "_s);
            }
        });
    const TaskId id = m_queue->submit(
        isPush ? u"docker_push"_s : u"docker_pull"_s, { { u"image_name"_s, reference } });
    for (int cut = 0; cut < 3; ++cut) {
        const qint64 before = isPush ? m_engine.proxyCounts().up : m_engine.proxyCounts().down;
        QVERIFY(QTest::qWaitFor(
            [&] {
                const ProxyCounts counts = m_engine.proxyCounts();
                return (isPush ? counts.up : counts.down) > before + 3'000'000;
            },
            40'000));
        QVERIFY(m_engine.proxy("cut"));
    }
    QVERIFY(m_queue->finishes(id, 120));
    QVERIFY2(m_queue->task(id).status == TaskStatus::Completed,
        qPrintable(errorMessage(m_queue->task(id).error.value_or(TaskError{}))));
    QVERIFY2(falls.isEmpty(), qPrintable(falls.join(u'\n')));
    QVERIFY(countsDown);
    qInfo("%d attempt(s)", m_queue->task(id).attempt);
}

// The layer that was whole when the registry went away for good is not sent, and not forgotten.
void TestTransferTrouble::aPushStartsAgainWithWhatWasKept()
{
    const QString reference = prepared(true, u"trouble/again:1"_s, { 20, 1 });
    QVERIFY(!reference.isEmpty());
    QVERIFY(m_engine.proxy("rate 4000000"));
    const TaskId id = m_queue->submit(u"docker_push"_s, { { u"image_name"_s, reference } });
    const auto pushed = [&](const QString &state) {
        const QList<LayerProgress> layers = m_queue->task(id).progress.layers;
        for (const LayerProgress &layer : layers) {
            if (layer.state == state && layer.total > 500'000)
                return true;
        }
        return false;
    };
    QVERIFY(QTest::qWaitFor([&] { return pushed(u"Pushed"_s); }, 30'000));
    m_queue->queue().pause(id);
    QVERIFY(m_queue->reaches(id, TaskStatus::Paused));
    m_queue->queue().resume(id);
    QVERIFY(QTest::qWaitFor([&] { return pushed(u"Kept"_s); }, 30'000));
    QVERIFY(m_queue->task(id).progress.bytesDone >= 1'000'000);
    QVERIFY(m_engine.proxy("rate 0"));
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
}

void TestTransferTrouble::silentRegistryIsAStall()
{
    const QString reference = prepared(false, u"trouble/silent:1"_s, { 12, 9 });
    QVERIFY(m_engine.proxy("rate 4000000"));
    const TaskId id = m_queue->submit(
        u"docker_pull"_s, { { u"image_name"_s, reference }, { u"stall_seconds"_s, 6 } });
    QVERIFY(
        QTest::qWaitFor([&] { return m_queue->task(id).progress.bytesDone > 3'000'000; }, 20'000));
    QElapsedTimer silence;
    silence.start();
    QVERIFY(m_engine.proxy("blackhole 1"));
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(id).quietSince.isValid(); }, 10'000));
    const qint64 quietMs = silence.elapsed();
    QVERIFY(m_queue->reaches(id, TaskStatus::Pending, 20));
    const qint64 stalledMs = silence.elapsed();
    QCOMPARE(m_queue->task(id).error->code, ErrorCode::SystemTimeout);
    qInfo(
        "quiet after %.1f s, ended after %.1f s", double(quietMs) / 1000, double(stalledMs) / 1000);
    QVERIFY(quietMs < stalledMs);
    QVERIFY2(stalledMs >= 5'500 && stalledMs < 12'000, qPrintable(QString::number(stalledMs)));
    QVERIFY(m_engine.proxy("rate 0") && m_engine.proxy("blackhole 0"));
    QVERIFY(m_queue->finishes(id));
    QCOMPARE(m_queue->task(id).status, TaskStatus::Completed);
    QCOMPARE(m_queue->task(id).attempt, 2);
}

void TestTransferTrouble::waitsAsLongAsTheRegistryAsks()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"trouble/limited:1"_s, { 0.2 });
    QVERIFY(image.ok());
    RegistryServer registry;
    registry.say("/v2/", { 200, "{}", {} });
    const QByteArray path = "/v2/trouble/limited/manifests/1";
    registry.say(path,
        { 429, R"({"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]})",
            { "Retry-After: 9", "Content-Type: application/json" } });
    const TaskId id = m_queue->submit(
        u"docker_pull"_s, { { u"image_name"_s, registry.host() + u"/trouble/limited:1"_s } });
    QVERIFY(m_queue->reaches(id, TaskStatus::Pending));
    QVERIFY(QTest::qWaitFor([&] { return m_queue->task(id).nextRetryAt.isValid(); }, 30'000));
    QElapsedTimer waited;
    waited.start();
    const Task task = m_queue->task(id);
    QCOMPARE(task.error->code, ErrorCode::DockerRegistryError);
    QCOMPARE(task.error->retryAfterSeconds, 9);
    const auto asked = registry.heard.size();
    // What is asked now is sent on to a registry that answers.
    const auto sendOn = [&](const QByteArray &what) {
        registry.say(
            what, { 307, {}, { "Location: http://" + m_engine.registry.toUtf8() + what } });
    };
    sendOn(path);
    sendOn("/v2/trouble/limited/manifests/" + image.digest.toUtf8());
    sendOn("/v2/trouble/limited/blobs/" + image.config.toUtf8());
    sendOn("/v2/trouble/limited/blobs/" + image.layers.first().digest.toUtf8());
    QVERIFY(QTest::qWaitFor([&] { return registry.heard.size() > asked; }, 30'000));
    qInfo("asked again after %.1f s", double(waited.elapsed()) / 1000);
    QVERIFY(waited.elapsed() >= 8'500);
    QVERIFY(m_queue->finishes(id));
    QVERIFY2(m_queue->task(id).status == TaskStatus::Completed,
        qPrintable(errorMessage(m_queue->task(id).error.value_or(TaskError{}))));
}

QTEST_GUILESS_MAIN(TestTransferTrouble)
#include "test_transfer_trouble.moc"
