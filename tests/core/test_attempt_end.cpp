// The whole table: how an attempt ended, why it was stopped, what the task becomes.
#include "core/queue/attempt_end.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {

using Kind = TaskOutcome::Kind;

Task activeTask(StopReason reason, int retriesMade = 0)
{
    Task task;
    task.status = TaskStatus::Pulling;
    task.stopReason = reason;
    task.options.timeoutSeconds = 30;
    task.retryCount = retriesMade;
    return task;
}

TaskError errorThat(bool isRetryable)
{
    TaskError error;
    error.code = ErrorCode::DockerRegistryError;
    error.retryable = isRetryable;
    return error;
}

} // namespace

class AttemptEndTest : public QObject {
    Q_OBJECT

private slots:
    void table_data();
    void table();
    void timeLimitNamesItself();
    void stallNamesItself();
    void stallTellsTheLimitThatWasPassed();
    void stopThatNobodyAskedFor();
    void resumedPauseGoesOn();
};

// "retry left" tells whether the error, or the stall, may be tried again by itself.
void AttemptEndTest::table_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("retryLeft");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("becomes"); // a status, with "retry" or "pick up" where it is so
    const QStringList reasons{ u"nobody"_s, u"pause"_s, u"cancel"_s, u"time limit"_s, u"stall"_s,
        u"quit"_s };
    const auto rows = [&reasons](
                          const char *name, Kind kind, bool retryLeft, const QStringList &ends) {
        for (int i = 0; i < reasons.size(); ++i)
            QTest::addRow("%s, %s", name, qPrintable(reasons[i]))
                << int(kind) << retryLeft << i << ends[i];
    };
    const QString done = u"completed"_s;
    const QString quit = u"pulling pick up"_s;
    rows("succeeded", Kind::Succeeded, true, { done, done, done, done, done, done });
    rows("failed, retry left", Kind::Failed, true,
        { u"pending retry"_s, u"paused"_s, u"cancelled"_s, u"timeout"_s, u"pending retry"_s,
            quit });
    rows("failed, none left", Kind::Failed, false,
        { u"failed"_s, u"failed"_s, u"cancelled"_s, u"timeout"_s, u"failed"_s, quit });
    rows("stopped, retry left", Kind::Stopped, true,
        { u"failed"_s, u"paused"_s, u"cancelled"_s, u"timeout"_s, u"pending retry"_s, quit });
    rows("stopped, none left", Kind::Stopped, false,
        { u"failed"_s, u"paused"_s, u"cancelled"_s, u"timeout"_s, u"failed"_s, quit });
    rows("nothing found", Kind::NothingFound, true,
        { u"pending"_s, u"paused"_s, u"cancelled"_s, u"pending"_s, u"pending"_s, quit });
    rows("host silent", Kind::HostSilent, true, { quit, quit, quit, quit, quit, quit });
}

void AttemptEndTest::table()
{
    QFETCH(const int, kind);
    QFETCH(const bool, retryLeft);
    QFETCH(const int, reason);
    QFETCH(const QString, becomes);
    const Task task = activeTask(static_cast<StopReason>(reason), retryLeft ? 0 : 3);
    const AttemptEnd end = endOf(task, { static_cast<Kind>(kind), {}, errorThat(true), false });
    QString text = statusName(end.status);
    if (end.retry)
        text += u" retry"_s;
    if (end.pickUp)
        text += u" pick up"_s;
    QCOMPARE(text, becomes);
    const bool needsError =
        end.status == TaskStatus::Failed || end.status == TaskStatus::Timeout || end.retry;
    QVERIFY(!needsError || end.error);
    if (end.status == TaskStatus::Completed || end.status == TaskStatus::Cancelled)
        QVERIFY(!end.error);
}

void AttemptEndTest::timeLimitNamesItself()
{
    const AttemptEnd end =
        endOf(activeTask(StopReason::TimeLimit), { Kind::Stopped, {}, {}, false });
    QCOMPARE(end.error->code, ErrorCode::SystemTimeout);
    QVERIFY(errorMessage(*end.error).contains(u"30 seconds"_s));
    QVERIFY(!end.error->retryable);
}

void AttemptEndTest::stallNamesItself()
{
    const AttemptEnd end =
        endOf(activeTask(StopReason::Stall, 3), { Kind::Failed, {}, errorThat(false), false });
    QCOMPARE(end.status, TaskStatus::Failed);
    QCOMPARE(end.error->code, ErrorCode::SystemTimeout);
}

void AttemptEndTest::stallTellsTheLimitThatWasPassed()
{
    Task task = activeTask(StopReason::Stall);
    task.progress.awaits = Awaits::Bytes;
    const auto said = [&task] { return errorMessage(*endOf(task, { Kind::Stopped }).error); };
    QCOMPARE(said(), u"Nothing moved for 300 seconds, so the attempt was ended."_s);
    task.progress.awaits = Awaits::Others;
    QCOMPARE(said(), u"Nothing moved for 900 seconds, so the attempt was ended."_s);
    task.options.stallSeconds = 2000;
    QCOMPARE(said(), u"Nothing moved for 2000 seconds, so the attempt was ended."_s);
}

void AttemptEndTest::stopThatNobodyAskedFor()
{
    const AttemptEnd end = endOf(activeTask(StopReason::None), { Kind::Stopped, {}, {}, false });
    QCOMPARE(end.status, TaskStatus::Failed);
    QCOMPARE(end.error->code, ErrorCode::InternalError);
}

void AttemptEndTest::resumedPauseGoesOn()
{
    Task task = activeTask(StopReason::Pause);
    task.resumeAfterPause = true;
    for (Kind kind : { Kind::Stopped, Kind::NothingFound }) {
        const AttemptEnd end = endOf(task, { kind, {}, {}, false });
        QCOMPARE(end.status, TaskStatus::Pending);
        QVERIFY(!end.retry);
    }
    QCOMPARE(endOf(task, { Kind::Failed, {}, errorThat(true), false }).status, TaskStatus::Pending);
    QCOMPARE(endOf(task, { Kind::Failed, {}, errorThat(false), false }).status, TaskStatus::Failed);
    QCOMPARE(endOf(task, { Kind::Succeeded, {}, {}, false }).status, TaskStatus::Completed);
}

QTEST_APPLESS_MAIN(AttemptEndTest)
#include "test_attempt_end.moc"
