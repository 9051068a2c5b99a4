// What a reader does with a log: finds, follows links, selects, copies and saves, by mouse and
// keys.
#include "tests/ui/outside_browser.h"
#include "tests/ui/shown_log.h"
#include "ui/detail/log_colours.h"
#include "ui/tasks/task_table_view.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestLogActions : public QObject {
    Q_OBJECT

private slots:
    void searchGoesThroughTheWholeFile();
    void searchMeetsWhatComesLater();
    void searchEndsWithItsTask();
    void aLinkIsOpenedByAClickAndFromTheMenu();
    void theMouseSelectsAndCopies();
    void keysSelectAndCopy();
    void copyReachesBeyondTheScreen();
    void theLogIsSavedWithoutCodes();
    void aSaveThatFailsSaysWhy();
    void ctrlFElsewhereIsTheTables();
};

void TestLogActions::searchGoesThroughTheWholeFile()
{
    QByteArray content;
    for (int number = 0; number < 20'000; ++number)
        content += "o line " + QByteArray::number(number)
            + (number % 5'000 == 2'500 ? " \x1b[31mNee\x1b[32mdle\x1b[0m here\n" : "\n");
    ShownLog shown;
    QVERIFY(shown.open(content));
    QTRY_COMPARE(shown.last(), u"line 19999"_s);
    shown.key(Qt::Key_F, Qt::ControlModifier);
    QLineEdit *field = shown.findField();
    QTRY_VERIFY(field->isVisible());
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"needle"_s);
    // From the end on there is none: round to the first.
    QTRY_COMPARE(shown.hits(), u"1 of 4"_s);
    QTRY_VERIFY(shown.seen().contains(u"line 2500 Needle here"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(shown.hits(), u"2 of 4"_s);
    QTRY_VERIFY(shown.seen().contains(u"line 7500 Needle here"_s));
    QTest::keyClick(field, Qt::Key_F3);
    QTRY_COMPARE(shown.hits(), u"3 of 4"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(shown.hits(), u"2 of 4"_s);
    QTest::keyClick(field, Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(shown.hits(), u"1 of 4"_s);
    shown.press(u"logFindPrevious"_s); // round the other way
    QTRY_COMPARE(shown.hits(), u"4 of 4"_s);
    QTRY_VERIFY(shown.seen().contains(u"line 17500 Needle here"_s));
    shown.press(u"logFindNext"_s);
    QTRY_COMPARE(shown.hits(), u"1 of 4"_s);
    // What is found is painted as such.
    const QImage image = shown.log->viewport()->grab().toImage();
    const QPoint found = shown.at(2'500, 11) + QPoint(2, -4);
    QCOMPARE(image.pixelColor(found * image.devicePixelRatio()),
        coloursFor(shown.window.palette()).accent);

    shown.press(u"logFindCase"_s);
    QTRY_COMPARE(shown.hits(), u"No hits"_s);
    shown.press(u"logFindCase"_s);
    field->selectAll();
    QTest::keyClicks(field, u"line 19"_s);
    QTRY_VERIFY(shown.hits().endsWith(u"of 1,111"_s)); // 19, 190-199, 1900-1999, 19000-19999
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(shown.log->hasFocus());
}

void TestLogActions::searchMeetsWhatComesLater()
{
    ShownLog shown;
    QVERIFY(shown.open("o one needle\no two\n"));
    shown.key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(shown.findField(), u"needle"_s);
    QTRY_COMPARE(shown.hits(), u"1 of 1"_s);
    QVERIFY(shown.append({ { LogChannel::Err, "a Needle, needle" } }));
    QTRY_COMPARE(shown.hits(), u"1 of 3"_s);
    QTest::keyClick(shown.findField(), Qt::Key_Return);
    QTest::keyClick(shown.findField(), Qt::Key_Return);
    QTRY_COMPARE(shown.hits(), u"3 of 3"_s);
}

void TestLogActions::searchEndsWithItsTask()
{
    ShownLog shown;
    QVERIFY(shown.open("o needle\no needle\n"));
    shown.key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(shown.findField(), u"needle"_s);
    QTRY_COMPARE(shown.hits(), u"1 of 2"_s);
    const Task other = madeTask(2, pullOf(u"alpine"_s), TaskStatus::Pulling);
    shown.queue.add(other);
    shown.window.findChild<TaskTableView *>()->select(other.id);
    QTRY_COMPARE(shown.hits(), u"No hits"_s); // of the log that is shown now
    shown.window.findChild<TaskTableView *>()->select(shown.task.id);
    QTRY_COMPARE(shown.hits(), u"1 of 2"_s);
}

void TestLogActions::aLinkIsOpenedByAClickAndFromTheMenu()
{
    OutsideBrowser browser;
    ShownLog shown;
    QVERIFY(shown.open("o see (https://example.org/a_(b)?q=1), or ask.\n"
                       "o no link here ftp://x.org\n"
                       "o \x1b]8;;https://example.org/hidden\x1b\\the manual\x1b]8;;\x1b\\ too\n"));
    const QUrl written(u"https://example.org/a_(b)?q=1"_s);
    QTRY_COMPARE(shown.seen().size(), 3);
    QTest::mouseMove(shown.log->viewport(), shown.at(0, 10));
    QTRY_COMPARE(shown.log->viewport()->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseClick(shown.log->viewport(), Qt::LeftButton, {}, shown.at(0, 10));
    QCOMPARE(browser.opened, QList<QUrl>{ written });
    QTest::mouseClick(shown.log->viewport(), Qt::LeftButton, Qt::ControlModifier, shown.at(2, 4));
    QCOMPARE(browser.opened.last(), QUrl(u"https://example.org/hidden"_s));
    for (const QPoint &beside :
        { shown.at(0, 1), shown.at(0, 38), shown.at(1, 18), shown.at(2, 13) })
        QTest::mouseClick(shown.log->viewport(), Qt::LeftButton, {}, beside);
    QCOMPARE(browser.opened.size(), 2);
    QTest::mouseMove(shown.log->viewport(), shown.at(1, 2));
    QTRY_COMPARE(shown.log->viewport()->cursor().shape(), Qt::IBeamCursor);
    // Who drags over a link selects it.
    QTest::mousePress(shown.log->viewport(), Qt::LeftButton, {}, shown.at(0, 5));
    QTest::mouseMove(shown.log->viewport(), shown.at(0, 25));
    QTest::mouseRelease(shown.log->viewport(), Qt::LeftButton, {}, shown.at(0, 25));
    QVERIFY(shown.log->hasSelection());
    QCOMPARE(browser.opened.size(), 2);

    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
    QCoreApplication::sendEvent(shown.log, &byKey);
    auto *menu = shown.window.findChild<QMenu *>(u"logMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(browser.opened.size(), 3);
    QCOMPARE(browser.opened.last(), written);
}

void TestLogActions::theMouseSelectsAndCopies()
{
    ShownLog shown;
    QVERIFY(shown.open("o one two\no \x1b[32mthree\x1b[0m four\no five\n"));
    QTRY_COMPARE(shown.seen().size(), 3);
    auto *copy = shown.window.findChild<QToolButton *>(u"copyLog"_s);
    QVERIFY(!copy->isEnabled());
    QTest::mousePress(shown.log->viewport(), Qt::LeftButton, {}, shown.at(0, 4));
    QTest::mouseMove(shown.log->viewport(), shown.at(1, 2));
    QTest::mouseMove(shown.log->viewport(), shown.at(1, 5));
    QTest::mouseRelease(shown.log->viewport(), Qt::LeftButton, {}, shown.at(1, 5));
    QVERIFY(copy->isEnabled());
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(copy, Qt::LeftButton);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"two\nthree"_s);
    QTest::mouseDClick(shown.log->viewport(), Qt::LeftButton, {}, shown.at(1, 8));
    shown.key(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"four"_s);
    QTest::mouseClick(shown.log->viewport(), Qt::LeftButton, {}, shown.at(0, 0));
    QTest::mouseClick(shown.log->viewport(), Qt::LeftButton, Qt::ShiftModifier, shown.at(2, 4));
    shown.key(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"one two\nthree four\nfive"_s);
}

void TestLogActions::keysSelectAndCopy()
{
    ShownLog shown;
    QVERIFY(shown.open("o one two\no three\no four\n"));
    QTRY_COMPARE(shown.seen().size(), 3);
    for (int step = 0; step < 3; ++step)
        shown.key(Qt::Key_Right, Qt::ShiftModifier);
    QGuiApplication::clipboard()->clear();
    shown.key(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"one"_s);
    shown.key(Qt::Key_Down, Qt::ShiftModifier);
    shown.key(Qt::Key_End, Qt::ShiftModifier);
    shown.key(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"one two\nthree"_s);
    shown.key(Qt::Key_Left, Qt::ShiftModifier);
    shown.key(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"one two\nthre"_s);
    shown.key(Qt::Key_Escape);
    QVERIFY(!shown.log->hasSelection());
}

void TestLogActions::copyReachesBeyondTheScreen()
{
    QByteArray content;
    QStringList texts;
    for (int number = 0; number < 10'000; ++number) {
        content += "o line " + QByteArray::number(number) + "\n";
        texts << u"line %1"_s.arg(number);
    }
    ShownLog shown;
    QVERIFY(shown.open(content));
    QGuiApplication::clipboard()->clear();
    shown.key(Qt::Key_A, Qt::ControlModifier);
    shown.key(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), texts.join(u'\n'));
}

void TestLogActions::theLogIsSavedWithoutCodes()
{
    QTemporaryDir folder;
    ShownLog shown;
    QVERIFY(shown.open(coloured()));
    shown.press(u"saveLog"_s);
    auto *dialog = shown.window.findChild<QFileDialog *>(u"saveLogDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    dialog->setDirectory(folder.path());
    auto *name = dialog->findChild<QLineEdit *>();
    name->setText(folder.filePath(u"kept"_s)); // typing would open the dialog's completion
    QTest::mouseClick(
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    auto *notice = shown.window.findChild<QLabel *>(u"logNotice"_s);
    QTRY_COMPARE(notice->text(), u"Saved as %1"_s.arg(folder.filePath(u"kept.log"_s)));
    QFile file(folder.filePath(u"kept.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
        QByteArray("plain\nred deep blue yellow\non yellow\nstill on yellow and not\n"
                   "The container runs.\n"));
}

void TestLogActions::aSaveThatFailsSaysWhy()
{
    QTemporaryDir folder;
    ShownLog shown;
    QVERIFY(shown.open("o one\n"));
    const QString inNoFolder = folder.filePath(u"none/of/these.log"_s);
    const auto answer = shown.queue.saveLog(shown.task.id, inNoFolder, LogForm::Plain);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result().isEmpty());
    QVERIFY(!QFile::exists(inNoFolder));
}

void TestLogActions::ctrlFElsewhereIsTheTables()
{
    ShownLog shown;
    QVERIFY(shown.open("o one\n"));
    auto *search = shown.window.findChild<QLineEdit *>(u"search"_s);
    shown.key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!search->hasFocus());
    QTRY_VERIFY(shown.findField()->hasFocus());
    auto *table = shown.window.findChild<TaskTableView *>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(search->hasFocus());
}

QTEST_MAIN(TestLogActions)
#include "moc_outside_browser.cpp"
#include "test_log_actions.moc"
