#include "app/ctl/queue_client.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway {

QueueClient::QueueClient(QObject *parent)
    : QObject(parent)
{
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_connected = true;
        m_socket.write(std::exchange(m_unsent, {}));
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &QueueClient::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        if (m_socket.isOpen())
            read(); // what came before the end
        emit lost({});
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (!m_connected)
            emit unreachable({});
    });
}

void QueueClient::open(const QString &socketPath)
{
    m_socket.connectToServer(socketPath);
}

void QueueClient::ask(const QString &action, const QJsonObject &params, const Answer &answer)
{
    m_open.push(answer);
    const QJsonObject request{ { u"action"_s, action }, { u"params"_s, params } };
    sendLine(QJsonDocument(request).toJson(QJsonDocument::Compact));
}

void QueueClient::sendLine(const QByteArray &line)
{
    if (m_connected)
        m_socket.write(line + '\n');
    else
        m_unsent += line + '\n';
}

void QueueClient::read()
{
    m_bytes += m_socket.readAll();
    qsizetype begin = 0;
    qsizetype end = 0;
    while ((end = m_bytes.indexOf('\n', std::max(begin, m_searched))) >= 0) {
        const QByteArray line = m_bytes.mid(begin, end - begin);
        begin = end + 1;
        takeLine(line);
    }
    m_bytes.remove(0, begin);
    m_searched = m_bytes.size();
}

void QueueClient::takeLine(const QByteArray &line)
{
    emit lineCame(line, {});
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.contains(u"event"_s)) {
        emit happened(object, {});
    } else if (!m_open.empty()) {
        const Answer answer = std::move(m_open.front());
        m_open.pop();
        answer(object);
    }
}

} // namespace slipway
