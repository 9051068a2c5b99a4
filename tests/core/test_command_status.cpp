// What the JSON contract tells of the queue and of a task, key by key.
#include "command_desk.h"

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

const QString taskKeys =
    sorted(u"id task_type status status_description params progress current_step "
           "created_at started_at completed_at duration result error error_code "
           "error_details error_info retry_count max_retries can_retry transfer "
           "status_group stopping history priority category tags after waiting_for "
           "next_retry_at notify pause_cost timeout_seconds stall_seconds host command_line "
           "quiet_since seconds_left usual_seconds leftover"_s.split(u' '));

} // namespace

class CommandStatusTest : public QObject {
    Q_OBJECT

private slots:
    void queueStatus();
    void queueStatusWithLogs();
    void queueTaskStatus();
    void taskAsJson();
    void failedTaskAsJson();
    void transferAsJson();
    void statistics();
};

void CommandStatusTest::queueStatus()
{
    JournalContents before;
    before.held = true;
    for (int i = 0; i < 12; ++i)
        before.tasks.append(storedTask(TaskStatus::Completed));
    before.tasks.append(storedTask(TaskStatus::Pulling));
    Desk desk(before);
    QVERIFY(desk.start());
    const QJsonObject data = desk.data(u"queue_status"_s, {});
    QCOMPARE(keysOf(data), u"message queue_status status timestamp"_s);
    QCOMPARE(data[u"status"].toString(), u"success"_s);
    const QJsonObject status = data[u"queue_status"].toObject();
    QCOMPARE(keysOf(status),
        u"forecast held recent_tasks running_tasks statistics status_descriptions"_s);
    const QJsonArray recent = status[u"recent_tasks"].toArray();
    QCOMPARE(recent.size(), 10);
    QCOMPARE(recent[0][u"id"].toString(), idText(before.tasks.last().id)); // the newest first
    QCOMPARE(status[u"running_tasks"].toArray().size(), 1);
    QCOMPARE(keysOf(recent[0]), taskKeys);
    QCOMPARE(status[u"status_descriptions"].toObject().size(), 13);
    QCOMPARE(status[u"status_descriptions"][u"timeout"].toString(), u"Task execution timed out"_s);
    const QDateTime time = QDateTime::fromString(data[u"timestamp"].toString(), Qt::ISODateWithMs);
    QVERIFY(time.isValid());
    QVERIFY(qAbs(time.secsTo(QDateTime::currentDateTime())) < 10);
    QVERIFY(!desk.data(u"queue_status"_s, { { u"detailed"_s, u"no"_s } })[u"queue_status"]
                 .toObject()
                 .contains(u"status_descriptions"_s));
}

void CommandStatusTest::queueStatusWithLogs()
{
    Desk desk;
    QVERIFY(desk.start());
    const TaskId first = desk.add(draftOf(TaskType::DockerPull));
    const TaskId second = desk.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(desk.runs(second));
    desk.of(second)->log({ { LogChannel::Out, "a line" } });
    desk.settle();
    const QJsonArray tasks =
        desk.data(u"queue_status"_s,
                { { u"include_logs"_s, true } })[u"queue_status"][u"all_tasks_with_logs"]
            .toArray();
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(tasks[0][u"id"].toString(), idText(first));
    QCOMPARE(tasks[0][u"logs"].toArray(), QJsonArray());
    QCOMPARE(tasks[1][u"logs"].toArray(), QJsonArray({ u"a line"_s }));
    QCOMPARE(tasks[1][u"logs_total"].toInt(), 1);
}

void CommandStatusTest::queueTaskStatus()
{
    Desk desk;
    QVERIFY(desk.start());
    const TaskId id = desk.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(desk.runs(id));
    LogLines lines;
    for (int i = 0; i < 1005; ++i)
        lines.append({ LogChannel::Out, QByteArray::number(i) });
    desk.of(id)->log(lines);
    desk.settle();
    const QJsonObject params{ { u"task_id"_s, idText(id) } };
    const QJsonObject data = desk.data(u"queue_task_status"_s, params);
    QCOMPARE(
        keysOf(data), u"error_info logs logs_total message status task task_summary timestamp"_s);
    QCOMPARE(data[u"logs"].toArray().size(), 1000);
    QCOMPARE(data[u"logs"].toArray().last().toString(), u"1004"_s);
    QCOMPARE(data[u"logs_total"].toInt(), 1005);
    QVERIFY(data[u"error_info"].isNull());
    QCOMPARE(keysOf(data[u"task"]), taskKeys);
    const QJsonValue summary = data[u"task_summary"];
    QCOMPARE(keysOf(summary), u"error id result retry status timing type"_s);
    QCOMPARE(keysOf(summary[u"status"]), u"current current_step description progress"_s);
    QCOMPARE(keysOf(summary[u"timing"]), u"completed created duration started"_s);
    QCOMPARE(keysOf(summary[u"retry"]), u"can_retry count max"_s);
    QVERIFY(summary[u"error"].isNull());
    QCOMPARE(summary[u"type"].toString(), u"docker_pull"_s);

    const QJsonObject less = desk.askFlat(u"queue_task_status"_s,
                                     { { u"task_id"_s, idText(id) }, { u"include_logs"_s, false },
                                         { u"detailed"_s, 0 } })[u"data"]
                                 .toObject();
    QVERIFY(less[u"logs"].isNull());
    QVERIFY(less[u"task_summary"].isNull());
    QCOMPARE(less[u"logs_total"].toInt(), 1005);
}

void CommandStatusTest::taskAsJson()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.queue.setHeld(true);
    const QJsonObject data = desk.data(u"queue_add"_s,
        object(
            uR"({"task_type":"docker_run","params":{"image":"busybox","environment":{"KEY":"s3cret"},
            "priority":4,"category":"c","tags":["t"],"timeout_seconds":9}})"_s));
    const QJsonObject task = data[u"task"].toObject();
    QCOMPARE(keysOf(task), taskKeys);
    QCOMPARE(task[u"id"], data[u"task_id"]);
    QCOMPARE(task[u"status"].toString(), u"pending"_s);
    QCOMPARE(task[u"status_description"].toString(), u"Task is waiting in queue"_s);
    QCOMPARE(task[u"status_group"].toString(), u"waiting"_s);
    QCOMPARE(task[u"progress"], QJsonValue(0));
    for (const char16_t *key : { u"current_step", u"started_at", u"completed_at", u"duration",
             u"result", u"error", u"error_code", u"error_details", u"error_info", u"transfer",
             u"waiting_for", u"next_retry_at", u"stall_seconds", u"host" })
        QVERIFY2(task[QStringView(key)].isNull(), qPrintable(QStringView(key).toString()));
    const QString created = task[u"created_at"].toString();
    QVERIFY2(QRegularExpression(u"(Z|[+-]\\d\\d:\\d\\d)\\z"_s).match(created).hasMatch(),
        qPrintable(created));
    QCOMPARE(task[u"priority"].toInt(), 4);
    QCOMPARE(task[u"category"].toString(), u"c"_s);
    QCOMPARE(task[u"tags"].toArray(), QJsonArray({ u"t"_s }));
    QCOMPARE(task[u"after"].toArray(), QJsonArray());
    QCOMPARE(task[u"timeout_seconds"].toInt(), 9);
    QCOMPARE(task[u"retry_count"].toInt(), 0);
    QCOMPARE(task[u"max_retries"].toInt(), 3);
    QCOMPARE(task[u"can_retry"], QJsonValue(false));
    QCOMPARE(task[u"stopping"], QJsonValue(false));
    QCOMPARE(task[u"params"][u"image"].toString(), u"busybox"_s);
    QCOMPARE(keysOf(task[u"history"].toArray()[0]), u"at note status"_s);
    QCOMPARE(task[u"command_line"].toString(), u"docker run --rm -e KEY=*** busybox"_s);
}

void CommandStatusTest::failedTaskAsJson()
{
    JournalContents before;
    Task task = storedTask(TaskStatus::Failed);
    task.startedAt = task.createdAt;
    task.completedAt = task.createdAt;
    task.activeMs = 1500;
    task.error = finalError();
    task.error->text = u"No image %1"_s;
    task.error->arguments = QStringList{ u"app"_s };
    task.error->exitCode = 1;
    task.error->decisiveLine = u"not found"_s;
    before.tasks = { task };
    Desk desk(before);
    QVERIFY(desk.start());
    const QJsonObject data =
        desk.data(u"queue_task_status"_s, { { u"task_id"_s, idText(task.id) } });
    const QJsonObject json = data[u"task"].toObject();
    QCOMPARE(json[u"error"].toString(), u"No image app"_s);
    QCOMPARE(json[u"error_code"].toString(), u"DOCKER_IMAGE_NOT_FOUND"_s);
    QCOMPARE(json[u"error_details"][u"exit_code"].toInt(), 1);
    QCOMPARE(json[u"error_details"][u"decisive_line"].toString(), u"not found"_s);
    QVERIFY(json[u"error_details"][u"http_status"].isNull());
    QCOMPARE(keysOf(json[u"error_info"]), u"code description fixes suggestions"_s);
    QCOMPARE(json[u"error_info"][u"description"].toString(), u"Docker image not found locally"_s);
    QVERIFY(!json[u"error_info"][u"suggestions"].toArray().isEmpty());
    QCOMPARE(data[u"error_info"], json[u"error_info"]);
    QCOMPARE(keysOf(data[u"task_summary"][u"error"]), u"code details message"_s);
    QCOMPARE(json[u"duration"].toDouble(), 1.5);
    QCOMPARE(json[u"can_retry"], QJsonValue(true));
}

void CommandStatusTest::transferAsJson()
{
    Desk desk;
    QVERIFY(desk.start());
    const TaskId id = desk.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(desk.runs(id));
    TaskProgress progress;
    progress.percent = 40;
    progress.isTransfer = true;
    progress.bytesDone = 5'000'000'000;
    progress.bytesPerSecond = 12.6;
    progress.layers = { { u"0123456789ab"_s, u"Downloading"_s, 7, -1 },
        { u"b"_s, u"Waiting"_s, 0, 9 } };
    desk.of(id)->report(progress);
    const QJsonObject task =
        desk.data(u"queue_task_status"_s, { { u"task_id"_s, idText(id) } })[u"task"].toObject();
    const QJsonValue transfer = task[u"transfer"];
    QCOMPARE(task[u"progress"].toInt(), 40);
    QCOMPARE(keysOf(transfer), u"bytes_done bytes_per_second bytes_total layers seconds_left"_s);
    QCOMPARE(transfer[u"bytes_done"].toInteger(), 5'000'000'000);
    QVERIFY(transfer[u"bytes_total"].isNull() && transfer[u"seconds_left"].isNull());
    const QJsonArray layers = transfer[u"layers"].toArray();
    QCOMPARE(keysOf(layers[0]), u"done id state total"_s);
    QVERIFY(layers[0][u"total"].isNull());
    QCOMPARE(layers[1][u"total"].toInt(), 9);
}

void CommandStatusTest::statistics()
{
    JournalContents before;
    before.held = true;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int ms : { 1000, 2000, 2005 }) {
        Task task = storedTask(TaskStatus::Completed);
        task.startedAt = now;
        task.activeMs = ms;
        task.progress.isTransfer = true;
        task.progress.bytesDone = 100;
        before.tasks.append(task);
    }
    before.tasks[0].createdAt = now.addSecs(-2 * 3600);
    before.tasks[1].createdAt = now.addDays(-2);
    Task failed = storedTask(TaskStatus::Failed, TaskType::DockerRun);
    failed.error = finalError();
    failed.retryCount = 3;
    before.tasks.append(failed);
    before.tasks.append(storedTask(TaskStatus::Timeout));
    before.tasks.append(storedTask(TaskStatus::Cancelled));
    before.tasks.append(storedTask(TaskStatus::Pending));
    before.tasks.append(storedTask(TaskStatus::Building));
    before.tasks.last().retryCount = 1;
    Desk desk(before);
    QVERIFY(desk.start());
    const QJsonValue s = desk.data(u"queue_status"_s, {})[u"queue_status"][u"statistics"];
    QCOMPARE(keysOf(s),
        u"error_distribution performance recent_activity retry_statistics status_distribution "
        "summary type_distribution"_s);
    QCOMPARE(s[u"summary"].toObject(),
        object(uR"({"total_tasks":8,"max_concurrent":3,"current_running":1,"queue_size":1})"_s));
    QCOMPARE(s[u"status_distribution"].toObject().size(), 13);
    QCOMPARE(s[u"status_distribution"][u"completed"].toInt(), 3);
    QCOMPARE(s[u"status_distribution"][u"uploading"], QJsonValue(0));
    QCOMPARE(s[u"type_distribution"].toObject().size(), 8);
    QCOMPARE(s[u"type_distribution"][u"docker_run"].toInt(), 1);
    QCOMPARE(s[u"error_distribution"].toObject().size(), 23);
    QCOMPARE(s[u"error_distribution"][u"DOCKER_IMAGE_NOT_FOUND"].toInt(), 1);
    QCOMPARE(s[u"performance"].toObject(),
        object(
            uR"({"average_duration_seconds":1.67,"completed_tasks":3,"failed_tasks":1,"success_rate":37.5,
            "success_rate_finished":60,"bytes_transferred":300})"_s));
    QCOMPARE(s[u"retry_statistics"].toObject(),
        object(uR"({"total_retries":4,"tasks_with_retries":2,"max_retries_reached":1})"_s));
    QCOMPARE(s[u"recent_activity"].toObject(), object(uR"({"last_24h":7,"last_hour":6})"_s));

    Desk empty;
    QVERIFY(empty.start());
    QCOMPARE(empty.data(u"queue_status"_s, {})[u"queue_status"][u"statistics"][u"performance"]
                 .toObject(),
        object(
            uR"({"average_duration_seconds":0,"completed_tasks":0,"failed_tasks":0,"success_rate":0,
            "success_rate_finished":0,"bytes_transferred":0})"_s));
}

QTEST_GUILESS_MAIN(CommandStatusTest)
#include "test_command_status.moc"
