// The commands for the queue as a whole: limits, health, clear, export and import.
#include "command_desk.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class QueueCommandsTest : public QObject {
    Q_OBJECT

private slots:
    void diagnoseNeedsNoTask();
    void limitsAreRead();
    void limitsChangeWhileItRuns();
    void newTasksGetTheDefaultsOfTheirType();
    void limitsThatMakeNoSense_data();
    void limitsThatMakeNoSense();
    void healthNamesAllThree();
    void healthTellsTheStoresTrouble();
    void clearWantsToBeConfirmed();
    void clearTakesWhatEnded();
    void clearTakesOnlyTheseAndTheOld();
    void whatIsExportedCanBeImported();
    void exportOfSome();
    void importIsAllOrNone();
    void importRefusesOtherThings_data();
    void importRefusesOtherThings();
};

void QueueCommandsTest::limitsAreRead()
{
    Desk desk;
    QVERIFY(desk.start());
    const QJsonObject limits = desk.data(u"queue_limits"_s, {})[u"limits"].toObject();
    QCOMPARE(limits[u"max_concurrent"].toInt(), 3);
    const QJsonObject lanes = limits[u"lanes"].toObject();
    QCOMPARE(sorted(lanes.keys()),
        sorted({ u"pull"_s, u"push"_s, u"build"_s, u"run"_s, u"model"_s, u"generate"_s }));
    QCOMPARE(lanes[u"pull"].toInt(), 2);
    QCOMPARE(lanes[u"build"].toInt(), 1);
}

void QueueCommandsTest::limitsChangeWhileItRuns()
{
    Desk desk;
    QVERIFY(desk.start());
    QList<TaskId> ids;
    for (int i = 0; i < 4; ++i)
        ids.append(desk.add(draftOf(TaskType::DockerPull)));
    QTRY_VERIFY(desk.runs(ids[1]));
    QVERIFY(!desk.of(ids[2]));
    const QJsonObject lanes{ { u"lanes"_s, QJsonObject{ { u"pull"_s, 4 } } } };
    QCOMPARE(desk.data(u"queue_limits"_s, lanes)[u"limits"][u"lanes"][u"pull"].toInt(), 4);
    QTRY_VERIFY(desk.runs(ids[2]));
    QVERIFY(!desk.of(ids[3])); // three in all
    desk.data(u"queue_limits"_s, { { u"max_concurrent"_s, 10 } });
    QTRY_VERIFY(desk.runs(ids[3]));
    desk.data(u"queue_limits"_s, { { u"max_concurrent"_s, 1 } });
    QCOMPARE(desk.maker.atWork().size(), 4); // what runs, runs on
}

void QueueCommandsTest::newTasksGetTheDefaultsOfTheirType()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.data(u"queue_limits"_s,
        object(uR"({"defaults":{"docker_pull":{"max_retries":5,"timeout_seconds":60}}})"_s));
    const QJsonObject limits = desk.data(
        u"queue_limits"_s, object(uR"({"defaults":{"docker_pull":{"max_retries":6}}})"_s));
    QCOMPARE(limits[u"limits"][u"defaults"][u"docker_pull"][u"timeout_seconds"].toInt(), 60);
    const auto added = [&desk](const QString &params) {
        return desk.data(u"queue_pull"_s, object(params))[u"task"].toObject();
    };
    const QJsonObject plain = added(uR"({"image_name":"alpine"})"_s);
    QCOMPARE(plain[u"max_retries"].toInt(), 6);
    QCOMPARE(plain[u"timeout_seconds"].toInt(), 60);
    const QJsonObject own =
        added(uR"({"image_name":"alpine","max_retries":1,"timeout_seconds":null})"_s);
    QCOMPARE(own[u"max_retries"].toInt(), 1);
    QVERIFY(own[u"timeout_seconds"].isNull());
    // What was exported says it all: a file means the same everywhere.
    const QJsonObject file = desk.data(u"queue_import"_s,
        object(
            uR"({"queue":{"slipway":1,"tasks":[{"task_type":"docker_pull","image_name":"a"}]}})"_s));
    const QUuid imported(file[u"task_ids"][0].toString());
    QCOMPARE(desk.task(imported).options.maxRetries, 3);
}

void QueueCommandsTest::limitsThatMakeNoSense_data()
{
    QTest::addColumn<QString>("params");
    QTest::addColumn<QString>("field");
    QTest::newRow("none at once") << uR"({"max_concurrent":0})"_s << u"max_concurrent"_s;
    QTest::newRow("less than nothing free") << uR"({"keep_free_gb":-1})"_s << u"keep_free_gb"_s;
    QTest::newRow("half") << uR"({"max_concurrent":1.5})"_s << u"max_concurrent"_s;
    QTest::newRow("a text") << uR"({"max_concurrent":"many"})"_s << u"max_concurrent"_s;
    QTest::newRow("a lane unknown") << uR"({"lanes":{"tug":1}})"_s << u"lanes"_s;
    QTest::newRow("a lane below none") << uR"({"lanes":{"pull":-1}})"_s << u"lanes.pull"_s;
    QTest::newRow("a type unknown")
        << uR"({"defaults":{"docker_tug":{}}})"_s << u"defaults.docker_tug"_s;
    QTest::newRow("retries below none") << uR"({"defaults":{"docker_pull":{"max_retries":-1}}})"_s
                                        << u"defaults.docker_pull.max_retries"_s;
    QTest::newRow("no time at all") << uR"({"defaults":{"docker_pull":{"timeout_seconds":0}}})"_s
                                    << u"defaults.docker_pull.timeout_seconds"_s;
    QTest::newRow("something else")
        << uR"({"defaults":{"docker_pull":{"tag":"3"}}})"_s << u"defaults.docker_pull.tag"_s;
    QTest::newRow("days below none") << uR"({"remove_after_days":-1})"_s << u"remove_after_days"_s;
    QTest::newRow("no lanes") << uR"({"lanes":[2]})"_s << u"lanes"_s;
}

void QueueCommandsTest::limitsThatMakeNoSense()
{
    QFETCH(QString, params);
    QFETCH(QString, field);
    Desk desk;
    QVERIFY(desk.start());
    const QueueLimits before = desk.queue.limits();
    const QJsonObject reply = desk.ask(u"queue_limits"_s, object(params));
    QVERIFY(codeOf(reply).startsWith("VALIDATION_"_L1));
    QCOMPARE(reply[u"error"][u"data"][u"field"].toString(), field);
    QCOMPARE(desk.queue.limits(), before);
}

void QueueCommandsTest::healthNamesAllThree()
{
    Desk desk;
    QVERIFY(desk.start());
    const QJsonObject health = desk.data(u"queue_health"_s, {});
    QCOMPARE(keysOf(health), u"docker ollama store"_s);
    QCOMPARE(health[u"store"][u"ok"], QJsonValue(true));
    QCOMPARE(health[u"store"][u"tasks"].toInt(), 0);
}

void QueueCommandsTest::healthTellsTheStoresTrouble()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.journal.fail(u"The disk is full."_s);
    QJsonObject store = desk.data(u"queue_health"_s, {})[u"store"].toObject();
    QCOMPARE(store[u"ok"], QJsonValue(false));
    QCOMPARE(store[u"error"].toString(), u"The disk is full."_s);
    desk.add(draftOf(TaskType::DockerPull)); // saved: it is well again
    store = desk.data(u"queue_health"_s, {})[u"store"].toObject();
    QCOMPARE(store[u"ok"], QJsonValue(true));
}

void QueueCommandsTest::clearWantsToBeConfirmed()
{
    JournalContents before;
    before.tasks = { storedTask(TaskStatus::Completed) };
    Desk desk(before);
    QVERIFY(desk.start());
    for (const QJsonObject &params : { QJsonObject{}, QJsonObject{ { u"confirm"_s, false } } }) {
        const QJsonObject reply = desk.ask(u"queue_clear"_s, params);
        QCOMPARE(codeOf(reply), u"VALIDATION_MISSING_REQUIRED"_s);
        QCOMPARE(reply[u"error"][u"data"][u"field"].toString(), u"confirm"_s);
    }
    QCOMPARE(desk.queue.snapshot().size(), 1);
}

void QueueCommandsTest::clearTakesWhatEnded()
{
    JournalContents before;
    for (TaskStatus status : { TaskStatus::Completed, TaskStatus::Failed, TaskStatus::Cancelled,
             TaskStatus::Timeout, TaskStatus::Paused })
        before.tasks.append(storedTask(status));
    Desk desk(before);
    QVERIFY(desk.start());
    QCOMPARE(desk.data(u"queue_clear"_s, { { u"confirm"_s, true } })[u"removed"].toInt(), 4);
    QCOMPARE(desk.queue.snapshot().size(), 1);
    QCOMPARE(desk.queue.snapshot().first().status, TaskStatus::Paused);
    QCOMPARE(desk.data(u"queue_clear"_s, { { u"confirm"_s, true } })[u"removed"].toInt(-1), 0);
}

void QueueCommandsTest::clearTakesOnlyTheseAndTheOld()
{
    JournalContents before;
    for (int hours : { 1, 30 }) {
        for (TaskStatus status : { TaskStatus::Completed, TaskStatus::Failed }) {
            Task task = storedTask(status);
            task.completedAt = QDateTime::currentDateTimeUtc().addSecs(-hours * 3600);
            before.tasks.append(task);
        }
    }
    Desk desk(before);
    QVERIFY(desk.start());
    const QJsonObject params{ { u"confirm"_s, true },
        { u"filter_status"_s, QJsonArray{ u"failed"_s } }, { u"older_than_hours"_s, 24 } };
    QCOMPARE(desk.data(u"queue_clear"_s, params)[u"removed"].toInt(), 1);
    QVERIFY(!desk.queue.task(before.tasks[3].id));
    QCOMPARE(desk.queue.snapshot().size(), 3);
}

void QueueCommandsTest::whatIsExportedCanBeImported()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.queue.setHeld(true);
    TaskDraft first = draftOf(TaskType::DockerPull, 5);
    first.options.key = u"base"_s;
    first.options.tags = { u"nightly"_s };
    TaskDraft second = draftOf(TaskType::DockerRun);
    second.options.after = { u"base"_s };
    const auto future = desk.queue.submit({ first, second });
    QTRY_VERIFY(future.isFinished());
    const QJsonValue exported = desk.data(u"queue_export"_s, {})[u"queue"];
    QCOMPARE(exported[u"slipway"].toInt(), 1);
    QCOMPARE(exported[u"tasks"].toArray().size(), 2);
    QCOMPARE(exported[u"tasks"][1][u"after"], QJsonValue(QJsonArray{ u"base"_s }));

    Desk other;
    QVERIFY(other.start());
    other.queue.setHeld(true);
    const QJsonObject taken = other.data(u"queue_import"_s, { { u"queue"_s, exported } });
    QCOMPARE(taken[u"task_ids"].toArray().size(), 2);
    const QList<Task> tasks = other.queue.snapshot();
    QCOMPARE(tasks[0].spec, first.spec);
    QCOMPARE(tasks[0].options.priority, 5);
    QCOMPARE(tasks[0].options.tags, first.options.tags);
    QCOMPARE(tasks[1].spec, second.spec);
    QCOMPARE(tasks[1].options.after, QStringList{ idText(tasks[0].id) });
    QCOMPARE(other.data(u"queue_export"_s, {})[u"queue"], exported);
}

void QueueCommandsTest::exportOfSome()
{
    JournalContents before;
    before.tasks = { storedTask(TaskStatus::Completed), storedTask(TaskStatus::Failed) };
    Desk desk(before);
    QVERIFY(desk.start());
    const auto count = [&desk](const QJsonObject &params) {
        return desk.data(u"queue_export"_s, params)[u"queue"][u"tasks"].toArray().size();
    };
    QCOMPARE(count({ { u"status"_s, QJsonArray{ u"failed"_s } } }), 1);
    QCOMPARE(count({ { u"task_ids"_s, QJsonArray{ idText(before.tasks[0].id) } } }), 1);
    QCOMPARE(codeOf(desk.ask(u"queue_export"_s, { { u"task_ids"_s, QJsonArray{ u"nobody"_s } } })),
        u"QUEUE_TASK_NOT_FOUND"_s);
    QCOMPARE(codeOf(desk.ask(u"queue_export"_s, { { u"status"_s, QJsonArray{ u"lost"_s } } })),
        u"VALIDATION_INVALID_PARAMS"_s);
}

void QueueCommandsTest::importIsAllOrNone()
{
    Desk desk;
    QVERIFY(desk.start());
    const QJsonObject queue = object(uR"({"slipway":1,"tasks":[
        {"task_type":"docker_pull","params":{"image_name":"nginx"}},
        {"task_type":"docker_pull","params":{"image_name":"Not An Image"}}]})"_s);
    const QJsonObject reply = desk.ask(u"queue_import"_s, { { u"queue"_s, queue } });
    QVERIFY(codeOf(reply).startsWith("VALIDATION_"_L1));
    QCOMPARE(reply[u"error"][u"data"][u"field"].toString(), u"tasks[1].image_name"_s);
    QVERIFY(desk.queue.snapshot().isEmpty());
}

void QueueCommandsTest::importRefusesOtherThings_data()
{
    QTest::addColumn<QString>("params");
    QTest::newRow("nothing") << u"{}"_s;
    QTest::newRow("a list") << uR"({"queue":[]})"_s;
    QTest::newRow("no queue of ours") << uR"({"queue":{"tasks":[]}})"_s;
    QTest::newRow("of a later kind") << uR"({"queue":{"slipway":2,"tasks":[]}})"_s;
    QTest::newRow("without tasks") << uR"({"queue":{"slipway":1}})"_s;
    QTest::newRow("with more") << uR"({"queue":{"slipway":1,"tasks":[],"also":1}})"_s;
}

void QueueCommandsTest::importRefusesOtherThings()
{
    QFETCH(QString, params);
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(codeOf(desk.ask(u"queue_import"_s, object(params))).startsWith("VALIDATION_"_L1));
    QVERIFY(desk.queue.snapshot().isEmpty());
}

void QueueCommandsTest::diagnoseNeedsNoTask()
{
    Desk desk;
    const QString line =
        u"Error response from daemon: manifest for acme/web:nope not found: manifest unknown"_s;
    const QJsonObject data = desk.data(u"diagnose"_s,
        { { u"task_type"_s, u"docker_pull"_s }, { u"exit_code"_s, 1 },
            { u"output"_s, QString(u"x\n"_s + line) } });
    QCOMPARE(data[u"error_info"][u"code"].toString(), u"DOCKER_IMAGE_NOT_FOUND"_s);
    QCOMPARE(data[u"decisive_line"].toString(), line);
    const QJsonObject error =
        desk.ask(u"diagnose"_s,
                { { u"task_type"_s, u"docker_pull"_s }, { u"exit_code"_s, u"one"_s } })[u"error"]
            .toObject();
    QCOMPARE(error[u"code"].toString(), u"VALIDATION_INVALID_FORMAT"_s);
    QCOMPARE(error[u"data"][u"field"].toString(), u"exit_code"_s);
}

QTEST_GUILESS_MAIN(QueueCommandsTest)
#include "test_queue_commands.moc"
