// Registries that cannot be reached, or not be trusted: the error is shown with its advice, the
// advice is followed, the task tried again from the window, and it completes.
#include "tests/support/window_under_test.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QProcess>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::test;

namespace {

// Docker trusts 127.0.0.0/8 without TLS: what it must not trust needs another address.
const QString address = u"10.77.0.1"_s;

} // namespace

class TestWindowFixesNetwork : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aRegistryThatRefuses();
    void aHostThatIsUnknown();
    void plainHttpWhereHttpsIsExpected();
    void aCertificateThatIsNotTrusted();

private:
    bool serve(const QString &program, const QStringList &arguments, const QString &at);
    bool relay(const QString &at, const QString &control); // to the registry
    TaskId failsToPull(const QString &from);
    bool advises(const TaskId &id, const QString &words);

    EngineFixture m_engine;
    std::unique_ptr<WindowUnderTest> m_shown;
    QList<QProcess *> m_services;
};

void TestWindowFixesNetwork::initTestCase()
{
    QVERIFY2(m_engine.whyNot().isEmpty(), m_engine.whyNot().constData());
    QProcess add;
    add.start(u"ip"_s, { u"address"_s, u"add"_s, QString(address + u"/32"_s), u"dev"_s, u"lo"_s });
    QVERIFY(QTest::qWaitFor([&add] { return add.state() == QProcess::NotRunning; }));
    QVERIFY(m_engine.fill(m_engine.registry, u"net/there:1"_s, { 0.05 }).ok());
    m_shown = std::make_unique<WindowUnderTest>(m_engine.program);
    QVERIFY2(m_shown->start(), qPrintable(m_shown->queue.sentence));
}

void TestWindowFixesNetwork::cleanupTestCase()
{
    for (QProcess *each : std::as_const(m_services)) {
        each->kill();
        QVERIFY(QTest::qWaitFor([each] { return each->state() == QProcess::NotRunning; }));
    }
}

bool TestWindowFixesNetwork::serve(
    const QString &program, const QStringList &arguments, const QString &at)
{
    auto *process = new QProcess(this);
    m_services << process;
    process->start(program, arguments);
    return QTest::qWaitFor(
        [&at] {
            QTcpSocket socket;
            socket.connectToHost(at.section(u':', 0, 0), at.section(u':', 1).toUShort());
            return QTest::qWaitFor(
                [&socket] { return socket.state() == QTcpSocket::ConnectedState; }, 200);
        },
        10'000);
}

bool TestWindowFixesNetwork::relay(const QString &at, const QString &control)
{
    return serve(u"python3"_s,
        { QStringLiteral(SLIPWAY_TEST_SUPPORT "/throttle_proxy"), at, m_engine.registry, control },
        at);
}

TaskId TestWindowFixesNetwork::failsToPull(const QString &from)
{
    m_engine.docker({ u"rmi"_s, from + u"/net/there:1"_s });
    const TaskId id = m_shown->fails(u"docker_pull"_s,
        { { u"image_name"_s, QString(from + u"/net/there:1"_s) } }, ErrorCode::DockerNetworkError);
    qInfo("%s", qPrintable(m_shown->why(id)));
    return id;
}

bool TestWindowFixesNetwork::advises(const TaskId &id, const QString &words)
{
    m_shown->window->findChild<TaskTableView *>()->select(id);
    const auto said = [&] {
        for (const QLabel *each : m_shown->window->findChildren<QLabel *>(u"advice"_s)) {
            if (each->isVisible())
                return each->text();
        }
        return QString();
    };
    if (QTest::qWaitFor([&] { return said().contains(words); }))
        return true;
    qWarning("%s", qPrintable(said()));
    return false;
}

void TestWindowFixesNetwork::aRegistryThatRefuses()
{
    const QString place = u"127.0.0.1:5999"_s;
    const TaskId id = failsToPull(place);
    QVERIFY(advises(id, u"Check that a server runs at "_s + place));
    QVERIFY(relay(place, u"127.0.0.1:5998"_s));
    QVERIFY(m_shown->clickRetry(id));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesNetwork::aHostThatIsUnknown()
{
    const QString name = u"registry.nowhere.invalid"_s;
    const TaskId id = failsToPull(name + u':' + m_engine.registry.section(u':', 1));
    QVERIFY(advises(id, u"Check the spelling of "_s + name));
    QFile hosts(u"/etc/hosts"_s); // the test's own
    QVERIFY(hosts.open(QIODevice::Append));
    hosts.write("127.0.0.1 " + name.toUtf8() + '\n');
    hosts.close();
    // The engine reads the file anew after five seconds: a person clicks again.
    QVERIFY(QTest::qWaitFor(
        [&] {
            const TaskStatus status = m_shown->queue.task(id).status;
            return status == TaskStatus::Completed
                || (status == TaskStatus::Failed && !m_shown->clickRetry(id));
        },
        40'000));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesNetwork::plainHttpWhereHttpsIsExpected()
{
    const QString place = address + u":5410"_s;
    QVERIFY(relay(place, u"127.0.0.1:5997"_s));
    const TaskId id = failsToPull(place);
    QVERIFY(advises(id, u"add %1 to insecure-registries"_s.arg(place)));
    QFile settings(QFileInfo(m_engine.dataFolder).path() + u"/daemon.json"_s);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("{\"insecure-registries\": [\"" + place.toUtf8() + "\"]}");
    settings.close();
    QVERIFY(m_engine.killEngine() && m_engine.startEngine());
    QVERIFY(m_shown->clickRetry(id));
    QVERIFY(m_shown->completes(id));
}

void TestWindowFixesNetwork::aCertificateThatIsNotTrusted()
{
    const QString certificate =
        QStringLiteral(TEST_DATA "/registry/address-certificate.pem"); // of the address
    const QString place = address + u":5411"_s;
    QFile config(m_engine.folder + u"/tls-registry.yml"_s);
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("version: 0.1\nstorage: {filesystem: {rootdirectory: "
        + (QFileInfo(m_engine.dataFolder).path() + u"/registry"_s).toUtf8() + "}}\nhttp: {addr: \""
        + place.toUtf8() + "\", tls: {certificate: " + certificate.toUtf8()
        + ", key: " + TEST_DATA "/registry/key.pem}}\n");
    config.close();
    QVERIFY(serve(u"docker-registry"_s, { u"serve"_s, config.fileName() }, place));
    const TaskId id = failsToPull(place);
    const QString trusted = u"/etc/docker/certs.d/%1/ca.crt"_s.arg(place); // the test's own
    QVERIFY(advises(id, trusted));
    QVERIFY(QDir().mkpath(QFileInfo(trusted).path()));
    QVERIFY(QFile::copy(certificate, trusted));
    QVERIFY(m_shown->clickRetry(id));
    QVERIFY(m_shown->completes(id));
}

QTEST_MAIN(TestWindowFixesNetwork)
#include "test_window_fixes_network.moc"
