// The answer of a model as it is read: rendered while it is written, and safe to look at.
#include "tests/ui/outside_browser.h"
#include "tests/ui/shown_page.h"
#include "ui/detail/answer_text.h"
#include "ui/detail/answer_view.h"
#include "ui/detail/detail_panel.h"
#include "ui/tasks/task_table_view.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

OllamaRun question()
{
    OllamaRun run;
    run.modelName = u"llama3.2:3b"_s;
    run.prompt = u"Why?"_s;
    return run;
}

struct Answering : ShownPage {
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

} // namespace

class TestAnswerView : public QObject {
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
};

void TestAnswerView::anAnswerIsRenderedAsItIsWritten()
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

void TestAnswerView::brokenLinesAreJoinedAgain()
{
    AnswerText answer;
    answer.add({ { LogChannel::Out, "a long line " }, { LogChannel::Note, "thinking: hm" },
        { LogChannel::Out, "goes on" }, { LogChannel::Out, "hard break  " },
        { LogChannel::Out, "end" } });
    QCOMPARE(answer.text(), u"a long line goes on\nhard break  \nend\n"_s);
}

void TestAnswerView::aWholeAnswerReplacesWhatTheLogSays()
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

void TestAnswerView::onlyTheLastAttemptsAnswerIsShown()
{
    Answering shown;
    shown.task.loggedBefore.out = 2;
    shown.queue.logs[shown.task.id] = { { LogChannel::Out, "first" }, { LogChannel::Out, "try" },
        { LogChannel::Note, "Retried." }, { LogChannel::Out, "second try" } };
    QVERIFY(shown.open());
    QTRY_COMPARE(shown.read(), u"second try"_s);
}

void TestAnswerView::aReaderOfALongAnswerStaysInPlace()
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

void TestAnswerView::aStreamIsNotRenderedForEachPiece()
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

void TestAnswerView::codeIsInMonospaceOnItsOwnGround()
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

void TestAnswerView::picturesAreLinksAndNothingIsFetched()
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

void TestAnswerView::linksOfAnAnswerOpenOutside()
{
    OutsideBrowser browser;
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

void TestAnswerView::anAnswerIsCopiedAsTextAndAsMarkdown()
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

void TestAnswerView::onlyQuestionsHaveAnAnswerTab()
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

QTEST_MAIN(TestAnswerView)
#include "moc_outside_browser.cpp"
#include "test_answer_view.moc"
