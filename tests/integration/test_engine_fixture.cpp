// The ground other integration tests stand on: a private engine, registries and a proxy.
#include "tests/support/engine_fixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::test;

class TestEngineFixture : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void pullsAnImageOfThreeLayers();
    void pullsAListForThisPlatform();
    void runsBusybox();
    void passesTheExitCodeOn();
    void refusesAWrongPassword();
    void pushesAfterLogin();
    void proxyCountsEveryByte();
    void proxyKeepsToItsRate();
    void proxyCutsOnceAndThePullGoesOn();
    void proxyCanBeGone();
    void hasNoManifestThatWasNeverPushed();
    void doesNotUseTheMachinesEngine();

private:
    EngineFixture m_engine;
};

void TestEngineFixture::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    QVERIFY(m_engine.proxyCounts().known);
}

void TestEngineFixture::pullsAnImageOfThreeLayers()
{
    const RegistryImage image =
        m_engine.fill(m_engine.registry, u"three/layers:1"_s, { 0.5, 1, 2 });
    QVERIFY(image.ok());
    QCOMPARE(m_engine.manifestDigest(m_engine.registry, u"three/layers"_s, u"1"_s), image.digest);

    const DockerAnswer pull = m_engine.docker({ u"pull"_s, image.reference });
    QVERIFY2(pull.ok(), pull.errors.constData());
    for (const RegistryLayer &layer : image.layers) {
        const QByteArray shown = layer.digest.mid(7, 12).toLatin1();
        QVERIFY2(pull.output.contains(shown + ": Pull complete"), pull.output.constData());
    }
    const QString format = u"{{.Id}} {{len .RootFS.Layers}}"_s;
    QCOMPARE(m_engine.docker({ u"image"_s, u"inspect"_s, u"-f"_s, format, image.reference }).line(),
        image.config + u" 3"_s);
}

void TestEngineFixture::pullsAListForThisPlatform()
{
    const QString platform =
        m_engine.docker({ u"version"_s, u"-f"_s, u"{{.Server.Arch}}"_s }).line();
    const RegistryImage image = m_engine.fill(
        m_engine.registry, u"a/list:1"_s, { 0.1 }, { u"--list"_s, u"--arch"_s, platform });
    QVERIFY(image.ok());
    QVERIFY(m_engine.docker({ u"pull"_s, image.reference }).ok());
    QCOMPARE(m_engine.docker({ u"image"_s, u"inspect"_s, u"-f"_s, u"{{.Id}}"_s, image.reference })
                 .line(),
        image.config);
}

void TestEngineFixture::runsBusybox()
{
    const DockerAnswer run =
        m_engine.docker({ u"run"_s, u"--rm"_s, u"--interactive"_s, u"busybox:local"_s, u"sh"_s,
                            u"-c"_s, u"cat; echo to stderr >&2"_s },
            "from stdin\n");
    QVERIFY2(run.ok(), run.errors.constData());
    QCOMPARE(run.output, "from stdin\n");
    QCOMPARE(run.errors, "to stderr\n");
}

void TestEngineFixture::passesTheExitCodeOn()
{
    QCOMPARE(
        m_engine.docker({ u"run"_s, u"--rm"_s, u"busybox:local"_s, u"sh"_s, u"-c"_s, u"exit 7"_s })
            .exitCode,
        7);
}

void TestEngineFixture::refusesAWrongPassword()
{
    const DockerAnswer login = m_engine.docker(
        { u"login"_s, u"-u"_s, m_engine.user, u"--password-stdin"_s, m_engine.authRegistry },
        "not the password");
    QCOMPARE(login.exitCode, 1);
    QVERIFY2(login.errors.contains("401 Unauthorized"), login.errors.constData());
}

void TestEngineFixture::pushesAfterLogin()
{
    const QString reference = m_engine.authRegistry + u"/by/alice:1"_s;
    QVERIFY(m_engine.docker({ u"tag"_s, u"busybox:local"_s, reference }).ok());
    QCOMPARE(m_engine.docker({ u"push"_s, reference }).exitCode, 1);

    const DockerAnswer login = m_engine.docker(
        { u"login"_s, u"-u"_s, m_engine.user, u"--password-stdin"_s, m_engine.authRegistry },
        m_engine.password.toUtf8());
    QVERIFY2(login.ok(), login.errors.constData());
    // The login is kept in the private home, which goes away, never in a person's own.
    QVERIFY(QFile::exists(qEnvironmentVariable("HOME") + u"/.docker/config.json"_s));

    const DockerAnswer push = m_engine.docker({ u"push"_s, reference });
    QVERIFY2(push.ok(), push.errors.constData());
    const QString digest = m_engine.manifestDigest(m_engine.authRegistry, u"by/alice"_s, u"1"_s);
    QVERIFY(!digest.isEmpty());
    QVERIFY2(push.output.contains(digest.toLatin1()), push.output.constData());
}

void TestEngineFixture::proxyCountsEveryByte()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"counted:1"_s, { 1, 2 });
    const ProxyCounts before = m_engine.proxyCounts();
    QVERIFY(m_engine.docker({ u"pull"_s, m_engine.slowRegistry + u"/counted:1"_s }).ok());
    const ProxyCounts after = m_engine.proxyCounts();
    QVERIFY(after.connections > before.connections);
    const qint64 carried = after.down - before.down;
    QVERIFY2(carried >= image.size && carried < image.size + 100'000,
        QByteArray::number(carried).constData());
}

void TestEngineFixture::proxyKeepsToItsRate()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"slow:1"_s, { 2 });
    QVERIFY(m_engine.proxy("rate 1000000"));
    QElapsedTimer clock;
    clock.start();
    const DockerAnswer pull = m_engine.docker({ u"pull"_s, m_engine.slowRegistry + u"/slow:1"_s });
    const qint64 took = clock.elapsed();
    QVERIFY(m_engine.proxy("rate 0"));
    QVERIFY2(pull.ok(), pull.errors.constData());
    // Only the lower bound is the proxy's promise; a busy machine may take longer.
    QVERIFY2(took > image.size / 1000 * 9 / 10, QByteArray::number(took).constData());
}

void TestEngineFixture::proxyCutsOnceAndThePullGoesOn()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"cut:1"_s, { 3 });
    QVERIFY(m_engine.proxy("cutafter 1500000"));
    const DockerAnswer pull = m_engine.docker({ u"pull"_s, m_engine.slowRegistry + u"/cut:1"_s });
    QVERIFY2(pull.ok(), pull.errors.constData());
    QVERIFY2(pull.output.contains("Retrying in"), pull.output.constData());
}

void TestEngineFixture::proxyCanBeGone()
{
    QVERIFY(m_engine.proxy("refuse"));
    const DockerAnswer pull = m_engine.docker({ u"pull"_s, m_engine.slowRegistry + u"/gone:1"_s });
    QVERIFY(m_engine.proxy("listen"));
    QCOMPARE(pull.exitCode, 1);
    QVERIFY2(pull.errors.contains("connection refused"), pull.errors.constData());
    QVERIFY(!m_engine.proxy("no such command"));
}

void TestEngineFixture::hasNoManifestThatWasNeverPushed()
{
    QCOMPARE(m_engine.manifestDigest(m_engine.registry, u"never/pushed"_s, u"1"_s), QString());
}

void TestEngineFixture::doesNotUseTheMachinesEngine()
{
    QCOMPARE(qEnvironmentVariable("DOCKER_HOST"), m_engine.host);
    const QString root = m_engine.docker({ u"info"_s, u"-f"_s, u"{{.DockerRootDir}}"_s }).line();
    QVERIFY2(m_engine.folder.startsWith(root.section(u'/', 0, -2)), qPrintable(root));
}

QTEST_GUILESS_MAIN(TestEngineFixture)
#include "test_engine_fixture.moc"
