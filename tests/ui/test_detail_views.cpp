// How a task goes, beside its log: its layers, its timeline, and what is left.
#include "tests/ui/shown_page.h"
#include "ui/detail/detail_panel.h"
#include "ui/detail/layer_table.h"
#include "ui/detail/phase_bar.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

const QDateTime begin(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

HistoryEntry entry(TaskStatus status, int seconds, const QString &note = {})
{
    return { status, begin.addSecs(seconds), note };
}

// Waited 30 s, failed in its first attempt, completed in its second.
Task retried()
{
    Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Completed);
    task.history = { entry(TaskStatus::Pending, 0), entry(TaskStatus::Validating, 30),
        entry(TaskStatus::Preparing, 32), entry(TaskStatus::Pulling, 40),
        entry(TaskStatus::Pending, 100, u"The registry answered 503."_s),
        entry(TaskStatus::Validating, 140), entry(TaskStatus::Pulling, 142),
        entry(TaskStatus::Completed, 300) };
    return task;
}

QList<LayerProgress> layersOf(int count, qint64 done)
{
    QList<LayerProgress> layers;
    for (int number = 0; number < count; ++number)
        layers.append({ u"%1"_s.arg(number, 12, 16, QLatin1Char('0')), u"Downloading"_s,
            done + number, 5'000 });
    return layers;
}

struct Pulling : ShownPage {
    Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling);
    LayerTable *layers = nullptr;

    bool open(int count)
    {
        task.progress.layers = layersOf(count, 0);
        if (!show(task, DetailPanel::Layers))
            return false;
        for (LayerTable *each : window.findChildren<LayerTable *>()) {
            if (each->isVisible())
                layers = each;
        }
        return layers;
    }
    void move(int count, qint64 done)
    {
        task.progress.layers = layersOf(count, done);
        queue.progress(task.id, task.progress);
    }
};

} // namespace

class TestDetailViews : public QObject {
    Q_OBJECT

private slots:
    void layersStayInPlaceWhileTheyMove();
    void threeHundredLayersAreNoWork();
    void layersAreReachedByKeys();
    void theTimelineTellsWaitsPhasesAndAttempts();
    void theTimelineIsSpokenAndHasTimesInItsTooltip();
    void theOverviewTellsElapsedAndLeft();
};

void TestDetailViews::layersStayInPlaceWhileTheyMove()
{
    Pulling shown;
    QVERIFY(shown.open(100));
    const QAbstractItemModelTester tester(
        shown.layers->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QScrollBar *bar = shown.layers->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const int place = bar->value();
    QVERIFY(place > 100);
    const QModelIndex seen = shown.layers->indexAt({ 5, 5 });
    QSignalSpy reset(shown.layers->model(), &QAbstractItemModel::modelReset);
    shown.move(100, 1'000);
    shown.move(300, 2'000); // more become known
    QCOMPARE(shown.layers->model()->rowCount(), 300);
    QCOMPARE(bar->value(), place);
    QCOMPARE(shown.layers->indexAt({ 5, 5 }).row(), seen.row());
    QCOMPARE(reset.size(), 0);
    // Each bar can be seen to be what it says.
    const QModelIndex bars = shown.layers->model()->index(seen.row(), 1);
    QCOMPARE(bars.data().toString(), u"%1 %"_s.arg((2'000 + seen.row()) * 100 / 5'000));
}

void TestDetailViews::threeHundredLayersAreNoWork()
{
    Pulling shown;
    QVERIFY(shown.open(300));
    QSignalSpy changed(shown.layers->model(), &QAbstractItemModel::dataChanged);
    QElapsedTimer clock;
    clock.start();
    constexpr int times = 50; // five seconds' worth
    for (int time = 1; time <= times; ++time) {
        shown.move(300, time);
        shown.layers->viewport()->repaint();
    }
    const double each = double(clock.elapsed()) / times;
    qInfo("300 layers that all move: %.1f ms each time, painted", each);
    QCOMPARE(changed.size(), times); // one range, not one signal a layer
    shown.move(300, times);
    QCOMPARE(changed.size(), times); // nothing moved, nothing is told
}

void TestDetailViews::layersAreReachedByKeys()
{
    Pulling shown;
    QVERIFY(shown.open(300));
    shown.layers->setFocus();
    QTest::keyClick(shown.layers, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.layers->currentIndex().row(), 299);
    QCOMPARE(
        shown.layers->verticalScrollBar()->value(), shown.layers->verticalScrollBar()->maximum());
    QTest::keyClick(shown.layers, Qt::Key_Up);
    QCOMPARE(shown.layers->currentIndex().row(), 298);
    const QString spoken =
        shown.layers->model()->index(298, 0).data(Qt::AccessibleTextRole).toString();
    for (const QString &part : { u"00000000012a"_s, u"Downloading"_s, u"5 %"_s, u"5.0 kB"_s })
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(shown.layers);
    QVERIFY(table && table->tableInterface());
    QCOMPARE(table->tableInterface()->columnDescription(1), u"Progress"_s);
    QTest::keyClick(shown.layers, Qt::Key_Tab);
    QVERIFY(!shown.layers->hasFocus()); // it is no trap
}

void TestDetailViews::theTimelineTellsWaitsPhasesAndAttempts()
{
    const QList<TimelinePart> parts = timelineOf(retried(), begin.addSecs(999));
    QList<int> attempts;
    QList<qint64> seconds;
    for (const TimelinePart &part : parts) {
        attempts << part.attempt;
        seconds << part.ms() / 1000;
        QVERIFY(!part.isCurrent);
    }
    QCOMPARE(attempts, (QList<int>{ 0, 1, 1, 1, 0, 2, 2 }));
    QCOMPARE(seconds, (QList<qint64>{ 30, 2, 8, 60, 40, 2, 158 }));

    Task going = retried();
    going.history.removeLast();
    going.status = TaskStatus::Pulling;
    const QList<TimelinePart> now = timelineOf(going, begin.addSecs(150));
    QVERIFY(now.last().isCurrent);
    QCOMPARE(now.last().ms(), 8'000);

    Task waits = retried();
    waits.history = { entry(TaskStatus::Pending, 0) };
    QCOMPARE(timelineOf(waits, begin.addSecs(5)).size(), 1);
    QCOMPARE(attemptsIn(timelineOf(waits, begin.addSecs(5))), 0);
}

void TestDetailViews::theTimelineIsSpokenAndHasTimesInItsTooltip()
{
    ShownPage shown;
    const Task task = retried();
    QVERIFY(shown.show(task, DetailPanel::Overview));
    auto *bar = shown.window.findChild<PhaseBar *>();
    QVERIFY(bar->isVisible());
    const QString spoken = bar->accessibleDescription();
    for (const QString &part : { u"Waiting for 0:30"_s, u"Pulling, attempt 1 for 1:00"_s,
             u"Pulling, attempt 2 for 2:38"_s, u"The registry answered 503."_s })
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
    // Every second of it can be pointed at, in order, each part with its times.
    QStringList met;
    for (int x = 0; x < bar->width(); ++x) {
        const QString words = bar->wordsAt(x);
        if (!words.isEmpty() && (met.isEmpty() || met.last() != words))
            met << words;
    }
    QCOMPARE(met.size(), 7);
    const QString from = QLocale().toString(begin.addSecs(142).toLocalTime(), u"d MMM HH:mm:ss"_s);
    QVERIFY2(met.last().contains(from), qPrintable(met.last()));
    QHelpEvent point(
        QEvent::ToolTip, { bar->width() - 5, 10 }, bar->mapToGlobal(QPoint(bar->width() - 5, 10)));
    QCoreApplication::sendEvent(bar, &point);
    QTRY_COMPARE(QToolTip::text(), met.last());
    QToolTip::hideText();
}

void TestDetailViews::theOverviewTellsElapsedAndLeft()
{
    ShownPage shown;
    Task task = madeTask(1, pullOf(u"alpine"_s), TaskStatus::Pulling); // since 124 seconds
    task.progress.isTransfer = true;
    task.progress.secondsLeft = 70;
    QVERIFY(shown.show(task, DetailPanel::Overview));
    const QString summary = shown.window.findChild<QLabel *>(u"summary"_s)->text();
    QVERIFY2(summary.contains(u"2:0"_s), qPrintable(summary));
    QVERIFY2(summary.contains(u"about 1:10 left"_s), qPrintable(summary));
    QVERIFY(shown.window.findChild<PhaseBar *>()->accessibleDescription().contains(
        u"about 1:10 left"_s));
    // It counts on by itself.
    QTRY_VERIFY(shown.window.findChild<QLabel *>(u"summary"_s)->text() != summary);
}

QTEST_MAIN(TestDetailViews)
#include "test_detail_views.moc"
