// The file in the editor and on the disk: it keeps its form, and nobody's work is overwritten.
#include "tests/ui/shown_editor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestEditedFile : public QObject {
    Q_OBJECT

private slots:
    void theFileKeepsItsForm_data();
    void theFileKeepsItsForm();
    void aLinkStaysALink();
    void whatAnotherProgramWroteIsNotOverwritten();
    void whatAnotherProgramWroteCanBeTaken();
    void whatAnotherProgramWroteIsShownWhereNothingWasTyped();
    void aFileThatCannotBeWrittenIsSaidSo();
    void aFileThatIsGoneIsSaidSo();
    void noTextIsLeftAlone();
};

void TestEditedFile::theFileKeepsItsForm_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &form) {
        QTest::newRow(name) << form << QByteArray(form).replace("RUNN make", "RUN b");
    };
    row("ends of lines as on Windows", "FROM a\r\nRUN b\r\n\r\nRUNN make\r\n");
    row("no end of the last line", "FROM a\n\n\nRUNN make");
    row("empty lines at the end", "FROM a\n\n\nRUNN make\n\n\n");
    row("a byte order mark",
        "\xEF\xBB\xBF"
        "FROM a\n\n\nRUNN make\n");
    row("letters of every language", "FROM a\n# \xC3\xA4 \xE4\xB8\xAD\n\nRUNN make\n");
    row("bytes that are no UTF-8", "FROM a\n# \xE4\xF6\n\nRUNN make\n");
    row("tabs and spaces that do not break",
        "FROM a\n#\tb\xC2\xA0"
        "c\n\nRUNN make\n");
}

void TestEditedFile::theFileKeepsItsForm()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    ShownEditor shown(before);
    QVERIFY(QFile::setPermissions(
        shown.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN b"_s);
    shown.click(u"editorSave"_s);
    QTRY_COMPARE(shown.onDisk(), after);
    QVERIFY(QFileInfo(shown.path()).permissions() & QFile::ExeOwner);
}

void TestEditedFile::aLinkStaysALink()
{
    ShownEditor shown;
    const QString real = shown.folder.filePath(u"real"_s);
    QVERIFY(QFile::rename(shown.path(), real) && QFile::link(real, shown.path()));
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN b"_s);
    shown.click(u"editorSave"_s);
    QTRY_COMPARE(shown.onDisk(), QByteArray(wrong).replace("RUNN make", "RUN b"));
    QVERIFY(QFileInfo(shown.path()).isSymLink());
}

void TestEditedFile::whatAnotherProgramWroteIsNotOverwritten()
{
    ShownEditor shown;
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN mine"_s);
    shown.write("FROM theirs\n");
    shown.click(u"editorSaveAndRetry"_s);
    QTRY_VERIFY(shown.button(u"editorKeepMine"_s)->isVisible());
    QTRY_VERIFY(shown.notice().startsWith(u"Another program has changed the file"_s));
    QCOMPARE(shown.onDisk(), QByteArray("FROM theirs\n"));
    QVERIFY(shown.text()->text().contains(u"RUN mine"_s));
    QVERIFY(!shown.queue.asked.contains(shown.retried()));
    QTRY_VERIFY(shown.button(u"editorSaveAndRetry"_s)->isEnabled());
    shown.click(u"editorKeepMine"_s);
    QTRY_VERIFY(shown.queue.asked.contains(shown.retried())); // as was asked for at first
    QCOMPARE(shown.onDisk(), QByteArray(wrong).replace("RUNN make", "RUN mine"));
}

void TestEditedFile::whatAnotherProgramWroteCanBeTaken()
{
    ShownEditor shown;
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN mine"_s);
    shown.write("FROM theirs\n");
    QTRY_VERIFY(shown.button(u"editorTakeTheirs"_s)->isVisible()); // unasked
    shown.click(u"editorTakeTheirs"_s);
    QTRY_COMPARE(shown.text()->text(), u"FROM theirs\n"_s);
    QVERIFY(!shown.editor()->isUnsaved());
    QTest::keyClick(shown.text(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shown.text()->text().contains(u"RUN mine"_s));
}

void TestEditedFile::whatAnotherProgramWroteIsShownWhereNothingWasTyped()
{
    ShownEditor shown;
    QVERIFY(shown.clickFix());
    // As most editors save: another file takes its place.
    QFile other(shown.folder.filePath(u"new"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("FROM a\n\n\nRUN b\n") > 0);
    other.close();
    QVERIFY(QFile::remove(shown.path()) && QFile::rename(other.fileName(), shown.path()));
    QTRY_COMPARE(shown.text()->text(), u"FROM a\n\n\nRUN b\n"_s);
    QVERIFY(!shown.editor()->isUnsaved());
    QCOMPARE(shown.text()->textCursor().blockNumber() + 1, 4);
    shown.write("FROM b\n"); // the new one is watched too
    QTRY_COMPARE(shown.text()->text(), u"FROM b\n"_s);
}

// A folder in its place: root may write anywhere else.
void TestEditedFile::aFileThatCannotBeWrittenIsSaidSo()
{
    ShownEditor shown;
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN mine"_s);
    QVERIFY(QFile::remove(shown.path()) && QDir().mkdir(shown.path()));
    shown.click(u"editorSaveAndRetry"_s);
    QTRY_VERIFY(shown.button(u"editorKeepMine"_s)->isVisible());
    shown.click(u"editorKeepMine"_s);
    QTRY_VERIFY2(
        shown.notice().startsWith(u"The file could not be saved: "_s), qPrintable(shown.notice()));
    QVERIFY(shown.notice().size() > 30);
    QVERIFY(shown.editor()->isUnsaved());
    QVERIFY(!shown.queue.asked.contains(shown.retried()));
}

void TestEditedFile::aFileThatIsGoneIsSaidSo()
{
    ShownEditor shown;
    QVERIFY(shown.clickFix());
    QVERIFY(QFile::remove(shown.path()));
    QTRY_VERIFY(shown.notice().startsWith(u"The file is no longer there"_s));
    QVERIFY(shown.text()->text().contains(u"RUNN make"_s));
    shown.click(u"editorKeepMine"_s);
    QTRY_COMPARE(shown.onDisk(), wrong);
}

void TestEditedFile::noTextIsLeftAlone()
{
    ShownEditor shown(QByteArray("FROM\0x", 6));
    QVERIFY(shown.clickFix(false));
    QTRY_COMPARE(shown.notice(), u"This is no text file."_s);
    QVERIFY(shown.text()->isReadOnly());
    QVERIFY(!shown.button(u"editorSaveAndRetry"_s)->isEnabled());
}

QTEST_MAIN(TestEditedFile)
#include "test_edited_file.moc"
