// One POST to an Ollama server whose answer comes line by line (NDJSON).
// The interface: https://docs.ollama.com/api
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>

namespace slipway {

struct StreamEnd {
    int httpStatus = 0; // 0: no answer began
    bool complete = false; // the answer came to its proper end, whatever it says
    bool refused = false; // nobody listens there: the server never saw the request
    QString systemWords; // of a connection that failed
};

class OllamaStream : public QObject {
    Q_OBJECT

public:
    explicit OllamaStream(QObject *parent = nullptr);
    ~OllamaStream() override;

    // The request reaches the server at most once.
    void post(const QUrl &url, const QJsonObject &body);
    // Closes the connection: the only way Ollama knows to stop work. ended() does not come any
    // more.
    void close();
    void holdOutput(bool held);

signals:
    void lineRead(const QByteArray &line); // without its line end
    void ended(const slipway::StreamEnd &end); // once, after the last line

private:
    void read();
    void replyFinished();

    // A manager keeps to six connections and queues the rest in silence: a stream has its own.
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_rest; // of a line whose end has not come
    bool m_held = false;
};

} // namespace slipway
