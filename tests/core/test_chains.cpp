// The links of `after`: what is refused in them, and whom an end concerns.
#include "core/queue/after_links.h"
#include "core/queue/chains.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

using Standing = Chains::Standing;

Task taskOf(const QString &key, const QStringList &after = {})
{
    Task task;
    task.id = QUuid::createUuid();
    task.spec = DockerPull{ u"image-"_s + key };
    task.options.key = key;
    task.options.after = after;
    return task;
}

const Task *nobody(const TaskId &)
{
    return nullptr;
}

} // namespace

class ChainsTest : public QObject {
    Q_OBJECT

private slots:
    void followerIsFreeWhenAllCompleted();
    void failureIsTakenBackByARetry();
    void completedStaysCompleted();
    void onlyChangesConcernFollowers();
    void linkAgainForgetsTheOldLinks();
    void standings();

    void keysAndIdsBecomeIds();
    void keysAreKnownBeforeTheirTask();
    void wrongNamesAreRefused_data();
    void wrongNamesAreRefused();
    void circlesAreRefused_data();
    void circlesAreRefused();
    void longChainIsNoCircle();
};

void ChainsTest::followerIsFreeWhenAllCompleted()
{
    Chains chains;
    const TaskId a = QUuid::createUuid(), b = QUuid::createUuid(), last = QUuid::createUuid();
    chains.link(last, { { a, Standing::Open }, { b, Standing::Completed } });
    QCOMPARE(chains.waitOf(last).open, QList<TaskId>{ a });
    QCOMPARE(chains.stand(a, Standing::Completed), QList<TaskId>{ last });
    QVERIFY(chains.waitOf(last).isOver());
    QCOMPARE(chains.followersOf(a), QList<TaskId>{ last });
}

void ChainsTest::failureIsTakenBackByARetry()
{
    Chains chains;
    const TaskId a = QUuid::createUuid(), last = QUuid::createUuid();
    chains.link(last, { { a, Standing::Open } });
    QCOMPARE(chains.stand(a, Standing::Failed), QList<TaskId>{ last });
    QCOMPARE(chains.waitOf(last).failed, QList<TaskId>{ a });
    QCOMPARE(chains.stand(a, Standing::Open), QList<TaskId>{ last });
    QVERIFY(chains.waitOf(last).failed.isEmpty() && !chains.waitOf(last).isOver());
    QCOMPARE(chains.stand(a, Standing::Gone), QList<TaskId>{ last });
    QCOMPARE(chains.waitOf(last).gone, QList<TaskId>{ a });
}

void ChainsTest::completedStaysCompleted()
{
    Chains chains;
    const TaskId a = QUuid::createUuid(), last = QUuid::createUuid();
    chains.link(last, { { a, Standing::Completed } });
    QCOMPARE(chains.stand(a, Standing::Gone), QList<TaskId>());
    QVERIFY(chains.waitOf(last).isOver() && chains.waitOf(last).gone.isEmpty());
}

void ChainsTest::onlyChangesConcernFollowers()
{
    Chains chains;
    const TaskId a = QUuid::createUuid(), last = QUuid::createUuid();
    QCOMPARE(chains.stand(a, Standing::Completed), QList<TaskId>());
    chains.link(last, { { a, Standing::Open } });
    QCOMPARE(chains.stand(a, Standing::Open), QList<TaskId>());
    QCOMPARE(chains.stand(a, Standing::Failed).size(), 1);
    QCOMPARE(chains.stand(a, Standing::Failed), QList<TaskId>());
}

void ChainsTest::linkAgainForgetsTheOldLinks()
{
    Chains chains;
    const TaskId a = QUuid::createUuid(), b = QUuid::createUuid(), last = QUuid::createUuid();
    chains.link(last, { { a, Standing::Gone }, { b, Standing::Open } });
    chains.link(last, { { b, Standing::Open } });
    QVERIFY(chains.waitOf(last).gone.isEmpty());
    QCOMPARE(chains.stand(a, Standing::Failed), QList<TaskId>());
    chains.unlink(last);
    QCOMPARE(chains.stand(b, Standing::Completed), QList<TaskId>());
}

void ChainsTest::standings()
{
    for (const TaskStatus status : allStatuses()) {
        const Standing standing = Chains::standingOf(status);
        const bool finished = groupOf(status) == StatusGroup::Finished;
        QCOMPARE(standing == Standing::Open, !finished);
        QCOMPARE(standing == Standing::Completed, status == TaskStatus::Completed);
        QCOMPARE(standing == Standing::Gone, status == TaskStatus::Cancelled);
    }
}

void ChainsTest::keysAndIdsBecomeIds()
{
    const Task there = taskOf({});
    QList<Task> tasks{ taskOf(u"base"_s),
        taskOf({}, { u"base"_s, idText(there.id), there.id.toString(), u"base"_s }) };
    int which = 0;
    const auto error = resolveAfter(
        tasks, [&](const TaskId &id) { return id == there.id ? &there : nullptr; }, &which);
    QVERIFY(!error);
    QCOMPARE(which, -1);
    QCOMPARE(tasks[1].options.after, QStringList({ idText(tasks[0].id), idText(there.id) }));
}

void ChainsTest::keysAreKnownBeforeTheirTask()
{
    QList<Task> tasks{ taskOf(u"last"_s, { u"first"_s }), taskOf(u"first"_s) };
    int which = 0;
    QVERIFY(!resolveAfter(tasks, nobody, &which));
    QCOMPARE(tasks[0].options.after, QStringList{ idText(tasks[1].id) });
}

void ChainsTest::wrongNamesAreRefused_data()
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown key") << u"bsae"_s << u"\"bsae\""_s;
    QTest::newRow("unknown id") << u"6f9619ff-8b86-4011-b42d-00cf4fc964ff"_s
                                << u"there is no task 6f9619ff"_s;
    QTest::newRow("cancelled") << u"11111111-2222-4333-8444-555555555555"_s << u"cancelled"_s;
    QTest::newRow("empty") << QString() << u"\"\""_s;
}

void ChainsTest::wrongNamesAreRefused()
{
    QFETCH(QString, after);
    QFETCH(QString, named);
    Task cancelled = taskOf({});
    cancelled.id = QUuid(u"11111111-2222-4333-8444-555555555555"_s);
    cancelled.status = TaskStatus::Cancelled;
    QList<Task> tasks{ taskOf(u"base"_s), taskOf({}, { u"base"_s, after }) };
    int which = 0;
    const auto error = resolveAfter(
        tasks, [&](const TaskId &id) { return id == cancelled.id ? &cancelled : nullptr; }, &which);
    QVERIFY(error);
    QCOMPARE(error->field, u"after"_s);
    QCOMPARE(which, 1);
    QVERIFY2(
        error->reason.english().startsWith(u"after"_s) && error->reason.english().contains(named),
        qPrintable(error->reason.english()));
}

void ChainsTest::circlesAreRefused_data()
{
    QTest::addColumn<QStringList>("links"); // "a<b": a waits for b
    QTest::addColumn<QString>("circle");
    QTest::newRow("itself") << QStringList{ u"a<a"_s } << u"a waits for a"_s;
    QTest::newRow("two") << QStringList{ u"a<b"_s, u"b<a"_s } << u"a waits for b waits for a"_s;
    QTest::newRow("behind a free one") << QStringList{ u"b<a"_s, u"b<c"_s, u"c<d"_s, u"d<b"_s,
        u"e<b"_s } << u"b waits for c waits for d waits for b"_s;
    QTest::newRow("found from outside")
        << QStringList{ u"a<b"_s, u"b<c"_s, u"c<b"_s } << u"b waits for c waits for b"_s;
    QTest::newRow("diamond") << QStringList{ u"b<a"_s, u"c<a"_s, u"d<b"_s, u"d<c"_s } << QString();
}

void ChainsTest::circlesAreRefused()
{
    QFETCH(QStringList, links);
    QFETCH(QString, circle);
    QList<Task> tasks;
    for (const QString &key : { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s }) {
        tasks.append(taskOf(key));
        for (const QString &link : links) {
            if (link.startsWith(key))
                tasks.last().options.after.append(link.mid(2));
        }
    }
    int which = 0;
    const auto error = resolveAfter(tasks, nobody, &which);
    QCOMPARE(error.has_value(), !circle.isEmpty());
    if (!error)
        return;
    QCOMPARE(error->field, u"after"_s);
    QCOMPARE(error->code, ErrorCode::ValidationInvalidParams);
    QVERIFY2(
        error->reason.english().endsWith(u": "_s + circle), qPrintable(error->reason.english()));
    QVERIFY(circle.contains(tasks[which].options.key));
}

void ChainsTest::longChainIsNoCircle()
{
    QList<Task> tasks;
    for (int i = 0; i < 20'000; ++i)
        tasks.append(taskOf(QString::number(i),
            i < 19'999 ? QStringList{ QString::number(i + 1) } : QStringList()));
    int which = 0;
    QVERIFY(!resolveAfter(tasks, nobody, &which));
    tasks.last().options.after = { u"0"_s };
    for (int i = 0; i < 19'999; ++i)
        tasks[i].options.after = { QString::number(i + 1) };
    const auto error = resolveAfter(tasks, nobody, &which);
    QVERIFY(error && error->reason.english().size() < 200);
}

QTEST_APPLESS_MAIN(ChainsTest)
#include "test_chains.moc"
