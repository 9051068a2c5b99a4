// The log as a person meets it: in the window, with mouse and keys, over logs in files.
#include "tests/support/stored_log_queue.h"
#include "ui/detail/detail_panel.h"
#include "ui/detail/log_colours.h"
#include "ui/detail/log_view.h"
#include "ui/main_window.h"
#include "ui/tasks/task_table_view.h"

#include <QAccessible>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <malloc.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

LogLines numbered(qint64 from, int count)
{
    LogLines lines;
    for (qint64 number = from; number < from + count; ++number)
        lines << LogLine{ LogChannel::Out, "line " + QByteArray::number(number) };
    return lines;
}

// A window in which a running container's log is open.
struct Shown {
    StoredLogQueue queue;
    Task task = madeTask(1, DockerRun{ u"acme/tests"_s }, TaskStatus::Running);
    MainWindow window{ queue };
    LogView *log = nullptr; // once it is open
    qint64 lines = 0;

    // `content`: of the file, as the store writes it.
    bool open(const QByteArray &content = {})
    {
        if (!QTest::qWaitFor([this] { return queue.isOpen(); }))
            return false;
        if (!content.isEmpty()) {
            QFile file(queue.fileOf(task.id));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                return false;
            lines = content.count('\n');
        }
        return show();
    }
    bool show()
    {
        queue.add(task);
        window.resize(900, 560);
        window.show();
        auto *table = window.findChild<TaskTableView *>();
        if (!QTest::qWaitFor([table] { return table->isVisible(); }))
            return false;
        table->select(task.id);
        window.findChild<DetailPanel *>()->openPage(DetailPanel::Log);
        log = window.findChild<LogView *>();
        if (!log || !QTest::qWaitForWindowActive(&window))
            return false;
        log->setFocus();
        return QTest::qWaitFor([this] { return log->lineCount() == lines; });
    }
    bool append(const LogLines &more)
    {
        queue.append(task.id, more);
        lines += more.size();
        return QTest::qWaitFor([this] { return log->pages().total() == lines; });
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const
    {
        QTest::keyClick(log, key, with);
    }
    // Waits until the lines on the screen are here.
    QStringList seen() const
    {
        if (!QTest::qWaitFor([&] { return !log->visibleLines().isEmpty(); }))
            return {};
        return log->visibleLines();
    }
    QString last() const { return seen().isEmpty() ? QString() : seen().last(); }
    QLineEdit *findField() const { return window.findChild<QLineEdit *>(u"logFind"_s); }
    QString hits() const { return window.findChild<QLabel *>(u"logFindCount"_s)->text(); }
    QPushButton *follow() const { return window.findChild<QPushButton *>(u"followLog"_s); }
    void press(const QString &button) const
    {
        QTest::mouseClick(window.findChild<QToolButton *>(button), Qt::LeftButton);
    }
    QPoint at(qint64 line, int column) const { return log->rectOf({ line, column }).center(); }
};

// Notes what would be opened outside.
struct Browser : QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened << url; }
};

qint64 residentBytes()
{
    malloc_trim(0);
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return -1;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

QByteArray coloured()
{
    return "o plain\n"
           "o \x1b[31mred\x1b[0m \x1b[1;38;5;21mdeep blue\x1b[0m "
           "\x1b[38;2;255;255;0myellow\x1b[0m\n"
           "e \x1b[43;30mon yellow\n"
           "e still on yellow\x1b[m and not\n"
           "n The container runs.\n";
}

} // namespace

class TestLogView : public QObject {
    Q_OBJECT

private slots:
    void followsAtTheEndAndStaysWhereTheReaderIs();
    void theButtonTellsWhatWasMissedAndFollows();
    void aMillionLinesTakeNoMemory();
    void searchGoesThroughTheWholeFile();
    void searchMeetsWhatComesLater();
    void searchEndsWithItsTask();
    void wrappedLinesAreReadRowByRow();
    void coloursStayAndAreReadable_data();
    void coloursStayAndAreReadable();
    void aLinkIsOpenedByAClickAndFromTheMenu();
    void theMouseSelectsAndCopies();
    void keysSelectAndCopy();
    void copyReachesBeyondTheScreen();
    void theLogIsSavedWithoutCodes();
    void aSaveThatFailsSaysWhy();
    void ctrlFElsewhereIsTheTables();
    void screenReadersHearTheVisibleLines();
};

void TestLogView::followsAtTheEndAndStaysWhereTheReaderIs()
{
    Shown shown;
    QVERIFY(shown.open());
    QVERIFY(shown.append(numbered(0, 500)));
    QTRY_COMPARE(shown.last(), u"line 499"_s);
    QVERIFY(shown.append(numbered(500, 300)));
    QTRY_COMPARE(shown.last(), u"line 799"_s);
    QVERIFY(!shown.follow()->isVisible());

    shown.key(Qt::Key_PageUp);
    QVERIFY(!shown.log->isFollowing());
    const QStringList read = shown.seen();
    const int place = shown.log->verticalScrollBar()->value();
    QVERIFY(shown.append(numbered(800, 5000)));
    QTRY_COMPARE(shown.log->lineCount(), 5800);
    QCOMPARE(shown.seen(), read);
    QCOMPARE(shown.log->verticalScrollBar()->value(), place);
    QVERIFY(shown.log->verticalScrollBar()->maximum() > 5700);

    shown.key(Qt::Key_End);
    QTRY_COMPARE(shown.last(), u"line 5799"_s);
    QVERIFY(shown.append(numbered(5800, 10)));
    QTRY_COMPARE(shown.last(), u"line 5809"_s);
}

void TestLogView::theButtonTellsWhatWasMissedAndFollows()
{
    Shown shown;
    QVERIFY(shown.open());
    QVERIFY(shown.append(numbered(0, 500)));
    QTRY_COMPARE(shown.last(), u"line 499"_s);
    shown.key(Qt::Key_Home);
    QCOMPARE(shown.seen().first(), u"line 0"_s);
    QVERIFY(shown.follow()->isVisible());
    QVERIFY(shown.append(numbered(500, 120)));
    QTRY_VERIFY(shown.follow()->text().contains(u"120"_s));
    QTest::mouseClick(shown.follow(), Qt::LeftButton);
    QTRY_COMPARE(shown.last(), u"line 619"_s);
    QVERIFY(!shown.follow()->isVisible());
    // The wheel leaves the end as the keys do.
    QWheelEvent up(QPointF(50, 20), shown.log->viewport()->mapToGlobal(QPointF(50, 20)), {},
        { 0, 120 }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(shown.log->viewport(), &up);
    QVERIFY(shown.follow()->isVisible());
}

void TestLogView::aMillionLinesTakeNoMemory()
{
    constexpr int count = 1'000'000;
    Shown shown;
    QTRY_VERIFY(shown.queue.isOpen());
    {
        QFile file(shown.queue.fileOf(shown.task.id));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray rest = " of a million, and what is said in it: " + QByteArray(40, '.');
        for (int number = 0; number < count; ++number)
            file.write("o line " + QByteArray::number(number)
                + (number % 100'000 == 77'777 ? " NEEDLE" : "") + rest + "\n");
    }
    QVERIFY(QFileInfo(shown.queue.fileOf(shown.task.id)).size() > 90'000'000);
    shown.lines = count;
    const qint64 before = residentBytes();
    QVERIFY(before > 0);
    QVERIFY(shown.show());
    QTRY_VERIFY(shown.last().startsWith(u"line 999999 "_s));
    // Through all of it, in steps, and there is always something to read.
    for (int place = 0; place < count - 100; place += 2'503) {
        shown.log->verticalScrollBar()->setValue(place);
        QTRY_VERIFY(!shown.log->visibleLines().isEmpty());
        QCOMPARE(shown.log->visibleLines().first().section(u' ', 0, 1), u"line %1"_s.arg(place));
    }
    shown.key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(shown.findField(), u"line"_s);
    QTRY_VERIFY(shown.hits().contains(u"1,000,000"_s) && !shown.hits().contains(u"far"_s));
    const qint64 grown = residentBytes() - before;
    qInfo("%d lines opened, walked through and searched: %lld KiB more", count, grown / 1024);
    QVERIFY2(grown < 32 * 1024 * 1024, qPrintable(QString::number(grown)));
}

void TestLogView::searchGoesThroughTheWholeFile()
{
    QByteArray content;
    for (int number = 0; number < 20'000; ++number)
        content += "o line " + QByteArray::number(number)
            + (number % 5'000 == 2'500 ? " \x1b[31mNee\x1b[32mdle\x1b[0m here\n" : "\n");
    Shown shown;
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

void TestLogView::searchMeetsWhatComesLater()
{
    Shown shown;
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

void TestLogView::searchEndsWithItsTask()
{
    Shown shown;
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

void TestLogView::wrappedLinesAreReadRowByRow()
{
    QByteArray word = "o ";
    for (int number = 0; number < 600; ++number)
        word += "word" + QByteArray::number(number) + ' ';
    Shown shown;
    QVERIFY(shown.open("o first\n" + word + "\no last\n"));
    QTRY_VERIFY(shown.log->horizontalScrollBar()->maximum() > 1000);
    shown.press(u"wrapLog"_s);
    QVERIFY(shown.log->wraps());
    QTRY_COMPARE(shown.log->horizontalScrollBar()->maximum(), 0);
    QTRY_COMPARE(shown.last(), u"last"_s); // it followed, and still does
    shown.key(Qt::Key_Up);
    QTRY_COMPARE(shown.log->firstVisibleLine(), 1); // inside the long line
    QVERIFY(!shown.log->isFollowing());
    // Each row of it can be reached by keys: the first line is some presses away, not one.
    int presses = 0;
    for (; shown.log->firstVisibleLine() > 0 && presses < 1000; ++presses)
        shown.key(Qt::Key_Up);
    QVERIFY2(presses > 20 && presses < 200, qPrintable(QString::number(presses)));
    shown.key(Qt::Key_End);
    QTRY_COMPARE(shown.last(), u"last"_s);
    // Its last word is on the screen, within the width.
    const QRect end = shown.log->rectOf({ 1, word.size() - 4 });
    QVERIFY(shown.log->viewport()->rect().contains(end.center()));
    shown.press(u"wrapLog"_s);
    QTRY_VERIFY(shown.log->horizontalScrollBar()->maximum() > 1000);
}

void TestLogView::coloursStayAndAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestLogView::coloursStayAndAreReadable()
{
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? ThemeScheme::Dark : ThemeScheme::Light);
    const Colours &colours = coloursOf(dark ? ThemeScheme::Dark : ThemeScheme::Light);
    // All 256 colours and a grid of true ones, as text and as ground.
    TerminalStyle style;
    const auto check = [&](const TerminalColour &colour) {
        style = {};
        style.front = colour;
        QVERIFY(contrastOf(formatOf(style, colours).foreground().color(), colours.base)
            >= leastContrast);
        style.faint = true;
        QVERIFY(contrastOf(formatOf(style, colours).foreground().color(), colours.base)
            >= leastContrast);
        style = {};
        style.back = colour;
        const QTextCharFormat back = formatOf(style, colours);
        const QColor ground = back.hasProperty(QTextFormat::BackgroundBrush)
            ? back.background().color()
            : colours.base;
        QVERIFY(contrastOf(back.foreground().color(), ground) >= leastContrast);
    };
    for (quint32 number = 0; number < 256; ++number)
        check({ TerminalColour::Kind::Indexed, number });
    for (quint32 rgb = 0; rgb < 0x1000000; rgb += 0x0b0d11)
        check({ TerminalColour::Kind::Rgb, rgb });
    for (bool current : { false, true }) {
        const QTextCharFormat hit = hitFormat(current, colours);
        QVERIFY(contrastOf(hit.foreground().color(), hit.background().color()) >= leastContrast);
    }

    // On the screen: red is painted reddish, a ground spans lines of its channel until it ends.
    Shown shown;
    QVERIFY(shown.open(coloured()));
    QCOMPARE(shown.seen(),
        (QStringList{ u"plain"_s, u"red deep blue yellow"_s, u"on yellow"_s,
            u"still on yellow and not"_s, u"The container runs."_s }));
    const QImage image = shown.log->viewport()->grab().toImage();
    const auto colourAt = [&](qint64 line, int column) {
        return image.pixelColor(shown.log->rectOf({ line, column }).topLeft() + QPoint(1, 1));
    };
    QVERIFY(colourAt(2, 3) != colours.base);
    QCOMPARE(colourAt(3, 3), colourAt(2, 3));
    QCOMPARE(colourAt(3, 20), colours.base);
    const QRect word(
        shown.log->rectOf({ 1, 0 }).topLeft(), shown.log->rectOf({ 1, 3 }).bottomRight());
    bool isRed = false;
    for (int x = word.left(); x <= word.right(); ++x) {
        for (int y = word.top(); y <= word.bottom(); ++y) {
            const QColor colour = image.pixelColor(x, y);
            isRed = isRed || colour.red() > colour.blue() + 60;
        }
    }
    QVERIFY(isRed);
}

void TestLogView::aLinkIsOpenedByAClickAndFromTheMenu()
{
    Browser browser;
    Shown shown;
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

void TestLogView::theMouseSelectsAndCopies()
{
    Shown shown;
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

void TestLogView::keysSelectAndCopy()
{
    Shown shown;
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

void TestLogView::copyReachesBeyondTheScreen()
{
    QByteArray content;
    QStringList texts;
    for (int number = 0; number < 10'000; ++number) {
        content += "o line " + QByteArray::number(number) + "\n";
        texts << u"line %1"_s.arg(number);
    }
    Shown shown;
    QVERIFY(shown.open(content));
    QGuiApplication::clipboard()->clear();
    shown.key(Qt::Key_A, Qt::ControlModifier);
    shown.key(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), texts.join(u'\n'));
}

void TestLogView::theLogIsSavedWithoutCodes()
{
    QTemporaryDir folder;
    Shown shown;
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

void TestLogView::aSaveThatFailsSaysWhy()
{
    QTemporaryDir folder;
    Shown shown;
    QVERIFY(shown.open("o one\n"));
    const QString inNoFolder = folder.filePath(u"none/of/these.log"_s);
    const auto answer = shown.queue.saveLog(shown.task.id, inNoFolder, LogForm::Plain);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result().isEmpty());
    QVERIFY(!QFile::exists(inNoFolder));
}

void TestLogView::ctrlFElsewhereIsTheTables()
{
    Shown shown;
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

void TestLogView::screenReadersHearTheVisibleLines()
{
    Shown shown;
    QVERIFY(shown.open(coloured()));
    QAccessibleInterface *log = QAccessible::queryAccessibleInterface(shown.log);
    QVERIFY(log && log->textInterface());
    QCOMPARE(log->role(), QAccessible::EditableText);
    QVERIFY(log->state().readOnly);
    QCOMPARE(log->text(QAccessible::Name), u"Log"_s);
    QAccessibleTextInterface *text = log->textInterface();
    QCOMPARE(text->text(0, text->characterCount()), shown.seen().join(u'\n'));
    QVERIFY(text->characterRect(8).isValid());
    QCOMPARE(text->offsetAtPoint(text->characterRect(8).center()), 8);
    // Every button beside it has a name.
    for (const QString &name : { u"findInLog"_s, u"wrapLog"_s, u"copyLog"_s, u"saveLog"_s })
        QVERIFY(!shown.window.findChild<QToolButton *>(name)->accessibleName().isEmpty());
}

QTEST_MAIN(TestLogView)
#include "test_log_view.moc"
