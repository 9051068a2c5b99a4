#include "ui/keys_list.h"

#include <QAction>
#include <QCoreApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace slipway {

QDialog *makeKeysList(QWidget *window)
{
    QString rows;
    const QList<QAction *> actions = window->actions();
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        rows += u"<tr><td><b>%1</b></td><td width=24></td><td>%2</td></tr>"_s.arg(
            action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
            action->text().toHtmlEscaped());
    }
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, QCoreApplication::translate("KeysList", "Keys"),
            u"<table cellpadding=2>"_s + rows + u"</table>"_s, QMessageBox::Close, window);
    box->setObjectName(u"keysDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

} // namespace slipway
