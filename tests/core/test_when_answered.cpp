// Answers of a worker reach who asked, and nobody who is gone.
#include "core/executor/when_answered.h"

#include <QSemaphore>
#include <QTest>
#include <QThreadPool>
#include <QtConcurrentRun>

using namespace slipway;

class TestWhenAnswered : public QObject {
    Q_OBJECT

private slots:
    void theAnswerComesInTheAskersThread();
    void whoIsGoneHearsNothing();
};

void TestWhenAnswered::theAnswerComesInTheAskersThread()
{
    QObject asker;
    int heard = 0;
    const QThread *thread = nullptr;
    whenAnswered(&asker, QtConcurrent::run([] { return 42; }), [&](int answer) {
        heard = answer;
        thread = QThread::currentThread();
    });
    QTRY_COMPARE(heard, 42);
    QCOMPARE(thread, QThread::currentThread());
}

void TestWhenAnswered::whoIsGoneHearsNothing()
{
    QSemaphore mayEnd;
    int heard = 0;
    auto asker = std::make_unique<QObject>();
    const auto note = [&heard](int answer) { heard += answer; };
    whenAnswered(asker.get(), QtConcurrent::run([&mayEnd] {
        mayEnd.acquire();
        return 1;
    }),
        note);
    asker.reset();
    mayEnd.release();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
    // What was on its way when the worker ended comes before the answer to a later question.
    QObject later;
    bool isLater = false;
    whenAnswered(&later, QtConcurrent::run([] { return 1; }), [&isLater](int) { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(heard, 0);
}

QTEST_GUILESS_MAIN(TestWhenAnswered)
#include "test_when_answered.moc"
