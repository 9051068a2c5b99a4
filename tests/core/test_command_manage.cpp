// queue_manage, and the short forms of its verbs.
#include "command_desk.h"

using namespace Qt::StringLiterals;
using namespace slipway;

class CommandManageTest : public QObject {
    Q_OBJECT

private slots:
    void manageTexts();
    void refusals_data();
    void refusals();
    void retriesAtTheLimit();
    void shortTasksCannotPause();
    void manageRefusesNonsense();
    void cancelShortForm();
    void holdAndRelease();
};

void CommandManageTest::manageTexts()
{
    JournalContents before;
    before.held = true;
    before.tasks = { storedTask(TaskStatus::Pending), storedTask(TaskStatus::Failed) };
    Desk desk(before);
    QVERIFY(desk.start());
    const QString waiting = idText(before.tasks[0].id);
    const QString failed = idText(before.tasks[1].id);
    const auto manage = [&desk](const QString &verb, const QString &id) {
        return desk.data(u"queue_manage"_s, { { u"action"_s, verb }, { u"task_id"_s, id } });
    };
    QJsonObject data = manage(u"pause"_s, waiting);
    QCOMPARE(keysOf(data), u"action message status stopping task_id task_status timestamp"_s);
    QCOMPARE(data[u"message"].toString(), u"Task paused successfully"_s);
    QCOMPARE(data[u"action"].toString(), u"pause"_s);
    QCOMPARE(data[u"task_id"].toString(), waiting);
    QCOMPARE(data[u"task_status"].toString(), u"paused"_s);
    QCOMPARE(data[u"stopping"], QJsonValue(false));
    QCOMPARE(manage(u"pause"_s, waiting)[u"message"].toString(), u"Task is already paused"_s);
    QCOMPARE(manage(u"resume"_s, waiting)[u"message"].toString(), u"Task resumed successfully"_s);
    QCOMPARE(manage(u"cancel"_s, waiting)[u"message"].toString(), u"Task cancelled successfully"_s);
    QCOMPARE(manage(u"cancel"_s, waiting)[u"message"].toString(), u"Task is already cancelled"_s);
    QCOMPARE(
        manage(u"retry"_s, failed)[u"message"].toString(), u"Task retry initiated successfully"_s);
    QCOMPARE(manage(u"remove"_s, failed)[u"message"].toString(), u"Task removed successfully"_s);
    QVERIFY(!desk.queue.task(before.tasks[1].id));

    // The flat form, and the verb's other name.
    const QString next = idText(desk.add(draftOf(TaskType::DockerPull)));
    QVERIFY(desk.askFlat(u"queue_manage"_s,
                    { { u"action"_s, u"pause"_s }, { u"task_id"_s, next } })[u"success"]
                .toBool());
    QVERIFY(desk.askFlat(u"queue_manage"_s,
                    { { u"manage_action"_s, u"resume"_s }, { u"task_id"_s, next } })[u"success"]
                .toBool());
}

// Four verbs, thirteen statuses: o done, a "already so", n refused, r refused as already running.
void CommandManageTest::refusals_data()
{
    QTest::addColumn<QString>("answers");
    //                        pen run pau val pre upl dow bui pul com fai can tim
    QTest::newRow("pause") << u"o o a o o o o o o n n n n"_s;
    QTest::newRow("resume") << u"n r o r r r r r r n n n n"_s;
    QTest::newRow("retry") << u"n r n r r r r r r n o n o"_s;
    QTest::newRow("cancel") << u"o o o o o o o o o n n a n"_s;
}

void CommandManageTest::refusals()
{
    QFETCH(const QString, answers);
    const QString verb = QString::fromLatin1(QTest::currentDataTag());
    const QStringList expected = answers.split(u' ');
    QCOMPARE(expected.size(), 13);
    for (int i = 0; i < 13; ++i) {
        const TaskStatus status = allStatuses().at(i);
        JournalContents before;
        before.held = true;
        before.tasks = { storedTask(status) };
        Desk desk(before);
        QVERIFY(desk.start());
        const QString id = idText(before.tasks.first().id);
        const QJsonObject reply =
            desk.ask(u"queue_manage"_s, { { u"action"_s, verb }, { u"task_id"_s, id } });
        const QByteArray text = compact(reply);
        if (expected[i] == u"o"_s || expected[i] == u"a"_s) {
            QVERIFY2(reply[u"success"].toBool(), text.constData());
            QVERIFY2(reply[u"data"][u"message"].toString().contains(u"already"_s)
                    == (expected[i] == u"a"_s),
                text.constData());
            continue;
        }
        QCOMPARE(codeOf(reply), u"ACTION_FAILED"_s);
        const QJsonObject data = reply[u"error"][u"data"].toObject();
        const bool runs = expected[i] == u"r"_s;
        QCOMPARE(keysOf(data),
            runs ? u"action current_status error_code reason task_id"_s
                 : u"action current_status reason task_id"_s);
        QCOMPARE(data[u"reason"].toString(), u"Cannot %1 %2 task"_s.arg(verb, statusName(status)));
        QCOMPARE(data[u"action"].toString(), verb);
        QCOMPARE(data[u"task_id"].toString(), id);
        QCOMPARE(data[u"current_status"].toString(), statusName(status));
        if (runs)
            QCOMPARE(data[u"error_code"].toString(), u"QUEUE_TASK_ALREADY_RUNNING"_s);
    }
}

void CommandManageTest::retriesAtTheLimit()
{
    JournalContents before;
    before.held = true;
    before.tasks = { storedTask(TaskStatus::Timeout) };
    before.tasks[0].retryCount = 3;
    Desk desk(before);
    QVERIFY(desk.start());
    QJsonObject params{ { u"action"_s, u"retry"_s }, { u"task_id"_s, idText(before.tasks[0].id) } };
    const QJsonObject refused = desk.ask(u"queue_manage"_s, params);
    QCOMPARE(codeOf(refused), u"ACTION_FAILED"_s);
    QCOMPARE(refused[u"error"][u"data"][u"reason"].toString(), u"Maximum retries reached"_s);
    params[u"force"] = true;
    QVERIFY(desk.ask(u"queue_manage"_s, params)[u"success"].toBool());
    QCOMPARE(desk.task(before.tasks[0].id).retryCount, 4);
}

void CommandManageTest::shortTasksCannotPause()
{
    JournalContents before;
    before.tasks = { storedTask(TaskStatus::Running, TaskType::DockerTag) };
    Desk desk(before);
    QVERIFY(desk.start());
    const QString id = idText(before.tasks[0].id);
    const QJsonObject reply =
        desk.ask(u"queue_manage"_s, { { u"action"_s, u"pause"_s }, { u"task_id"_s, id } });
    QCOMPARE(reply[u"error"][u"data"][u"reason"].toString(), u"Cannot pause running task"_s);
    QCOMPARE(desk.data(u"queue_task_status"_s, { { u"task_id"_s, id } })[u"task"][u"pause_cost"]
                 .toString(),
        u"not_possible"_s);
}

void CommandManageTest::manageRefusesNonsense()
{
    JournalContents before;
    before.tasks = { storedTask(TaskStatus::Completed) };
    Desk desk(before);
    QVERIFY(desk.start());
    const QString id = idText(before.tasks[0].id);
    QCOMPARE(codeOf(desk.ask(u"queue_manage"_s, { { u"task_id"_s, id } })),
        u"VALIDATION_MISSING_REQUIRED"_s);
    const QJsonObject reply =
        desk.ask(u"queue_manage"_s, { { u"action"_s, u"explode"_s }, { u"task_id"_s, id } });
    QCOMPARE(codeOf(reply), u"VALIDATION_INVALID_PARAMS"_s);
    QCOMPARE(reply[u"error"][u"data"][u"field"].toString(), u"action"_s);
    QCOMPARE(
        codeOf(desk.ask(u"queue_manage"_s,
            { { u"action"_s, u"retry"_s }, { u"task_id"_s, id }, { u"force"_s, u"perhaps"_s } })),
        u"VALIDATION_INVALID_FORMAT"_s);
}

void CommandManageTest::cancelShortForm()
{
    Desk desk;
    QVERIFY(desk.start());
    const TaskId id = desk.add(draftOf(TaskType::DockerPull));
    QTRY_VERIFY(desk.runs(id));
    const QJsonObject data =
        desk.askFlat(u"queue_cancel"_s, { { u"task_id"_s, idText(id) } })[u"data"].toObject();
    QCOMPARE(data[u"cancelled"], QJsonValue(true));
    QCOMPARE(data[u"task_id"].toString(), idText(id));
    QCOMPARE(data[u"stopping"], QJsonValue(true)); // accepted and saved, not yet done
    desk.of(id)->endStopped();
    QTRY_COMPARE(desk.status(id), TaskStatus::Cancelled);
}

void CommandManageTest::holdAndRelease()
{
    Desk desk;
    QVERIFY(desk.start());
    QCOMPARE(desk.data(u"queue_hold"_s, {}), QJsonObject({ { u"held"_s, true } }));
    QVERIFY(desk.queue.isHeld());
    QCOMPARE(desk.askFlat(u"queue_release"_s, {})[u"data"].toObject(),
        QJsonObject({ { u"held"_s, false } }));
    QVERIFY(!desk.queue.isHeld());
    desk.queue.shutDown();
    const QJsonObject reply = desk.ask(u"queue_hold"_s, {});
    QCOMPARE(codeOf(reply), u"ACTION_FAILED"_s);
    QVERIFY(!desk.queue.isHeld());
}

QTEST_GUILESS_MAIN(CommandManageTest)
#include "test_command_manage.moc"
