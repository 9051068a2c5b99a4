#include "tests/support/replay_server.h"

#include <QFile>
#include <QJsonDocument>
#include <QPointer>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace slipway::test {
namespace {

QByteArray contents(const QString &name, const char *ending)
{
    QFile file(QStringLiteral(SLIPWAY_TEST_DATA "/ollama/") + name + QLatin1String(ending));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The line of the description that starts with `start`, without backquotes.
QByteArray described(const QByteArray &description, const QByteArray &start)
{
    for (QByteArray line : description.split('\n')) {
        if (line.startsWith(start))
            return line.mid(start.size()).replace('`', "").trimmed();
    }
    return {};
}

QList<Recording::Chunk> chunksOf(const QByteArray &table, const QByteArray &body)
{
    QList<Recording::Chunk> chunks;
    const QList<QByteArray> rows = table.split('\n').mid(1);
    for (const QByteArray &row : rows) {
        const QList<QByteArray> cells = row.split('\t');
        if (cells.size() == 3)
            chunks.append(
                { cells[0].toDouble(), body.mid(cells[1].toLongLong(), cells[2].toLongLong()) });
    }
    return chunks;
}

int milliseconds(double seconds, double speed)
{
    return std::max(0, int(1000 * seconds / speed));
}

} // namespace

QByteArray Recording::body() const
{
    QByteArray whole;
    for (const Chunk &chunk : chunks)
        whole += chunk.bytes;
    return whole;
}

Recording recording(const QString &name)
{
    const QByteArray description = contents(name, ".md");
    Recording made;
    made.exists = !description.isEmpty();
    const QByteArray status = described(description, "- HTTP status line: ");
    if (status.startsWith("HTTP/")) {
        made.head = status + "\r\n";
        for (QByteArray line : description.split('\n')) {
            if (line.startsWith("- header: "))
                made.head += line.mid(10).replace('`', "").trimmed() + "\r\n";
        }
        made.head += "\r\n";
        made.isChunked = made.head.contains("chunked");
    }
    made.chunks = chunksOf(contents(name, ".chunks.tsv"), contents(name, ".ndjson"));
    const QByteArray ended = described(description, "- ended: ");
    made.end = ended.startsWith("complete") ? Recording::End::Complete
        : ended.contains("client")          ? Recording::End::ClientClosed
                                            : Recording::End::ServerClosed;
    static const QRegularExpression endTime(u"end at ([0-9.]+) s"_s);
    made.endSeconds = endTime.match(QString::fromUtf8(description)).captured(1).toDouble();
    return made;
}

Recording madeUp(const QByteArray &json)
{
    Recording made;
    made.exists = true;
    made.head = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
                "Content-Length: "
        + QByteArray::number(json.size()) + "\r\n\r\n";
    made.chunks = { { 0, json } };
    return made;
}

ReplayServer::ReplayServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ReplayServer::accept);
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

QString ReplayServer::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

void ReplayServer::refuse()
{
    m_server.close();
}

void ReplayServer::goAway()
{
    refuse();
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        socket->abort();
}

bool ReplayServer::listenAgain()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

void ReplayServer::play(const QString &path, const QList<Playing> &answers)
{
    m_answers[path] = answers;
}

void ReplayServer::play(const QString &path, const QString &recordingName, double speed)
{
    Playing playing;
    playing.what = recording(recordingName);
    playing.speed = speed;
    play(path, { playing });
}

int ReplayServer::count(const QString &path) const
{
    return int(m_requests.value(path).size());
}

QJsonObject ReplayServer::lastBody(const QString &path) const
{
    const QList<QJsonObject> bodies = m_requests.value(path);
    return bodies.isEmpty() ? QJsonObject() : bodies.last();
}

// One request after the other on a connection, as keep-alive has it.
void ReplayServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        auto received = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            if (socket->property("answering").toBool())
                ++m_closedByClient;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
            *received += socket->readAll();
            const qsizetype head = received->indexOf("\r\n\r\n");
            if (head < 0)
                return;
            static const QRegularExpression length(
                u"content-length: *([0-9]+)"_s, QRegularExpression::CaseInsensitiveOption);
            const qsizetype bodySize =
                length.match(QString::fromLatin1(received->left(head))).captured(1).toLongLong();
            if (received->size() < head + 4 + bodySize)
                return;
            const QString path = QString::fromLatin1(received->split(' ').value(1));
            const QByteArray body = received->mid(head + 4, bodySize);
            received->clear();
            m_requests[path].append(QJsonDocument::fromJson(body).object());
            answer(socket, path);
        });
    }
}

void ReplayServer::answer(QTcpSocket *socket, const QString &path)
{
    const QList<Playing> answers = m_answers.value(path);
    if (answers.isEmpty()) {
        socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 18\r\n\r\n404 page not found");
        return;
    }
    socket->setProperty("answering", true);
    send(socket, path, answers.at(std::min<qsizetype>(count(path), answers.size()) - 1), 0);
}

void ReplayServer::send(QTcpSocket *socket, const QString &path, const Playing &playing, int chunk)
{
    const Recording &what = playing.what;
    const double last = chunk == 0 ? 0 : what.chunks.at(chunk - 1).seconds;
    const bool isOver = chunk >= what.chunks.size();
    const double next = isOver ? what.endSeconds : what.chunks.at(chunk).seconds;
    auto *timer = new QTimer(socket);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    connect(timer, &QTimer::timeout, this, [=, this] {
        timer->deleteLater();
        if (chunk >= playing.cutAt) {
            socket->setProperty("answering", false);
            socket->disconnectFromHost();
        } else if (chunk >= playing.stallAt) {
            emit played(path);
        } else if (isOver) {
            end(socket, path, playing.what);
        } else {
            const QByteArray &bytes = playing.what.chunks.at(chunk).bytes;
            if (chunk == 0)
                socket->write(playing.what.head);
            socket->write(playing.what.isChunked
                    ? QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n"
                    : bytes);
            send(socket, path, playing, chunk + 1);
        }
    });
    timer->start(milliseconds(next - last, playing.speed));
}

void ReplayServer::end(QTcpSocket *socket, const QString &path, const Recording &what)
{
    if (what.end != Recording::End::ClientClosed)
        socket->setProperty("answering", false);
    switch (what.end) {
    case Recording::End::Complete:
        if (what.chunks.isEmpty())
            socket->write(what.head);
        if (what.isChunked)
            socket->write("0\r\n\r\n");
        break;
    case Recording::End::ServerClosed:
        socket->disconnectFromHost();
        break;
    case Recording::End::ClientClosed:
        break; // that is for the client to do
    }
    emit played(path);
}

void ReplayServer::playWell()
{
    play(u"/api/version"_s, u"version"_s);
    play(u"/api/tags"_s, u"tags"_s);
    play(u"/api/ps"_s, u"ps-loaded"_s);
    play(u"/api/pull"_s, u"pull-ok-slow"_s);
    play(u"/api/generate"_s, u"generate-ok"_s);
}

} // namespace slipway::test
