// What registries and docker write down: names, challenges, manifests and saved logins.
#include "core/registry/auth_challenge.h"
#include "core/registry/image_manifest.h"
#include "core/registry/registry_place.h"
#include "core/registry/saved_login.h"
#include "tests/core/registry_samples.h"

#include <QJsonDocument>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class RegistryTextTest : public QObject {
    Q_OBJECT

private slots:
    void namesOfDockerHub_data();
    void namesOfDockerHub();
    void thisMachineIsKnown();
    void challengesAreRead();
    void listsGiveThePlatform_data();
    void listsGiveThePlatform();
    void nonsenseIsNoManifest_data();
    void nonsenseIsNoManifest();
    void loginsAreFoundAsDockerFindsThem_data();
    void loginsAreFoundAsDockerFindsThem();
};

void RegistryTextTest::namesOfDockerHub_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("reference");
    const QString hub = u"registry-1.docker.io"_s;
    QTest::newRow("short") << u"alpine"_s << hub << u"library/alpine"_s << u"latest"_s;
    QTest::newRow("user") << u"acme/app:2"_s << hub << u"acme/app"_s << u"2"_s;
    QTest::newRow("docker.io") << u"docker.io/alpine:3"_s << hub << u"library/alpine"_s << u"3"_s;
    QTest::newRow("other") << u"ghcr.io/app:3"_s << u"ghcr.io"_s << u"app"_s << u"3"_s;
    const QString digest = QString::fromLatin1(digestOf('a'));
    QTest::newRow("digest") << u"localhost:5000/a/b:1@"_s + digest << u"localhost:5000"_s
                            << u"a/b"_s << digest;
}

void RegistryTextTest::namesOfDockerHub()
{
    QFETCH(QString, image);
    const auto reference = parseImageReference(image);
    QVERIFY(reference);
    const RegistryPlace place = registryPlace(*reference, u"latest"_s);
    QTEST(place.host, "host");
    QTEST(place.repository, "repository");
    QTEST(place.reference, "reference");
}

void RegistryTextTest::thisMachineIsKnown()
{
    for (const char *here :
        { "localhost", "localhost:5000", "127.0.0.1:5000", "127.3.2.1", "[::1]:5000", "::1" })
        QVERIFY2(isThisMachine(QString::fromLatin1(here)), here);
    for (const char *there :
        { "", "localhost.example:5000", "10.0.0.1", "128.0.0.1:5000", "ghcr.io" })
        QVERIFY2(!isThisMachine(QString::fromLatin1(there)), there);
}

void RegistryTextTest::challengesAreRead()
{
    const auto bearer = parseChallenge(
        R"(Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/alpine:pull")");
    QVERIFY(bearer);
    QCOMPARE(bearer->tokenUrl().toString(QUrl::FullyEncoded),
        u"https://auth.docker.io/token?service=registry.docker.io&scope=repository%3Alibrary%2Falpine%3Apull"_s);
    QCOMPARE(parseChallenge("basic realm=test")->scheme, AuthChallenge::Scheme::Basic);
    QVERIFY(!parseChallenge("Bearer service=x"));
    QVERIFY(!parseChallenge("Negotiate abc"));
    QVERIFY(!parseChallenge(""));
}

void RegistryTextTest::listsGiveThePlatform_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("digest");
    QTest::newRow("engine's") << u"linux/amd64"_s << QString::fromLatin1(digestOf('e'));
    QTest::newRow("variant left out") << u"linux/arm64"_s << QString::fromLatin1(digestOf('d'));
    QTest::newRow("exact variant") << u"linux/arm64/v8"_s << QString::fromLatin1(digestOf('d'));
    QTest::newRow("other variant") << u"linux/arm64/v9"_s << QString();
    QTest::newRow("none such") << u"linux/s390x"_s << QString();
    QTest::newRow("not known") << QString() << QString();
}

void RegistryTextTest::listsGiveThePlatform()
{
    QFETCH(QString, platform);
    const ParsedManifest parsed = parseManifest(listBody);
    const auto *list = std::get_if<ManifestList>(&parsed);
    QVERIFY(list);
    const auto chosen = manifestFor(platform, *list);
    QTEST(chosen ? chosen->digest : QString(), "digest");
    QVERIFY(platformsOf(*list).contains(u"linux/arm64/v8"_s));
    QCOMPARE(platformsOf(*list).filter(u"unknown"_s), QStringList()); // an attestation is no image
}

void RegistryTextTest::nonsenseIsNoManifest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("schema 1") << QByteArray(R"({"schemaVersion":1,"fsLayers":[]})");
    QTest::newRow("negative size") << QByteArray(imageBody).replace("1000", "-1");
    QTest::newRow("no size") << QByteArray(imageBody).replace("1000", "\"x\"");
    QTest::newRow("impossible size") << QByteArray(imageBody).replace("1000", "9e18");
    QTest::newRow("path as digest")
        << QByteArray(imageBody).replace(digestOf('1'), "sha256:../../etc");
}

void RegistryTextTest::nonsenseIsNoManifest()
{
    QFETCH(QByteArray, body);
    QVERIFY(std::holds_alternative<std::monostate>(parseManifest(body)));
}

void RegistryTextTest::loginsAreFoundAsDockerFindsThem_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("found"); // user:password, or the helper
    const QByteArray alice = "\"" + QByteArray("alice:se:cret").toBase64() + "\"";
    const QByteArray auths = R"({"auths":{"https://r.example/v1/":{"auth":)" + alice + "}}}";
    QTest::newRow("by host") << auths << u"r.example"_s << u"alice:se:cret"_s;
    QTest::newRow("other host") << auths << u"example"_s << QString();
    QTest::newRow("hub") << QByteArray(
        R"({"auths":{"https://index.docker.io/v1/":{"auth":)" + alice + "}}}")
                         << u"https://index.docker.io/v1/"_s << u"alice:se:cret"_s;
    QTest::newRow("store") << QByteArray(R"({"credsStore":"pass","auths":{"r.example":{}}})")
                           << u"r.example"_s << u"docker-credential-pass"_s;
    QTest::newRow("helper of one host")
        << QByteArray(R"({"credsStore":"pass","credHelpers":{"r.example":"ecr"}})")
        << u"r.example"_s << u"docker-credential-ecr"_s;
    QTest::newRow("helper with a path")
        << QByteArray(R"({"credsStore":"../evil"})") << u"r.example"_s << QString();
    QTest::newRow("no config") << QByteArray() << u"r.example"_s << QString();
}

void RegistryTextTest::loginsAreFoundAsDockerFindsThem()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, server);
    const LoginSource source = loginSource(QJsonDocument::fromJson(config).object(), server);
    QTEST(
        source.login ? QString(source.login->user + u':' + source.login->password) : source.helper,
        "found");
}

QTEST_GUILESS_MAIN(RegistryTextTest)
#include "test_registry_text.moc"
