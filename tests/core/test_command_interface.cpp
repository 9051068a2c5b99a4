// What the JSON contract makes of requests: unreadable ones, unknown words, lists and logs.
#include "command_desk.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class CommandInterfaceTest : public QObject {
    Q_OBJECT

private slots:
    void unreadableRequests_data();
    void unreadableRequests();
    void unknownActionsAndKeys_data();
    void unknownActionsAndKeys();
    void idsComeBack();
    void missingTasks_data();
    void missingTasks();
    void list();
    void logs();
};

void CommandInterfaceTest::unreadableRequests_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("half") << QByteArray("{\"action\":\"queue_status\"");
    QTest::newRow("no action") << QByteArray("{}");
    QTest::newRow("action of the wrong kind") << QByteArray("{\"action\":5}");
    QTest::newRow("params of the wrong kind")
        << QByteArray("{\"action\":\"queue_status\",\"params\":[]}");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"action\":\"\xff\xfe\"}");
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("too long") << QByteArray("{\"action\":\"queue_status\",\"x\":\"")
            + QByteArray(CommandInterface::maxRequestBytes, 'x') + "\"}";
}

void CommandInterfaceTest::unreadableRequests()
{
    QFETCH(const QByteArray, line);
    Desk desk;
    QVERIFY(desk.start());
    const QJsonObject reply = desk.ask(line);
    QCOMPARE(reply[u"success"], QJsonValue(false));
    QCOMPARE(codeOf(reply), u"VALIDATION_INVALID_FORMAT"_s);
    QCOMPARE(keysOf(reply), u"error success"_s);
    QCOMPARE(keysOf(reply[u"error"]), u"code data message"_s);
    QVERIFY(desk.ask(u"queue_status"_s, {})[u"success"].toBool()); // it lives on
}

void CommandInterfaceTest::unknownActionsAndKeys_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *json, const QString &field, const QString &hint) {
        QTest::newRow(json) << field << hint;
    };
    row(R"({"action":"queue_statsu"})", u"action"_s, u"queue_status"_s);
    row(R"({"action":"nonsense"})", u"action"_s, u"known are"_s);
    row(R"({"command":"queue_lst"})", u"action"_s, u"queue_list"_s);
    row(R"({"action":"queue_status","params":{"include_log":true}})", u"include_log"_s,
        u"include_logs"_s);
    row(R"({"action":"queue_status","parms":{}})", u"parms"_s, u"params"_s);
    row(R"({"command":"queue_hold","x":1})", u"x"_s, u"none"_s);
    row(R"({"action":"queue_list","params":{"state":["failed"]}})", u"state"_s, u"status"_s);
    row(R"({"action":"queue_list","params":{"status":["done"]}})", u"status"_s, u"done"_s);
    row(R"({"action":"queue_list","params":{"task_type":["x"]}})", u"task_type"_s, u"x"_s);
}

void CommandInterfaceTest::unknownActionsAndKeys()
{
    QFETCH(const QString, field);
    QFETCH(const QString, hint);
    Desk desk;
    QVERIFY(desk.start());
    const QJsonObject reply = desk.ask(QByteArray(QTest::currentDataTag()));
    QCOMPARE(codeOf(reply), u"VALIDATION_INVALID_PARAMS"_s);
    QCOMPARE(reply[u"error"][u"data"][u"field"].toString(), field);
    const QString message = reply[u"error"][u"message"].toString();
    QVERIFY2(message.contains(hint), qPrintable(message));
}

void CommandInterfaceTest::idsComeBack()
{
    Desk desk;
    QVERIFY(desk.start());
    for (const char *id : { "7", "\"a\"", "null", "[1,{}]", "false" }) {
        const QByteArray text(id);
        const QJsonValue expected = object(u"{\"v\":%1}"_s.arg(QString::fromLatin1(text)))[u"v"];
        for (const QByteArray &line :
            { QByteArray("{\"id\":" + text + ",\"action\":\"queue_status\"}"),
                QByteArray("{\"id\":" + text + ",\"command\":\"queue_status\"}"),
                QByteArray("{\"id\":" + text + ",\"action\":\"nonsense\"}"),
                QByteArray("{\"id\":" + text + "}"),
                QByteArray("{\"id\":" + text + ",\"action\":\"queue_status\",\"more\":1}") }) {
            const QJsonObject reply = desk.ask(line);
            QVERIFY2(reply.contains(u"id"_s), line.constData());
            QCOMPARE(reply[u"id"], expected);
        }
    }
    QVERIFY(!desk.ask(u"queue_status"_s, {}).contains(u"id"_s));
}

void CommandInterfaceTest::missingTasks_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("more");
    for (const QString &action : { u"queue_task_status"_s, u"queue_cancel"_s, u"queue_logs"_s })
        QTest::newRow(qPrintable(action)) << action << u"{}"_s;
    for (const QString &verb : { u"pause"_s, u"resume"_s, u"retry"_s, u"cancel"_s, u"remove"_s })
        QTest::newRow(qPrintable(verb)) << u"queue_manage"_s << u"{\"action\":\"%1\"}"_s.arg(verb);
}

void CommandInterfaceTest::missingTasks()
{
    QFETCH(const QString, action);
    QFETCH(const QString, more);
    Desk desk;
    QVERIFY(desk.start());
    QJsonObject params = object(more);
    QCOMPARE(codeOf(desk.ask(action, params)), u"VALIDATION_MISSING_REQUIRED"_s);
    params[u"task_id"] = 5;
    QCOMPARE(codeOf(desk.ask(action, params)), u"VALIDATION_INVALID_FORMAT"_s);
    for (const QString &id : { u"123e4567-e89b-12d3-a456-426614174000"_s, u"nonsense"_s, u""_s }) {
        params[u"task_id"] = id;
        const QJsonObject reply = desk.ask(action, params);
        QCOMPARE(codeOf(reply), u"QUEUE_TASK_NOT_FOUND"_s);
        QCOMPARE(reply[u"error"][u"data"].toObject(), QJsonObject({ { u"task_id"_s, id } }));
    }
}

void CommandInterfaceTest::list()
{
    JournalContents before;
    before.held = true;
    before.tasks = { storedTask(TaskStatus::Completed),
        storedTask(TaskStatus::Failed, TaskType::OllamaPull), storedTask(TaskStatus::Pending),
        storedTask(TaskStatus::Failed, TaskType::DockerRun) };
    before.tasks[2].options.tags = QStringList{ u"nightly"_s };
    Desk desk(before);
    QVERIFY(desk.start());
    const auto found = [&](const QString &params) {
        const QJsonObject data = desk.data(u"queue_list"_s, object(params));
        QString text;
        for (const QJsonValue &task : data[u"tasks"].toArray()) {
            for (int i = 0; i < before.tasks.size(); ++i) {
                if (task[u"id"].toString() == idText(before.tasks[i].id))
                    text += QString::number(i);
            }
        }
        return QString(text + u'/' + QString::number(data[u"total"].toInt(-1)));
    };
    QCOMPARE(found(u"{}"_s), u"0123/4"_s);
    QCOMPARE(found(uR"({"status":["failed"]})"_s), u"13/2"_s);
    QCOMPARE(found(uR"({"status":"FAILED","task_type":["docker_run"]})"_s), u"3/1"_s);
    QCOMPARE(found(uR"({"task_type":["PULL"]})"_s), u"02/2"_s);
    QCOMPARE(found(uR"({"text":"NIGHT"})"_s), u"2/1"_s);
    QCOMPARE(found(uR"({"text":"llama"})"_s), u"1/1"_s);
    QCOMPARE(found(uR"({"limit":2,"offset":1})"_s), u"12/4"_s);
    QCOMPARE(found(uR"({"limit":0})"_s), u"/4"_s);
    QCOMPARE(found(uR"({"offset":9})"_s), u"/4"_s);
    for (const QString &bad :
        { uR"({"limit":-1})"_s, uR"({"limit":1.5})"_s, uR"({"limit":1e300})"_s,
            uR"({"offset":"x"})"_s, uR"({"status":[5]})"_s, uR"({"text":5})"_s })
        QCOMPARE(codeOf(desk.ask(u"queue_list"_s, object(bad))), u"VALIDATION_INVALID_FORMAT"_s);
}

void CommandInterfaceTest::logs()
{
    Desk desk;
    QVERIFY(desk.start());
    const TaskId id = desk.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(desk.runs(id));
    desk.of(id)->log({ { LogChannel::Out, "\x1b[32mone\x1b[0m" }, { LogChannel::Err, "two" },
        { LogChannel::Note, "\xff" } });
    desk.settle();
    const auto page = [&](QJsonObject params) {
        params[u"task_id"] = idText(id);
        return desk.data(u"queue_logs"_s, params);
    };
    QCOMPARE(page({})[u"lines"].toArray(), QJsonArray({ u"one"_s, u"two"_s, u"\ufffd"_s }));
    QCOMPARE(page({})[u"total"].toInt(), 3);
    QCOMPARE(page({ { u"limit"_s, 1 } })[u"lines"].toArray(), QJsonArray({ u"\ufffd"_s }));
    QCOMPARE(page({ { u"limit"_s, 1 }, { u"offset"_s, 1 } })[u"lines"].toArray(),
        QJsonArray({ u"two"_s }));
}

QTEST_GUILESS_MAIN(CommandInterfaceTest)
#include "test_command_interface.moc"
