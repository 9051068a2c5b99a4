// A queue moved by hand behind a real socket, and clients of it.
#pragma once

#include "app/command_server.h"
#include "app/command_session.h"
#include "small_queue.h"

#include <QJsonDocument>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

namespace slipway {

struct ServedQueue {
    ServedQueue() { problem = server.listen(path); }

    std::unique_ptr<QLocalSocket> connected() const
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(path);
        return socket;
    }

    qsizetype sessions() const { return server.findChildren<CommandSession *>().size(); }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("run/default.sock"));
    SmallQueue queue;
    CommandInterface commands{ queue };
    CommandServer server{ commands };
    std::optional<QString> problem;
};

inline QJsonObject nextLine(QLocalSocket &socket)
{
    if (!QTest::qWaitFor([&socket] { return socket.canReadLine(); }, 10000))
        return { { QStringLiteral("event"), QStringLiteral("no line came") } };
    return QJsonDocument::fromJson(socket.readLine()).object();
}

inline QByteArray addRequest(const QString &image, const QByteArray &id = {})
{
    return R"({"action":"queue_pull",)" + (id.isEmpty() ? QByteArray() : R"("id":)" + id + ',')
        + R"("params":{"image_name":")" + image.toUtf8() + "\"}}\n";
}

} // namespace slipway
