#include "ui/tasks/nothing_here.h"

#include "ui/widgets.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {

NothingHere::NothingHere(QWidget *parent)
    : QWidget(parent)
    , m_words(softLabel({}, this))
    , m_all(new QPushButton(tr("Search in all tasks"), this))
{
    setObjectName(u"nothingHere"_s);
    m_words->setObjectName(u"nothingWords"_s);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_all->setObjectName(u"searchAll"_s);
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this, &NothingHere::allTasksAsked);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(m_words);
    layout->addWidget(m_all, 0, Qt::AlignHCenter);
    layout->addStretch();
}

void NothingHere::tellReading()
{
    m_words->setText(tr("Reading the list of tasks…"));
}

void NothingHere::explain(const TaskFilter &filter, const QString &choice)
{
    const bool isEverything = !filter.section && !filter.type && filter.label.isEmpty();
    m_all->setVisible(!isEverything && !filter.text.isEmpty());
    if (filter.text.isEmpty())
        m_words->setText(isEverything ? tr("Nothing to do yet. Ctrl+N adds a task.")
                                      : tr("No task is like this now."));
    else if (isEverything)
        m_words->setText(
            tr("Nothing matches “%1”: no name, label, error or kind.").arg(filter.text));
    else
        m_words->setText(tr("Nothing matches “%1” in %2.").arg(filter.text, choice));
}

} // namespace slipway
