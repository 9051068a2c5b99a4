// The window while tasks are added to it: the dialog it opens, and what that would queue.
#pragma once

#include "tests/ui/shown_window.h"
#include "ui/submit/submission.h"
#include "ui/submit/submit_dialog.h"
#include "ui/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTemporaryDir>

namespace slipway {

struct AddingWindow : ShownWindow {
    QTemporaryDir folder;

    AddingWindow()
    {
        window.submission().keepTemplatesIn(folder.filePath(QStringLiteral("templates.json")));
    }
    SubmitDialog *dialog() const { return window.findChild<SubmitDialog *>(); }
    QString command() const { return dialog()->findChild<CommandBox *>()->command(); }
    QString notice() const { return window.findChild<QLabel *>(QStringLiteral("totals"))->text(); }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        table->setFocus();
        QTest::keySequence(&window, QKeySequence(QKeySequence::Paste));
    }
    void submit() const
    {
        QTest::mouseClick(
            dialog()->findChild<QPushButton *>(QStringLiteral("addToQueue")), Qt::LeftButton);
    }
};

inline QStringList namesOf(const QList<TaskDraft> &drafts)
{
    QStringList names;
    for (const TaskDraft &draft : drafts)
        names << displayName(draft.spec);
    return names;
}

} // namespace slipway
