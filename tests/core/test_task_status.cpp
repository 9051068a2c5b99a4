// The statuses of a task: names, groups, and the whole table of transitions.
#include "core/task/task_status.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

class TaskStatusTest : public QObject {
    Q_OBJECT

private slots:
    void namesAndDescriptionsAreTheSpecifications_data();
    void namesAndDescriptionsAreTheSpecifications();
    void unknownNamesAreNone();
    void transitions_data();
    void transitions();
};

void TaskStatusTest::namesAndDescriptionsAreTheSpecifications_data()
{
    QTest::addColumn<TaskStatus>("status");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("description");
    const auto row = [](const char *name, TaskStatus status, const char *group, const char *text) {
        QTest::newRow(name) << status << QString::fromLatin1(group) << QString::fromLatin1(text);
    };
    row("pending", TaskStatus::Pending, "waiting", "Task is waiting in queue");
    row("running", TaskStatus::Running, "active", "Task is currently executing");
    row("paused", TaskStatus::Paused, "paused", "Task execution is paused by user");
    row("validating", TaskStatus::Validating, "active", "Validating task parameters");
    row("preparing", TaskStatus::Preparing, "active", "Preparing task execution");
    row("uploading", TaskStatus::Uploading, "active", "Uploading data to registry");
    row("downloading", TaskStatus::Downloading, "active", "Downloading data from registry");
    row("building", TaskStatus::Building, "active", "Building Docker image");
    row("pulling", TaskStatus::Pulling, "active", "Pulling Docker image");
    row("completed", TaskStatus::Completed, "finished", "Task completed successfully");
    row("failed", TaskStatus::Failed, "finished", "Task failed with error");
    row("cancelled", TaskStatus::Cancelled, "finished", "Task was cancelled");
    row("timeout", TaskStatus::Timeout, "finished", "Task execution timed out");
}

void TaskStatusTest::namesAndDescriptionsAreTheSpecifications()
{
    QFETCH(const TaskStatus, status);
    QFETCH(const QString, group);
    QFETCH(const QString, description);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(statusName(status), name);
    QCOMPARE(statusFromName(name), std::optional(status));
    QCOMPARE(statusFromName(name.toUpper()), std::optional(status));
    QCOMPARE(groupName(groupOf(status)), group);
    QCOMPARE(statusDescription(status), description);
    QVERIFY(allStatuses().contains(status));
    QCOMPARE(allStatuses().size(), 13);
}

void TaskStatusTest::unknownNamesAreNone()
{
    for (const QString &name : { u""_s, u"done"_s, u" pending"_s, u"Pendingx"_s })
        QVERIFY2(!statusFromName(name), qPrintable(name));
}

// Rows: from; columns: to, in the same order. x: may follow.
void TaskStatusTest::transitions_data()
{
    QTest::addColumn<QByteArray>("allowed");
    //                         pen run pau val pre upl dow bui pul com fai can tim
    QTest::newRow("pending") << QByteArray(". x x x x x x x x . x x .");
    QTest::newRow("running") << QByteArray("x . x x x x x x x x x x x");
    QTest::newRow("paused") << QByteArray("x . . . . . . . . . . x .");
    QTest::newRow("validating") << QByteArray("x x x . x x x x x x x x x");
    QTest::newRow("preparing") << QByteArray("x x x x . x x x x x x x x");
    QTest::newRow("uploading") << QByteArray("x x x x x . x x x x x x x");
    QTest::newRow("downloading") << QByteArray("x x x x x x . x x x x x x");
    QTest::newRow("building") << QByteArray("x x x x x x x . x x x x x");
    QTest::newRow("pulling") << QByteArray("x x x x x x x x . x x x x");
    QTest::newRow("completed") << QByteArray(". . . . . . . . . . . . .");
    QTest::newRow("failed") << QByteArray("x . . . . . . . . . . . .");
    QTest::newRow("cancelled") << QByteArray(". . . . . . . . . . . . .");
    QTest::newRow("timeout") << QByteArray("x . . . . . . . . . . . .");
}

void TaskStatusTest::transitions()
{
    QFETCH(QByteArray, allowed);
    allowed.replace(' ', "");
    QCOMPARE(allowed.size(), allStatuses().size());
    const TaskStatus from = statusFromName(QString::fromLatin1(QTest::currentDataTag())).value();
    for (int i = 0; i < allowed.size(); ++i) {
        const TaskStatus to = allStatuses().at(i);
        QVERIFY2(mayFollow(from, to) == (allowed[i] == 'x'), qPrintable(statusName(to)));
    }
}

QTEST_APPLESS_MAIN(TaskStatusTest)
#include "test_task_status.moc"
