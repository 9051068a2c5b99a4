// What is told before an image of Docker Hub is pulled, by a Docker Hub that says what the test
// wants. Other registries and a real engine: tests/integration/test_checks.
#include "core/docker/docker_check.h"
#include "core/docker/limit_check.h"
#include "core/task/sentence.h"
#include "tests/support/fake_engine.h"
#include "tests/support/registry_server.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

using Level = PreCheck::Level;

class TestDockerCheck : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void limitsAreTold_data();
    void limitsAreTold();
    void aTagWithItsSizeAndPullsLeft();
    void anotherPlatform();
    void theLoginIsUsedForTheLimit();
    void aPrivateImageIsFoundByItsTags();
    void aTagThatIsNotThere();
    void aSilentDockerHubHoldsUpNothing();
    void roomThatIsNotThere();
    void aPushWantsALogin_data();
    void aPushWantsALogin();

private:
    QStringList lines(const TaskSpec &spec, int results = 0);
    void allow(const QList<QByteArray> &headers, const QByteArray &basic = {});

    QTemporaryDir m_folder;
    std::unique_ptr<FakeEngine> m_fake;
    std::unique_ptr<DockerEngine> m_engine;
    std::unique_ptr<RegistryServer> m_hub;
    std::unique_ptr<RegistryClient> m_registry;
    QList<qsizetype> m_told; // lines known, each time some were told
};

namespace {

QString textOf(const PreCheck &check)
{
    const QString sign = check.level == Level::Ok ? u"+"_s
        : check.level == Level::Warning           ? u"!"_s
                                                  : u"-"_s;
    return sign + u' ' + check.id + u": "_s + withArguments(check.text, check.arguments);
}

QByteArray hubTag(const QByteArray &architecture)
{
    return R"({"name":"3","full_size":4000000,"images":[{"architecture":"unknown","os":"unknown","size":9,
        "digest":"sha256:)"
        + QByteArray(64, 'b') + R"("},{"architecture":")" + architecture
        + R"(","features":"","variant":null,"os":"linux","size":4000000,"status":"active","digest":"sha256:)"
        + QByteArray(64, 'a') + R"("}]})";
}

const QByteArray tagPath = "/v2/namespaces/library/repositories/alpine/tags/3";
const QByteArray limitPath = "/v2/ratelimitpreview/test/manifests/latest";
const DockerPull alpine{ u"alpine"_s, u"3"_s };

} // namespace

void TestDockerCheck::init()
{
    const QString socket = m_folder.filePath(u"engine.sock"_s);
    m_fake = std::make_unique<FakeEngine>(socket, [this](const QByteArray &request) {
        return "HTTP/1.0 200 OK\r\n\r\n"
            + (request.contains("/info ")
                    ? R"({"ServerVersion":"1","OSType":"linux","Architecture":"x86_64","DockerRootDir":")"
                        + m_folder.path().toUtf8() + R"("})"
                    : QByteArray("OK"));
    });
    qputenv("DOCKER_HOST", "unix://" + socket.toUtf8());
    qputenv("DOCKER_CONFIG", m_folder.path().toUtf8());
    QFile::remove(m_folder.filePath(u"config.json"_s));
    m_engine = std::make_unique<DockerEngine>(DockerClient{ u"/nonexistent/docker"_s });
    m_hub = std::make_unique<RegistryServer>();
    m_registry = std::make_unique<RegistryClient>();
    m_registry->setDockerHub(m_hub->host());
    m_engine->refresh();
    QTRY_VERIFY(!m_engine->hosts().first().platform.isEmpty());
}

void TestDockerCheck::cleanup()
{
    m_engine.reset();
    m_fake.reset();
    qunsetenv("DOCKER_HOST");
    qunsetenv("DOCKER_CONFIG");
}

// As Docker documents it: a token first, for everybody or for a login.
void TestDockerCheck::allow(const QList<QByteArray> &headers, const QByteArray &basic)
{
    m_hub->say(limitPath,
        { 200, "{}", headers, false, "Bearer abc",
            "Bearer realm=\"http://" + m_hub->host().toUtf8()
                + "/token\",service=\"registry.docker.io\",scope=\"repository:ratelimitpreview/"
                  "test:pull\"" });
    m_hub->say(
        "/token", { 200, R"({"token":"abc"})", {}, false, basic, basic.isEmpty() ? "" : "Basic" });
}

QStringList TestDockerCheck::lines(const TaskSpec &spec, int results)
{
    BuilderProbe probe(*m_engine);
    std::optional<QStringList> known;
    bool complete = false;
    m_told.clear();
    (new DockerCheck({ spec, {}, {} }, m_engine->currentHost(), *m_engine, *m_registry, probe, this,
         [&](const QList<PreCheck> &found, bool isComplete) {
             known.emplace();
             for (const PreCheck &check : found)
                 known->append(textOf(check));
             m_told.append(found.size());
             complete = isComplete;
         }))
        ->start();
    const bool came = QTest::qWaitFor(
        [&] { return complete || (results > 0 && m_told.size() >= results); }, 20'000);
    return came ? *known : QStringList{ u"no answer"_s };
}

void TestDockerCheck::limitsAreTold_data()
{
    using Kind = RegistryError::Kind;
    QTest::addColumn<PullsAnswer>("answer");
    QTest::addColumn<QString>("says"); // "" = nothing
    const auto left = [](int limit, int remaining, bool perAddress) {
        return PullsAnswer{ {}, { limit, remaining, 21600, perAddress } };
    };
    QTest::newRow("many") << left(100, 74, true) << u"+ limit: Pulls left at Docker Hub: 74."_s;
    QTest::newRow("ten") << left(10, 10, true) << u"+ limit: Pulls left at Docker Hub: 10."_s;
    QTest::newRow("few, without a login") << left(100, 9, true)
                                          << u"! limit: Pulls left at Docker Hub: only 9, for "
                                             u"everybody at your address. Whoever logs "
                                             u"in has more."_s;
    QTest::newRow("few, with a login")
        << left(200, 1, false) << u"! limit: Pulls left at Docker Hub: only 1."_s;
    QTest::newRow("none") << left(100, 0, true)
                          << u"- limit: No pulls are left at Docker Hub: all 100 that it allows in "
                             u"6 h are used. They come back one by one."_s;
    QTest::newRow("refused, until a moment that is told")
        << PullsAnswer{ RegistryError{ Kind::TooManyRequests, u"no"_s, 130 }, {} }
        << u"- limit: No pulls are left at Docker Hub: it asks to be left alone for 3 min."_s;
    QTest::newRow("refused") << PullsAnswer{ RegistryError{ Kind::TooManyRequests, u"no"_s, {} },
        {} } << u"- limit: No pulls are left at Docker Hub."_s;
    QTest::newRow("no limit") << PullsAnswer{} << QString();
    QTest::newRow("nobody there") << PullsAnswer{ RegistryError{ Kind::Unreachable, u"no"_s, {} },
        {} } << QString();
}

void TestDockerCheck::limitsAreTold()
{
    QFETCH(PullsAnswer, answer);
    QFETCH(QString, says);
    const auto check = limitCheck(u"Docker Hub"_s, answer);
    QCOMPARE(check ? textOf(*check) : QString(), says);
}

void TestDockerCheck::aTagWithItsSizeAndPullsLeft()
{
    m_hub->say(tagPath, { 200, hubTag("amd64") });
    allow({ "ratelimit-limit: 100;w=21600", "ratelimit-remaining: 74;w=21600",
        "docker-ratelimit-source: 198.51.100.7" });
    QStringList told = lines(alpine);
    told.sort();
    QCOMPARE(told.size(), 4);
    QCOMPARE(told[0], u"+ engine: Docker answers."_s);
    QCOMPARE(told[1], u"+ image: Docker Hub has it: 4.0 MB, less what is here already."_s);
    QCOMPARE(told[2], u"+ limit: Pulls left at Docker Hub: 74."_s);
    QVERIFY2(told[3].startsWith("+ room: "_L1) && told[3].endsWith("14.0 MB at most."_L1),
        qPrintable(told[3]));
    for (const RegistryHeard &heard : std::as_const(m_hub->heard)) // nothing that counts as a pull
        QVERIFY(heard.method == "HEAD" || !heard.path.contains("/manifests/"));
}

void TestDockerCheck::anotherPlatform()
{
    m_hub->say(tagPath, { 200, hubTag("arm64") });
    QVERIFY(lines(alpine).contains(u"- image: Docker Hub has it, but not for linux/amd64."_s));
    DockerPull arm = alpine;
    arm.platform = u"linux/arm64"_s;
    QVERIFY(
        lines(arm).contains(u"+ image: Docker Hub has it: 4.0 MB, less what is here already."_s));
}

void TestDockerCheck::theLoginIsUsedForTheLimit()
{
    const QByteArray basic = QByteArray("alice:secret").toBase64();
    QFile config(m_folder.filePath(u"config.json"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"auths":{"https://index.docker.io/v1/":{"auth":")" + basic + R"("}}})");
    config.close();
    allow({ "ratelimit-limit: 200;w=21600", "ratelimit-remaining: 3;w=21600",
              "docker-ratelimit-source: 0e1c2f4a-5b6d-4e7f-8a9b-0c1d2e3f4a5b" },
        "Basic " + basic);
    QVERIFY(lines(alpine).contains(u"! limit: Pulls left at Docker Hub: only 3."_s));
    for (const RegistryHeard &heard : std::as_const(m_hub->heard)) // the pages get no login
        QVERIFY(!heard.path.contains("/namespaces/") || heard.authorization.isEmpty());
}

void TestDockerCheck::aPrivateImageIsFoundByItsTags()
{
    m_hub->say("/v2/library/alpine/tags/list", { 200, R"({"name":"a","tags":["2","3"]})" });
    QVERIFY(lines(alpine).contains(u"+ image: Docker Hub has the tag 3."_s));
}

void TestDockerCheck::aTagThatIsNotThere()
{
    m_hub->say("/v2/library/alpine/tags/list", { 200, R"({"name":"a","tags":["2"]})" });
    QVERIFY(lines(alpine).contains(u"- image: Docker Hub has no tag 3 of it."_s));
}

void TestDockerCheck::aSilentDockerHubHoldsUpNothing()
{
    m_registry->setStepLimit(std::chrono::milliseconds(300));
    m_hub->say(tagPath, { 200, hubTag("amd64") });
    m_hub->say(limitPath, { 200, "{}", {}, true });
    const QStringList early = lines(alpine, 2);
    QVERIFY(early.contains(u"+ engine: Docker answers."_s));
    const QStringList all = lines(alpine);
    QCOMPARE(all.filter(u"limit: "_s), QStringList());
    QCOMPARE(all.size(), 3);
    QVERIFY(m_told.first() < m_told.last());
}

void TestDockerCheck::roomThatIsNotThere()
{
    m_hub->say(tagPath, { 200, hubTag("amd64").replace("4000000", "800000000000000") });
    const QStringList room = lines(alpine).filter(u" room: "_s);
    QCOMPARE(room.size(), 1);
    QVERIFY2(room.first().startsWith(u'-') && room.first().endsWith("it may take 2.8 PB."_L1),
        qPrintable(room.first()));
}

void TestDockerCheck::aPushWantsALogin_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("says"); // "" = nothing
    const QByteArray basic = QByteArray("alice:secret").toBase64();
    const auto login = [&basic](const QByteArray &server) {
        return QByteArray(R"({"auths":{")" + server + R"(":{"auth":")" + basic + R"("}}})");
    };
    const QByteArray hub = login("https://index.docker.io/v1/");
    QTest::newRow("Docker Hub") << hub << u"alice/app"_s
                                << u"+ login: You are logged in to Docker Hub."_s;
    QTest::newRow("Docker Hub, no login")
        << QByteArray("{}") << u"alice/app"_s << u"- login: You are not logged in to Docker Hub."_s;
    QTest::newRow("Docker Hub, a name of nobody's")
        << hub << u"app"_s
        << u"- login: app is a name of Docker's own: to push it, call it alice/app, with your own "
           u"name or your organisation's."_s;
    QTest::newRow("another registry")
        << login("ghcr.io") << u"ghcr.io/acme/app"_s << u"+ login: You are logged in to ghcr.io."_s;
    QTest::newRow("another registry, no login")
        << hub << u"ghcr.io/acme/app"_s << u"! login: You are not logged in to ghcr.io."_s;
    QTest::newRow("of this machine") << hub << u"localhost:5000/app"_s << QString();
}

void TestDockerCheck::aPushWantsALogin()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, image);
    QFETCH(QString, says);
    QFile file(m_folder.filePath(u"config.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(config) == config.size());
    file.close();
    const QStringList told = lines(DockerPush{ image, u"1"_s });
    QCOMPARE(told.filter(u" login: "_s).value(0), says);
    QVERIFY(told.contains(u"+ image: %1:1 is on this machine."_s.arg(image)));
    QVERIFY(!told.join(u' ').contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(TestDockerCheck)
#include "test_docker_check.moc"
