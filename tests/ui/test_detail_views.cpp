// What is beside the log: answers of models, layers, and the timeline of a task.
#include "tests/support/fake_queue_service.h"
#include "ui/detail/answer_page.h"
#include "ui/detail/answer_text.h"
#include "ui/detail/answer_view.h"
#include "ui/detail/detail_panel.h"
#include "ui/detail/layer_table.h"
#include "ui/detail/overview_page.h"
#include "ui/detail/phase_bar.h"
#include "ui/detail/timeline.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QToolTip>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    FakeQueueService queue;
    MainWindow window{ queue };
    DetailPanel *detail = window.findChild<DetailPanel *>();

    bool show(const Task &task, DetailPanel::Page page)
    {
        if (!queue.task(task.id))
            queue.add(task);
        window.resize(900, 560);
        window.show();
        auto *table = window.findChild<TaskTableView *>();
        if (!QTest::qWaitFor([table] { return table->isVisible(); }))
            return false;
        table->select(task.id);
        detail->openPage(page);
        return window.findChild<QTabBar *>(u"detailTabs"_s)->currentIndex() == page
            && QTest::qWaitForWindowActive(&window);
    }
};

OllamaRun question()
{
    OllamaRun run;
    run.modelName = u"llama3.2:3b"_s;
    run.prompt = u"Why?"_s;
    return run;
}

struct Answering : Shown {
    Task task = madeTask(1, question(), TaskStatus::Running);
    AnswerView *view = nullptr;

    bool open()
    {
        const bool isShown = show(task, DetailPanel::Answer);
        view = window.findChild<AnswerView *>();
        return isShown && view;
    }
    void answer(const QByteArray &line) { queue.growLog(task.id, { { LogChannel::Out, line } }); }
    QString read() const { return view->toPlainText(); }
};

struct Browser : QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened << url; }
};

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

} // namespace

class TestDetailViews : public QObject {
    Q_OBJECT

private slots:
    void anAnswerIsRenderedAsItIsWritten();
    void brokenLinesAreJoinedAgain();
    void aWholeAnswerReplacesWhatTheLogSays();
    void onlyTheLastAttemptsAnswerIsShown();
    void aReaderOfALongAnswerStaysInPlace();
    void aStreamIsNotRenderedForEachPiece();
    void codeIsInMonospaceOnItsOwnGround();
    void picturesAreLinksAndNothingIsFetched();
    void linksOfAnAnswerOpenOutside();
    void anAnswerIsCopiedAsTextAndAsMarkdown();
    void onlyQuestionsHaveAnAnswerTab();
    void layersStayInPlaceWhileTheyMove();
    void threeHundredLayersAreNoWork();
    void layersAreReachedByKeys();
    void theTimelineTellsWaitsPhasesAndAttempts();
    void theTimelineIsSpokenAndHasTimesInItsTooltip();
    void theOverviewTellsElapsedAndLeft();
};

void TestDetailViews::anAnswerIsRenderedAsItIsWritten()
{
    Answering shown;
    QVERIFY(shown.open());
    shown.answer("# Because");
    shown.answer("It is **so**.");
    QTRY_COMPARE(shown.read(), u"Because\nIt is so."_s);
    Task going = *shown.queue.task(shown.task.id);
    going.progress.step = u"And mor"_s; // the line that is being written
    shown.queue.progress(going.id, going.progress);
    QTRY_VERIFY(shown.read().endsWith(u"And mor"_s));
    QVERIFY(shown.view->document()->begin().blockFormat().headingLevel() == 1);
}

void TestDetailViews::brokenLinesAreJoinedAgain()
{
    AnswerText answer;
    answer.add({ { LogChannel::Out, "a long line " }, { LogChannel::Note, "thinking: hm" },
        { LogChannel::Out, "goes on" }, { LogChannel::Out, "hard break  " },
        { LogChannel::Out, "end" } });
    QCOMPARE(answer.text(), u"a long line goes on\nhard break  \nend\n"_s);
}

void TestDetailViews::aWholeAnswerReplacesWhatTheLogSays()
{
    Answering shown;
    QVERIFY(shown.open());
    shown.answer("half an ");
    QTRY_COMPARE(shown.read(), u"half an"_s);
    Task done = shown.task;
    done.status = TaskStatus::Completed;
    done.result = QJsonObject{ { u"generated_text"_s, u"half an answer, *whole*"_s } };
    shown.queue.change(done);
    QTRY_COMPARE(shown.read(), u"half an answer, whole"_s);
}

void TestDetailViews::onlyTheLastAttemptsAnswerIsShown()
{
    Answering shown;
    shown.task.loggedBefore.out = 2;
    shown.queue.logs[shown.task.id] = { { LogChannel::Out, "first" }, { LogChannel::Out, "try" },
        { LogChannel::Note, "Retried." }, { LogChannel::Out, "second try" } };
    QVERIFY(shown.open());
    QTRY_COMPARE(shown.read(), u"second try"_s);
}

void TestDetailViews::aReaderOfALongAnswerStaysInPlace()
{
    Answering shown;
    QVERIFY(shown.open());
    for (int number = 0; number < 200; ++number)
        shown.answer("- point " + QByteArray::number(number));
    QScrollBar *bar = shown.view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 1000);
    bar->setValue(400);
    const QString read = shown.view->cursorForPosition({ 20, 20 }).block().text();
    shown.view->setFocus();
    QTest::mouseDClick(shown.view->viewport(), Qt::LeftButton, {}, { 40, 20 });
    const QString selected = shown.view->textCursor().selectedText();
    QVERIFY(!selected.isEmpty());
    shown.answer("- one more");
    QTRY_VERIFY(shown.read().endsWith(u"one more"_s));
    QCOMPARE(bar->value(), 400);
    QCOMPARE(shown.view->cursorForPosition({ 20, 20 }).block().text(), read);
    QCOMPARE(shown.view->textCursor().selectedText(), selected);
    bar->setValue(bar->maximum());
    shown.answer("- and another");
    QTRY_VERIFY(shown.read().endsWith(u"and another"_s));
    QCOMPARE(bar->value(), bar->maximum());
}

void TestDetailViews::aStreamIsNotRenderedForEachPiece()
{
    Answering shown;
    QVERIFY(shown.open());
    // Each rendering inserts the first line anew.
    int rendered = 0;
    connect(shown.view->document(), &QTextDocument::contentsChange, this,
        [&](int at, int, int) { rendered += at == 0; });
    // A thousand lines, the event loop running in between as it does for a stream.
    for (int number = 0; number < 1000; ++number) {
        shown.answer("line " + QByteArray::number(number));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(shown.read().contains(u"line 999"_s));
    QVERIFY2(rendered > 0 && rendered < 100, qPrintable(QString::number(rendered)));
}

void TestDetailViews::codeIsInMonospaceOnItsOwnGround()
{
    Answering shown;
    QVERIFY(shown.open());
    for (const char *line : { "Try `ls`:", "", "```sh", "ls -l", "```", "", "Done." })
        shown.answer(line);
    QTRY_VERIFY(shown.read().contains(u"Done."_s));
    const Colours &colours = coloursFor(shown.window.palette());
    bool found = false;
    for (QTextBlock block = shown.view->document()->begin(); block.isValid();
         block = block.next()) {
        if (block.text() != "ls -l"_L1)
            continue;
        found = true;
        QCOMPARE(block.blockFormat().background().color(), colours.code);
        QVERIFY(QFontInfo(block.begin().fragment().charFormat().font()).fixedPitch());
    }
    QVERIFY(found);
}

void TestDetailViews::picturesAreLinksAndNothingIsFetched()
{
    Answering shown;
    QVERIFY(shown.open());
    shown.answer("![a cat](https://example.org/cat.png) and ![host](file:///etc/hostname) "
                 "<img src=\"https://example.org/spy.png\">");
    QTRY_VERIFY(shown.read().contains(u"[picture: a cat]"_s));
    QVERIFY(shown.read().contains(u"[picture: host]"_s));
    QVERIFY(shown.read().contains(u"<img"_s)); // as it was written: no HTML is obeyed
    QVERIFY(!shown.read().contains(QChar(QChar::ObjectReplacementCharacter)));
}

void TestDetailViews::linksOfAnAnswerOpenOutside()
{
    Browser browser;
    Answering shown;
    QVERIFY(shown.open());
    shown.answer("[the manual](https://example.org/manual) [x](file:///etc/passwd)");
    QTRY_VERIFY(shown.read().contains(u"the manual"_s));
    shown.view->setFocus();
    const auto click = [&](const QString &text) {
        QTextCursor at = shown.view->document()->find(text);
        at.setPosition(at.selectionStart() + 1);
        QTest::mouseClick(
            shown.view->viewport(), Qt::LeftButton, {}, shown.view->cursorRect(at).center());
    };
    click(u"the manual"_s);
    QTRY_COMPARE(browser.opened, QList<QUrl>{ QUrl(u"https://example.org/manual"_s) });
    click(u"x"_s);
    QCOMPARE(browser.opened.size(), 1);
    QVERIFY(shown.read().contains(u"the manual"_s)); // it is still the answer
}

void TestDetailViews::anAnswerIsCopiedAsTextAndAsMarkdown()
{
    Answering shown;
    QVERIFY(shown.open());
    auto *text = shown.window.findChild<QToolButton *>(u"copyAnswerText"_s);
    auto *markdown = shown.window.findChild<QToolButton *>(u"copyAnswerMarkdown"_s);
    QVERIFY(!text->isEnabled() && !markdown->isEnabled());
    QVERIFY(shown.window.findChild<QLabel *>(u"answerState"_s)->isVisible());
    shown.answer("It is **so**.");
    QTRY_VERIFY(text->isEnabled());
    QTest::mouseClick(text, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"It is so."_s);
    QTest::mouseClick(markdown, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"It is **so**.\n"_s);
    QVERIFY(!shown.window.findChild<QLabel *>(u"answerState"_s)->isVisible());
}

void TestDetailViews::onlyQuestionsHaveAnAnswerTab()
{
    Answering shown;
    QVERIFY(shown.open());
    auto *tabs = shown.window.findChild<QTabBar *>(u"detailTabs"_s);
    const Task pull = madeTask(2, pullOf(u"alpine"_s), TaskStatus::Pulling);
    shown.queue.add(pull);
    shown.window.findChild<TaskTableView *>()->select(pull.id);
    QVERIFY(!tabs->isTabVisible(DetailPanel::Answer));
    QCOMPARE(tabs->currentIndex(), int(DetailPanel::Overview));
    shown.window.findChild<TaskTableView *>()->select(shown.task.id);
    QCOMPARE(tabs->currentIndex(), int(DetailPanel::Answer)); // what such a task is about
}

namespace {

QList<LayerProgress> layersOf(int count, qint64 done)
{
    QList<LayerProgress> layers;
    for (int number = 0; number < count; ++number)
        layers.append({ u"%1"_s.arg(number, 12, 16, QLatin1Char('0')), u"Downloading"_s,
            done + number, 5'000 });
    return layers;
}

struct Pulling : Shown {
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
    Shown shown;
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
    Shown shown;
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
