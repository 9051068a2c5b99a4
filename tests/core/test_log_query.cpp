// Looking for something in a log: what counts as a hit, and the reading of a whole file.
#include "core/executor/log_query.h"
#include "core/executor/terminal_text.h"
#include "store_samples.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestLogQuery : public QObject {
    Q_OBJECT

private slots:
    void hits_data();
    void hits();
    void whoCountsAndWhoShowsAgree();
    void theWholeFileIsReadInParts();
    void readingGoesOnWhereItEnded();
    void aCancelledReadingEnds();
    void aLogThatIsNotThereHasNoHits();
    void savingKeepsCodesWhenAsked();
};

void TestLogQuery::hits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("caseSensitive");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << u"x"_s << false << QByteArray("abc") << 0;
    QTest::newRow("any case") << u"ab"_s << false << QByteArray("ab AB aB") << 3;
    QTest::newRow("this case") << u"aB"_s << true << QByteArray("ab AB aB") << 1;
    QTest::newRow("not overlapping") << u"aa"_s << false << QByteArray("aaaaa") << 2;
    QTest::newRow("through colours")
        << u"needle"_s << false << QByteArray("a \x1b[31mNee\x1b[0mdle") << 1;
    QTest::newRow("no code is met") << u"31"_s << false << QByteArray("\x1b[31mred") << 0;
    QTest::newRow("letters beyond ASCII") << u"ÜBER"_s << false << u"Über über"_s.toUtf8() << 2;
    QTest::newRow("empty query") << QString() << false << QByteArray("abc") << 0;
    QTest::newRow("empty line") << u"a"_s << false << QByteArray() << 0;
}

void TestLogQuery::hits()
{
    QFETCH(QString, text);
    QFETCH(bool, caseSensitive);
    QFETCH(QByteArray, line);
    LogMatcher matcher({ text, caseSensitive });
    QTEST(matcher.count(line), "count");
}

void TestLogQuery::whoCountsAndWhoShowsAgree()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QStringList pieces{ u"a"_s, u"A"_s, u"b"_s, u"K"_s, u"k"_s, u"\u212A"_s, u"ß"_s, u"ü"_s,
        u"Ü"_s, u"\x1b[1m"_s, u"\t"_s, u" "_s, u"é"_s };
    const auto piece = [&] { return pieces[random.bounded(pieces.size())]; };
    for (int round = 0; round < 5000; ++round) {
        QString line;
        for (int count = random.bounded(30); count > 0; --count)
            line += piece();
        QString text;
        for (int count = 1 + random.bounded(2); count > 0; --count)
            text += piece();
        if (text.contains(u'\x1b'))
            continue;
        LogMatcher matcher({ text, random.bounded(2) == 0 });
        const QString shown = QString::fromUtf8(withoutTerminalCodes(line.toUtf8()));
        QCOMPARE(matcher.count(line.toUtf8()), matcher.spans(shown).size());
    }
}

namespace {

LogLines many(int count)
{
    LogLines lines;
    for (int number = 0; number < count; ++number)
        lines.append({ LogChannel::Out, "line " + QByteArray::number(number) });
    return lines;
}

// A store with one log in it.
struct Stored {
    QTemporaryDir folder;
    TaskStore store{ folder.path() };
    TaskId id = QUuid::createUuid();

    bool write(const LogLines &lines)
    {
        if (!m_isLoaded)
            m_isLoaded = loadAndWait(store).has_value();
        QSignalSpy grew(&store, &TaskJournal::logGrew);
        store.appendLog(id, lines);
        return m_isLoaded && grew.wait();
    }
    QList<LogHits> find(const QString &text, const LogPlace &from = {})
    {
        QFuture<LogHits> answer = store.findInLog(id, { text, false }, from);
        return QTest::qWaitFor([&] { return answer.isFinished(); }) ? answer.results()
                                                                    : QList<LogHits>();
    }

private:
    bool m_isLoaded = false;
};

} // namespace

void TestLogQuery::theWholeFileIsReadInParts()
{
    Stored stored;
    QVERIFY(stored.write(many(10'000)));
    const QList<LogHits> parts = stored.find(u"LINE 99"_s);
    QVERIFY(parts.size() >= 9);
    qint64 line = 0;
    int count = 0;
    for (const LogHits &part : parts) {
        QCOMPARE(part.from, line);
        line = part.to.line;
        count += part.count;
    }
    QCOMPARE(line, 10'000);
    QCOMPARE(count, 1 + 10 + 100); // 99, 990-999, 9900-9999
}

void TestLogQuery::readingGoesOnWhereItEnded()
{
    Stored stored;
    QVERIFY(stored.write(many(1'500)));
    const LogPlace end = stored.find(u"line"_s).last().to;
    QCOMPARE(end.line, 1'500);
    QVERIFY(stored.find(u"line"_s, end).isEmpty());
    QVERIFY(stored.write({ { LogChannel::Err, "another line" }, { LogChannel::Note, "no more" } }));
    const QList<LogHits> later = stored.find(u"line"_s, end);
    QCOMPARE(later.size(), 1);
    QCOMPARE(later.first().from, 1'500);
    QCOMPARE(later.first().to.line, 1'502);
    QCOMPARE(later.first().count, 1);
}

void TestLogQuery::aCancelledReadingEnds()
{
    Stored stored;
    QVERIFY(stored.write(many(400'000)));
    QFuture<LogHits> answer = stored.store.findInLog(stored.id, { u"line"_s, false }, {});
    answer.cancel();
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.resultCount() < 300); // of 391 parts
}

void TestLogQuery::aLogThatIsNotThereHasNoHits()
{
    Stored stored;
    QVERIFY(stored.find(u"line"_s).isEmpty());
}

void TestLogQuery::savingKeepsCodesWhenAsked()
{
    Stored stored;
    QVERIFY(stored.write({ { LogChannel::Out, "\x1b[31mred\x1b[0m" }, { LogChannel::Note, "" } }));
    for (LogForm form : { LogForm::Plain, LogForm::WithCodes }) {
        const QString path = stored.folder.filePath(u"saved.txt"_s);
        const QFuture<QString> answer = stored.store.saveLog(stored.id, path, form);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result(), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
            form == LogForm::Plain ? QByteArray("red\n\n") : QByteArray("\x1b[31mred\x1b[0m\n\n"));
    }
}

QTEST_GUILESS_MAIN(TestLogQuery)
#include "test_log_query.moc"
