#include "ui/quit_question.h"

#include "ui/units_text.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace slipway {

QuitQuestion::QuitQuestion(
    const QList<Task> &active, qint64 bytesLost, bool hasTray, QWidget *parent)
    : QMessageBox(QMessageBox::NoIcon, tr("Quit Slipway?"), {}, QMessageBox::NoButton, parent)
{
    setObjectName(u"quitDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setText(active.size() == 1 ? tr("A task is at work: %1.").arg(displayName(active.first().spec))
                               : tr("%1 tasks are at work.").arg(active.size()));
    QStringList costs{ tr(
        "What can go on later goes on at the next start, and containers keep running.") };
    if (bytesLost > 0)
        costs << tr("%1 would have to be moved again then.").arg(sizeText(bytesLost));
    setInformativeText(costs.join(u' '));
    QPushButton *keep = addButton(
        hasTray ? tr("Keep working in the tray") : tr("Keep working"), QMessageBox::RejectRole);
    QPushButton *later = addButton(tr("Pause until the next start"), QMessageBox::AcceptRole);
    QPushButton *stop = addButton(tr("Cancel all and quit"), QMessageBox::DestructiveRole);
    keep->setObjectName(u"keepWorking"_s);
    later->setObjectName(u"pauseAndQuit"_s);
    stop->setObjectName(u"cancelAndQuit"_s);
    setDefaultButton(keep);
    setEscapeButton(keep);
    connect(this, &QMessageBox::finished, this, [this, later, stop] {
        emit chosen(clickedButton() == later ? Choice::GoOnNextTime
                : clickedButton() == stop    ? Choice::StopAll
                                             : Choice::KeepWorking);
    });
}

} // namespace slipway
