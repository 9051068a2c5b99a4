#include "core/executor/terminal_text.h"

#include <QTest>

using namespace slipway;

class TestTerminalText : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatATerminalShows_data();
    void keepsWhatATerminalShows();
};

void TestTerminalText::keepsWhatATerminalShows_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &text) {
        QTest::newRow(name) << line << text;
    };
    row("plain", "Pull complete", "Pull complete");
    row("nothing", "", "");
    row("cursor and erase of docker pull",
        "\x1B[2A\x1B[2K\r0123456789ab: Downloading  1.2MB/3MB \r\x1B[2B",
        "0123456789ab: Downloading  1.2MB/3MB ");
    row("colours", "\x1B[1;38;5;196mred\x1B[0m and \x1B[4munderlined\x1B[m", "red and underlined");
    row("private modes", "\x1B[?25lhidden\x1B[?25h", "hidden");
    row("intermediate byte", "\x1B[2 qbar", "bar");
    row("title ended by BEL", "\x1B]0;my title\x07text", "text");
    row("title ended by ESC backslash", "\x1B]0;my title\x1B\\text", "text");
    row("link", "\x1B]8;;https://example.org\x1B\\here\x1B]8;;\x1B\\ and on", "here and on");
    row("device control string", "\x1BPq#0;2;0\x1B\\text", "text");
    row("charset", "\x1B(Bascii\x1B)0", "ascii");
    row("two bytes",
        "\x1B"
        "7saved\x1B"
        "8\x1B=\x1B>\x1BM",
        "saved");
    row("controls",
        QByteArray("a\0b\x07"
                   "c\bd\x7F"
                   "e",
            9),
        "abcde");
    row("tab stays", "a\tb", "a\tb");
    row("UTF-8 stays", "caf\xC3\xA9 \xE2\x9C\x93 \xF0\x9F\x90\xB3 \xC2\x9B",
        "caf\xC3\xA9 \xE2\x9C\x93 \xF0\x9F\x90\xB3 \xC2\x9B");
    row("UTF-8 next to codes", "\x1B[32m\xE2\x9C\x93\x1B[0m", "\xE2\x9C\x93");
    row("ESC alone at the end", "text\x1B", "text");
    row("CSI cut off", "text\x1B[12;3", "text");
    row("title cut off", "text\x1B]0;tit", "text");
    row("CSI broken by ESC", "\x1B[12\x1B[31mred", "red");
    row("CSI broken by UTF-8", "\x1B[12\xC3\xA9", "\xC3\xA9");
    row("title broken by CSI", "\x1B]0;tit\x1B[31mred", "red");
    row("ESC ESC", "\x1B\x1B[31mred", "red");
}

void TestTerminalText::keepsWhatATerminalShows()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, text);
    QCOMPARE(withoutTerminalCodes(line), text);
}

QTEST_GUILESS_MAIN(TestTerminalText)
#include "test_terminal_text.moc"
