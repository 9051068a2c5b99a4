#include "served_queue.h"

#include <QDir>
#include <QJsonArray>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCommandServer : public QObject {
    Q_OBJECT

private slots:
    void init();

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

private:
    static mode_t modeOf(const QString &path);
    std::unique_ptr<ServedQueue> m_served;
};

void TestCommandServer::init()
{
    m_served = std::make_unique<ServedQueue>();
    QCOMPARE(m_served->problem, std::nullopt);
}

mode_t TestCommandServer::modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

void TestCommandServer::socketAndItsFolderArePrivate()
{
    QCOMPARE(modeOf(m_served->path), mode_t(0600));
    QCOMPARE(modeOf(m_served->folder.filePath(u"run"_s)), mode_t(0700));
}

void TestCommandServer::openFolderIsClosed()
{
    const QString folder = m_served->folder.filePath(u"open"_s);
    QVERIFY(QDir().mkdir(folder));
    QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0777), 0);
    CommandServer other(m_served->commands);
    QVERIFY(!other.listen(folder + u"/default.sock"_s));
    QCOMPARE(modeOf(folder), mode_t(0700));
}

void TestCommandServer::linkIsNoFolder()
{
    const QString link = m_served->folder.filePath(u"link"_s);
    QVERIFY(QFile::link(m_served->folder.filePath(u"run"_s), link));
    CommandServer other(m_served->commands);
    const auto problem = other.listen(link + u"/other.sock"_s);
    QVERIFY(problem);
    QVERIFY2(problem->contains(link), qPrintable(*problem));
}

void TestCommandServer::staleSocketIsReplaced()
{
    const QString copy = m_served->folder.filePath(u"run/stale.sock"_s);
    {
        CommandServer killed(m_served->commands);
        QVERIFY(!killed.listen(copy));
        // What a killed program leaves: the file, and nobody who listens.
        QVERIFY(QFile::link(copy, m_served->folder.filePath(u"unused"_s)));
        QCOMPARE(::link(QFile::encodeName(copy).constData(),
                     QFile::encodeName(copy + u".kept"_s).constData()),
            0);
    }
    QVERIFY(QFile::rename(copy + u".kept"_s, copy));
    CommandServer next(m_served->commands);
    QCOMPARE(next.listen(copy), std::nullopt);
}

void TestCommandServer::socketInUseIsLeftAlone()
{
    CommandServer second(m_served->commands);
    QVERIFY(second.listen(m_served->path));
    const auto socket = m_served->connected();
    socket->write(addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

void TestCommandServer::fileInTheWayIsLeftAlone()
{
    const QString path = m_served->folder.filePath(u"run/file"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    CommandServer other(m_served->commands);
    QVERIFY(other.listen(path));
    QVERIFY(QFile::exists(path));
}

void TestCommandServer::socketIsGoneAfterClose()
{
    const auto socket = m_served->connected();
    QTRY_COMPARE(socket->state(), QLocalSocket::ConnectedState);
    m_served->server.close();
    QVERIFY(!QFile::exists(m_served->path));
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
    const auto socket = m_served->connected();
    socket->write(line + '\n' + addRequest(u"alpine"_s));
    const QJsonObject refused = nextLine(*socket);
    QCOMPARE(refused[u"success"], QJsonValue(false));
    QCOMPARE(refused[u"error"][u"code"].toString(), code);
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

void TestCommandServer::emptyLinesAreIgnored()
{
    const auto socket = m_served->connected();
    socket->write("\n\r\n  \n" + addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    QVERIFY(!socket->canReadLine());
}

void TestCommandServer::tooLongLineIsRefusedAndSkipped()
{
    const auto socket = m_served->connected();
    socket->write(R"({"action":"queue_list","x":")");
    socket->write(QByteArray(3 * 1024 * 1024, 'x'));
    QCOMPARE(nextLine(*socket)[u"error"][u"code"].toString(), u"VALIDATION_INVALID_FORMAT"_s);
    socket->write("\"}\n" + addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

// An import may have 64 MiB. Its action is asked for, so it was read.
void TestCommandServer::longImportIsRead()
{
    const auto socket = m_served->connected();
    socket->write(R"({"action":"queue_import","params":{"queue":{"x":")"
        + QByteArray(3 * 1024 * 1024, 'x') + "\"}}}\n");
    const QString message = nextLine(*socket)[u"error"][u"message"].toString();
    QVERIFY2(!message.contains(CommandInterface::tooLong()), qPrintable(message));
}

void TestCommandServer::requestMayComeInPieces()
{
    const auto socket = m_served->connected();
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
    const auto socket = m_served->connected();
    QTRY_COMPARE(socket->state(), QLocalSocket::ConnectedState);
    socket->write(addRequest(u"alpine"_s).trimmed());
    QTRY_COMPARE(socket->bytesToWrite(), 0);
    QCOMPARE(::shutdown(int(socket->socketDescriptor()), SHUT_WR), 0);
    QVERIFY(nextLine(*socket)[u"success"].toBool());
}

void TestCommandServer::repliesComeInOrder()
{
    m_served->queue.answersLater = true;
    const auto socket = m_served->connected();
    socket->write(addRequest(u"alpine"_s) + "{\"action\":\"queue_list\"}\n" + "nonsense\n");
    QTRY_COMPARE(m_served->queue.tasks.size(), 1);
    QTRY_COMPARE(m_served->queue.looks, 1); // the list was read, its reply waits
    QVERIFY(!socket->canReadLine());
    m_served->queue.answerAll();
    QVERIFY(nextLine(*socket)[u"data"].toObject().contains(u"task_id"_s));
    QVERIFY(nextLine(*socket)[u"data"].toObject().contains(u"tasks"_s));
    QVERIFY(nextLine(*socket).contains(u"error"_s));
}

void TestCommandServer::repliesWithIdMayOvertake()
{
    m_served->queue.answersLater = true;
    const auto socket = m_served->connected();
    socket->write(
        addRequest(u"alpine"_s, "{\"n\":1}") + R"({"action":"queue_list","id":"two"})" + '\n');
    const QJsonObject first = nextLine(*socket);
    QCOMPARE(first[u"id"].toString(), u"two"_s);
    m_served->queue.answerAll();
    const QJsonObject second = nextLine(*socket);
    QCOMPARE(second[u"id"].toObject(), QJsonObject({ { u"n"_s, 1 } }));
    QVERIFY(second[u"success"].toBool());
}

void TestCommandServer::clientThatClosedItsHalfGetsItsReplies()
{
    m_served->queue.answersLater = true;
    const auto socket = m_served->connected();
    QTRY_COMPARE(socket->state(), QLocalSocket::ConnectedState);
    socket->write(addRequest(u"alpine"_s));
    QTRY_COMPARE(socket->bytesToWrite(), 0);
    QCOMPARE(::shutdown(int(socket->socketDescriptor()), SHUT_WR), 0);
    QTRY_COMPARE(m_served->queue.tasks.size(), 1);
    m_served->queue.answerAll();
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    QTRY_COMPARE(socket->state(), QLocalSocket::UnconnectedState);
}

void TestCommandServer::replyToAClientThatLeftIsDropped()
{
    m_served->queue.answersLater = true;
    {
        const auto socket = m_served->connected();
        socket->write(addRequest(u"alpine"_s));
        QTRY_COMPARE(m_served->queue.tasks.size(), 1);
    }
    QTRY_COMPARE(m_served->sessions(), 0);
    m_served->queue.answerAll();
    const auto socket = m_served->connected();
    socket->write("{\"action\":\"queue_list\"}\n");
    QCOMPARE(nextLine(*socket)[u"data"][u"total"].toInt(), 1);
}

void TestCommandServer::clientThatReadsNothingIsNotReadFrom()
{
    for (int i = 0; i < 100; ++i)
        m_served->queue.add(pullOf(u"alpine"_s));
    const auto socket = m_served->connected();
    socket->setReadBufferSize(1);
    constexpr int requests = 400; // some 100 KiB of reply each
    for (int i = 0; i < requests; ++i)
        socket->write("{\"action\":\"queue_list\"}\n");
    QTRY_VERIFY(m_served->queue.looks > 5);
    // Let everything run that can: what was taken stays within the bound.
    int before = -1;
    QTRY_VERIFY2(std::exchange(before, m_served->queue.looks) == m_served->queue.looks,
        "still taking requests");
    QVERIFY2(m_served->queue.looks < 100, qPrintable(QString::number(m_served->queue.looks)));
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
        sockets.push_back(m_served->connected());
        QTRY_COMPARE(int(m_served->sessions()), i + 1);
    }
    const auto late = m_served->connected();
    late->write(addRequest(u"alpine"_s));
    QTRY_COMPARE(late->bytesToWrite(), 0);
    QCOMPARE(m_served->queue.tasks.size(), 0);
    sockets.pop_back();
    QVERIFY(nextLine(*late)[u"success"].toBool());
}

QTEST_GUILESS_MAIN(TestCommandServer)
#include "test_command_server.moc"
