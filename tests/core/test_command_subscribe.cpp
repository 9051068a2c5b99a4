#include "served_queue.h"

#include <QJsonArray>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCommandSubscribe : public QObject {
    Q_OBJECT

private slots:
    void init();

    void subscriberHearsWhatItAskedFor();
    void subscriberHearsOnlyItsTasks();
    void wrongSubscribeIsRefused_data();
    void wrongSubscribeIsRefused();
    void slowSubscriberIsToldWhatItMissed();
    void subscriberThatLeftIsForgotten();

private:
    std::unique_ptr<ServedQueue> m_served;
};

void TestCommandSubscribe::init()
{
    m_served = std::make_unique<ServedQueue>();
    QCOMPARE(m_served->problem, std::nullopt);
}

void TestCommandSubscribe::subscriberHearsWhatItAskedFor()
{
    const auto socket = m_served->connected();
    socket->write(R"({"action":"subscribe","params":{"events":["status","progress","log"]}})"
                  "\n");
    QVERIFY(nextLine(*socket)[u"success"].toBool());

    const TaskId id = m_served->queue.add(pullOf(u"alpine"_s));
    const QJsonObject added = nextLine(*socket);
    QCOMPARE(added[u"event"].toString(), u"status"_s);
    QCOMPARE(added[u"task"][u"id"].toString(), idText(id));
    QCOMPARE(added[u"task"][u"status"].toString(), u"pending"_s);

    m_served->queue.progress(id, progressOf(7));
    const QJsonObject progress = nextLine(*socket);
    QCOMPARE(progress[u"event"].toString(), u"progress"_s);
    QCOMPARE(progress[u"task_id"].toString(), idText(id));
    QCOMPARE(progress[u"progress"].toInt(), 7);

    m_served->queue.growLog(id, { { LogChannel::Out, "one" }, { LogChannel::Err, "two" } });
    const QJsonObject log = nextLine(*socket);
    QCOMPARE(log[u"event"].toString(), u"log"_s);
    QCOMPARE(log[u"lines"].toArray(), QJsonArray({ u"one"_s, u"two"_s }));
    QCOMPARE(log[u"total"].toInt(), 2);

    m_served->queue.remove(id);
    QCOMPARE(nextLine(*socket)[u"event"].toString(), u"removed"_s);
}

void TestCommandSubscribe::subscriberHearsOnlyItsTasks()
{
    const TaskId mine = m_served->queue.add(pullOf(u"alpine"_s));
    const TaskId other = m_served->queue.add(pullOf(u"busybox"_s));
    const auto socket = m_served->connected();
    const QJsonObject request{ { u"action"_s, u"subscribe"_s },
        { u"params"_s,
            QJsonObject{ { u"events"_s, QJsonArray{ u"status"_s } },
                { u"task_ids"_s, QJsonArray{ idText(mine) } } } } };
    socket->write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    m_served->queue.setStatus(other, TaskStatus::Pulling);
    m_served->queue.progress(mine, progressOf(3));
    m_served->queue.setStatus(mine, TaskStatus::Pulling);
    const QJsonObject event = nextLine(*socket);
    QCOMPARE(event[u"event"].toString(), u"status"_s);
    QCOMPARE(event[u"task"][u"id"].toString(), idText(mine));
}

void TestCommandSubscribe::wrongSubscribeIsRefused_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("unknown event") << QByteArray(R"({"events":["statuses"]})");
    QTest::newRow("events no list") << QByteArray(R"({"events":{"a":1}})");
    QTest::newRow("no id") << QByteArray(R"({"task_ids":["abc"]})");
    QTest::newRow("unknown key") << QByteArray(R"({"event":["status"]})");
}

void TestCommandSubscribe::wrongSubscribeIsRefused()
{
    QFETCH(QByteArray, params);
    const auto socket = m_served->connected();
    socket->write(R"({"action":"subscribe","params":)" + params + "}\n" + addRequest(u"alpine"_s));
    QVERIFY(nextLine(*socket)[u"error"][u"code"].toString().startsWith(u"VALIDATION_"));
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    QVERIFY(!socket->canReadLine()); // and no event of the task that was added
}

void TestCommandSubscribe::slowSubscriberIsToldWhatItMissed()
{
    const auto socket = m_served->connected();
    socket->write(R"({"action":"subscribe","params":{"events":["log"]}})"
                  "\n");
    QVERIFY(nextLine(*socket)[u"success"].toBool());
    const TaskId id = m_served->queue.add(pullOf(u"alpine"_s));
    socket->setReadBufferSize(1);
    constexpr int emitted = 20000;
    for (int i = 0; i < emitted; ++i)
        m_served->queue.growLog(id, { { LogChannel::Out, QByteArray(1000, 'x') } });
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
    m_served->queue.growLog(id, { { LogChannel::Out, "again" } });
    QCOMPARE(nextLine(*socket)[u"lines"].toArray(), QJsonArray{ u"again"_s });
}

void TestCommandSubscribe::subscriberThatLeftIsForgotten()
{
    {
        const auto socket = m_served->connected();
        socket->write("{\"action\":\"subscribe\"}\n");
        QVERIFY(nextLine(*socket)[u"success"].toBool());
    }
    QTRY_COMPARE(m_served->sessions(), 0); // without any event
}

QTEST_GUILESS_MAIN(TestCommandSubscribe)
#include "test_command_subscribe.moc"
