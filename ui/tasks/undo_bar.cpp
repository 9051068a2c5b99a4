#include "ui/tasks/undo_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace slipway {

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
{
    setObjectName(u"undoBar"_s);
    m_words->setObjectName(u"undoWords"_s);
    auto *undo = new QPushButton(tr("Undo"), this);
    undo->setObjectName(u"undoButton"_s);
    undo->setToolTip(tr("Brings it back (Ctrl+Z)"));
    connect(undo, &QPushButton::clicked, this, &UndoBar::undoAsked);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 16, 6);
    layout->setSpacing(16);
    layout->addWidget(m_words);
    layout->addWidget(undo);
    layout->addStretch();
    hide();
}

void UndoBar::showRemoved(int count)
{
    m_words->setText(count == 1 ? tr("Removed 1 task") : tr("Removed %1 tasks").arg(count));
    setVisible(count > 0);
}

} // namespace slipway
