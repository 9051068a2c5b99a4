#include "core/ollama/ollama_stream.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QPointer>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 heldBuffer = 64 * 1024;

// A body that cannot be rewound. Of any other one Qt sends the request again, without a word,
// when the connection ends before the answer's first header: one question would become two.
class SingleUseBody : public QIODevice {
public:
    SingleUseBody(const QByteArray &bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(bytes)
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return bytesAvailable() == 0; }
    qint64 bytesAvailable() const override
    {
        return m_bytes.size() - m_at + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        if (m_at == m_bytes.size())
            return -1;
        const qint64 taken = std::min<qint64>(most, m_bytes.size() - m_at);
        std::memcpy(to, m_bytes.constData() + m_at, size_t(taken));
        m_at += taken;
        return taken;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

// An answer with an error status is an answer; Qt calls both an error.
bool isConnectionError(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError
        && (error < QNetworkReply::ContentAccessDenied
            || error == QNetworkReply::ContentReSendError);
}

} // namespace

OllamaStream::OllamaStream(QObject *parent)
    : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

OllamaStream::~OllamaStream()
{
    close();
}

void OllamaStream::post(const QUrl &url, const QJsonObject &body)
{
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, json.size());
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Slipway"_s);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *device = new SingleUseBody(json, this);
    m_reply = m_network.post(request, device);
    device->setParent(m_reply);
    connect(m_reply, &QNetworkReply::readyRead, this, &OllamaStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &OllamaStream::replyFinished);
}

// abort() tells its end inside the call, to whoever is still connected.
void OllamaStream::close()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void OllamaStream::holdOutput(bool held)
{
    m_held = held;
    if (!m_reply)
        return;
    m_reply->setReadBufferSize(held ? heldBuffer : 0);
    if (!held)
        read();
}

// A reader of a line may close the stream, and be gone with it.
void OllamaStream::read()
{
    if (m_held || !m_reply)
        return;
    const QPointer<QNetworkReply> reply = m_reply;
    m_rest += m_reply->readAll();
    qsizetype begin = 0;
    QList<QByteArray> lines;
    for (qsizetype end; (end = m_rest.indexOf('\n', begin)) >= 0; begin = end + 1)
        lines.append(m_rest.mid(begin, end - begin));
    m_rest.remove(0, begin);
    const QPointer<OllamaStream> self = this;
    for (const QByteArray &line : lines) {
        if (!self || !reply || m_reply != reply)
            return;
        if (!line.isEmpty())
            emit lineRead(line);
    }
}

// The server leaves out the line end of a single object, and of every error with a status.
void OllamaStream::replyFinished()
{
    m_held = false;
    const QPointer<OllamaStream> self = this;
    read();
    if (!self || !m_reply)
        return;
    QNetworkReply *reply = m_reply;
    StreamEnd end;
    end.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    end.complete = end.httpStatus != 0 && !isConnectionError(reply->error());
    end.refused = reply->error() == QNetworkReply::ConnectionRefusedError
        || reply->error() == QNetworkReply::HostNotFoundError;
    if (isConnectionError(reply->error())) {
        end.systemWords = reply->error() == QNetworkReply::ContentReSendError
            ? u"the connection was closed before an answer"_s
            : reply->errorString();
    }
    const QByteArray tail = end.complete ? std::exchange(m_rest, {}) : QByteArray();
    if (!tail.isEmpty())
        emit lineRead(tail);
    if (!self || m_reply != reply)
        return;
    m_reply = nullptr;
    reply->deleteLater();
    emit ended(end);
}

} // namespace slipway
