// What a real engine and real registries say when something is wrong, and the code, the sentence
// and the fix that come of it. The fixes are tried in test_window_fixes.
#include "core/diagnosis/fixes.h"
#include "tests/support/queue_under_test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

namespace {

// Docker trusts 127.0.0.0/8 without TLS: what it must not trust needs another address.
const QString address = u"10.77.0.1"_s;
const QString plainPort = u"5410"_s;
const QString tlsPort = u"5411"_s;

const QString server = uR"(
import http.server, ssl, sys
server = http.server.HTTPServer((sys.argv[1], int(sys.argv[2])), http.server.SimpleHTTPRequestHandler)
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3], sys.argv[4])
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
)"_s;

} // namespace

class TestRealFailures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void failure_data();
    void failure();
    void fullDisk();

private:
    bool run(const QString &program, const QStringList &arguments);
    bool serve(QProcess &process, const QStringList &arguments);
    QString context(const QString &name, const QByteArray &dockerfile) const;
    Task ended(const QString &type, QJsonObject params);
    void check(const Task &task, ErrorCode code, const QString &fix, const QString &subject);

    EngineFixture m_engine;
    std::unique_ptr<QueueUnderTest> m_queue;
    QProcess m_plain;
    QProcess m_tls;
    QTcpServer m_port;
};

bool TestRealFailures::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000)
        && process.exitCode() == 0;
}

bool TestRealFailures::serve(QProcess &process, const QStringList &arguments)
{
    process.start(u"python3"_s, QStringList{ u"-c"_s, server, address } + arguments);
    return QTest::qWaitFor(
        [&] {
            QTcpSocket socket;
            socket.connectToHost(address, arguments.first().toUShort());
            return QTest::qWaitFor(
                [&] { return socket.state() == QTcpSocket::ConnectedState; }, 200);
        },
        10'000);
}

void TestRealFailures::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    QVERIFY(
        run(u"ip"_s, { u"address"_s, u"add"_s, QString(address + u"/32"_s), u"dev"_s, u"lo"_s }));
    QVERIFY(serve(m_plain, { plainPort }));
    QVERIFY(serve(m_tls,
        { tlsPort, QStringLiteral(TEST_DATA "/registry/certificate.pem"),
            QStringLiteral(TEST_DATA "/registry/key.pem") }));
    QVERIFY(m_port.listen(QHostAddress::Any));
    QVERIFY(m_engine.fill(m_engine.registry, u"real/there:1.0"_s, { 0.05 }).ok());
    QVERIFY(m_engine
                .fill(m_engine.registry, u"real/arm:1"_s, { 0.05 },
                    { u"--list"_s, u"--arch"_s, u"arm64"_s })
                .ok());
    QVERIFY(m_engine
                .fill(m_engine.authRegistry, u"real/secret:1"_s, { 0.05 },
                    { u"--login"_s, m_engine.user + u':' + m_engine.password })
                .ok());
    m_queue = std::make_unique<QueueUnderTest>(m_engine.program);
    QVERIFY2(m_queue->start(), qPrintable(m_queue->sentence));
}

void TestRealFailures::cleanupTestCase()
{
    for (QProcess *process : { &m_plain, &m_tls }) {
        process->kill();
        QVERIFY(QTest::qWaitFor([process] { return process->state() == QProcess::NotRunning; }));
    }
}

QString TestRealFailures::context(const QString &name, const QByteArray &dockerfile) const
{
    const QString folder = m_engine.folder + u"/real-"_s + name;
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write(dockerfile);
    return folder;
}

Task TestRealFailures::ended(const QString &type, QJsonObject params)
{
    const QByteArray secret = params.take(u"password"_s).toString().toUtf8();
    params[u"max_retries"] = 0;
    if (!secret.isEmpty())
        params[u"secret"] = QString::fromUtf8(secret);
    const TaskId id = m_queue->submit(type, params);
    if (id.isNull())
        qWarning("%s", qPrintable(m_queue->sentence));
    return m_queue->finishes(id) ? m_queue->task(id) : Task();
}

void TestRealFailures::check(
    const Task &task, ErrorCode code, const QString &fix, const QString &subject)
{
    QVERIFY2(task.error, qPrintable(statusName(task.status)));
    const QString said = errorMessage(*task.error) + u" | "_s + task.error->decisiveLine;
    qInfo("%s: %s", qPrintable(errorCodeName(task.error->code)), qPrintable(said));
    QVERIFY2(task.error->code == code, qPrintable(errorCodeName(task.error->code)));
    QVERIFY2(subject.isEmpty() || said.contains(subject), qPrintable(said));
    QStringList fixes;
    for (const Fix &each : fixesFor(task))
        fixes << each.id;
    QVERIFY2(fix.isEmpty() ? true : !fixes.filter(fix).isEmpty(), qPrintable(fixes.join(u", "_s)));
}

void TestRealFailures::failure_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("fix"); // "" = none is promised
    QTest::addColumn<QString>("subject"); // that the sentence or its line names
    const auto pull = [](const char *name, const QString &image, ErrorCode code, const QString &fix,
                          const QString &subject) {
        QTest::newRow(name) << u"docker_pull"_s << QJsonObject{ { u"image_name"_s, image } } << code
                            << fix << subject;
    };
    pull("missing tag", m_engine.registry + u"/real/there:1.1"_s, ErrorCode::DockerImageNotFound,
        u"use_name:"_s, u"real/there:1.1"_s);
    pull("no login", m_engine.authRegistry + u"/real/secret:1"_s,
        ErrorCode::DockerAuthenticationFailed, u"log_in:"_s, m_engine.authRegistry);
    pull("refused registry", u"127.0.0.1:5999/real/a:1"_s, ErrorCode::DockerNetworkError, {},
        u"127.0.0.1:5999"_s);
    pull("unknown host", u"registry.nowhere.invalid/real/a:1"_s, ErrorCode::DockerNetworkError, {},
        u"registry.nowhere.invalid"_s);
    pull("http instead of https", u"%1:%2/real/a:1"_s.arg(address, plainPort),
        ErrorCode::DockerNetworkError, {}, address);
    pull("self-signed TLS", u"%1:%2/real/a:1"_s.arg(address, tlsPort),
        ErrorCode::DockerNetworkError, {}, address);
    QTest::newRow("wrong platform")
        << u"docker_pull"_s
        << QJsonObject{ { u"image_name"_s, QString(m_engine.registry + u"/real/arm:1"_s) },
               { u"platform"_s, u"linux/amd64"_s } }
        << ErrorCode::DockerPullFailed << QString() << u"linux/amd64"_s;
    QTest::newRow("wrong login") << u"docker_login"_s
                                 << QJsonObject{ { u"registry"_s, m_engine.authRegistry },
                                        { u"username"_s, m_engine.user },
                                        { u"password"_s, u"wrong"_s } }
                                 << ErrorCode::DockerAuthenticationFailed << u"log_in:"_s
                                 << QString();

    const auto run = [](const char *name, QJsonObject params, ErrorCode code, const QString &fix,
                         const QString &subject) {
        params[u"image"] = u"busybox:local"_s;
        QTest::newRow(name) << u"docker_run"_s << params << code << fix << subject;
    };
    run("out of memory",
        { { u"memory"_s, u"8m"_s }, { u"network"_s, u"none"_s },
            { u"command"_s, u"dd if=/dev/zero of=/dev/null bs=200M count=1"_s } },
        ErrorCode::SystemMemoryLimit, {}, {});
    if (m_engine.hasBridge)
        run("port in use",
            { { u"ports"_s, QJsonObject{ { QString::number(m_port.serverPort()), u"80"_s } } },
                { u"command"_s, u"true"_s } },
            ErrorCode::DockerNetworkError, u"use_port:"_s, QString::number(m_port.serverPort()));

    const auto build = [this](const char *name, const QByteArray &dockerfile, ErrorCode code,
                           const QString &fix, const QString &subject) {
        const QString folder = context(QString::fromLatin1(name).replace(u' ', u'-'), dockerfile);
        QTest::newRow(name) << u"docker_build"_s
                            << QJsonObject{ { u"context_path"_s, folder },
                                   { u"network"_s, u"none"_s } }
                            << code << fix << subject;
    };
    build("COPY of a missing file", "FROM busybox:local\nCOPY nothing.txt /\n",
        ErrorCode::DockerBuildFailed, u"open_dockerfile"_s, u"nothing.txt"_s);
    build("a RUN that fails", "FROM busybox:local\nRUN echo this is why >&2; exit 3\n",
        ErrorCode::DockerBuildFailed, u"open_dockerfile"_s, {});
    build("a syntax error", "FROM busybox:local\nRUNN true\n", ErrorCode::DockerBuildFailed,
        u"open_dockerfile"_s, u"RUNN"_s);
    build("a missing base", "FROM " + m_engine.registry.toUtf8() + "/real/there:2.0\n",
        ErrorCode::DockerImageNotFound, u"open_dockerfile"_s, u"real/there:2.0"_s);
}

void TestRealFailures::failure()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, params);
    QFETCH(ErrorCode, code);
    QFETCH(QString, fix);
    QFETCH(QString, subject);
    check(ended(type, params), code, fix, subject);
}

// What the engine downloads goes into a file system of four megabytes.
void TestRealFailures::fullDisk()
{
    const RegistryImage image = m_engine.fill(m_engine.registry, u"real/large:1"_s, { 12 });
    const QString place = QFileInfo(m_engine.host.mid(7)).path() + u"/data/tmp"_s;
    QVERIFY(QDir(place).exists());
    QVERIFY(run(u"mount"_s, { u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=4m"_s, u"tmpfs"_s, place }));
    const Task task = ended(u"docker_pull"_s, { { u"image_name"_s, image.reference } });
    check(task, ErrorCode::SystemDiskSpace, {}, {});
    QVERIFY(task.error->reclaimableBytes);
    QVERIFY(run(u"umount"_s, { place }));
    const Task again = ended(u"docker_pull"_s, { { u"image_name"_s, image.reference } });
    QCOMPARE(again.status, TaskStatus::Completed);
}

QTEST_GUILESS_MAIN(TestRealFailures)
#include "test_real_failures.moc"
