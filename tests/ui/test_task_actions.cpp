#include "tests/support/fake_queue_service.h"
#include "ui/task_actions.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestTaskActions : public QObject {
    Q_OBJECT

private slots:
    void nothingSelectedAllowsNothing();
    void eachGroupAllowsItsVerbs_data();
    void eachGroupAllowsItsVerbs();
    void aMixedSelectionActsOnThoseThatMay();
    void whatIsStoppingIsNotStoppedTwice();
    void aShortTaskAtWorkCannotBePaused();
    void pauseTellsWhatIsLost();
    void pauseOfSeveralTellsTheSum();
};

void TestTaskActions::nothingSelectedAllowsNothing()
{
    const VerbState state = stateOf(TaskVerb::Cancel, QList<Task>());
    QVERIFY(state.ids.isEmpty());
    QCOMPARE(state.explanation, u"Select a task first."_s);
}

void TestTaskActions::eachGroupAllowsItsVerbs_data()
{
    QTest::addColumn<TaskStatus>("status");
    QTest::addColumn<QString>("allowed"); // first letters of Resume, Pause, reTry, Cancel, reMove
    QTest::newRow("pending") << TaskStatus::Pending << u"PCM"_s;
    QTest::newRow("pulling") << TaskStatus::Pulling << u"PC"_s;
    QTest::newRow("paused") << TaskStatus::Paused << u"RCM"_s;
    QTest::newRow("failed") << TaskStatus::Failed << u"TM"_s;
    QTest::newRow("timeout") << TaskStatus::Timeout << u"TM"_s;
    QTest::newRow("completed") << TaskStatus::Completed << u"M"_s;
    QTest::newRow("cancelled") << TaskStatus::Cancelled << u"M"_s;
}

void TestTaskActions::eachGroupAllowsItsVerbs()
{
    QFETCH(TaskStatus, status);
    QFETCH(QString, allowed);
    const Task task = madeTask(1, pullOf(u"alpine"_s), status);
    const QList<QPair<TaskVerb, QChar>> verbs{ { TaskVerb::Resume, u'R' },
        { TaskVerb::Pause, u'P' }, { TaskVerb::Retry, u'T' }, { TaskVerb::Cancel, u'C' },
        { TaskVerb::Remove, u'M' } };
    QString may;
    for (const auto &verb : verbs) {
        const VerbState state = stateOf(verb.first, { task });
        QVERIFY(!state.explanation.isEmpty());
        if (!state.ids.isEmpty())
            may += verb.second;
    }
    QCOMPARE(may, allowed);
}

void TestTaskActions::aMixedSelectionActsOnThoseThatMay()
{
    const Task active = madeTask(1, pullOf(u"a"_s), TaskStatus::Pulling);
    const Task failed = madeTask(2, pullOf(u"b"_s), TaskStatus::Failed);
    QCOMPARE(stateOf(TaskVerb::Retry, { active, failed }).ids, QList<TaskId>{ failed.id });
    QCOMPARE(stateOf(TaskVerb::Cancel, { active, failed }).ids, QList<TaskId>{ active.id });
}

void TestTaskActions::whatIsStoppingIsNotStoppedTwice()
{
    Task task = madeTask(1, pullOf(u"a"_s), TaskStatus::Pulling);
    task.stopReason = StopReason::Cancel;
    QVERIFY(stateOf(TaskVerb::Cancel, { task }).ids.isEmpty());
    QVERIFY(stateOf(TaskVerb::Pause, { task }).ids.isEmpty());
    task.stopReason = StopReason::Pause; // a cancel replaces it
    QCOMPARE(stateOf(TaskVerb::Cancel, { task }).ids.size(), 1);
}

void TestTaskActions::aShortTaskAtWorkCannotBePaused()
{
    const Task task = madeTask(1, DockerTag{ u"a"_s, u"b"_s }, TaskStatus::Running);
    const VerbState state = stateOf(TaskVerb::Pause, { task });
    QVERIFY(state.ids.isEmpty());
    QCOMPARE(state.explanation, u"It takes only a moment and cannot be paused."_s);
}

void TestTaskActions::pauseTellsWhatIsLost()
{
    Task pull = madeTask(1, pullOf(u"a"_s), TaskStatus::Pulling);
    pull.progress.layers = { { u"b"_s, u"Downloading"_s, 1'200'000'000, 1'500'000'000 } };
    const auto told = [&pull](PauseCost cost) {
        return stateOf(TaskVerb::Pause, { pull }, [cost](const Task &) {
            return cost;
        }).explanation;
    };
    QVERIFY(told(PauseCost::Everything).contains("1.2 GB"_L1));
    QVERIFY(told(PauseCost::Everything).contains("keeps nothing"_L1));
    QVERIFY(told(PauseCost::UnfinishedLayers).contains("1.2 GB"_L1));
    QVERIFY(told(PauseCost::UnfinishedLayers).contains("Finished ones are kept"_L1));
    QVERIFY(told(PauseCost::Unknown).contains("has not said yet"_L1));
    QVERIFY(told(PauseCost::Nothing).contains("Nothing is lost"_L1));
    QVERIFY(told(PauseCost::CurrentStep).contains("current one begins anew"_L1));
    QVERIFY(told(PauseCost::AnswerSoFar).contains("begins anew"_L1));
}

void TestTaskActions::pauseOfSeveralTellsTheSum()
{
    Task first = madeTask(1, pullOf(u"a"_s), TaskStatus::Pulling);
    first.progress.layers = { { u"b"_s, u"Downloading"_s, 30'000'000, 50'000'000 } };
    Task second = madeTask(2, pullOf(u"c"_s), TaskStatus::Pulling);
    second.progress.layers = { { u"d"_s, u"Pull complete"_s, 20'000'000, 20'000'000 } };
    const VerbState state = stateOf(
        TaskVerb::Pause, { first, second }, [](const Task &) { return PauseCost::Everything; });
    QVERIFY2(state.explanation.contains("50.0 MB"_L1), qPrintable(state.explanation));
}

QTEST_GUILESS_MAIN(TestTaskActions)
#include "test_task_actions.moc"
