// What the client of registries asks for, whom it trusts, and what it makes of every answer.
#include "core/registry/registry_client.h"
#include "core/registry/registry_place.h"
#include "tests/core/registry_samples.h"
#include "tests/support/registry_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;
using Kind = RegistryError::Kind;

namespace {

const QByteArray manifestPath = "/v2/acme/app/manifests/1";

const QString certificate = QStringLiteral(TEST_DATA "/registry/certificate.pem");
const QString key = QStringLiteral(TEST_DATA "/registry/key.pem");

} // namespace

class RegistryClientTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void imageIsAskedWithHeadFirst();
    void imageBehindAListIsThatOfThePlatform();
    void plainHttpIsRememberedForAHost();
    void httpsIsSpokenWhereItIsTrusted();
    void aCertificateNobodyTrustsIsToldSo();
    void failuresAreValues_data();
    void failuresAreValues();
    void silenceEndsAtTheLimit();
    void nobodyListening();
    void tokenIsAskedWithTheSavedLogin();
    void tokenIsAskedWithoutALogin();
    void basicLoginComesFromAHelperProgram();
    void passwordsDoNotCrossTheWireOpenly();
    void scarceLimitIsSpared();
    void anAnswerNobodyWaitsForIsDropped();
    void tagsAreListed();

private:
    ImageAnswer image(const QString &platform = u"linux/amd64"_s);
    void saveLogin(const QByteArray &config);

    RegistryServer *m_server = nullptr;
    std::unique_ptr<RegistryServer> m_owned;
    std::unique_ptr<RegistryClient> m_client;
    std::unique_ptr<QTemporaryDir> m_config;
    QObject m_context;
};

void RegistryClientTest::init()
{
    m_owned = std::make_unique<RegistryServer>();
    m_server = m_owned.get();
    m_client = std::make_unique<RegistryClient>();
    m_config = std::make_unique<QTemporaryDir>();
    qputenv("DOCKER_CONFIG", m_config->path().toUtf8());
}

void RegistryClientTest::saveLogin(const QByteArray &config)
{
    QFile file(m_config->filePath(u"config.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(config);
}

ImageAnswer RegistryClientTest::image(const QString &platform)
{
    std::optional<ImageAnswer> answer;
    m_client->image(*parseImageReference(m_server->host() + u"/acme/app:1"_s), u"latest"_s,
        platform, &m_context, [&answer](const ImageAnswer &told) { answer = told; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 15'000))
        qWarning("no answer at all");
    return answer.value_or(ImageAnswer{});
}

void RegistryClientTest::imageIsAskedWithHeadFirst()
{
    m_server->say(manifestPath,
        { 200, imageBody, { "ratelimit-limit: 100;w=21600", "RateLimit-Remaining: 76;w=21600" } });
    const ImageAnswer answer = image();
    QVERIFY2(!answer.error, qPrintable(answer.error.value_or(RegistryError{}).sentence));
    QCOMPARE(answer.image.layers,
        (QList<Descriptor>{ { QString::fromLatin1(digestOf('1')), 1000 },
            { QString::fromLatin1(digestOf('2')), 20 } }));
    QCOMPARE(answer.image.config, (Descriptor{ QString::fromLatin1(digestOf('c')), 7 }));
    QCOMPARE(answer.rateLimit, (RateLimit{ 100, 76, 21600 }));
    QCOMPARE(m_server->heard.size(), 2);
    QCOMPARE(m_server->heard[0].method, QByteArray("HEAD"));
    QCOMPARE(m_server->heard[1].method, QByteArray("GET"));
    for (const char *type :
        { "docker.distribution.manifest.v2+json", "docker.distribution.manifest.list.v2+json",
            "oci.image.manifest.v1+json", "oci.image.index.v1+json" })
        QVERIFY2(m_server->heard[1].accept.contains(type), type);
}

void RegistryClientTest::imageBehindAListIsThatOfThePlatform()
{
    m_server->say(manifestPath, { 200, listBody, {} });
    m_server->say("/v2/acme/app/manifests/" + digestOf('e'), { 200, imageBody, {} });
    QCOMPARE(image().image.layers.size(), 2);
    const ImageAnswer none = image(u"linux/s390x"_s);
    QVERIFY(none.error);
    QCOMPARE(none.error->kind, Kind::NotFound);
    QVERIFY(none.error->sentence.contains(u"linux/s390x"_s)
        && none.error->sentence.contains(u"acme/app:1"_s));
    m_server->say("/v2/acme/app/manifests/" + digestOf('e'), { 200, listBody, {} });
    QCOMPARE(image().error->kind, Kind::Unreadable); // a list in a list
}

void RegistryClientTest::plainHttpIsRememberedForAHost()
{
    m_server->say(manifestPath, { 200, imageBody, {} });
    QVERIFY(!image().error);
    QVERIFY(!image().error);
    QVERIFY2(m_server->tlsTries <= 1, qPrintable(QString::number(m_server->tlsTries)));
}

void RegistryClientTest::httpsIsSpokenWhereItIsTrusted()
{
    m_server->speakTls(certificate, key);
    m_server->say(manifestPath, { 200, imageBody, {} });
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificates(QSslCertificate::fromPath(certificate));
    QSslConfiguration::setDefaultConfiguration(trusting);
    const ImageAnswer answer = image();
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY2(!answer.error, qPrintable(answer.error.value_or(RegistryError{}).sentence));
    QCOMPARE(m_server->heard.size(), 2);
}

void RegistryClientTest::aCertificateNobodyTrustsIsToldSo()
{
    m_server->speakTls(certificate, key);
    m_server->say(manifestPath, { 200, imageBody, {} });
    const ImageAnswer answer = image();
    QVERIFY(answer.error);
    QVERIFY2(answer.error->kind == Kind::Tls, qPrintable(answer.error->sentence));
    QCOMPARE(m_server->heard.size(), 0);
}

void RegistryClientTest::failuresAreValues_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("retryAfter");
    QTest::newRow("not found") << 404 << QByteArray("X: y") << QByteArray("{}") << Kind::NotFound
                               << -1;
    QTest::newRow("forbidden") << 403 << QByteArray("X: y") << QByteArray("{}") << Kind::Denied
                               << -1;
    QTest::newRow("too many") << 429 << QByteArray("Retry-After: 17") << QByteArray("{}")
                              << Kind::TooManyRequests << 17;
    QTest::newRow("broken") << 503 << QByteArray("X: y") << QByteArray("{}") << Kind::Unreachable
                            << -1;
    QTest::newRow("redirect") << 302 << QByteArray("Location: http://127.0.0.1:1/")
                              << QByteArray("{}") << Kind::Unreadable << -1;
    QTest::newRow("no manifest") << 200 << QByteArray("X: y") << QByteArray("<html>")
                                 << Kind::Unreadable << -1;
    QTest::newRow("strange login") << 401 << QByteArray("WWW-Authenticate: Negotiate")
                                   << QByteArray("{}") << Kind::Unreadable << -1;
    QTest::newRow("no login") << 401 << QByteArray("WWW-Authenticate: Basic realm=\"x\"")
                              << QByteArray("{}") << Kind::Denied << -1;
}

void RegistryClientTest::failuresAreValues()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    m_server->say(manifestPath, { status, body, { header } });
    const ImageAnswer answer = image();
    QVERIFY(answer.error);
    QTEST(answer.error->kind, "kind");
    QTEST(answer.error->retryAfter.value_or(-1), "retryAfter");
    QVERIFY2(
        answer.error->sentence.contains(u"acme/app:1"_s) && answer.error->sentence.endsWith(u'.'),
        qPrintable(answer.error->sentence));
}

void RegistryClientTest::silenceEndsAtTheLimit()
{
    m_client->setStepLimit(std::chrono::milliseconds(400));
    m_server->say(manifestPath, { 200, imageBody, {}, true });
    QElapsedTimer clock;
    clock.start();
    const ImageAnswer answer = image();
    QVERIFY(answer.error);
    QCOMPARE(answer.error->kind, Kind::Unreachable);
    QVERIFY2(clock.elapsed() >= 350 && clock.elapsed() < 5000,
        qPrintable(QString::number(clock.elapsed())));
}

void RegistryClientTest::nobodyListening()
{
    std::optional<ImageAnswer> answer;
    m_client->image(*parseImageReference(u"127.0.0.1:1/acme/app"_s), u"1"_s, {}, &m_context,
        [&answer](const ImageAnswer &told) { answer = told; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error->kind, Kind::Unreachable);
}

void RegistryClientTest::tokenIsAskedWithTheSavedLogin()
{
    const QByteArray basic = QByteArray("alice:secret").toBase64();
    saveLogin(R"({"auths":{")" + m_server->host().toUtf8() + R"(":{"auth":")" + basic + R"("}}})");
    m_server->say(manifestPath,
        { 200, imageBody, {}, false, "Bearer abc",
            "Bearer realm=\"http://" + m_server->host().toUtf8()
                + "/token\",service=\"us\",scope=\"repository:acme/app:pull\"" });
    m_server->say(
        "/token", { 200, R"({"token":"abc"})", {}, false, "Basic " + basic, "Basic realm=x" });
    const ImageAnswer answer = image();
    QVERIFY2(!answer.error, qPrintable(answer.error.value_or(RegistryError{}).sentence));
    QCOMPARE(m_server->heard.size(), 4); // HEAD, token, HEAD, GET
    QCOMPARE(m_server->heard[1].path,
        QByteArray("/token?service=us&scope=repository%3Aacme%2Fapp%3Apull"));
    QCOMPARE(m_server->heard[3].authorization, QByteArray("Bearer abc"));
    m_server->say("/token", { 401, "{}", { "WWW-Authenticate: Basic realm=x" } });
    const ImageAnswer denied = image();
    QCOMPARE(denied.error->kind, Kind::Denied);
    QVERIFY(!denied.error->sentence.contains(u"secret"_s));
}

void RegistryClientTest::tokenIsAskedWithoutALogin()
{
    m_server->say(manifestPath,
        { 200, imageBody, {}, false, "Bearer abc",
            "Bearer realm=\"http://" + m_server->host().toUtf8() + "/token\"" });
    m_server->say("/token", { 200, R"({"access_token":"abc"})", {} });
    QVERIFY(!image().error);
    QCOMPARE(m_server->heard[1].authorization, QByteArray());
    m_server->say("/token", { 200, R"({"token":"old"})", {} }); // the registry takes it no more
    QCOMPARE(image().error->kind, Kind::Denied);
}

void RegistryClientTest::basicLoginComesFromAHelperProgram()
{
    const QString path = m_config->filePath(u"docker-credential-fake"_s);
    QFile helper(path);
    QVERIFY(helper.open(QIODevice::WriteOnly));
    helper.write("#!/bin/sh\nread server\n[ \"$1\" = get ] || exit 1\n"
                 "echo "
                 "\"{\\\"ServerURL\\\":\\\"$server\\\",\\\"Username\\\":\\\"$server\\\","
                 "\\\"Secret\\\":\\\"s\\\"}\"\n");
    helper.close();
    QVERIFY(helper.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray before = qgetenv("PATH");
    qputenv("PATH", m_config->path().toUtf8() + ':' + before);
    saveLogin(R"({"credsStore":"fake"})");
    const QByteArray basic = "Basic " + (m_server->host() + u":s"_s).toUtf8().toBase64();
    m_server->say(manifestPath, { 200, imageBody, {}, false, basic, "Basic realm=\"x\"" });
    const ImageAnswer answer = image();
    qputenv("PATH", before);
    QVERIFY2(!answer.error, qPrintable(answer.error.value_or(RegistryError{}).sentence));
    saveLogin(R"({"credsStore":"missing"})");
    QCOMPARE(image().error->kind, Kind::Denied);
}

void RegistryClientTest::passwordsDoNotCrossTheWireOpenly()
{
    const QByteArray basic = QByteArray("alice:secret").toBase64();
    saveLogin(R"({"auths":{")" + m_server->host().toUtf8() + R"(":{"auth":")" + basic + R"("}}})");
    m_server->say(manifestPath,
        { 200, imageBody, {}, false, "Bearer abc",
            "Bearer realm=\"http://tokens.example/token\"" });
    QCOMPARE(image().error->kind, Kind::Unreadable);
    QVERIFY(!RegistryPlace({ u"r.example"_s, {}, {}, {} }).mayBePlain());
}

void RegistryClientTest::scarceLimitIsSpared()
{
    m_server->say(manifestPath,
        { 200, imageBody, { "ratelimit-limit: 100;w=21600", "ratelimit-remaining: 49;w=21600" } });
    const ImageAnswer answer = image();
    QVERIFY(answer.error);
    QCOMPARE(answer.error->kind, Kind::LimitSpared);
    QCOMPARE(answer.rateLimit.remaining, 49);
    QCOMPARE(m_server->heard.size(), 1);
}

void RegistryClientTest::anAnswerNobodyWaitsForIsDropped()
{
    m_server->say(manifestPath, { 200, imageBody, {} });
    bool answered = false;
    auto context = std::make_unique<QObject>();
    m_client->image(*parseImageReference(m_server->host() + u"/acme/app:1"_s), {}, {},
        context.get(), [&answered](const ImageAnswer &) { answered = true; });
    context.reset();
    QVERIFY(!image().error); // and the client goes on
    QVERIFY(!answered);
}

void RegistryClientTest::tagsAreListed()
{
    m_server->say("/v2/acme/app/tags/list",
        { 200, R"({"name":"acme/app","tags":["1","latest"]})",
            { "Link: </v2/acme/app/tags/list?last=latest&n=2>; rel=\"next\"" } });
    std::optional<TagsAnswer> answer;
    const auto ask = [&] {
        answer.reset();
        m_client->tags(*parseImageReference(m_server->host() + u"/acme/app"_s), &m_context,
            [&answer](const TagsAnswer &told) { answer = told; });
    };
    ask();
    QTRY_VERIFY(answer);
    QVERIFY(!answer->error);
    QCOMPARE(answer->tags, QStringList({ u"1"_s, u"latest"_s }));
    QVERIFY(!answer->complete);
    m_server->say("/v2/acme/app/tags/list", { 200, R"({"name":"acme/app","tags":null})", {} });
    ask();
    QTRY_VERIFY(answer);
    QVERIFY(!answer->error);
    QCOMPARE(answer->tags, QStringList());
    m_server->say("/v2/acme/app/tags/list", { 200, R"({"tags":"no"})", {} });
    ask();
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error->kind, Kind::Unreadable);
}

QTEST_GUILESS_MAIN(RegistryClientTest)
#include "test_registry_client.moc"
