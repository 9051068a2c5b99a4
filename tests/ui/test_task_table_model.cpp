#include "tests/support/fake_queue_service.h"
#include "ui/tasks/task_table_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const TaskTableModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, TaskTableModel::NameColumn).data().toString();
    return names;
}

Task pullTask(qint64 sequence, const QString &name, TaskStatus status = TaskStatus::Pending)
{
    return madeTask(sequence, pullOf(name), status);
}

void strict(TaskTableModel &model)
{
    new QAbstractItemModelTester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest, &model);
}

Task followerOf(const Task &predecessor, qint64 sequence, const QString &name)
{
    Task task = pullTask(sequence, name);
    task.options.after = { idText(predecessor.id) };
    return task;
}

QString shortNames(const TaskTableModel &model) // those below another with a mark before them
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, TaskTableModel::NameColumn);
        const bool follows = index.data(TaskTableModel::FollowsRole).toBool();
        names << (follows ? u">"_s : QString()) + index.data().toString().section(u':', 0, 0);
    }
    return names.join(u' ');
}

TaskStatus anyStatus(QRandomGenerator &random)
{
    return allStatuses().at(random.bounded(int(allStatuses().size())));
}

} // namespace

class TestTaskTableModel : public QObject {
    Q_OBJECT

private slots:
    void whatIsThereAtTheStartIsShown();
    void whatIsAtWorkStandsFirst();
    void sortsByNameBothWays();
    void filterKeepsWhatItAsksFor();
    void searchFindsErrorsToo();
    void progressTouchesSingleCells();
    void progressIsMerged();
    void sortedByProgressTheNumbersStillRun();
    void aRowThatEndsMovesAndKeepsItsPersistentIndex();
    void noRowMovesWhileTheOrderIsHeld();
    void aRowLeavesTheFilterItNoLongerFits();
    void countsFollowEveryChange();
    void speedIsThatOfActiveTasks();
    void aFollowerStandsBelowWhatItWaitsFor();
    void aFollowerNamesWhatItWaitsForUntilThatIsDone();
    void followersStandForThemselvesInOtherOrders();
    void staysConsistentUnderRandomChanges();
    void holdsAHundredThousandRows();
    void aLongListIsSortedAsideAndStaysRight();
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

void TestTaskTableModel::whatIsAtWorkStandsFirst()
{
    FakeQueueService queue;
    TaskTableModel model(queue);
    strict(model);
    queue.add(pullTask(1, u"done"_s, TaskStatus::Completed));
    queue.add(pullTask(2, u"failed"_s, TaskStatus::Failed));
    queue.add(pullTask(3, u"paused"_s, TaskStatus::Paused));
    queue.add(pullTask(4, u"waiting"_s));
    queue.add(pullTask(5, u"active"_s, TaskStatus::Pulling));
    Task retrying = pullTask(6, u"retrying"_s);
    retrying.nextRetryAt = QDateTime::currentDateTimeUtc().addSecs(40);
    queue.add(retrying);
    Task urgent = pullTask(7, u"urgent"_s);
    urgent.options.priority = 5;
    queue.add(urgent);
    QCOMPARE(namesOf(model).join(u' '),
        u"active:latest retrying:latest urgent:latest waiting:latest paused:latest failed:latest done:latest"_s);
}

void TestTaskTableModel::sortsByNameBothWays()
{
    FakeQueueService queue;
    TaskTableModel model(queue);
    strict(model);
    for (const QString &name : { u"b"_s, u"c"_s, u"a"_s })
        queue.add(pullTask(queue.snapshot().size() + 1, name));
    model.sort(TaskTableModel::NameColumn, Qt::AscendingOrder);
    QCOMPARE(namesOf(model), (QStringList{ u"a:latest"_s, u"b:latest"_s, u"c:latest"_s }));
    model.sort(TaskTableModel::NameColumn, Qt::DescendingOrder);
    QCOMPARE(namesOf(model), (QStringList{ u"c:latest"_s, u"b:latest"_s, u"a:latest"_s }));
    queue.add(pullTask(4, u"bb"_s));
    QCOMPARE(model.index(1, 0).data().toString(), u"bb:latest"_s);
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

// Rows change places once a second, their cells ten times.
void TestTaskTableModel::sortedByProgressTheNumbersStillRun()
{
    FakeQueueService queue;
    const Task slow = pullTask(1, u"slow"_s, TaskStatus::Pulling);
    const Task fast = pullTask(2, u"fast"_s, TaskStatus::Pulling);
    queue.add(slow);
    queue.add(fast);
    TaskTableModel model(queue);
    strict(model);
    model.sort(TaskTableModel::ProgressColumn, Qt::DescendingOrder);
    QSignalSpy merged(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::dataChanged);
    for (int step = 1; step <= 6; ++step) {
        moved.clear();
        TaskProgress progress; // the order turns at each step
        progress.percent = 10 * step;
        queue.progress(step % 2 ? slow.id : fast.id, progress);
        QTRY_VERIFY(!moved.isEmpty());
    }
    QVERIFY2(merged.count() <= 2, qPrintable(QString::number(merged.count())));
    QTRY_COMPARE(namesOf(model).first(), u"fast:latest"_s);
}

void TestTaskTableModel::aRowThatEndsMovesAndKeepsItsPersistentIndex()
{
    FakeQueueService queue;
    Task first = pullTask(1, u"first"_s, TaskStatus::Pulling);
    queue.add(first);
    queue.add(pullTask(2, u"second"_s, TaskStatus::Pulling));
    TaskTableModel model(queue);
    strict(model);
    const QPersistentModelIndex kept = model.index(0, 0);
    first.status = TaskStatus::Completed;
    queue.change(first);
    QCOMPARE(kept.row(), 0); // merged, not at once
    QTRY_COMPARE(kept.row(), 1);
    QCOMPARE(kept.data().toString(), u"first:latest"_s);
}

void TestTaskTableModel::noRowMovesWhileTheOrderIsHeld()
{
    FakeQueueService queue;
    Task first = pullTask(1, u"first"_s, TaskStatus::Pulling);
    queue.add(first);
    queue.add(pullTask(2, u"second"_s, TaskStatus::Pulling));
    TaskTableModel model(queue);
    model.holdOrder(true);
    first.status = TaskStatus::Completed;
    queue.change(first);
    model.flush();
    QCOMPARE(model.rowOf(first.id), 0);
    QCOMPARE(model.index(0, TaskTableModel::StateColumn).data().toString(), u"Done"_s);
    model.holdOrder(false);
    QTRY_COMPARE(model.rowOf(first.id), 1);
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

void TestTaskTableModel::aFollowerStandsBelowWhatItWaitsFor()
{
    FakeQueueService queue;
    Task build = pullTask(1, u"build"_s, TaskStatus::Building);
    queue.add(build);
    queue.add(pullTask(2, u"other"_s));
    Task push = followerOf(build, 3, u"push"_s);
    queue.add(push);
    TaskTableModel model(queue);
    strict(model);
    QCOMPARE(shortNames(model), u"build >push other"_s);
    queue.add(followerOf(push, 4, u"run"_s));
    queue.add(followerOf(build, 5, u"tag"_s));
    QCOMPARE(shortNames(model), u"build >push >run >tag other"_s);

    build.status = TaskStatus::Paused; // nobody knows when they are to come
    queue.change(build);
    model.flush();
    QCOMPARE(shortNames(model), u"other push >run tag build"_s);
    build.status = TaskStatus::Pending;
    queue.change(build);
    model.flush();
    QCOMPARE(shortNames(model), u"build >push >run >tag other"_s);

    build.status = TaskStatus::Completed;
    queue.change(build);
    push.status = TaskStatus::Pulling;
    push.attempt = 1;
    queue.change(push);
    model.flush();
    QCOMPARE(shortNames(model), u"push >run other tag build"_s);
    model.conceal({ push.id }, true);
    QCOMPARE(shortNames(model), u"other run tag build"_s);
    model.conceal({ push.id }, false);
    QCOMPARE(shortNames(model), u"push >run other tag build"_s);
    queue.drop(push.id);
    model.flush();
    QCOMPARE(shortNames(model), u"other run tag build"_s);
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

void TestTaskTableModel::followersStandForThemselvesInOtherOrders()
{
    FakeQueueService queue;
    const Task build = pullTask(1, u"zbuild"_s);
    queue.add(build);
    queue.add(pullTask(2, u"other"_s));
    queue.add(followerOf(build, 3, u"apush"_s));
    TaskTableModel model(queue);
    strict(model);
    model.sort(TaskTableModel::NameColumn);
    QCOMPARE(shortNames(model), u"apush other zbuild"_s);
    model.sort(TaskTableModel::StateColumn);
    QCOMPARE(shortNames(model), u"zbuild >apush other"_s);
    model.setFilter({ .section = TaskSection::Waiting, .type = {}, .label = {}, .text = {} });
    QCOMPARE(shortNames(model), u"zbuild other apush"_s);
    model.setFilter({});
    QCOMPARE(shortNames(model), u"zbuild >apush other"_s);
}

void TestTaskTableModel::staysConsistentUnderRandomChanges()
{
    const quint32 seed = qEnvironmentVariableIntValue("SLIPWAY_SEED") != 0
        ? quint32(qEnvironmentVariableIntValue("SLIPWAY_SEED"))
        : QRandomGenerator::global()->generate();
    qInfo("seed %u (SLIPWAY_SEED repeats it)", seed);
    QRandomGenerator random(seed);
    FakeQueueService queue;
    TaskTableModel model(queue);
    strict(model);
    qint64 sequence = 0;
    QList<TaskFilter> filters{ {},
        { .section = TaskSection::Active, .type = {}, .label = {}, .text = {} },
        { .section = TaskSection::Failed, .type = {}, .label = {}, .text = {} },
        { .section = {}, .type = {}, .label = {}, .text = u"7"_s } };
    for (int step = 0; step < 3000; ++step) {
        const QList<Task> tasks = queue.snapshot();
        const int what = random.bounded(100);
        if (what < 30 || tasks.isEmpty()) {
            ++sequence;
            Task task =
                pullTask(sequence, u"image%1"_s.arg(random.bounded(100)), anyStatus(random));
            for (int link = random.bounded(3); link > 0 && !tasks.isEmpty(); --link)
                task.options.after << idText(tasks[random.bounded(int(tasks.size()))].id);
            if (!task.options.after.isEmpty())
                task.attempt = 0;
            queue.add(task);
        } else if (what < 65) {
            Task task = tasks[random.bounded(int(tasks.size()))];
            task.status = anyStatus(random);
            queue.change(task);
        } else if (what < 80) {
            TaskProgress progress;
            progress.percent = random.bounded(100);
            progress.bytesPerSecond = random.bounded(1000);
            queue.progress(tasks[random.bounded(int(tasks.size()))].id, progress);
        } else if (what < 92) {
            queue.drop(tasks[random.bounded(int(tasks.size()))].id);
        } else if (what < 94) {
            model.setFilter(filters[random.bounded(int(filters.size()))]);
        } else if (what < 96) {
            model.sort(random.bounded(int(TaskTableModel::ColumnCount)),
                random.bounded(2) != 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        } else {
            model.flush();
        }
    }
    const TaskFilter last = model.filter();
    model.setFilter({});
    model.sort(TaskTableModel::StateColumn);
    for (int step = 0; step < 400; ++step) { // no sorting anew in between
        const QList<Task> tasks = queue.snapshot();
        Task task = tasks[random.bounded(int(tasks.size()))];
        if (step % 3 == 0) {
            queue.drop(task.id);
        } else if (step % 3 == 1) {
            Task follower = followerOf(task, ++sequence, u"follower"_s);
            queue.add(follower);
        } else {
            task.status = anyStatus(random);
            queue.change(task);
        }
        if (random.bounded(4) == 0)
            model.flush();
    }
    model.flush();
    const QString shape = shortNames(model);
    TaskTableModel fresh(queue);
    QCOMPARE(shape, shortNames(fresh));
    QVERIFY(shape.contains(u'>'));
    model.setFilter(last);
    model.sort(TaskTableModel::NameColumn);
    model.flush();
    QSet<TaskId> wanted;
    TaskCounts counts;
    for (const Task &task : queue.snapshot()) {
        counts.add(task);
        if (model.filter().accepts(task, searchText(task, displayName(task.spec))))
            wanted.insert(task.id);
    }
    QCOMPARE(model.counts().all, counts.all);
    for (TaskSection section : allSections())
        QCOMPARE(model.counts().sections.value(section), counts.sections.value(section));
    QCOMPARE(model.rowCount(), int(wanted.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(wanted.contains(model.taskAt(row).id));
        QCOMPARE(model.rowOf(model.taskAt(row).id), row);
        if (row > 0)
            QVERIFY(
                model.index(row - 1, 0).data().toString() <= model.index(row, 0).data().toString());
    }
}

void TestTaskTableModel::holdsAHundredThousandRows()
{
    constexpr int many = 100'000;
    FakeQueueService queue;
    for (int sequence = 1; sequence <= many; ++sequence)
        queue.add(pullTask(sequence, u"image%1"_s.arg(sequence)));
    TaskTableModel model(queue);
    QCOMPARE(model.rowCount(), many);
    Task last = model.taskAt(many - 1);
    last.status = TaskStatus::Pulling;
    queue.change(last);
    model.flush();
    QCOMPARE(model.rowOf(last.id), 0);
    model.sort(TaskTableModel::NameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(model.index(0, 0).data().toString(), u"image9:latest"_s);
    model.setFilter({ .section = {}, .type = {}, .label = {}, .text = u"image777"_s });
    QCOMPARE(model.rowCount(), 111);
}

// Longer than what is sorted at once. Tasks change, come and go while it is being sorted.
void TestTaskTableModel::aLongListIsSortedAsideAndStaysRight()
{
    FakeQueueService queue;
    QList<Task> tasks;
    for (int number = 0; number < 6000; ++number) {
        tasks << madeTask(number + 1, pullOf(u"image-%1:1"_s.arg((number * 7919) % 6000)));
        queue.add(tasks.last());
    }
    TaskTableModel model(queue);
    const auto isSorted = [&model] {
        for (int row = 1; row < model.rowCount(); ++row) {
            if (displayName(model.taskAt(row - 1).spec) < displayName(model.taskAt(row).spec))
                return false;
        }
        return true;
    };
    model.sort(TaskTableModel::NameColumn, Qt::DescendingOrder);
    QVERIFY(!isSorted()); // it is still at it
    Task changed = tasks[10];
    changed.status = TaskStatus::Pulling;
    queue.change(changed);
    QTRY_VERIFY(isSorted());
    QCOMPARE(model.rowCount(), 6000);

    model.sort(TaskTableModel::StateColumn, Qt::AscendingOrder);
    model.sort(TaskTableModel::NameColumn, Qt::DescendingOrder);
    queue.drop(tasks[20].id);
    queue.add(madeTask(7000, pullOf(u"image-zz:1"_s)));
    QTRY_VERIFY(isSorted());
    QCOMPARE(model.rowCount(), 6000);
    QCOMPARE(displayName(model.taskAt(0).spec), u"image-zz:1"_s);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.rowOf(model.taskAt(row).id), row);
}

QTEST_GUILESS_MAIN(TestTaskTableModel)
#include "test_task_table_model.moc"
