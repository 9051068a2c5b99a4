// The registry client against a real registry, and what a pull knows by it.
#include "core/registry/registry_client.h"
#include "tests/support/queue_under_test.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

class TestRegistry : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsAnImage_data();
    void readsAnImage();
    void listsTags();
    void whatIsNotThereIsNotFound();
    void wantsTheLoginThatDockerKept();
    void aPullKnowsItsTotalAndTellsTrueBytes();

private:
    ImageAnswer read(const QString &reference, const QString &platform = u"linux/amd64"_s);

    EngineFixture m_engine;
    RegistryClient m_client;
};

void TestRegistry::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
}

ImageAnswer TestRegistry::read(const QString &reference, const QString &platform)
{
    std::optional<ImageAnswer> answer;
    m_client.image(*parseImageReference(reference), u"latest"_s, platform, this,
        [&answer](const ImageAnswer &told) { answer = told; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 15'000))
        qWarning("no answer at all");
    return answer.value_or(ImageAnswer{});
}

void TestRegistry::readsAnImage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("alone") << QStringList();
    QTest::newRow("behind a list") << QStringList{ u"--list"_s };
    QTest::newRow("of another machine") << QStringList{ u"--list"_s, u"--arch"_s, u"arm64"_s };
}

void TestRegistry::readsAnImage()
{
    QFETCH(QStringList, options);
    const RegistryImage image =
        m_engine.fill(m_engine.registry, u"registry/read:1"_s, { 0.1, 0.3 }, options);
    QVERIFY(image.ok());
    const bool other = options.contains(u"arm64"_s);
    const ImageAnswer answer = read(image.reference, other ? u"linux/arm64"_s : u"linux/amd64"_s);
    QVERIFY2(!answer.error, qPrintable(answer.error.value_or(RegistryError{}).sentence));
    QCOMPARE(answer.image.config.digest, image.config);
    QCOMPARE(answer.image.layers.size(), 2);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(
            answer.image.layers[i], (Descriptor{ image.layers[i].digest, image.layers[i].size }));
    if (options.isEmpty())
        QCOMPARE(answer.image.digest, image.digest);
    if (other)
        QCOMPARE(read(image.reference).error->kind, RegistryError::Kind::NotFound);
}

void TestRegistry::listsTags()
{
    for (const char *tag : { "1", "2" })
        QVERIFY(
            m_engine
                .fill(m_engine.registry, u"registry/tags:"_s + QString::fromLatin1(tag), { 0.01 })
                .ok());
    std::optional<TagsAnswer> answer;
    m_client.tags(*parseImageReference(m_engine.registry + u"/registry/tags"_s), this,
        [&answer](const TagsAnswer &told) { answer = told; });
    QTRY_VERIFY(answer);
    QVERIFY(!answer->error && answer->complete);
    QStringList tags = answer->tags;
    tags.sort();
    QCOMPARE(tags, QStringList({ u"1"_s, u"2"_s }));
}

void TestRegistry::whatIsNotThereIsNotFound()
{
    const ImageAnswer answer = read(m_engine.registry + u"/nobody/has:this"_s);
    QVERIFY(answer.error);
    QCOMPARE(answer.error->kind, RegistryError::Kind::NotFound);
}

void TestRegistry::wantsTheLoginThatDockerKept()
{
    const RegistryImage image = m_engine.fill(m_engine.authRegistry, u"registry/secret:1"_s,
        { 0.1 }, { u"--login"_s, m_engine.user + u':' + m_engine.password });
    QVERIFY(image.ok());
    const ImageAnswer denied = read(image.reference);
    QVERIFY(denied.error);
    QCOMPARE(denied.error->kind, RegistryError::Kind::Denied);
    const QStringList login{ u"login"_s, u"-u"_s, m_engine.user, u"--password-stdin"_s,
        m_engine.authRegistry };
    QVERIFY(m_engine.docker(login, m_engine.password.toUtf8()).ok());
    const ImageAnswer answer = read(image.reference);
    QVERIFY2(!answer.error, qPrintable(answer.error.value_or(RegistryError{}).sentence));
    QCOMPARE(answer.image.layers.first().size, image.layers.first().size);
    QVERIFY(m_engine.docker({ u"logout"_s, m_engine.authRegistry }).ok());
    QCOMPARE(read(image.reference).error->kind, RegistryError::Kind::Denied);
}

void TestRegistry::aPullKnowsItsTotalAndTellsTrueBytes()
{
    constexpr double rate = 3'000'000;
    const RegistryImage image =
        m_engine.fill(m_engine.registry, u"registry/bytes:1"_s, { 8, 6, 4 });
    QVERIFY(image.ok());
    QueueUnderTest queue(m_engine.program);
    QVERIFY2(queue.start(), qPrintable(queue.sentence));
    QVERIFY(m_engine.proxy("rate 3000000"));
    QList<std::optional<qint64>> totals; // of each report that has bytes
    int percent = 0;
    connect(&queue.queue(), &QueueService::tasksProgressed, this,
        [&](const QHash<TaskId, TaskProgress> &moved) {
            for (const TaskProgress &progress : moved) {
                QVERIFY(progress.percent >= percent && progress.percent < 100);
                percent = progress.percent;
                if (progress.bytesTotal || progress.bytesDone > 0)
                    totals.append(progress.bytesTotal);
            }
        });
    const qint64 before = m_engine.proxyCounts().down;
    const TaskId id = queue.submit(
        u"docker_pull"_s, { { u"image_name"_s, m_engine.slowRegistry + u"/registry/bytes:1"_s } });
    QVERIFY(
        QTest::qWaitFor([&] { return queue.task(id).progress.bytesTotal == image.size; }, 5000));
    QVERIFY2(queue.task(id).progress.bytesDone < image.size / 5,
        qPrintable(QString::number(queue.task(id).progress.bytesDone)));
    double worst = 0;
    for (int moment = 0; moment < 10; ++moment) {
        QTest::qWait(450);
        const qint64 carried = m_engine.proxyCounts().down - before;
        const qint64 told = queue.task(id).progress.bytesDone;
        const double apart = std::abs(double(told - carried));
        worst = std::max(worst, apart);
        QVERIFY2(apart <= 0.05 * double(carried) + 0.5 * rate,
            qPrintable(u"told %1, carried %2"_s.arg(told).arg(carried)));
    }
    qInfo("at most %.0f kB apart", worst / 1000);
    QVERIFY(m_engine.proxy("rate 0"));
    QVERIFY(queue.finishes(id));
    // Before the registry has answered, docker's own word has four digits, or there is none.
    const auto exact = totals.indexOf(std::optional(image.size));
    QVERIFY2(exact >= 0 && exact < totals.size() / 4, qPrintable(QString::number(exact)));
    for (qsizetype i = 0; i < totals.size(); ++i) {
        const qint64 total = totals[i].value_or(image.size);
        QVERIFY2(std::abs(total - image.size) <= (i < exact ? image.size / 1000 : 0),
            qPrintable(u"report %1: %2"_s.arg(i).arg(total)));
        QVERIFY2(totals[i] || i < exact,
            qPrintable(u"report %1 of %2 has no total"_s.arg(i).arg(totals.size())));
    }
    QCOMPARE(queue.task(id).progress.bytesDone, image.size);
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "test_registry.moc"
