// Whether and when a failed task is tried again by itself.
#include "core/queue/retry_policy.h"

#include <QtTest>

using namespace slipway;
using namespace std::chrono;

class RetryPolicyTest : public QObject {
    Q_OBJECT

private slots:
    void onlyRetryableErrorsWithinTheBudget();
    void forcedRetryBeginsANewBudget();
    void waitsDoubleUpToFiveMinutes();
    void jitterAddsAtMostAFifth();
    void theServersWaitIsTheLeast();
};

void RetryPolicyTest::onlyRetryableErrorsWithinTheBudget()
{
    Task task;
    task.options.maxRetries = 2;
    TaskError error;
    QVERIFY(!mayRetryByItself(task, error));
    error.retryable = true;
    QVERIFY(mayRetryByItself(task, error));
    task.retryCount = 1;
    QVERIFY(mayRetryByItself(task, error));
    task.retryCount = 2;
    QVERIFY(!mayRetryByItself(task, error));
    task.options.maxRetries = 0;
    task.retryCount = 0;
    QVERIFY(!mayRetryByItself(task, error));
}

void RetryPolicyTest::forcedRetryBeginsANewBudget()
{
    Task task;
    task.options.maxRetries = 2;
    task.retryCount = 5;
    task.budgetStart = 4;
    TaskError error;
    error.retryable = true;
    QVERIFY(mayRetryByItself(task, error));
    task.retryCount = 6;
    QVERIFY(!mayRetryByItself(task, error));
}

void RetryPolicyTest::waitsDoubleUpToFiveMinutes()
{
    const QList<int> expected{ 5, 10, 20, 40, 80, 160, 300, 300 };
    for (int made = 0; made < expected.size(); ++made)
        QCOMPARE(waitBeforeRetry(made, {}, 0), milliseconds(seconds(expected[made])));
    QCOMPARE(waitBeforeRetry(1'000'000, {}, 0), milliseconds(minutes(5)));
}

void RetryPolicyTest::jitterAddsAtMostAFifth()
{
    QCOMPARE(waitBeforeRetry(0, {}, 0.5), milliseconds(5500));
    QCOMPARE(waitBeforeRetry(0, {}, 1), milliseconds(6000));
}

void RetryPolicyTest::theServersWaitIsTheLeast()
{
    TaskError error;
    error.retryAfterSeconds = 120;
    QCOMPARE(waitBeforeRetry(0, error, 0), milliseconds(seconds(120)));
    QCOMPARE(waitBeforeRetry(9, error, 0), milliseconds(minutes(5)));
    error.retryAfterSeconds = std::numeric_limits<int>::max();
    QCOMPARE(waitBeforeRetry(0, error, 1), milliseconds(seconds(std::numeric_limits<int>::max())));
}

QTEST_APPLESS_MAIN(RetryPolicyTest)
#include "test_retry_policy.moc"
