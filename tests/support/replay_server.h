// A server that answers as a recorded Ollama server did: the same bytes in the same pieces at the
// same times, or faster, or with a fault put in.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QTcpServer>

#include <limits>

class QTcpSocket;

namespace slipway::test {

struct Recording {
    enum class End { Complete, ServerClosed, ClientClosed };
    struct Chunk {
        double seconds = 0; // since the request
        QByteArray bytes;
    };
    QByteArray head; // status line and headers; empty: the connection ended before any
    bool isChunked = false;
    QList<Chunk> chunks;
    double endSeconds = 0;
    End end = End::Complete;
    bool exists = false;

    QByteArray body() const;
};

Recording recording(const QString &name); // of tests/data/ollama
Recording madeUp(const QByteArray &json); // 200 and this, all at once

struct Playing {
    Recording what;
    double speed = 1; // 10 = in a tenth of the time
    int stallAt = std::numeric_limits<int>::max(); // chunks sent before nothing comes any more
    int cutAt = std::numeric_limits<int>::max(); // chunks sent before the connection is closed
};

class ReplayServer : public QObject {
    Q_OBJECT

public:
    explicit ReplayServer(QObject *parent = nullptr);

    QString address() const;
    void refuse(); // nobody listens any more; what is connected stays
    void goAway(); // as a program that ended: what is connected is cut
    bool listenAgain(); // where it did before
    // Every request for `path` is answered so from now on, in turn where several were given;
    // the last one is repeated. Anything else gets 404.
    void play(const QString &path, const QList<Playing> &answers);
    void play(const QString &path, const QString &recordingName, double speed = 1);

    void playWell(); // what a server answers that has models, and gives one more

    int count(const QString &path) const; // requests that came whole
    QJsonObject lastBody(const QString &path) const;
    int closedByClient() const { return m_closedByClient; } // while an answer was under way

signals:
    void played(const QString &path); // an answer was sent to its end, or to where it stalls

private:
    void accept();
    void answer(QTcpSocket *socket, const QString &path);
    void send(QTcpSocket *socket, const QString &path, const Playing &playing, int chunk);
    void end(QTcpSocket *socket, const QString &path, const Recording &what);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QString, QList<Playing>> m_answers;
    QHash<QString, QList<QJsonObject>> m_requests;
    int m_closedByClient = 0;
};

} // namespace slipway::test
