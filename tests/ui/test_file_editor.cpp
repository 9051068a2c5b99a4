// The Dockerfile of a failed build: opened at its line, changed, saved, and the build tried again.
#include "tests/ui/shown_editor.h"
#include "ui/editor/file_editor.h"
#include "ui/editor/numbered_text.h"
#include "ui/notifier.h"

#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestFileEditor : public QObject {
    Q_OBJECT

private slots:
    void theLineIsMarkedAndSeen();
    void savedAndTriedAgain();
    void ctrlSSavesAndCtrlEnterTriesAgain();
    void linesThatWereAddedSinceDoNotMislead();
    void theMarkFollowsItsLine();
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
    ShownEditor shown(large);
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
    ShownEditor shown;
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
    ShownEditor shown;
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
    ShownEditor shown("# one\n# two\n" + wrong);
    QVERIFY(shown.clickFix());
    QCOMPARE(shown.text()->markedLine(), 6);
}

void TestFileEditor::theMarkFollowsItsLine()
{
    ShownEditor shown;
    QVERIFY(shown.clickFix());
    QTest::keyClick(shown.text(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(shown.text(), Qt::Key_Return);
    QCOMPARE(shown.text()->markedLine(), 5);
    QTest::keyClick(shown.text(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown.text()->markedLine(), 4);
}

void TestFileEditor::closingAsksForWhatIsNotSaved()
{
    ShownEditor shown;
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
    ShownEditor shown;
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
    ShownEditor shown;
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
    ShownEditor shown;
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
    ShownEditor shown;
    QVERIFY(shown.clickFix());
    shown.click(u"editorOpenElsewhere"_s);
    QCOMPARE(m_opened, shown.path());
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

QTEST_MAIN(TestFileEditor)
#include "test_file_editor.moc"
