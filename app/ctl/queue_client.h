// The other end of a CommandSession: asks, and hears the answers and events.
#pragma once

#include <QJsonObject>
#include <QLocalSocket>
#include <QObject>

#include <functional>
#include <queue>

namespace slipway {

class QueueClient : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const QJsonObject &reply)>;

    explicit QueueClient(QObject *parent = nullptr);

    // What is asked before it is connected is sent then.
    void open(const QString &socketPath);
    void ask(const QString &action, const QJsonObject &params, const Answer &answer);
    void sendLine(const QByteArray &line); // its reply comes with lineCame() only

signals:
    void happened(const QJsonObject &event, QPrivateSignal);
    void lineCame(const QByteArray &line, QPrivateSignal); // every one, as it came
    void unreachable(QPrivateSignal); // nobody listens there
    void lost(QPrivateSignal); // the connection that was there ended

private:
    void read();
    void takeLine(const QByteArray &line);

    QLocalSocket m_socket;
    bool m_connected = false;
    QByteArray m_unsent; // until connected
    QByteArray m_bytes;
    qsizetype m_searched = 0;
    std::queue<Answer> m_open; // replies come in the order of the requests
};

} // namespace slipway
