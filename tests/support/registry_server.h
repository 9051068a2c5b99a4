// A registry over plain http that says what a test tells it to, when it is told to.
#pragma once

#include <QHash>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>

namespace slipway::test {

struct RegistrySays {
    int status = 200;
    QByteArray body;
    QList<QByteArray> headers; // "Name: value"
    bool silent = false; // takes the request and never answers
    QByteArray wants; // an Authorization without which it is 401, with `challenge`
    QByteArray challenge;
};

struct RegistryHeard {
    QByteArray method;
    QByteArray path; // with its query
    QByteArray authorization;
    QByteArray accept;
};

class RegistryServer : public QObject {
public:
    RegistryServer();

    // From now on https, with this certificate.
    void speakTls(const QString &certificateFile, const QString &keyFile);

    QString host() const; // "127.0.0.1:PORT"
    void say(const QByteArray &path, const RegistrySays &says); // without the query
    QList<RegistryHeard> heard;
    int tlsTries = 0; // somebody spoke TLS and was sent away

private:
    void accept();
    void answer(class QTcpSocket *socket, const QByteArray &request);

    // Its connections are TLS once it has a certificate.
    class Listener : public QTcpServer {
    public:
        QSslConfiguration tls;

    protected:
        void incomingConnection(qintptr descriptor) override;
    };

    Listener m_server;
    QHash<QByteArray, RegistrySays> m_says;
};

} // namespace slipway::test
