// A failed build whose Dockerfile is opened from the window.
#pragma once

#include "tests/ui/shown_window.h"
#include "ui/editor/file_editor.h"
#include "ui/editor/numbered_text.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace slipway {

using namespace Qt::StringLiterals;

inline const QByteArray wrong = "FROM busybox\n\nRUN true\nRUNN make\nUSER nobody\n";

struct ShownEditor : ShownWindow {
    QTemporaryDir folder;
    Task task;

    explicit ShownEditor(const QByteArray &dockerfile = wrong)
    {
        write(dockerfile);
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
        table->select(task.id);
        QPushButton *fix = visibleButton(u"fix:open_dockerfile"_s);
        if (!fix)
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

} // namespace slipway
