#include "tests/support/engine_fixture.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

namespace slipway::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int networkMilliseconds = 10'000;

QString fromEnvironment(const char *name)
{
    return qEnvironmentVariable(name);
}

DockerAnswer runProgram(
    const QString &program, const QStringList &arguments, const QByteArray &input, int milliseconds)
{
    QProcess process;
    bool over = false;
    QObject::connect(&process, &QProcess::finished, &process, [&over] { over = true; });
    QObject::connect(&process, &QProcess::errorOccurred, &process,
        [&over](QProcess::ProcessError error) { over |= error == QProcess::FailedToStart; });
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    DockerAnswer answer;
    const bool inTime = QTest::qWaitFor([&over] { return over; }, milliseconds);
    answer.output = process.readAllStandardOutput();
    answer.errors = process.readAllStandardError();
    if (!inTime) {
        answer.errors += "took longer than " + QByteArray::number(milliseconds) + " ms";
        process.kill();
        process.waitForFinished(networkMilliseconds);
    } else if (process.error() == QProcess::FailedToStart) {
        answer.errors += process.errorString().toUtf8();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        answer.exitCode = process.exitCode();
    }
    return answer;
}

} // namespace

QString DockerAnswer::line() const
{
    const QList<QByteArray> lines = output.trimmed().split('\n');
    return QString::fromUtf8(lines.last());
}

EngineFixture::EngineFixture()
    : program(fromEnvironment("SLIPWAY_TEST_DOCKER"))
    , host(fromEnvironment("SLIPWAY_TEST_ENGINE_HOST"))
    , registry(fromEnvironment("SLIPWAY_TEST_REGISTRY"))
    , authRegistry(fromEnvironment("SLIPWAY_TEST_REGISTRY_AUTH"))
    , user(fromEnvironment("SLIPWAY_TEST_REGISTRY_USER"))
    , password(fromEnvironment("SLIPWAY_TEST_REGISTRY_PASSWORD"))
    , slowRegistry(fromEnvironment("SLIPWAY_TEST_REGISTRY_SLOW"))
    , folder(fromEnvironment("SLIPWAY_TEST_TMP"))
    , hasBridge(fromEnvironment("SLIPWAY_TEST_ENGINE_NETWORK") == "bridge"_L1)
    , dataFolder(QFileInfo(host.mid(7)).path() + u"/data"_s)
    , disk(fromEnvironment("SLIPWAY_TEST_DISK"))
    , m_proxyControl(fromEnvironment("SLIPWAY_TEST_PROXY_CONTROL"))
{
}

QByteArray EngineFixture::whyNot() const
{
    if (host.isEmpty()) {
        return "No private engine here: start this as tests/support/with_engine PROGRAM.";
    }
    const DockerAnswer version = docker({ u"version"_s });
    return version.ok() ? QByteArray() : "The private engine does not answer: " + version.errors;
}

DockerAnswer EngineFixture::docker(
    const QStringList &arguments, const QByteArray &input, int milliseconds) const
{
    return runProgram(program, QStringList{ u"--host"_s, host } + arguments, input, milliseconds);
}

RegistryImage EngineFixture::fill(const QString &target, const QString &image,
    const QList<double> &megabytes, const QStringList &options) const
{
    QStringList arguments{ target, image };
    for (double size : megabytes) {
        arguments += QString::number(size);
    }
    const DockerAnswer answer = runProgram(
        QStringLiteral(SLIPWAY_TEST_SUPPORT "/fill_registry"), arguments + options, {}, 60'000);
    if (!answer.ok()) {
        qWarning("fill_registry: %s", answer.errors.constData());
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(answer.output).object();
    RegistryImage filled{ json["reference"_L1].toString(), json["digest"_L1].toString(),
        json["config"_L1].toString(), {}, json["size"_L1].toInteger() };
    for (const QJsonValue &layer : json["layers"_L1].toArray()) {
        filled.layers.append({ layer["digest"_L1].toString(), layer["diff_id"_L1].toString(),
            layer["size"_L1].toInteger() });
    }
    return filled;
}

QString EngineFixture::manifestDigest(
    const QString &target, const QString &repository, const QString &tag) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(
        QUrl(u"http://%1/v2/%2/manifests/%3"_s.arg(target, repository, tag), QUrl::StrictMode));
    request.setRawHeader("Accept",
        "application/vnd.docker.distribution.manifest.v2+json, "
        "application/vnd.docker.distribution.manifest.list.v2+json");
    if (target == authRegistry) {
        request.setRawHeader(
            "Authorization", "Basic " + (user + u':' + password).toUtf8().toBase64());
    }
    QNetworkReply *reply = network.head(request);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, networkMilliseconds)) {
        return {};
    }
    return QString::fromLatin1(reply->rawHeader("Docker-Content-Digest"));
}

QByteArray EngineFixture::askProxy(const QByteArray &command) const
{
    QTcpSocket socket;
    const QString address = m_proxyControl.section(u':', 0, 0);
    socket.connectToHost(address, m_proxyControl.section(u':', 1).toUShort());
    socket.write(command + '\n'); // goes out once connected
    const bool answered =
        QTest::qWaitFor([&socket] { return socket.canReadLine(); }, networkMilliseconds);
    return answered ? socket.readLine() : QByteArray();
}

bool EngineFixture::proxy(const QByteArray &command) const
{
    const QJsonDocument answer = QJsonDocument::fromJson(askProxy(command));
    return answer.isObject() && !answer.object().contains("error"_L1);
}

ProxyCounts EngineFixture::proxyCounts() const
{
    const QJsonObject json = QJsonDocument::fromJson(askProxy("stats")).object();
    return { json["up"_L1].toInteger(), json["down"_L1].toInteger(), json["connections"_L1].toInt(),
        json["open"_L1].toInt(), !json.isEmpty() };
}

bool EngineFixture::killEngine() const
{
    QFile file(fromEnvironment("SLIPWAY_TEST_ENGINE_PID"));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const pid_t engine = file.readAll().trimmed().toInt();
    return engine > 0 && ::kill(engine, SIGKILL) == 0
        && QTest::qWaitFor([engine] { return ::kill(engine, 0) != 0; }, 10'000);
}

bool EngineFixture::startEngine() const
{
    QStringList command = fromEnvironment("SLIPWAY_TEST_ENGINE_COMMAND").split(u'\n');
    QProcess engine;
    engine.setProgram(command.takeFirst());
    engine.setArguments(command);
    engine.setStandardOutputFile(QProcess::nullDevice());
    engine.setStandardErrorFile(QProcess::nullDevice());
    return engine.startDetached()
        && QTest::qWaitFor([this] { return docker({ u"version"_s }, {}, 5000).ok(); }, 30'000);
}

} // namespace slipway::test
