// What is known of an engine, from one whose answers the test commands.
#include "core/docker/docker_engine.h"
#include "tests/support/fake_engine.h"

#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct InfoEngine {
    QByteArray info = "HTTP/1.0 500 Internal Server Error\r\n\r\n{}";
    int infoAsked = 0;
    test::FakeEngine server;

    explicit InfoEngine(const QString &path)
        : server(path, [this](const QByteArray &request) {
            const bool isInfo = request.contains("/info ");
            infoAsked += isInfo;
            return isInfo ? info : QByteArray("HTTP/1.0 200 OK\r\n\r\nOK");
        })
    {
    }
};

QByteArray infoWith(const QByteArray &driverStatus)
{
    return "HTTP/1.0 200 OK\r\n\r\n"
           R"({"ServerVersion":"28.2.2","OSType":"linux","Architecture":"aarch64","DriverStatus":)"
        + driverStatus + '}';
}

} // namespace

class TestDockerEngine : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { qunsetenv("DOCKER_HOST"); }
    void theContainerdStoreKeepsLayers();
    void aClassicStoreKeepsNothing();
    void anAnswerThatFailedIsAskedForAgain();
    void anAnswerHoldsForAWhile();

private:
    HostState state() const { return m_engine->hosts().first(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<InfoEngine> m_fake;
    std::unique_ptr<DockerEngine> m_engine;
};

void TestDockerEngine::init()
{
    m_engine.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_fake = std::make_unique<InfoEngine>(m_folder->filePath(u"engine.sock"_s));
    qputenv("DOCKER_HOST", "unix://" + m_folder->filePath(u"engine.sock"_s).toUtf8());
    m_engine = std::make_unique<DockerEngine>(DockerClient{ u"/nonexistent/docker"_s });
}

void TestDockerEngine::theContainerdStoreKeepsLayers()
{
    m_fake->info = infoWith(R"([["driver-type","io.containerd.snapshotter.v1"]])");
    m_engine->refresh();
    QTRY_COMPARE(state().keepsLayers, std::optional(true));
    QCOMPARE(state().version, u"28.2.2"_s);
    QCOMPARE(state().platform, u"linux/arm64"_s);
}

void TestDockerEngine::aClassicStoreKeepsNothing()
{
    m_fake->info = infoWith(R"([["Backing Filesystem","extfs"],["Supports d_type","true"]])");
    m_engine->refresh();
    QTRY_COMPARE(state().keepsLayers, std::optional(false));
}

void TestDockerEngine::anAnswerThatFailedIsAskedForAgain()
{
    m_engine->refresh();
    QTRY_COMPARE(m_fake->infoAsked, 1);
    QTRY_VERIFY(state().reachable);
    QCOMPARE(state().keepsLayers, std::nullopt);
    m_fake->info = infoWith("null");
    // The first answer may still be on its way to us.
    QTRY_VERIFY((m_engine->refresh(), state().keepsLayers.has_value()));
}

void TestDockerEngine::anAnswerHoldsForAWhile()
{
    m_fake->info = infoWith("null");
    m_engine->refresh();
    QTRY_VERIFY(state().keepsLayers.has_value());
    int pings = 0;
    for (; pings < 3; ++pings) {
        bool answered = false;
        m_engine->forget(state().address);
        m_engine->whenKnown(
            state().address, this, [&answered](const HostState &) { answered = true; });
        QTRY_VERIFY(answered);
    }
    QCOMPARE(m_fake->infoAsked, 1);
}

QTEST_GUILESS_MAIN(TestDockerEngine)
#include "test_docker_engine.moc"
