// In which order the rows stand, and that they stay so under everything that happens.
#include "tests/support/fake_queue_service.h"
#include "tests/ui/table_samples.h"
#include "ui/tasks/task_table_model.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

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

class TestTaskTableOrder : public QObject {
    Q_OBJECT

private slots:
    void whatIsAtWorkStandsFirst();
    void sortsByNameBothWays();
    void sortedByProgressTheNumbersStillRun();
    void aRowThatEndsMovesAndKeepsItsPersistentIndex();
    void noRowMovesWhileTheOrderIsHeld();
    void aFollowerStandsBelowWhatItWaitsFor();
    void followersStandForThemselvesInOtherOrders();
    void staysConsistentUnderRandomChanges();
    void holdsAHundredThousandRows();
    void aLongListIsSortedAsideAndStaysRight();
};

void TestTaskTableOrder::whatIsAtWorkStandsFirst()
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

void TestTaskTableOrder::sortsByNameBothWays()
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

// Rows change places once a second, their cells ten times.
void TestTaskTableOrder::sortedByProgressTheNumbersStillRun()
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

void TestTaskTableOrder::aRowThatEndsMovesAndKeepsItsPersistentIndex()
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

void TestTaskTableOrder::noRowMovesWhileTheOrderIsHeld()
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

void TestTaskTableOrder::aFollowerStandsBelowWhatItWaitsFor()
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

void TestTaskTableOrder::followersStandForThemselvesInOtherOrders()
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

void TestTaskTableOrder::staysConsistentUnderRandomChanges()
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

void TestTaskTableOrder::holdsAHundredThousandRows()
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
void TestTaskTableOrder::aLongListIsSortedAsideAndStaysRight()
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

QTEST_GUILESS_MAIN(TestTaskTableOrder)
#include "test_task_table_order.moc"
