// A Docker engine's socket, of which a test says what it answers.
#pragma once

#include <QLocalServer>
#include <QLocalSocket>

#include <functional>

namespace slipway::test {

class FakeEngine : public QLocalServer {
public:
    // `answer`: to one whole request, with its status line.
    FakeEngine(const QString &path, const std::function<QByteArray(const QByteArray &)> &answer)
    {
        connect(this, &QLocalServer::newConnection, this, [this, answer] {
            QLocalSocket *client = nextPendingConnection();
            connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QLocalSocket::readyRead, client, [client, answer] {
                client->write(answer(client->readAll()));
                client->disconnectFromServer();
            });
        });
        listen(path);
    }
};

} // namespace slipway::test
