// Bytes, speed and time left of a pull and a push, against a proxy's own count. The layers cannot
// be compressed: what docker counts of a push, which is the size before compression, is then what
// is sent.
#include "tests/support/queue_under_test.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

namespace {

constexpr double rate = 8'000'000;
constexpr int moments = 10;

struct Moment {
    double seconds; // since its first byte
    qint64 told;
    qint64 carried;
    double speed;
    std::optional<int> left;
};

} // namespace

class TestTransferTruth : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pull();
    void push();

private:
    // Watches until all bytes are there; none: it did not get that far.
    QList<Moment> watch(
        const QueueUnderTest &queue, const TaskId &id, bool isPush, double *wholeSeconds);
    void judge(const QList<Moment> &seen, double wholeSeconds, double speed) const;

    EngineFixture m_engine;
};

void TestTransferTruth::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

QList<Moment> TestTransferTruth::watch(
    const QueueUnderTest &queue, const TaskId &id, bool isPush, double *wholeSeconds)
{
    const auto carried = [&] {
        const ProxyCounts counts = m_engine.proxyCounts();
        return isPush ? counts.up : counts.down;
    };
    const qint64 before = carried();
    if (!QTest::qWaitFor([&] { return queue.task(id).progress.bytesDone > 0; }, 20'000))
        return {};
    QElapsedTimer clock;
    clock.start();
    QList<Moment> seen;
    for (int i = 0; i < moments; ++i) {
        QTest::qWait(650);
        const TaskProgress progress = queue.task(id).progress;
        seen.append({ double(clock.elapsed()) / 1000, progress.bytesDone, carried() - before,
            progress.bytesPerSecond, progress.secondsLeft });
    }
    const bool whole = QTest::qWaitFor(
        [&] {
            const TaskProgress progress = queue.task(id).progress;
            return progress.bytesTotal && progress.bytesDone >= *progress.bytesTotal;
        },
        30'000);
    *wholeSeconds = double(clock.elapsed()) / 1000;
    return whole ? seen : QList<Moment>();
}

void TestTransferTruth::judge(const QList<Moment> &seen, double wholeSeconds, double speed) const
{
    QCOMPARE(seen.size(), moments);
    double apart = 0;
    double off = 0;
    double early = 0;
    for (const Moment &moment : seen) {
        const double bytes = std::abs(double(moment.told - moment.carried));
        apart = std::max(apart, bytes);
        QVERIFY2(bytes <= 0.05 * double(moment.carried) + 0.5 * rate,
            qPrintable(u"after %1 s: told %2, carried %3"_s.arg(moment.seconds)
                           .arg(moment.told)
                           .arg(moment.carried)));
        if (moment.seconds > 3) {
            off = std::max(off, std::abs(moment.speed - speed) / speed);
            QVERIFY2(std::abs(moment.speed - speed) <= 0.1 * speed,
                qPrintable(u"after %1 s: %2 B/s of %3"_s.arg(moment.seconds)
                               .arg(moment.speed)
                               .arg(speed)));
        }
        if (moment.seconds > wholeSeconds / 3) {
            const double really = wholeSeconds - moment.seconds;
            QVERIFY2(moment.left, "no time left");
            early = std::max(early, std::abs(*moment.left - really));
            // It is told in whole seconds.
            QVERIFY2(std::abs(*moment.left - really) <= 0.2 * really + 1,
                qPrintable(u"after %1 s: %2 s left, really %3"_s.arg(moment.seconds)
                               .arg(*moment.left)
                               .arg(really)));
        }
    }
    qInfo("at most %.0f kB apart, speed at most %.1f %% off, time left at most %.1f s off (of %.1f "
          "s)",
        apart / 1000, off * 100, early, wholeSeconds);
}

void TestTransferTruth::pull()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"truth/pull:1"_s, { 30, 25, 21 });
    QVERIFY(image.ok());
    QueueUnderTest queue(m_engine.program);
    QVERIFY2(queue.start(), qPrintable(queue.sentence));
    QVERIFY(m_engine.proxy("rate 8000000"));
    const TaskId id = queue.submit(
        u"docker_pull"_s, { { u"image_name"_s, m_engine.slowRegistry + u"/truth/pull:1"_s } });
    double wholeSeconds = 0;
    const QList<Moment> seen = watch(queue, id, false, &wholeSeconds);
    judge(seen, wholeSeconds, rate);
    QVERIFY(queue.finishes(id));
    QCOMPARE(queue.task(id).status, TaskStatus::Completed);
    QCOMPARE(queue.task(id).progress.bytesDone, image.size);
}

void TestTransferTruth::push()
{
    const RegistryImage image =
        m_engine.fill(m_engine.registry, u"truth/source:1"_s, { 30, 25, 21 });
    QVERIFY(image.ok());
    QVERIFY(m_engine.docker({ u"pull"_s, image.reference }).ok());
    const QString target = m_engine.slowRegistry + u"/truth/push:1"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, image.reference, target }).ok());
    QueueUnderTest queue(m_engine.program);
    QVERIFY2(queue.start(), qPrintable(queue.sentence));
    QVERIFY(m_engine.proxy("rate 8000000"));
    const TaskId id = queue.submit(u"docker_push"_s, { { u"image_name"_s, target } });
    double wholeSeconds = 0;
    const QList<Moment> seen = watch(queue, id, true, &wholeSeconds);
    judge(seen, wholeSeconds, rate);
    QVERIFY(queue.finishes(id));
    QCOMPARE(queue.task(id).status, TaskStatus::Completed);
}

QTEST_GUILESS_MAIN(TestTransferTruth)
#include "test_transfer_truth.moc"
