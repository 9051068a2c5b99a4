#include "tests/support/registry_server.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace slipway::test {
namespace {

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.split('\n')) {
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace

void RegistryServer::Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    addPendingConnection(socket);
    if (tls.localCertificate().isNull())
        return;
    socket->setSslConfiguration(tls);
    socket->startServerEncryption();
}

void RegistryServer::speakTls(const QString &certificateFile, const QString &keyFile)
{
    QFile key(keyFile);
    if (!key.open(QIODevice::ReadOnly))
        return;
    m_server.tls.setLocalCertificateChain(QSslCertificate::fromPath(certificateFile));
    m_server.tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
}

RegistryServer::RegistryServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, &RegistryServer::accept);
    m_server.listen(QHostAddress::LocalHost);
}

QString RegistryServer::host() const
{
    return u"127.0.0.1:%1"_s.arg(m_server.serverPort());
}

void RegistryServer::say(const QByteArray &path, const RegistrySays &says)
{
    m_says.insert(path, says);
}

void RegistryServer::accept()
{
    QTcpSocket *socket = m_server.nextPendingConnection();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        const QByteArray begun = socket->peek(64 * 1024);
        if (begun.startsWith('\x16')) { // TLS says hello
            ++tlsTries;
            socket->abort();
        } else if (begun.contains("\r\n\r\n")) {
            answer(socket, socket->readAll());
        }
    });
}

void RegistryServer::answer(QTcpSocket *socket, const QByteArray &request)
{
    const QList<QByteArray> words = request.left(request.indexOf("\r\n")).split(' ');
    const RegistryHeard asked{ words.value(0), words.value(1), headerOf(request, "authorization"),
        headerOf(request, "accept") };
    heard.append(asked);
    const QByteArray path = asked.path.split('?').value(0);
    RegistrySays says = m_says.value(path, RegistrySays{ 404, "{}", {} });
    if (says.silent)
        return;
    if (!says.wants.isEmpty() && asked.authorization != says.wants)
        says = { 401, "{}", { "WWW-Authenticate: " + says.challenge } };
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(says.status) + " Text\r\nConnection: close\r\n";
    for (const QByteArray &header : says.headers)
        head += header + "\r\n";
    head += "Content-Length: " + QByteArray::number(says.body.size()) + "\r\n\r\n";
    socket->write(asked.method == "HEAD" ? head : head + says.body);
    socket->disconnectFromHost();
}

} // namespace slipway::test
