// How a log is read: it follows its end or stays in place, however long, wide or coloured it is.
#include "tests/ui/shown_log.h"
#include "ui/detail/log_colours.h"

#include <QAccessible>
#include <QScrollBar>
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

qint64 residentBytes()
{
    malloc_trim(0);
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly))
        return -1;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

class TestLogView : public QObject {
    Q_OBJECT

private slots:
    void followsAtTheEndAndStaysWhereTheReaderIs();
    void theButtonTellsWhatWasMissedAndFollows();
    void aMillionLinesTakeNoMemory();
    void wrappedLinesAreReadRowByRow();
    void coloursStayAndAreReadable_data();
    void coloursStayAndAreReadable();
    void screenReadersHearTheVisibleLines();
};

void TestLogView::followsAtTheEndAndStaysWhereTheReaderIs()
{
    ShownLog shown;
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
    ShownLog shown;
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
    ShownLog shown;
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

void TestLogView::wrappedLinesAreReadRowByRow()
{
    QByteArray word = "o ";
    for (int number = 0; number < 600; ++number)
        word += "word" + QByteArray::number(number) + ' ';
    ShownLog shown;
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
    ShownLog shown;
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

void TestLogView::screenReadersHearTheVisibleLines()
{
    ShownLog shown;
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
