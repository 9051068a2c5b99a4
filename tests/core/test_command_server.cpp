#include "app/command_server.h"
#include "app/command_session.h"
#include "small_queue.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCommandServer : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void socketAndItsFolderArePrivate();
    void openFolderIsClosed();
    void linkIsNoFolder();
    void staleSocketIsReplaced();
    void socketInUseIsLeftAlone();
    void fileInTheWayIsLeftAlone();
    void socketIsGoneAfterClose();

    void unreadableLineIsAnsweredAndConnectionLivesOn_data();
    void unreadableLineIsAnsweredAndConnectionLivesOn();
    void emptyLinesAreIgnored();
    void tooLongLineIsRefusedAndSkipped();
    void longImportIsRead();
    void requestMayComeInPieces();
    void lastLineNeedsNoEnd();

    void repliesComeInOrder();
    void repliesWithIdMayOvertake();
    void clientThatClosedItsHalfGetsItsReplies();
    void replyToAClientThatLeftIsDropped();
    void clientThatReadsNothingIsNotReadFrom();
    void moreConnectionsThanAllowedWait();

    void subscriberHearsWhatItAskedFor();
    void subscriberHearsOnlyItsTasks();
    void wrongSubscribeIsRefused_data();
    void wrongSubscribeIsRefused();
    void slowSubscriberIsToldWhatItMissed();
    void subscriberThatLeftIsForgotten();

private:
    std::unique_ptr<QLocalSocket> connected();
    static QJsonObject nextLine(QLocalSocket &socket);
    static mode_t modeOf(const QString &path);
    QByteArray addRequest(const QString &image, const QByteArray &id = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SmallQueue> m_queue;
    std::unique_ptr<CommandInterface> m_commands;
    std::unique_ptr<CommandServer> m_server;
    QString m_path;
};

void TestCommandServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"run/default.sock"_s);
    m_queue = std::make_unique<SmallQueue>();
    m_commands = std::make_unique<CommandInterface>(*m_queue);
    m_server = std::make_unique<CommandServer>(*m_commands);
    QVERIFY(!m_server->listen(m_path));
}

void TestCommandServer::cleanup()
{
    m_server.reset();
}

std::unique_ptr<QLocalSocket> TestCommandServer::connected()
{
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(m_path);
    return socket;
}

QJsonObject TestCommandServer::nextLine(QLocalSocket &socket)
{
    if (!QTest::qWaitFor([&socket] { return socket.canReadLine(); }, 10000))
        return { { u"error"_s, u"no line came"_s } };
    return QJsonDocument::fromJson(socket.readLine()).object();
}

mode_t TestCommandServer::modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

QByteArray TestCommandServer::addRequest(const QString &image, const QByteArray &id) const
{
    return R"({"action":"queue_pull",)" + (id.isEmpty() ? QByteArray() : R"("id":)" + id + ',')
        + R"("params":{"image_name":")" + image.toUtf8() + "\"}}\n";
}

void TestCommandServer::socketAndItsFolderArePrivate()
{
    QCOMPARE(modeOf(m_path), mode_t(0600));
    QCOMPARE(modeOf(m_folder->filePath(u"run"_s)), mode_t(0700));
}

void TestCommandServer::openFolderIsClosed()
{
    const QString folder = m_folder->filePath(u"open"_s);
    QVERIFY(QDir().mkdir(folder));
    QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0777), 0);
    CommandServer other(*m_commands);
    QVERIFY(!other.listen(folder + u"/default.sock"_s));
    QCOMPARE(modeOf(folder), mode_t(0700));
}

void TestCommandServer::linkIsNoFolder()
{
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(m_folder->filePath(u"run"_s), link));
    CommandServer other(*m_commands);
    const auto problem = other.listen(link + u"/other.sock"_s);
    QVERIFY(problem);
    QVERIFY2(problem->contains(link), qPrintable(*problem));
}

void TestCommandServer::staleSocketIsReplaced()
{
    const QString copy = m_folder->filePath(u"run/stale.sock"_s);
    {
        CommandServer killed(*m_commands);
        QVERIFY(!killed.listen(copy));
        // What a killed program leaves: the file, and nobody who listens.
        QVERIFY(QFile::link(copy, m_folder->filePath(u"unused"_s)));
        QCOMPARE(::link(QFile::encodeName(copy).constData(),
                     QFile::encodeName(copy + u".kept"_s).constData()),
            0);
    }
    QVERIFY(QFile::rename(copy + u".kept"_s, copy));
    CommandServer next(*m_commands);
    QCOMPARE(next.listen(copy), std::nullopt);
}

void TestCommandServer::socketInUseIsLeftAlone()
{
    CommandServer second(*m_commands);
    QVERIFY(second.listen(m_path));
    const auto socket = connected();
    socket->write(addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

void TestCommandServer::fileInTheWayIsLeftAlone()
{
    const QString path = m_folder->filePath(u"run/file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    CommandServer other(*m_commands);
    QVERIFY(other.listen(path));
    QVERIFY(QFile::exists(path));
}

void TestCommandServer::socketIsGoneAfterClose()
{
    const auto socket = connected();
    QTRY_COMPARE(socket->state(), QLocalSocket::ConnectedState);
    m_server->close();
    QVERIFY(!QFile::exists(m_path));
    QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
}

void TestCommandServer::unreadableLineIsAnsweredAndConnectionLivesOn_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("code");
    const QString format = u"VALIDATION_INVALID_FORMAT"_s;
    QTest::newRow("words") << QByteArray("hello there") << format;
    QTest::newRow("open object") << QByteArray("{\"action\":") << format;
    QTest::newRow("list") << QByteArray("[1,2]") << format;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"action\":\"\xff\xfe\"}") << format;
    QTest::newRow("zero bytes") << QByteArray("\0\0\0", 3) << format;
    QTest::newRow("deep nesting") << QByteArray(5000, '[') << format;
    QTest::newRow("no action") << QByteArray("{\"params\":{}}") << format;
    QTest::newRow("params no object")
        << QByteArray(R"({"action":"queue_list","params":3})") << format;
    const QString params = u"VALIDATION_INVALID_PARAMS"_s;
    QTest::newRow("unknown action") << QByteArray(R"({"action":"queue_lisst"})") << params;
    QTest::newRow("unknown key") << QByteArray(R"({"action":"queue_list","parms":{}})") << params;
}

void TestCommandServer::unreadableLineIsAnsweredAndConnectionLivesOn()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, code);
    const auto socket = connected();
    socket->write(line + '\n' + addRequest(u"alpine"_s));
    const QJsonObject refused = nextLine(*socket);
    QCOMPARE(refused[u"success"], QJsonValue(false));
    QCOMPARE(refused[u"error"][u"code"].toString(), code);
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

void TestCommandServer::emptyLinesAreIgnored()
{
    const auto socket = connected();
    socket->write("\n\r\n  \n" + addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    QVERIFY(!socket->canReadLine());
}

void TestCommandServer::tooLongLineIsRefusedAndSkipped()
{
    const auto socket = connected();
    socket->write(R"({"action":"queue_list","x":")");
    socket->write(QByteArray(3 * 1024 * 1024, 'x'));
    QCOMPARE(nextLine(*socket)[u"error"][u"code"].toString(), u"VALIDATION_INVALID_FORMAT"_s);
    socket->write("\"}\n" + addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

// An import may have 64 MiB. Its action is asked for, so it was read.
void TestCommandServer::longImportIsRead()
{
    const auto socket = connected();
    socket->write(R"({"action":"queue_import","params":{"queue":{"x":")"
        + QByteArray(3 * 1024 * 1024, 'x') + "\"}}}\n");
    const QString message = nextLine(*socket)[u"error"][u"message"].toString();
    QVERIFY2(!message.contains(CommandInterface::tooLong()), qPrintable(message));
}

void TestCommandServer::requestMayComeInPieces()
{
    const auto socket = connected();
    const QByteArray request = addRequest(u"alpine"_s);
    for (const char byte : request) {
        socket->write(&byte, 1);
        QVERIFY(QTest::qWaitFor([&socket] { return socket->bytesToWrite() == 0; }));
        QCoreApplication::processEvents();
    }
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

void TestCommandServer::lastLineNeedsNoEnd()
{
    const auto socket = connected();
    QTRY_COMPARE(socket->state(), QLocalSocket::ConnectedState);
    socket->write(addRequest(u"alpine"_s).trimmed());
    QTRY_COMPARE(socket->bytesToWrite(), 0);
    QCOMPARE(::shutdown(int(socket->socketDescriptor()), SHUT_WR), 0);
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

void TestCommandServer::repliesComeInOrder()
{
    m_queue->answersLater = true;
    const auto socket = connected();
    socket->write(addRequest(u"alpine"_s) + "{\"action\":\"queue_list\"}\n" + "nonsense\n");
    QTRY_COMPARE(m_queue->tasks.size(), 1);
    QTRY_COMPARE(m_queue->looks, 1); // the list was read, its reply waits
    QVERIFY(!socket->canReadLine());
    m_queue->answerAll();
    QVERIFY(nextLine(*socket)[u"data"].toObject().contains(u"task_id"_s));
    QVERIFY(nextLine(*socket)[u"data"].toObject().contains(u"tasks"_s));
    QVERIFY(nextLine(*socket).contains(u"error"_s));
}

void TestCommandServer::repliesWithIdMayOvertake()
{
    m_queue->answersLater = true;
    const auto socket = connected();
    socket->write(
        addRequest(u"alpine"_s, "{\"n\":1}") + R"({"action":"queue_list","id":"two"})" + '\n');
    const QJsonObject first = nextLine(*socket);
    QCOMPARE(first[u"id"].toString(), u"two"_s);
    m_queue->answerAll();
    const QJsonObject second = nextLine(*socket);
    QCOMPARE(second[u"id"].toObject(), QJsonObject({ { u"n"_s, 1 } }));
    QVERIFY(second[u"success"].toBool());
}

void TestCommandServer::clientThatClosedItsHalfGetsItsReplies()
{
    m_queue->answersLater = true;
    const auto socket = connected();
    QTRY_COMPARE(socket->state(), QLocalSocket::ConnectedState);
    socket->write(addRequest(u"alpine"_s));
    QTRY_COMPARE(socket->bytesToWrite(), 0);
    QCOMPARE(::shutdown(int(socket->socketDescriptor()), SHUT_WR), 0);
    QTRY_COMPARE(m_queue->tasks.size(), 1);
    m_queue->answerAll();
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
}

void TestCommandServer::replyToAClientThatLeftIsDropped()
{
    m_queue->answersLater = true;
    {
        const auto socket = connected();
        socket->write(addRequest(u"alpine"_s));
        QTRY_COMPARE(m_queue->tasks.size(), 1);
    }
    QTRY_COMPARE(m_server->findChildren<CommandSession *>().size(), 0);
    m_queue->answerAll();
    const auto socket = connected();
    socket->write("{\"action\":\"queue_list\"}\n");
    QCOMPARE(nextLine(*socket)[u"data"][u"total"].toInt(), 1);
}

void TestCommandServer::clientThatReadsNothingIsNotReadFrom()
{
    for (int i = 0; i < 100; ++i)
        m_queue->add(pullOf(u"alpine"_s));
    const auto socket = connected();
    socket->setReadBufferSize(1);
    constexpr int requests = 400; // some 100 KiB of reply each
    for (int i = 0; i < requests; ++i)
        socket->write("{\"action\":\"queue_list\"}\n");
    QTRY_VERIFY(m_queue->looks > 5);
    // Let everything run that can: what was taken stays within the bound.
    int before = -1;
    QTRY_VERIFY2(std::exchange(before, m_queue->looks) == m_queue->looks, "still taking requests");
    QVERIFY2(m_queue->looks < 100, qPrintable(QString::number(m_queue->looks)));
    // Who begins to read gets every reply.
    socket->setReadBufferSize(0);
    int replies = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            while (socket->canReadLine() && socket->readLine().contains("\"tasks\""))
                ++replies;
            return replies == requests;
        }(),
        60000);
}

void TestCommandServer::moreConnectionsThanAllowedWait()
{
    std::vector<std::unique_ptr<QLocalSocket>> sockets;
    for (int i = 0; i < CommandServer::maxSessions; ++i) {
        sockets.push_back(connected());
        QTRY_COMPARE(int(m_server->findChildren<CommandSession *>().size()), i + 1);
    }
    const auto late = connected();
    late->write(addRequest(u"alpine"_s));
    QTRY_COMPARE(late->bytesToWrite(), 0);
    QCOMPARE(m_queue->tasks.size(), 0);
    sockets.pop_back();
    QVERIFY(nextLine(*late)[u"success"].toBool());
}

void TestCommandServer::subscriberHearsWhatItAskedFor()
{
    const auto socket = connected();
    socket->write(R"({"action":"subscribe","params":{"events":["status","progress","log"]}})"
                  "\n");
    QVERIFY(nextLine(*socket)[u"success"].toBool());

    const TaskId id = m_queue->add(pullOf(u"alpine"_s));
    const QJsonObject added = nextLine(*socket);
    QCOMPARE(added[u"event"].toString(), u"status"_s);
    QCOMPARE(added[u"task"][u"id"].toString(), idText(id));
    QCOMPARE(added[u"task"][u"status"].toString(), u"pending"_s);

    m_queue->progress(id, progressOf(7));
    const QJsonObject progress = nextLine(*socket);
    QCOMPARE(progress[u"event"].toString(), u"progress"_s);
    QCOMPARE(progress[u"task_id"].toString(), idText(id));
    QCOMPARE(progress[u"progress"].toInt(), 7);

    m_queue->growLog(id, { { LogChannel::Out, "one" }, { LogChannel::Err, "two" } });
    const QJsonObject log = nextLine(*socket);
    QCOMPARE(log[u"event"].toString(), u"log"_s);
    QCOMPARE(log[u"lines"].toArray(), QJsonArray({ u"one"_s, u"two"_s }));
    QCOMPARE(log[u"total"].toInt(), 2);

    m_queue->remove(id);
    QCOMPARE(nextLine(*socket)[u"event"].toString(), u"removed"_s);
}

void TestCommandServer::subscriberHearsOnlyItsTasks()
{
    const TaskId mine = m_queue->add(pullOf(u"alpine"_s));
    const TaskId other = m_queue->add(pullOf(u"busybox"_s));
    const auto socket = connected();
    const QJsonObject request{ { u"action"_s, u"subscribe"_s },
        { u"params"_s,
            QJsonObject{ { u"events"_s, QJsonArray{ u"status"_s } },
                { u"task_ids"_s, QJsonArray{ idText(mine) } } } } };
    socket->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    m_queue->setStatus(other, TaskStatus::Pulling);
    m_queue->progress(mine, progressOf(3));
    m_queue->setStatus(mine, TaskStatus::Pulling);
    const QJsonObject event = nextLine(*socket);
    QCOMPARE(event[u"event"].toString(), u"status"_s);
    QCOMPARE(event[u"task"][u"id"].toString(), idText(mine));
}

void TestCommandServer::wrongSubscribeIsRefused_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("unknown event") << QByteArray(R"({"events":["statuses"]})");
    QTest::newRow("events no list") << QByteArray(R"({"events":{"a":1}})");
    QTest::newRow("no id") << QByteArray(R"({"task_ids":["abc"]})");
    QTest::newRow("unknown key") << QByteArray(R"({"event":["status"]})");
}

void TestCommandServer::wrongSubscribeIsRefused()
{
    QFETCH(QByteArray, params);
    const auto socket = connected();
    socket->write(R"({"action":"subscribe","params":)" + params + "}\n" + addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"error"][u"code"].toString().startsWith(u"VALIDATION_"));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    QVERIFY(!socket->canReadLine()); // and no event of the task that was added
}

void TestCommandServer::slowSubscriberIsToldWhatItMissed()
{
    const auto socket = connected();
    socket->write(R"({"action":"subscribe","params":{"events":["log"]}})"
                  "\n");
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    const TaskId id = m_queue->add(pullOf(u"alpine"_s));
    socket->setReadBufferSize(1);
    constexpr int emitted = 20000;
    for (int i = 0; i < emitted; ++i)
        m_queue->growLog(id, { { LogChannel::Out, QByteArray(1000, 'x') } });
    socket->setReadBufferSize(0);
    int heard = 0;
    int dropped = 0;
    while (dropped == 0) {
        const QJsonObject event = nextLine(*socket);
        if (event[u"event"].toString() == "lagged"_L1)
            dropped = event[u"dropped"].toInt();
        else if (event[u"event"].toString() == "log"_L1)
            ++heard;
        else
            QFAIL("neither a log event nor lagged");
    }
    QCOMPARE(heard + dropped, emitted);
    QVERIFY2(heard < 6000, qPrintable(QString::number(heard))); // 4 MiB hold about 3,800
    m_queue->growLog(id, { { LogChannel::Out, "again" } });
    QCOMPARE(nextLine(*socket)[u"lines"].toArray(), QJsonArray{ u"again"_s });
}

void TestCommandServer::subscriberThatLeftIsForgotten()
{
    {
        const auto socket = connected();
        socket->write("{\"action\":\"subscribe\"}\n");
        QVERIFY(nextLine(*socket)[u"success"].toBool());
    }
    QTRY_COMPARE(m_server->findChildren<CommandSession *>().size(), 0); // without any event
}

QTEST_GUILESS_MAIN(TestCommandServer)
#include "test_command_server.moc"
