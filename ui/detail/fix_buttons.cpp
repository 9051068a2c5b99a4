#include "ui/detail/fix_buttons.h"

#include "ui/error_text.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace slipway {

FixButtons::FixButtons(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"fixButtons"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    m_grid->setColumnStretch(2, 1);
    hide();
}

void FixButtons::setTask(const Task &task)
{
    const QList<Fix> fixes = fixesFor(task);
    QStringList ids{ idText(task.id) + QString::number(task.revision) };
    for (const Fix &fix : fixes)
        ids << fix.id;
    if (std::exchange(m_shown, ids) == ids)
        return;
    for (QPushButton *button : findChildren<QPushButton *>(Qt::FindDirectChildrenOnly))
        delete button;
    int place = 0;
    for (const Fix &fix : fixes) {
        auto *button = new QPushButton(fixText(fix).replace(u'&', "&&"_L1), this);
        button->setObjectName(u"fix:"_s + fix.id);
        button->setProperty("primary", place == 0);
        connect(button, &QPushButton::clicked, this, [this, fix] { emit fixAsked(fix); });
        m_grid->addWidget(button, place / 2, place % 2, Qt::AlignLeft);
        ++place;
    }
    setVisible(!fixes.isEmpty());
}

} // namespace slipway
