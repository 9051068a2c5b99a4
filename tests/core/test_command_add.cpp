// queue_add and its relatives, field by field.
#include "command_desk.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class CommandAddTest : public QObject {
    Q_OBJECT

private slots:
    void addInBothForms();
    void addMany();
    void addRefusesByField_data();
    void addRefusesByField();
    void shortForms_data();
    void shortForms();
    void fullQueueTellsItsLimit();
};

void CommandAddTest::addInBothForms()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.queue.setHeld(true);
    const QList<QByteArray> lines{
        R"({"action":"queue_add","params":{"task_type":"docker_run","params":{"image":"busybox","command":"echo hi"}}})",
        R"({"action":"queue_add","params":{"task_type":"RUN","image":"busybox","command":["echo","hi"]}})",
        R"({"command":"queue_add","task_type":"docker_run","image":"busybox","run_command":"echo hi"})",
        R"({"command":"queue_run","image":"busybox","run_command":"echo hi"})",
        R"({"action":"queue_run","params":{"image":"busybox","command":"echo hi"}})",
    };
    int position = 0;
    for (const QByteArray &line : lines) {
        const QJsonObject reply = desk.ask(line);
        QVERIFY2(reply[u"success"].toBool(), line.constData());
        const QJsonObject data = reply[u"data"].toObject();
        QCOMPARE(keysOf(data), u"queue_position task task_id timestamp"_s);
        QCOMPARE(data[u"queue_position"].toInt(), ++position);
        const auto task = desk.queue.task(QUuid::fromString(data[u"task_id"].toString()));
        QVERIFY(task);
        QCOMPARE(std::get<DockerRun>(task->spec).command, QStringList({ u"echo"_s, u"hi"_s }));
    }
}

void CommandAddTest::addMany()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.queue.setHeld(true);
    const QJsonObject data = desk.data(u"queue_add"_s,
        object(uR"({"tasks":[{"task_type":"docker_pull","params":{"image_name":"a"}},
            {"task_type":"ollama_pull","model_name":"m","priority":2}]})"_s));
    QCOMPARE(keysOf(data), u"task_ids timestamp"_s);
    const QList<Task> tasks = desk.queue.snapshot();
    QCOMPARE(tasks.size(), 2);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(data[u"task_ids"].toArray()[i].toString(), idText(tasks[i].id));
    QCOMPARE(tasks[1].options.priority, 2);

    const QJsonObject refused = desk.ask(u"queue_add"_s,
        object(
            uR"({"tasks":[{"task_type":"docker_pull","image_name":"a"},{"task_type":"docker_pull"}]})"_s));
    QCOMPARE(codeOf(refused), u"VALIDATION_MISSING_REQUIRED"_s);
    QCOMPARE(refused[u"error"][u"data"][u"field"].toString(), u"tasks[1].image_name"_s);
    QCOMPARE(desk.queue.snapshot().size(), 2);
    QCOMPARE(codeOf(desk.ask(u"queue_add"_s, object(u"{\"tasks\":5}"_s))),
        u"VALIDATION_INVALID_FORMAT"_s);
    QCOMPARE(codeOf(desk.ask(u"queue_add"_s, object(u"{\"tasks\":[],\"task_type\":\"RUN\"}"_s))),
        u"VALIDATION_INVALID_PARAMS"_s);
    QCOMPARE(codeOf(desk.ask(u"queue_add"_s, object(u"{\"tasks\":[5]}"_s))),
        u"VALIDATION_INVALID_FORMAT"_s);
}

void CommandAddTest::addRefusesByField_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *json, const QString &code, const QString &field) {
        QTest::newRow(json) << code << field;
    };
    const QString missing = u"VALIDATION_MISSING_REQUIRED"_s;
    const QString params = u"VALIDATION_INVALID_PARAMS"_s;
    const QString format = u"VALIDATION_INVALID_FORMAT"_s;
    row(R"({})", missing, u"task_type"_s);
    row(R"({"task_type":"docker_fly"})", params, u"task_type"_s);
    row(R"({"task_type":7})", format, u"task_type"_s);
    row(R"({"task_type":"PULL","params":5})", format, u"params"_s);
    row(R"({"task_type":"PULL"})", missing, u"image_name"_s);
    row(R"({"task_type":"PULL","image_name":"a","tga":"b"})", params, u"tga"_s);
    row(R"({"task_type":"PULL","params":{"image_name":"a"},"tag":"-"})", format, u"tag"_s);
    row(R"({"task_type":"BUILD","context_path":"here"})", params, u"context_path"_s);
    row(R"({"task_type":"RUN","image":"a","volumes":{"./x":"/y"}})", params, u"volumes"_s);
}

void CommandAddTest::addRefusesByField()
{
    QFETCH(const QString, code);
    QFETCH(const QString, field);
    Desk desk;
    QVERIFY(desk.start());
    const QJsonObject params = object(QString::fromLatin1(QTest::currentDataTag()));
    for (const QJsonObject &reply : { desk.ask(u"queue_add"_s, params) }) {
        QCOMPARE(codeOf(reply), code);
        QCOMPARE(keysOf(reply[u"error"][u"data"]), u"field reason"_s);
        QCOMPARE(reply[u"error"][u"data"][u"field"].toString(), field);
        const QString message = reply[u"error"][u"message"].toString();
        QVERIFY2(!message.startsWith(field + u": "_s + field), qPrintable(message)); // said once
        QVERIFY2(message.contains(field), qPrintable(message));
    }
    QVERIFY(desk.queue.snapshot().isEmpty());
}

void CommandAddTest::shortForms_data()
{
    QTest::addColumn<TaskType>("type");
    QTest::addColumn<QString>("params");
    QTest::newRow("queue_push") << TaskType::DockerPush << uR"({"image_name":"a"})"_s;
    QTest::newRow("queue_pull") << TaskType::DockerPull << uR"({"image_name":"a"})"_s;
    QTest::newRow("queue_tag") << TaskType::DockerTag
                               << uR"({"source_image":"a","target_image":"b"})"_s;
    QTest::newRow("queue_run") << TaskType::DockerRun << uR"({"image":"a"})"_s;
    QTest::newRow("ollama_pull") << TaskType::OllamaPull << uR"({"model_name":"m"})"_s;
    QTest::newRow("ollama_run") << TaskType::OllamaRun << uR"({"model_name":"m","prompt":"p"})"_s;
    QTest::newRow("queue_build") << TaskType::DockerBuild << uR"({"context_path":"DIR"})"_s;
}

void CommandAddTest::shortForms()
{
    QFETCH(const TaskType, type);
    QFETCH(QString, params);
    QTemporaryDir folder;
    QFile dockerfile(folder.filePath(u"Dockerfile"_s));
    QVERIFY(dockerfile.open(QIODevice::WriteOnly));
    params.replace(u"DIR"_s, folder.path());
    const QString action = QString::fromLatin1(QTest::currentDataTag());
    Desk desk;
    QVERIFY(desk.start());
    for (const QJsonObject &reply :
        { desk.ask(action, object(params)), desk.askFlat(action, object(params)) }) {
        QVERIFY2(reply[u"success"].toBool(), compact(reply).constData());
        QCOMPARE(keysOf(reply[u"data"]), u"queue_position task task_id timestamp"_s);
        QCOMPARE(reply[u"data"][u"task"][u"task_type"].toString(), taskTypeName(type));
    }
    QCOMPARE(codeOf(desk.ask(action, {})), u"VALIDATION_MISSING_REQUIRED"_s);
}

void CommandAddTest::fullQueueTellsItsLimit()
{
    Desk desk;
    QVERIFY(desk.start());
    QueueLimits limits;
    limits.maxWaiting = 1;
    desk.queue.setLimits(limits);
    desk.queue.setHeld(true);
    QVERIFY(!desk.add(draftOf(TaskType::DockerPull)).isNull());
    const QJsonObject reply = desk.ask(u"queue_pull"_s, { { u"image_name"_s, u"a"_s } });
    QCOMPARE(codeOf(reply), u"QUEUE_FULL"_s);
    QCOMPARE(reply[u"error"][u"data"].toObject(), QJsonObject({ { u"limit"_s, 1 } }));
}

QTEST_GUILESS_MAIN(CommandAddTest)
#include "test_command_add.moc"
