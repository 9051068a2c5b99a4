#include "core/docker/engine_request.h"

#include "core/docker/engine_address.h"
#include "core/docker/socket_access.h"

#include <QCoreApplication>
#include <QLocalSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

TaskError socketError(const QString &host, const QString &path, const QLocalSocket &socket)
{
    if (socket.error() == QLocalSocket::SocketAccessError)
        return engineForbidden(host, accessTo(path));
    return engineSilent(host, socket.errorString());
}

} // namespace

TaskError engineSilent(const QString &host, const QString &systemWords)
{
    TaskError silent = madeError(ErrorCode::DockerNetworkError,
        QT_TRANSLATE_NOOP("TaskError", "No Docker engine answers at %1."), { host });
    silent.decisiveLine = systemWords;
    silent.retryable = true;
    silent.hostMissing = true;
    return silent;
}

EngineRequest::EngineRequest(
    const DockerClient &client, const QString &host, const QByteArray &path, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_host(host)
    , m_path(path)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(10s);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        const QString seconds = QString::number(m_limit.interval() / 1000);
        finish({ 0, {}, engineSilent(m_host, u"no answer within %1 seconds"_s.arg(seconds)) });
    });
}

void EngineRequest::start()
{
    m_limit.start();
    if (const auto socket = engineSocket(m_host))
        askSocket(*socket);
    else
        askThroughClient();
}

// HTTP/1.0: the answer comes unchunked and ends with the connection.
void EngineRequest::askSocket(const QString &path)
{
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::connected, this,
        [this, socket] { socket->write("GET " + m_path + " HTTP/1.0\r\nHost: docker\r\n\r\n"); });
    connect(
        socket, &QLocalSocket::readyRead, this, [this, socket] { m_reply += socket->readAll(); });
    connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
        m_reply += socket->readAll();
        finish(parsed(m_reply));
    });
    connect(
        socket, &QLocalSocket::errorOccurred, this,
        [this, path, socket](QLocalSocket::LocalSocketError problem) {
            if (problem != QLocalSocket::PeerClosedError)
                finish({ 0, {}, socketError(m_host, path, *socket) });
        },
        Qt::QueuedConnection);
    socket->connectToServer(path);
}

void EngineRequest::askThroughClient()
{
    ProcessCall call = m_client.call(m_host, { { u"system"_s, u"dial-stdio"_s }, {} }, {});
    call.input = "GET " + m_path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
    auto *runner = new ProcessRunner(this);
    connect(runner, &ProcessRunner::linesRead, this, [this](const QList<OutputLine> &lines) {
        for (const OutputLine &line : lines) {
            if (!line.isError)
                m_reply += line.text + "\r\n";
        }
    });
    auto said = std::make_shared<QByteArray>();
    connect(runner, &ProcessRunner::linesRead, this, [said](const QList<OutputLine> &lines) {
        for (const OutputLine &line : lines) {
            if (line.isError && said->isEmpty())
                *said = line.text;
        }
    });
    connect(runner, &ProcessRunner::ended, this, [this, said](const ProcessEnd &end) {
        if (end.kind == ProcessEnd::Kind::NotStarted)
            return finish({ 0, {}, clientMissing(m_client.program, end) });
        if (m_reply.isEmpty())
            return finish({ 0, {}, engineSilent(m_host, QString::fromUtf8(*said)) });
        finish(parsed(m_reply));
    });
    runner->start(call);
}

EngineAnswer EngineRequest::parsed(const QByteArray &reply) const
{
    const qsizetype head = reply.indexOf("\r\n\r\n");
    const QList<QByteArray> words = reply.left(reply.indexOf("\r\n")).split(' ');
    const int status = words.value(1).toInt();
    if (head < 0 || status == 0 || !reply.startsWith("HTTP/"))
        return { 0, {}, engineSilent(m_host, u"it does not speak HTTP"_s) };
    return { status, reply.mid(head + 4), std::nullopt };
}

void EngineRequest::finish(const EngineAnswer &answer)
{
    if (std::exchange(m_finished, true))
        return;
    m_limit.stop();
    deleteLater();
    emit answered(answer);
}

} // namespace slipway
