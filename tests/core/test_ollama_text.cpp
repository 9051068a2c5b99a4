// The pure parts: addresses, names of models, and lines that no recording holds.
#include "core/ollama/generate_answer.h"
#include "core/ollama/model_name.h"
#include "core/ollama/ollama_address.h"
#include "core/ollama/pull_progress.h"
#include "core/ollama/text_lines.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::test {

class TestOllamaText : public QObject {
    Q_OBJECT

private slots:
    void address_data();
    void address();
    void modelNames();
    void layersAddUpToTheModel();
    void repeatedPartIsTold();
    void whatWasThereBeforeIsNoSpeed();
    void errorWinsOverSuccess();
    void thinkingIsNoAnswer();
    void longLinesBreakAtSpaces();
};

void TestOllamaText::address_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *given, const char *address) {
        QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(address);
    };
    row("", "http://127.0.0.1:11434");
    row("1.2.3.4", "http://1.2.3.4:11434");
    row("1.2.3.4:56789", "http://1.2.3.4:56789");
    row(":56789", "http://127.0.0.1:56789");
    row("http://1.2.3.4", "http://1.2.3.4:80");
    row("https://example.com", "https://example.com:443");
    row("https://example.com:56789", "https://example.com:56789");
    row("example.com/", "http://example.com:11434");
    row("example.com/ollama", "http://example.com:11434/ollama");
    row("ollama.com", "https://ollama.com:443");
    row("0.0.0.0", "http://127.0.0.1:11434");
    row("0.0.0.0:5000", "http://127.0.0.1:5000");
    row("[::]:5000", "http://[::1]:5000");
    row("[::1]", "http://[::1]:11434");
    row("::1", "http://[::1]:11434");
    row("host:99999", "http://host:11434");
    row("host:", "http://host:11434");
    row(" \"host:1\" ", "http://host:1");
}

void TestOllamaText::address()
{
    QFETCH(QString, given);
    QFETCH(QString, address);
    QCOMPARE(ollamaAddress(given), address);
    QVERIFY(ollamaUrl(address, u"/api/tags"_s).isValid());
    QCOMPARE(ollamaAddress(address), address);
}

void TestOllamaText::modelNames()
{
    QVERIFY(isSameModel(u"llama3"_s, u"llama3:latest"_s));
    QVERIFY(isSameModel(u"library/Llama3"_s, u"llama3:latest"_s));
    QVERIFY(isSameModel(
        u"http://127.0.0.1:5000/library/tiny"_s, u"127.0.0.1:5000/library/tiny:latest"_s));
    QVERIFY(!isSameModel(u"llama3:8b"_s, u"llama3"_s));
    QVERIFY(!isSameModel(u"me/llama3"_s, u"llama3"_s));
}

void TestOllamaText::layersAddUpToTheModel()
{
    PullProgress pull;
    pull.feed(R"({"status":"pulling manifest"})");
    QVERIFY(!pull.isDownloading());
    pull.feed(R"({"status":"pulling aaa","digest":"sha256:aaaaaaaaaaaaaaaa","total":1000})");
    QCOMPARE(pull.progress().bytesDone, 0);
    pull.feed(
        R"({"status":"pulling aaa","digest":"sha256:aaaaaaaaaaaaaaaa","total":1000,"completed":970})");
    QCOMPARE(pull.unfinishedBytes(), 970);
    pull.feed(
        R"({"status":"pulling bbb","digest":"sha256:bbbbbbbbbbbbbbbb","total":200,"completed":50})");
    QCOMPARE(pull.progress().bytesDone, 1050);
    QCOMPARE(pull.progress().bytesTotal, 1200);
    QCOMPARE(pull.progress().layers.first().state, u"Complete"_s);
    pull.feed(R"({"status":"verifying sha256 digest"})");
    QCOMPARE(pull.progress().bytesDone, 1200);
    QCOMPARE(pull.unfinishedBytes(), 0);
    QVERIFY(!pull.isDownloading());
    pull.feed(R"({"status":"success"})");
    QVERIFY(pull.succeeded());
}

void TestOllamaText::repeatedPartIsTold()
{
    PullProgress pull;
    pull.feed(R"({"status":"pulling aaa","digest":"sha256:aaaa","total":1000,"completed":600})");
    pull.feed(R"({"status":"pulling aaa","digest":"sha256:aaaa","total":1000,"completed":400})");
    QCOMPARE(pull.progress().bytesDone, 400);
    QCOMPARE(pull.progress().percent, 60); // a bar that runs backwards frightens
    QVERIFY(pull.progress().step.english().contains("repeats"_L1));
    QCOMPARE(pull.progress().layers.first().state, u"Retrying"_s);
}

void TestOllamaText::whatWasThereBeforeIsNoSpeed()
{
    PullProgress pull;
    pull.feed(R"({"status":"pulling aa","digest":"sha256:aa","total":1000,"completed":400})");
    QCOMPARE(pull.keptBytes(), 400);
    pull.feed(R"({"status":"pulling aa","digest":"sha256:aa","total":1000,"completed":700})");
    pull.feed(R"({"status":"pulling bb","digest":"sha256:bb","total":50,"completed":50})");
    QCOMPARE(pull.keptBytes(), 450);
    QCOMPARE(pull.progress().bytesDone, 1050);
}

void TestOllamaText::errorWinsOverSuccess()
{
    PullProgress pull;
    pull.feed(R"({"status":"success","error":"disk gone"})");
    QVERIFY(!pull.succeeded());
    QVERIFY(pull.error().contains("disk gone"));
    GenerateAnswer answer;
    answer.feed(R"({"response":"x","done":true,"error":"runner gone"})");
    QVERIFY(!answer.isDone());
}

void TestOllamaText::thinkingIsNoAnswer()
{
    GenerateAnswer answer;
    QCOMPARE(answer.feed(R"({"thinking":"hm","response":"","done":false})").thinking, u"hm"_s);
    answer.feed(R"({"response":"Yes","done":false})");
    answer.feed(
        R"({"response":".","done":true,"done_reason":"stop","eval_count":4,"eval_duration":2000000000})");
    QCOMPARE(answer.text(), u"Yes."_s);
    QCOMPARE(answer.result(u"m"_s)[u"tokens_per_second"].toDouble(), 2.0);
}

void TestOllamaText::longLinesBreakAtSpaces()
{
    TextLines lines(LogChannel::Out, {});
    LogLines out;
    QString whole;
    for (int i = 0; i < 60; ++i) {
        const QString piece = u" word%1"_s.arg(i);
        whole += piece;
        out += lines.add(piece);
    }
    QVERIFY(out.size() >= 3); // before the paragraph's end
    out += lines.add(u"\nnext"_s);
    out += lines.flush();
    // A broken line alone ends in one space: the text can be put together again.
    QByteArray joined;
    for (const LogLine &line : out) {
        QVERIFY(line.text.size() <= 100);
        joined += line.text;
        if (!line.text.endsWith(' '))
            joined += '\n';
    }
    QCOMPARE(joined, (whole + "\nnext\n"_L1).toUtf8());
    QVERIFY(lines.flush().isEmpty());
}

} // namespace slipway::test

QTEST_APPLESS_MAIN(slipway::test::TestOllamaText)
#include "test_ollama_text.moc"
