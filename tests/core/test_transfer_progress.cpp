// Recorded pulls of docker 28.2.2 on a terminal, and what a registry told of their layers before.
#include "core/docker/transfer_progress.h"
#include "core/executor/terminal_text.h"
#include "core/process/line_splitter.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> recordedLines(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/docker/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    LineSplitter splitter;
    QList<QByteArray> lines = splitter.feed(file.readAll()) + splitter.finish();
    for (QByteArray &line : lines)
        line = withoutTerminalCodes(line);
    return lines;
}

LayerProgress layer(const char *id, qint64 total)
{
    return { QString::fromLatin1(id), {}, 0, total };
}

// Exact totals that docker rounds to what was recorded.
const QList<LayerProgress> sixLayers{ layer("2c1e6cf7de01", 2'098'321),
    layer("3e1a8d80e381", 5'244'733), layer("093385321722", 12'588'902),
    layer("50142f250aa9", 20'978'150), layer("45cfa7f99db5", 36'708'911),
    layer("2f5432ea3e2d", 62'927'004) };
constexpr qint64 fiveOfThem = 5'244'733 + 12'588'902 + 20'978'150 + 36'708'911 + 62'927'004;

const QList<LayerProgress> cutLayers{ layer("4149c55653f6", 4'195'768),
    layer("475d5e1460b8", 20'978'150), layer("7e2bc5fc4877", 20'978'154) };
constexpr qint64 allOfThem = 4'195'768 + 20'978'150 + 20'978'154;

} // namespace

class TransferProgressTest : public QObject {
    Q_OBJECT

private slots:
    void totalIsKnownBeforeTheFirstByte();
    void layersThatAreThereDoNotCount();
    void aBrokenPullKeepsItsTotal();
    void theBarNeverRunsBackwards_data();
    void theBarNeverRunsBackwards();
    void anotherImageIsNotMeasuredByIt();
    void ownIdsOfAnEngineAddToIt();
    void whatAnEarlierAttemptPushedIsDone();
    void silenceMeansSomethingWhileBytesAreDue();
    void extractingIsTold();
};

void TransferProgressTest::totalIsKnownBeforeTheFirstByte()
{
    TransferProgress pull;
    QVERIFY(!pull.progress().bytesTotal);
    pull.expect(cutLayers);
    QCOMPARE(pull.progress().bytesTotal, allOfThem);
    QCOMPARE(pull.progress().bytesDone, 0);
    pull.feed("4149c55653f6: Pulling fs layer ");
    QCOMPARE(pull.progress().bytesTotal, allOfThem);
    QCOMPARE(pull.progress().layers,
        (QList<LayerProgress>{ { u"4149c55653f6"_s, u"Pulling fs layer"_s, 0, 4'195'768 } }));
}

void TransferProgressTest::layersThatAreThereDoNotCount()
{
    const QList<QByteArray> lines = recordedLines(u"pull-ok.pty.txt"_s);
    QVERIFY(lines.size() > 300);
    TransferProgress pull;
    pull.expect(sixLayers);
    QCOMPARE(pull.progress().bytesTotal, fiveOfThem + 2'098'321);
    bool bytesCame = false;
    for (const QByteArray &line : lines) {
        pull.feed(line);
        const TaskProgress progress = pull.progress();
        bytesCame = bytesCame || progress.bytesDone > 0;
        if (bytesCame)
            QCOMPARE(progress.bytesTotal, fiveOfThem);
        QVERIFY(progress.bytesDone <= *progress.bytesTotal);
    }
    QVERIFY(bytesCame);
    QCOMPARE(pull.progress().bytesDone, fiveOfThem);
    QCOMPARE(pull.progress().layers.first(),
        (LayerProgress{ u"2c1e6cf7de01"_s, u"Already exists"_s, 2'098'321, 2'098'321 }));
}

void TransferProgressTest::aBrokenPullKeepsItsTotal()
{
    TransferProgress pull;
    pull.expect(cutLayers);
    for (const QByteArray &line : recordedLines(u"pull-cut-3x.pty.txt"_s)) {
        pull.feed(line);
        QCOMPARE(pull.progress().bytesTotal, allOfThem);
    }
    QCOMPARE(pull.progress().bytesDone, allOfThem);
}

void TransferProgressTest::theBarNeverRunsBackwards_data()
{
    QTest::addColumn<QString>("recording");
    QTest::addColumn<int>("answeredAfter"); // lines; the registry is slower than docker
    for (int after : { 0, 1, 5, 20, 60, 150 }) {
        QTest::addRow("whole, answered after %d lines", after) << u"pull-ok.pty.txt"_s << after;
        QTest::addRow("cut, answered after %d lines", after) << u"pull-cut-3x.pty.txt"_s << after;
    }
}

void TransferProgressTest::theBarNeverRunsBackwards()
{
    QFETCH(QString, recording);
    QFETCH(int, answeredAfter);
    const QList<QByteArray> lines = recordedLines(recording);
    QVERIFY(lines.size() > answeredAfter);
    TransferProgress pull;
    int percent = 0;
    for (int number = 0; number < lines.size(); ++number) {
        if (number == answeredAfter)
            pull.expect(recording == "pull-ok.pty.txt"_L1 ? sixLayers : cutLayers);
        pull.feed(lines[number]);
        const TaskProgress progress = pull.progress();
        QVERIFY2(progress.percent >= percent && progress.percent <= 99, lines[number].constData());
        percent = progress.percent;
        if (progress.bytesTotal)
            QVERIFY2(progress.bytesDone <= *progress.bytesTotal, lines[number].constData());
    }
    QCOMPARE(percent, 99);
}

void TransferProgressTest::anotherImageIsNotMeasuredByIt()
{
    TransferProgress pull;
    pull.expect(sixLayers);
    pull.feed("aaaaaaaaaaaa: Downloading  1.000MB/2.000MB");
    QCOMPARE(pull.progress().bytesTotal, 2'000'000);
    QCOMPARE(pull.progress().bytesDone, 1'000'000);
}

// The containerd store also shows the manifest and the configuration as if they were layers.
void TransferProgressTest::ownIdsOfAnEngineAddToIt()
{
    TransferProgress pull;
    pull.expect(cutLayers);
    for (const LayerProgress &each : cutLayers)
        pull.feed(each.id.toLatin1() + ": Pulling fs layer");
    pull.feed("bbbbbbbbbbbb: Downloading  1.000kB/2.000kB");
    QCOMPARE(pull.progress().bytesTotal, allOfThem + 2000);
}

void TransferProgressTest::whatAnEarlierAttemptPushedIsDone()
{
    TransferProgress push;
    push.remember({ { u"aaaaaaaaaaaa"_s, u"Pushed"_s, 1000, 1000 },
        { u"cccccccccccc"_s, u"Pushing"_s, 100, 4000 },
        { u"dddddddddddd"_s, u"Layer already exists"_s, 0, 0 } });
    for (const char *line : { "aaaaaaaaaaaa: Layer already exists",
             "dddddddddddd: Layer already exists", "cccccccccccc: Pushing  1.000kB/4.000kB" })
        push.feed(line);
    const TaskProgress progress = push.progress();
    QCOMPARE(progress.bytesDone, 2000);
    QCOMPARE(progress.bytesTotal, 5000);
    QCOMPARE(push.keptBytes(), 1000);
    QCOMPARE(progress.layers.first(), (LayerProgress{ u"aaaaaaaaaaaa"_s, u"Kept"_s, 1000, 1000 }));

    TransferProgress third;
    third.remember(progress.layers);
    third.feed("aaaaaaaaaaaa: Layer already exists");
    QCOMPARE(third.keptBytes(), 1000);
}

void TransferProgressTest::silenceMeansSomethingWhileBytesAreDue()
{
    TransferProgress pull;
    QCOMPARE(pull.progress().awaits, Awaits::Bytes); // the first line is due
    pull.feed("aaaaaaaaaaaa: Waiting");
    QCOMPARE(pull.progress().awaits, Awaits::Others);
    pull.feed("aaaaaaaaaaaa: Downloading  1.000MB/2.000MB");
    QCOMPARE(pull.progress().awaits, Awaits::Bytes);
    pull.feed("aaaaaaaaaaaa: Downloading  2.000MB/2.000MB");
    QCOMPARE(pull.progress().awaits, Awaits::Others);
    pull.feed("aaaaaaaaaaaa: Extracting  1.000MB/2.000MB");
    QCOMPARE(pull.progress().awaits, Awaits::Others);
}

void TransferProgressTest::extractingIsTold()
{
    TransferProgress pull;
    pull.feed("aaaaaaaaaaaa: Pull complete");
    pull.feed("bbbbbbbbbbbb: Downloading  1.000MB/2.000MB");
    QCOMPARE(pull.progress().step.english(), u"1 of 2 layers"_s);
    pull.feed("bbbbbbbbbbbb: Extracting  500.0kB/2.000MB");
    QCOMPARE(pull.progress().step.english(), u"Extracting layer 2 of 2: 25 %"_s);
}

QTEST_GUILESS_MAIN(TransferProgressTest)
#include "test_transfer_progress.moc"
