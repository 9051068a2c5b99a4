// The form of one type of task, opened in its dialog, and how a person fills it in.
#pragma once

#include "tests/support/fake_queue_service.h"
#include "ui/submit/submit_dialog.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace slipway {

using namespace Qt::StringLiterals;

// Fields are those of its form: other forms have some of the same names.
struct OpenForm {
    FakeQueueService queue;
    SubmitDialog dialog{ queue };

    explicit OpenForm(TaskType type)
    {
        dialog.chooseType(type);
        dialog.open();
    }
    SubmitForm *form() const // that is shown
    {
        for (SubmitForm *each : dialog.findChildren<SubmitForm *>()) {
            if (!each->isHidden())
                return each;
        }
        return nullptr;
    }
    QLineEdit *line(const QString &name) const { return form()->findChild<QLineEdit *>(name); }
    QPlainTextEdit *lines(const QString &labelStart) const
    {
        for (QPlainTextEdit *each : form()->findChildren<QPlainTextEdit *>()) {
            if (each->accessibleName().startsWith(labelStart))
                return each;
        }
        return nullptr;
    }
    void type(const QString &name, const QString &text) const
    {
        QTest::keyClicks(line(name), text);
    }
    void tick(const QString &name) const
    {
        auto *box = form()->findChild<QCheckBox *>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    void submit() const
    {
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"addToQueue"_s), Qt::LeftButton);
    }
    QString command() const { return dialog.findChild<CommandBox *>()->command(); }
    QString error(const QString &name) const { return form()->shownError(name); }
};

} // namespace slipway
