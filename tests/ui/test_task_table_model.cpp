// What the rows of the table say, which of them a filter leaves, and what is counted.
#include "tests/support/fake_queue_service.h"
#include "tests/ui/table_samples.h"
#include "ui/tasks/task_table_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestTaskTableModel : public QObject {
    Q_OBJECT

private slots:
    void whatIsThereAtTheStartIsShown();
    void filterKeepsWhatItAsksFor();
    void searchFindsErrorsToo();
    void progressTouchesSingleCells();
    void progressIsMerged();
    void aRowLeavesTheFilterItNoLongerFits();
    void countsFollowEveryChange();
    void speedIsThatOfActiveTasks();
    void aFollowerNamesWhatItWaitsForUntilThatIsDone();
};

void TestTaskTableModel::whatIsThereAtTheStartIsShown()
{
    FakeQueueService queue;
    queue.add(pullTask(1, u"alpine"_s));
    TaskTableModel model(queue);
    strict(model);
    QCOMPARE(namesOf(model), QStringList{ u"alpine:latest"_s });
    QCOMPARE(model.index(0, TaskTableModel::StateColumn).data().toString(), u"Waiting"_s);
    QCOMPARE(model.index(0, 0).data(TaskTableModel::SecondLineRole).toString(),
        u"Next in line · 2 at once"_s);
}

void TestTaskTableModel::filterKeepsWhatItAsksFor()
{
    FakeQueueService queue;
    TaskTableModel model(queue);
    strict(model);
    Task nightly = pullTask(1, u"nightly"_s, TaskStatus::Timeout);
    nightly.options.tags = { u"night"_s };
    queue.add(nightly);
    queue.add(pullTask(2, u"other"_s, TaskStatus::Failed));
    DockerRun run;
    run.image = u"runner"_s;
    queue.add(madeTask(3, run));

    model.setFilter({ .section = TaskSection::Failed, .type = {}, .label = {}, .text = {} });
    QCOMPARE(model.rowCount(), 2);
    model.setFilter({ .section = {}, .type = TaskType::DockerRun, .label = {}, .text = {} });
    QCOMPARE(namesOf(model), QStringList{ u"runner"_s });
    model.setFilter({ .section = {}, .type = {}, .label = u"night"_s, .text = {} });
    QCOMPARE(namesOf(model), QStringList{ u"nightly:latest"_s });
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TestTaskTableModel::searchFindsErrorsToo()
{
    FakeQueueService queue;
    TaskTableModel model(queue);
    queue.add(pullTask(1, u"alpine"_s));
    Task failed = pullTask(2, u"acme/wbe"_s, TaskStatus::Failed);
    failed.error = TaskError{ .code = ErrorCode::DockerImageNotFound,
        .text = u"No image called %1."_s,
        .arguments = { u"acme/wbe"_s },
        .decisiveLine = {},
        .subject = {},
        .retryable = false,
        .retryAfterSeconds = {},
        .exitCode = {},
        .httpStatus = {} };
    queue.add(failed);
    model.setFilter({ .section = {}, .type = {}, .label = {}, .text = u"IMAGE CALLED"_s });
    QCOMPARE(namesOf(model), QStringList{ u"acme/wbe:latest"_s });
}

void TestTaskTableModel::progressTouchesSingleCells()
{
    FakeQueueService queue;
    const Task task = pullTask(1, u"alpine"_s, TaskStatus::Pulling);
    queue.add(task);
    TaskTableModel model(queue);
    strict(model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    TaskProgress progress;
    progress.percent = 12;
    queue.progress(task.id, progress);
    model.flush();
    QCOMPARE(changed.size(), 1);
    const auto topLeft = changed[0][0].toModelIndex();
    QCOMPARE(topLeft, model.index(0, TaskTableModel::ProgressColumn));
    QCOMPARE(changed[0][1].toModelIndex(), topLeft);
    QCOMPARE(topLeft.data(TaskTableModel::PercentRole).toInt(), 12);
}

void TestTaskTableModel::progressIsMerged()
{
    FakeQueueService queue;
    const Task task = pullTask(1, u"alpine"_s, TaskStatus::Pulling);
    queue.add(task);
    TaskTableModel model(queue);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int percent = 1; percent <= 50; ++percent) {
        TaskProgress progress;
        progress.percent = percent;
        queue.progress(task.id, progress);
    }
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(
        model.index(0, TaskTableModel::ProgressColumn).data(TaskTableModel::PercentRole).toInt(),
        50);
}

void TestTaskTableModel::aRowLeavesTheFilterItNoLongerFits()
{
    FakeQueueService queue;
    Task task = pullTask(1, u"alpine"_s, TaskStatus::Pulling);
    queue.add(task);
    TaskTableModel model(queue);
    strict(model);
    model.setFilter({ .section = TaskSection::Active, .type = {}, .label = {}, .text = {} });
    QCOMPARE(model.rowCount(), 1);
    task.status = TaskStatus::Completed;
    queue.change(task);
    QTRY_COMPARE(model.rowCount(), 0);
    task.status = TaskStatus::Pulling;
    queue.change(task);
    QTRY_COMPARE(model.rowCount(), 1);
}

void TestTaskTableModel::countsFollowEveryChange()
{
    FakeQueueService queue;
    TaskTableModel model(queue);
    QSignalSpy counted(&model, &TaskTableModel::countsChanged);
    Task task = pullTask(1, u"alpine"_s);
    task.options.tags = { u"nightly"_s };
    queue.add(task);
    QCOMPARE(model.counts().sections.value(TaskSection::Waiting), 1);
    QCOMPARE(model.counts().labels.value(u"nightly"_s), 1);
    task.status = TaskStatus::Cancelled;
    queue.change(task);
    QCOMPARE(model.counts().sections.value(TaskSection::Waiting), 0);
    QCOMPARE(model.counts().sections.value(TaskSection::Done), 1);
    queue.drop(task.id);
    QCOMPARE(model.counts().all, 0);
    QVERIFY(model.counts().labels.isEmpty());
    QTRY_COMPARE(counted.size(), 1);
}

void TestTaskTableModel::speedIsThatOfActiveTasks()
{
    FakeQueueService queue;
    TaskTableModel model(queue);
    Task one = pullTask(1, u"one"_s, TaskStatus::Pulling);
    one.progress.bytesPerSecond = 2e6;
    queue.add(one);
    const Task two = pullTask(2, u"two"_s, TaskStatus::Pulling);
    queue.add(two);
    TaskProgress progress;
    progress.bytesPerSecond = 3e6;
    queue.progress(two.id, progress);
    model.flush();
    QCOMPARE(model.bytesPerSecond(), 5e6);
    one.status = TaskStatus::Completed;
    queue.change(one);
    QCOMPARE(model.bytesPerSecond(), 3e6);
}

void TestTaskTableModel::aFollowerNamesWhatItWaitsForUntilThatIsDone()
{
    FakeQueueService queue;
    Task build = madeTask(1, DockerBuild{ u"/src"_s, u"Dockerfile"_s, u"acme/api"_s });
    queue.add(build);
    Task base = pullTask(2, u"base"_s);
    queue.add(base);
    Task push = followerOf(build, 3, u"push"_s);
    push.options.after << idText(base.id);
    push.waitingFor = u"waits for BUILD acme/api, and 1 more"_s;
    queue.add(push);
    TaskTableModel model(queue);
    const auto line = [&] {
        return model.index(model.rowOf(push.id), 0).data(TaskTableModel::SecondLineRole).toString();
    };
    QCOMPARE(line(), u"After acme/api:latest (Build), base:latest (Pull)"_s);
    build.status = TaskStatus::Failed;
    queue.change(build);
    QCOMPARE(line(), u"After acme/api:latest (Build), which failed, base:latest (Pull)"_s);
    build.status = TaskStatus::Completed;
    queue.change(build);
    QCOMPARE(line(), u"After base:latest (Pull)"_s);
    QCOMPARE(model.predecessorsOf(push.id).size(), 2);
    QCOMPARE(model.followersOf(base.id), QList<const Task *>{ model.find(push.id) });
    base.status = TaskStatus::Completed;
    queue.change(base);
    push.waitingFor = {};
    queue.change(push);
    QVERIFY(!line().contains(u"base"_s));
}

QTEST_GUILESS_MAIN(TestTaskTableModel)
#include "test_task_table_model.moc"
