#include "core/process/line_splitter.h"

#include <QStringConverter>
#include <QTest>

#include <random>

using namespace slipway;

namespace {

// The whole text's lines, by a rule written another way than the splitter's: first every line end
// becomes an LF, or nothing when it ends nothing.
QList<QByteArray> linesOf(QByteArray text)
{
    QByteArray plain;
    while (!text.isEmpty()) {
        if (text.front() != '\r') {
            plain += text.front();
            text.remove(0, 1);
            continue;
        }
        while (text.startsWith('\r'))
            text.remove(0, 1);
        const bool withLf = text.startsWith('\n');
        if (withLf)
            text.remove(0, 1);
        if (withLf || !(plain.isEmpty() || plain.endsWith('\n')))
            plain += '\n';
    }
    QList<QByteArray> lines = plain.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QList<QByteArray> fedAtOnce(LineSplitter splitter, const QByteArray &text)
{
    QList<QByteArray> lines = splitter.feed(text);
    lines += splitter.finish();
    return lines;
}

QByteArray randomText(std::mt19937 &random)
{
    static const QList<QByteArray> parts{ "a", "bc", "\n", "\n", "\r", "\r\n", "\r\r\n", "\t",
        "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x90\xB3", "\x1B[2K" };
    QByteArray text;
    for (int count = static_cast<int>(random() % 60); count > 0; --count)
        text += parts.at(static_cast<qsizetype>(random() % parts.size()));
    return text;
}

QList<QByteArray> fedInRandomChunks(
    LineSplitter splitter, const QByteArray &text, std::mt19937 &random)
{
    QList<QByteArray> lines;
    for (qsizetype at = 0; at < text.size();) {
        const auto chunk = text.mid(at, static_cast<qsizetype>(1 + random() % 7));
        lines += splitter.feed(chunk);
        at += chunk.size();
    }
    lines += splitter.finish();
    return lines;
}

bool isWholeUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    Q_UNUSED(text);
    return !decoder.hasError() && QString::fromUtf8(bytes).toUtf8() == bytes;
}

} // namespace

class TestLineSplitter : public QObject {
    Q_OBJECT

private slots:
    void splitsAtEveryKindOfLineEnd_data();
    void splitsAtEveryKindOfLineEnd();
    void givesALineAtItsCarriageReturn();
    void waitsForTheEndOfALine();
    void cutsALongLineBetweenLetters();
    void cutsWhatIsNotUtf8Anyway();
    void aLineOfExactlyTheLongestLengthStaysWhole();
    void doesNotDependOnChunks();
};

void TestLineSplitter::splitsAtEveryKindOfLineEnd_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("lines");
    using Lines = QList<QByteArray>;
    QTest::newRow("nothing") << QByteArray() << Lines{};
    QTest::newRow("LF") << QByteArray("a\nb\n") << Lines{ "a", "b" };
    QTest::newRow("no end") << QByteArray("a\nb") << Lines{ "a", "b" };
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << Lines{ "a", "b" };
    QTest::newRow("CR") << QByteArray("10%\r20%\r") << Lines{ "10%", "20%" };
    QTest::newRow("empty lines by LF") << QByteArray("a\n\nb\n\n") << Lines{ "a", "", "b", "" };
    QTest::newRow("empty line by CRLF") << QByteArray("a\r\n\r\nb") << Lines{ "a", "", "b" };
    QTest::newRow("CR CR LF") << QByteArray("a\r\r\nb") << Lines{ "a", "b" };
    QTest::newRow("run of CR") << QByteArray("a\r\r\rb") << Lines{ "a", "b" };
    QTest::newRow("CR first") << QByteArray("\rb\n") << Lines{ "b" };
    QTest::newRow("CR after LF") << QByteArray("a\n\rb\n") << Lines{ "a", "b" };
    QTest::newRow("only CR CR LF") << QByteArray("\r\r\n") << Lines{ "" };
    QTest::newRow("CR LF LF") << QByteArray("a\r\n\nb") << Lines{ "a", "", "b" };
    QTest::newRow("zero byte") << QByteArray("a\0b\n", 4) << Lines{ QByteArray("a\0b", 3) };
}

void TestLineSplitter::splitsAtEveryKindOfLineEnd()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<QByteArray>, lines);
    QCOMPARE(fedAtOnce(LineSplitter(), text), lines);
    QCOMPARE(linesOf(text), lines); // the random test relies on it
}

void TestLineSplitter::givesALineAtItsCarriageReturn()
{
    LineSplitter splitter;
    QCOMPARE(splitter.feed("50%\r"), QList<QByteArray>{ "50%" });
    QCOMPARE(splitter.feed("\n"), QList<QByteArray>{});
    QCOMPARE(splitter.feed("\n"), QList<QByteArray>{ "" });
}

void TestLineSplitter::waitsForTheEndOfALine()
{
    LineSplitter splitter;
    QCOMPARE(splitter.feed("caf\xC3"), QList<QByteArray>{});
    QCOMPARE(splitter.feed("\xA9"), QList<QByteArray>{});
    QCOMPARE(splitter.finish(), QList<QByteArray>{ "caf\xC3\xA9" });
    QCOMPARE(splitter.finish(), QList<QByteArray>{});
}

void TestLineSplitter::cutsALongLineBetweenLetters()
{
    LineSplitter splitter(8);
    const auto lines = splitter.feed("ab\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC"
                                     "cdefgh\nx");
    QCOMPARE(lines,
        (QList<QByteArray>{ "ab\xE2\x82\xAC\xE2\x82\xAC",
            "\xE2\x82\xAC"
            "cdefg",
            "h" }));
    QCOMPARE(splitter.finish(), QList<QByteArray>{ "x" });
}

void TestLineSplitter::cutsWhatIsNotUtf8Anyway()
{
    LineSplitter splitter(8);
    QCOMPARE(splitter.feed(QByteArray(20, '\x80')),
        (QList<QByteArray>{ QByteArray(8, '\x80'), QByteArray(8, '\x80') }));
    QCOMPARE(splitter.finish(), QList<QByteArray>{ QByteArray(4, '\x80') });
}

void TestLineSplitter::aLineOfExactlyTheLongestLengthStaysWhole()
{
    LineSplitter splitter(8);
    QCOMPARE(
        splitter.feed("12345678\r\n12345678\r"), (QList<QByteArray>{ "12345678", "12345678" }));
    QCOMPARE(splitter.feed("12345678"), QList<QByteArray>{});
    QCOMPARE(splitter.finish(), QList<QByteArray>{ "12345678" });
}

void TestLineSplitter::doesNotDependOnChunks()
{
    const auto seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 3000; ++round) {
        const QByteArray text = randomText(random);
        QCOMPARE(fedInRandomChunks(LineSplitter(), text, random), linesOf(text));

        const auto pieces = fedAtOnce(LineSplitter(8), text);
        QCOMPARE(fedInRandomChunks(LineSplitter(8), text, random), pieces);
        QCOMPARE(pieces.join(), linesOf(text).join());
        for (const QByteArray &piece : pieces) {
            QVERIFY(piece.size() <= 8);
            QVERIFY2(isWholeUtf8(piece), piece.toHex(' ').constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestLineSplitter)
#include "test_line_splitter.moc"
