// Answers what the queue asks of a Docker engine, as one in which every container exists at once,
// runs for good and ended well: for measures in which a client is the work.
#pragma once

#include <QLocalServer>
#include <QLocalSocket>

namespace slipway::test {

class FakeEngine : public QLocalServer {
public:
    explicit FakeEngine(const QString &path)
    {
        connect(this, &QLocalServer::newConnection, this, [this] {
            QLocalSocket *client = nextPendingConnection();
            connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QLocalSocket::readyRead, client, [client] {
                client->write("HTTP/1.0 200 OK\r\n\r\n" + answerTo(client->readAll()));
                client->disconnectFromServer();
            });
        });
        listen(path);
    }

private:
    static QByteArray answerTo(const QByteArray &request)
    {
        if (request.contains("/_ping "))
            return "OK";
        if (request.contains("/containers/json"))
            return request.contains("slipway.task")
                ? R"([{"Id":"c0ffee","Names":["/x"],"State":"running",)"
                  R"("Labels":{"slipway.attempt":"1"}}])"
                : "[]";
        if (request.contains("/containers/"))
            return R"({"Id":"c0ffee","State":{"Status":"exited","ExitCode":0,)"
                   R"("StartedAt":"2026-01-01T00:00:00Z"}})";
        return "{}";
    }
};

} // namespace slipway::test
