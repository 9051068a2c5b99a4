#include "ui/detail/overview_page.h"

#include "core/docker/docker_command.h"
#include "ui/detail/chain_links.h"
#include "ui/detail/fix_buttons.h"
#include "ui/detail/layer_table.h"
#include "ui/detail/phase_bar.h"
#include "ui/task_text.h"
#include "ui/units_text.h"
#include "ui/widgets.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway {

OverviewPage::OverviewPage(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_phases(new PhaseBar(this))
    , m_chain(new ChainLinks(this))
    , m_layers(new LayerTable(this))
    , m_command(new CommandBox(this))
    , m_facts(softLabel({}, this))
    , m_fixes(new FixButtons(this))
{
    setObjectName(u"detailPage"_s);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_facts->setObjectName(u"facts"_s);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_fixes, &FixButtons::fixAsked, this, &OverviewPage::fixAsked);
    connect(m_chain, &ChainLinks::taskAsked, this, &OverviewPage::taskAsked);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_phases);
    layout->addWidget(m_chain);
    layout->addWidget(m_layers, 1);
    layout->addWidget(m_fixes);
    layout->addStretch(0);
    layout->addWidget(m_command);
    layout->addWidget(m_facts);
}

void OverviewPage::setTask(const Task &task)
{
    m_command->setCommand(commandLine(task.spec));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList facts{ tr("Added %1").arg(timeText(task.createdAt, now)) };
    if (task.attempt > 1)
        facts << tr("attempt %1").arg(task.attempt);
    if (!task.options.tags.isEmpty())
        facts << task.options.tags.join(u", "_s);
    if (!task.resolvedHost.isEmpty())
        facts << tr("on %1").arg(task.resolvedHost);
    m_facts->setText(factsText(facts));
    m_fixes->setTask(
        task.status == TaskStatus::Cancelled ? task : Task{}); // of an error they stand there
    setProgress(task);
}

void OverviewPage::setProgress(const Task &task)
{
    m_summary->setText(summaryText(task, QDateTime::currentDateTimeUtc()));
    m_phases->setTask(task);
    m_layers->setLayers(task.progress.layers);
    m_layerCount = int(task.progress.layers.size());
    fitLayers();
}

void OverviewPage::setChain(const QList<const Task *> &before, const QList<const Task *> &behind)
{
    m_chain->setChain(before, behind);
    fitLayers();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLayers();
}

// Layers that would show as one or two lines are better read in their own tab.
void OverviewPage::fitLayers()
{
    const int chain =
        m_chain->isHidden() ? 0 : m_chain->heightForWidth(width()) + layout()->spacing();
    const int others = chain + m_summary->sizeHint().height() + m_phases->sizeHint().height()
        + m_command->sizeHint().height() + m_facts->sizeHint().height() + 5 * layout()->spacing();
    m_layers->setVisible(m_layerCount > 0 && height() - others >= 72);
}

} // namespace slipway
