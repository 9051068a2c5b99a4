// The Dockerfile of a failed build, opened at its line from the window, changed, saved, and the
// build tried again; and what may go wrong with a file on the way.
#include "tests/support/fake_queue_service.h"
#include "ui/editor/file_editor.h"
#include "ui/editor/numbered_text.h"
#include "ui/main_window.h"
#include "ui/notifier.h"
#include "ui/tasks/task_table_view.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

const QByteArray wrong = "FROM busybox\n\nRUN true\nRUNN make\nUSER nobody\n";

struct Shown {
    QTemporaryDir folder;
    FakeQueueService queue;
    MainWindow window{ queue };
    Task task;

    explicit Shown(const QByteArray &dockerfile = wrong)
    {
        write(dockerfile);
        window.resize(1200, 760);
        window.show();
        task = madeTask(1, DockerBuild{ folder.path() }, TaskStatus::Failed);
        TaskError error;
        error.code = ErrorCode::DockerBuildFailed;
        error.text = u"Line %1 of the Dockerfile: there is no instruction called %2."_s;
        error.arguments = { u"4"_s, u"RUNN"_s };
        error.place = DockerfilePlace{ 4, u"RUNN make"_s, {}, 0 };
        task.error = error;
        queue.add(task);
    }
    QString path() const { return folder.filePath(u"Dockerfile"_s); }
    void write(const QByteArray &text)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QByteArray onDisk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "not there";
    }
    bool clickFix(bool isText = true)
    {
        window.findChild<TaskTableView *>()->select(task.id);
        QPushButton *fix = nullptr;
        if (!QTest::qWaitFor([&] {
                for (auto *each : window.findChildren<QPushButton *>(u"fix:open_dockerfile"_s))
                    fix = each->isVisible() ? each : fix;
                return fix != nullptr;
            }))
            return false;
        QTest::mouseClick(fix, Qt::LeftButton);
        return QTest::qWaitFor([&] { return editor() && (!isText || text()->markedLine() > 0); });
    }
    FileEditor *editor() { return window.findChild<FileEditor *>(); }
    NumberedText *text() { return editor()->findChild<NumberedText *>(); }
    QPushButton *button(const QString &name) { return editor()->findChild<QPushButton *>(name); }
    void click(const QString &name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QString notice()
    {
        auto *label = editor()->findChild<QLabel *>(u"editorNotice"_s);
        return label->isVisible() ? label->text() : QString();
    }
    void typeOver(const QString &line) // the one with the cursor
    {
        QTest::keyClick(text(), Qt::Key_Home);
        QTest::keyClick(text(), Qt::Key_End, Qt::ShiftModifier);
        QTest::keyClicks(text(), line);
    }
    QString retried() const { return u"retry by force "_s + idText(task.id); }
};

} // namespace

class TestFileEditor : public QObject {
    Q_OBJECT

private slots:
    void theLineIsMarkedAndSeen();
    void savedAndTriedAgain();
    void ctrlSSavesAndCtrlEnterTriesAgain();
    void linesThatWereAddedSinceDoNotMislead();
    void theMarkFollowsItsLine();
    void theFileKeepsItsForm_data();
    void theFileKeepsItsForm();
    void aLinkStaysALink();
    void whatAnotherProgramWroteIsNotOverwritten();
    void whatAnotherProgramWroteCanBeTaken();
    void whatAnotherProgramWroteIsShownWhereNothingWasTyped();
    void aFileThatCannotBeWrittenIsSaidSo();
    void aFileThatIsGoneIsSaidSo();
    void noTextIsLeftAlone();
    void closingAsksForWhatIsNotSaved();
    void quittingIsNotForgotten();
    void oneEditorForAFile();
    void whatRunsAlreadyIsNotTriedAgain();
    void theDesktopsProgramCanBeTaken();

public slots:
    void openFile(const QUrl &url) { m_opened = url.toLocalFile(); }

private:
    QString m_opened;
};

void TestFileEditor::theLineIsMarkedAndSeen()
{
    QByteArray large = "FROM busybox\n";
    for (int line = 2; line <= 400; ++line)
        large += line == 300 ? "RUNN make\n" : "ENV N" + QByteArray::number(line) + "=1\n";
    Shown shown(large);
    shown.task.error->place->line = 300;
    shown.queue.change(shown.task);
    QVERIFY(shown.clickFix());
    NumberedText *text = shown.text();
    QCOMPARE(text->markedLine(), 300);
    QCOMPARE(text->textCursor().blockNumber() + 1, 300);
    QCOMPARE(text->textCursor().block().text(), u"RUNN make"_s);
    QVERIFY(text->viewport()->rect().contains(text->cursorRect()));
    QVERIFY(text->hasFocus() || !shown.editor()->isActiveWindow());
    QVERIFY(text->accessibleDescription().contains(u"300"_s));
    QCOMPARE(shown.editor()->findChild<QLabel *>(u"editorReason"_s)->text(),
        u"Line 4 of the Dockerfile: there is no instruction called RUNN."_s);
    // The mark can be seen where its number stands, and the number of another line has none.
    const QImage picture = shown.editor()->grab().toImage();
    const auto reds = [&](int line) {
        const QTextCursor at(text->document()->findBlockByNumber(line - 1));
        const QRect cursor = text->cursorRect(at);
        const QPoint top = text->viewport()->mapTo(shown.editor(), cursor.topLeft());
        int count = 0;
        for (int x = top.x() - 60; x < top.x() - 5; ++x) {
            for (int y = top.y(); y < top.y() + cursor.height(); ++y) {
                const QColor colour = picture.pixelColor(x, y);
                count += colour.red() > 150 && colour.green() < 110 && colour.blue() < 110;
            }
        }
        return count;
    };
    QVERIFY2(reds(300) > 20, qPrintable(QString::number(reds(300))));
    QCOMPARE(reds(299), 0);
}

void TestFileEditor::savedAndTriedAgain()
{
    Shown shown;
    QVERIFY(shown.clickFix());
    QVERIFY(!shown.button(u"editorSave"_s)->isEnabled());
    shown.typeOver(u"RUN make"_s);
    QVERIFY(shown.editor()->isWindowModified());
    QVERIFY(shown.button(u"editorSave"_s)->isEnabled());
    QVERIFY(!shown.queue.asked.contains(shown.retried()));
    shown.click(u"editorSaveAndRetry"_s);
    QTRY_VERIFY(shown.queue.asked.contains(shown.retried()));
    QCOMPARE(shown.onDisk(), QByteArray("FROM busybox\n\nRUN true\nRUN make\nUSER nobody\n"));
    QTRY_VERIFY(!shown.editor());
}

void TestFileEditor::ctrlSSavesAndCtrlEnterTriesAgain()
{
    Shown shown;
    QVERIFY(shown.clickFix());
    shown.editor()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.editor()));
    shown.typeOver(u"RUN a"_s);
    QTest::keyClick(shown.text(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(shown.onDisk(), QByteArray(wrong).replace("RUNN make", "RUN a"));
    QTRY_VERIFY(!shown.editor()->isUnsaved());
    QCOMPARE(shown.notice(), u"Saved."_s);
    QVERIFY(!shown.queue.asked.contains(shown.retried()));
    QTest::keyClick(shown.text(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shown.queue.asked.contains(shown.retried()));
    QCOMPARE(shown.onDisk(), QByteArray(wrong).replace("RUNN make", "RUN a"));
}

void TestFileEditor::linesThatWereAddedSinceDoNotMislead()
{
    Shown shown("# one\n# two\n" + wrong);
    QVERIFY(shown.clickFix());
    QCOMPARE(shown.text()->markedLine(), 6);
}

void TestFileEditor::theMarkFollowsItsLine()
{
    Shown shown;
    QVERIFY(shown.clickFix());
    QTest::keyClick(shown.text(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    QCOMPARE(shown.text()->markedLine(), 5);
    QTest::keyClick(shown.text(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.text()->markedLine(), 4);
}

void TestFileEditor::theFileKeepsItsForm_data()
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

void TestFileEditor::theFileKeepsItsForm()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    Shown shown(before);
    QVERIFY(QFile::setPermissions(
        shown.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN b"_s);
    shown.click(u"editorSave"_s);
    QTRY_COMPARE(shown.onDisk(), after);
    QVERIFY(QFileInfo(shown.path()).permissions() & QFile::ExeOwner);
}

void TestFileEditor::aLinkStaysALink()
{
    Shown shown;
    const QString real = shown.folder.filePath(u"real"_s);
    QVERIFY(QFile::rename(shown.path(), real) && QFile::link(real, shown.path()));
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN b"_s);
    shown.click(u"editorSave"_s);
    QTRY_COMPARE(shown.onDisk(), QByteArray(wrong).replace("RUNN make", "RUN b"));
    QVERIFY(QFileInfo(shown.path()).isSymLink());
}

void TestFileEditor::whatAnotherProgramWroteIsNotOverwritten()
{
    Shown shown;
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

void TestFileEditor::whatAnotherProgramWroteCanBeTaken()
{
    Shown shown;
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

void TestFileEditor::whatAnotherProgramWroteIsShownWhereNothingWasTyped()
{
    Shown shown;
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
void TestFileEditor::aFileThatCannotBeWrittenIsSaidSo()
{
    Shown shown;
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

void TestFileEditor::aFileThatIsGoneIsSaidSo()
{
    Shown shown;
    QVERIFY(shown.clickFix());
    QVERIFY(QFile::remove(shown.path()));
    QTRY_VERIFY(shown.notice().startsWith(u"The file is no longer there"_s));
    QVERIFY(shown.text()->text().contains(u"RUNN make"_s));
    shown.click(u"editorKeepMine"_s);
    QTRY_COMPARE(shown.onDisk(), wrong);
}

void TestFileEditor::noTextIsLeftAlone()
{
    Shown shown(QByteArray("FROM\0x", 6));
    QVERIFY(shown.clickFix(false));
    QTRY_COMPARE(shown.notice(), u"This is no text file."_s);
    QVERIFY(shown.text()->isReadOnly());
    QVERIFY(!shown.button(u"editorSaveAndRetry"_s)->isEnabled());
}

void TestFileEditor::closingAsksForWhatIsNotSaved()
{
    Shown shown;
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN mine"_s);
    const auto question = [&] {
        return shown.editor()->findChild<QMessageBox *>(u"unsavedDialog"_s);
    };
    QTest::keyClick(shown.editor(), Qt::Key_Escape);
    QVERIFY(question());
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(shown.editor()->isVisible());
    shown.editor()->close();
    QVERIFY(question());
    QTest::mouseClick(question()->findChild<QPushButton *>(u"saveAndClose"_s), Qt::LeftButton);
    QTRY_VERIFY(!shown.editor());
    QCOMPARE(shown.onDisk(), QByteArray(wrong).replace("RUNN make", "RUN mine"));
    QVERIFY(!shown.queue.asked.contains(shown.retried()));

    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN other"_s);
    shown.click(u"editorClose"_s);
    QTest::mouseClick(question()->findChild<QPushButton *>(u"dropChanges"_s), Qt::LeftButton);
    QTRY_VERIFY(!shown.editor());
    QVERIFY(!shown.onDisk().contains("other"));
}

void TestFileEditor::quittingIsNotForgotten()
{
    Shown shown;
    SettingsFile settings(shown.folder.filePath(u"slipway.ini"_s));
    Notifier notifier(shown.queue, shown.window, settings);
    QSignalSpy quit(&notifier, &Notifier::quitConfirmed);
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN mine"_s);
    shown.window.close();
    auto *question = shown.editor()->findChild<QMessageBox *>(u"unsavedDialog"_s);
    QVERIFY(question && question->isVisible());
    QVERIFY(quit.isEmpty());
    QTest::mouseClick(question->findChild<QPushButton *>(u"saveAndClose"_s), Qt::LeftButton);
    QTRY_VERIFY(!shown.editor());
    QCOMPARE(shown.onDisk(), QByteArray(wrong).replace("RUNN make", "RUN mine"));
    shown.window.close();
    QCOMPARE(quit.size(), 1);
}

void TestFileEditor::oneEditorForAFile()
{
    Shown shown;
    QVERIFY(shown.clickFix());
    shown.typeOver(u"RUN mine"_s);
    Task second = madeTask(2, shown.task.spec, TaskStatus::Failed);
    second.error = shown.task.error;
    second.error->place = DockerfilePlace{ 3, u"RUN true"_s, {}, 0 };
    shown.queue.add(second);
    shown.task = second;
    QVERIFY(shown.clickFix());
    QCOMPARE(shown.window.findChildren<FileEditor *>().size(), 1);
    QTRY_COMPARE(shown.text()->markedLine(), 3);
    QVERIFY(shown.text()->text().contains(u"RUN mine"_s));
    shown.click(u"editorSaveAndRetry"_s);
    QTRY_COMPARE(shown.queue.asked.filter(u"retry"_s), QStringList{ shown.retried() });
}

void TestFileEditor::whatRunsAlreadyIsNotTriedAgain()
{
    Shown shown;
    QVERIFY(shown.clickFix());
    shown.task.status = TaskStatus::Building;
    shown.queue.change(shown.task);
    QVERIFY(!shown.button(u"editorSaveAndRetry"_s)->isEnabled());
    shown.typeOver(u"RUN mine"_s);
    shown.click(u"editorSave"_s);
    QTRY_VERIFY(shown.onDisk().contains("RUN mine"));
    shown.task.status = TaskStatus::Failed;
    shown.queue.change(shown.task);
    QTRY_VERIFY(shown.button(u"editorSaveAndRetry"_s)->isEnabled());
    shown.queue.drop(shown.task.id);
    QTRY_VERIFY(!shown.button(u"editorSaveAndRetry"_s)->isEnabled());
}

void TestFileEditor::theDesktopsProgramCanBeTaken()
{
    QDesktopServices::setUrlHandler(u"file"_s, this, "openFile");
    Shown shown;
    QVERIFY(shown.clickFix());
    shown.click(u"editorOpenElsewhere"_s);
    QCOMPARE(m_opened, shown.path());
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

QTEST_MAIN(TestFileEditor)
#include "test_file_editor.moc"
