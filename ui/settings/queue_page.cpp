#include "ui/settings/queue_page.h"

#include "ui/type_text.h"
#include "ui/widgets.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int mostAtOnce = 1000;

// Tag and login take a moment: nothing is set for them.
QList<TaskType> typesWithDefaults()
{
    QList<TaskType> types = allTaskTypes();
    types.removeIf([](TaskType type) { return laneOf(type) == Lane::None; });
    return types;
}

} // namespace

QueuePage::QueuePage(QueueService &queue, SettingsFile &settings, QWidget *parent)
    : SettingsPage(tr("Queue"), settings, parent)
    , m_queue(queue)
    , m_all(number(1, mostAtOnce))
    , m_keepFree(new QDoubleSpinBox(this))
{
    addSection(tr("At work at once"));
    addRow(tr("All together"), m_all, u"max_concurrent"_s);
    addWidget(lanesTable());
    addSection(tr("Disk"));
    m_keepFree->setRange(0, 100'000);
    m_keepFree->setDecimals(1);
    m_keepFree->setSuffix(tr(" GB"));
    m_keepFree->setSpecialValueText(tr("no matter"));
    m_keepFree->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_keepFree->setMinimumWidth(110);
    m_keepFree->setKeyboardTracking(false);
    connect(m_keepFree, &QDoubleSpinBox::valueChanged, this, &QueuePage::apply);
    addRow(tr("Keep free"), m_keepFree, u"keep_free_gb"_s);
    addHint(tr("With less than that, nothing starts that would fill the disk further."));
    addSection(tr("New tasks"));
    addWidget(defaultsTable());
    addHint(tr("A task that ought to move bytes and moves none for so long is ended and tried "
               "again; 0 means never. A build, a container or a question may be silent for as long "
               "as it likes, unless a number is set. Any task can be given values of its own when "
               "it is added."));
    finish();
    show();
    connect(&queue, &QueueService::limitsChanged, this, &QueuePage::show);
}

// Where nothing is set, a transfer has its type's own limit; the rest may be silent for ever.
void QueuePage::setStallRange(QSpinBox &box, TaskType type)
{
    box.setMinimum(isTransfer(type) ? -1 : 0);
    box.setSpecialValueText(
        isTransfer(type) ? tr("usual (%1)").arg(defaultStallSeconds(type)) : tr("never"));
}

// A value counts when it is complete, not at each key.
QSpinBox *QueuePage::number(int least, int most)
{
    auto *box = new QSpinBox(this);
    box->setRange(least, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setMinimumWidth(110);
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, &QueuePage::apply);
    return box;
}

// Two beside each other: six rows of a number each would fill the page.
QWidget *QueuePage::lanesTable()
{
    const QList<std::pair<Lane, QString>> lanes{ { Lane::Pull, tr("Pulls") },
        { Lane::Push, tr("Pushes") }, { Lane::Build, tr("Builds") },
        { Lane::Run, tr("Containers") }, { Lane::Model, tr("Model downloads") },
        { Lane::Generate, tr("Questions to models") } };
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    int place = 0;
    for (const auto &[lane, text] : lanes) {
        QSpinBox *box = number(0, mostAtOnce);
        m_lanes[lane] = box;
        box->setSpecialValueText(tr("none"));
        box->setObjectName(u"lane:"_s + laneName(lane));
        box->setAccessibleName(tr("%1 at once").arg(text));
        auto *label = new QLabel(text, table);
        label->setBuddy(box);
        label->setMinimumWidth(place % 2 == 0 ? 190 : 0);
        const int column = place % 2 * 3;
        grid->addWidget(label, place / 2, column);
        grid->addWidget(box, place / 2, column + 1);
        ++place;
    }
    grid->setColumnMinimumWidth(2, 24);
    grid->setColumnStretch(5, 1);
    return table;
}

QWidget *QueuePage::defaultsTable()
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    const QStringList heads{ tr("Retries"), tr("Time limit in minutes"),
        tr("Stalled after seconds") };
    for (int column = 0; column < heads.size(); ++column) {
        grid->addWidget(softLabel(heads[column], table), 0, column + 1);
        grid->setColumnStretch(column + 1, 1);
    }
    int row = 0;
    for (TaskType type : typesWithDefaults()) {
        ++row;
        Defaults &each = m_defaults[type];
        each = { number(0, 100), number(0, 10'000), number(-1, 86'400) };
        each.minutes->setSpecialValueText(tr("none"));
        setStallRange(*each.stall, type);
        auto *label = new QLabel(typeText(type), table);
        label->setMinimumWidth(190);
        grid->addWidget(label, row, 0);
        const QList<std::pair<QSpinBox *, QString>> boxes{ { each.retries, u"max_retries:"_s },
            { each.minutes, u"timeout_minutes:"_s }, { each.stall, u"stall_seconds:"_s } };
        for (int column = 0; column < boxes.size(); ++column) {
            QSpinBox *box = boxes[column].first;
            box->setObjectName(boxes[column].second + taskTypeName(type));
            box->setAccessibleName(tr("%1: %2").arg(typeText(type), heads[column]));
            grid->addWidget(box, row, column + 1);
        }
        label->setBuddy(each.retries);
    }
    return table;
}

void QueuePage::show()
{
    m_showing = true;
    const QueueLimits limits = m_queue.limits();
    m_all->setValue(limits.maxConcurrent);
    for (auto it = m_lanes.cbegin(); it != m_lanes.cend(); ++it)
        (*it)->setValue(limits.lanes.value(it.key()));
    m_keepFree->setValue(limits.keepFreeGigabytes);
    for (auto it = m_defaults.cbegin(); it != m_defaults.cend(); ++it) {
        const TaskDefaults each = limits.defaults.value(it.key());
        it->retries->setValue(each.maxRetries);
        it->minutes->setValue((each.timeoutSeconds.value_or(0) + 59) / 60);
        it->stall->setValue(each.stallSeconds.value_or(it->stall->minimum()));
    }
    m_showing = false;
}

// What nobody touched stays, to the second.
void QueuePage::apply()
{
    if (m_showing)
        return;
    QueueLimits limits = m_queue.limits();
    limits.maxConcurrent = m_all->value();
    for (auto it = m_lanes.cbegin(); it != m_lanes.cend(); ++it)
        limits.lanes[it.key()] = (*it)->value();
    if (qAbs(limits.keepFreeGigabytes - m_keepFree->value()) >= 0.05)
        limits.keepFreeGigabytes = m_keepFree->value();
    for (auto it = m_defaults.cbegin(); it != m_defaults.cend(); ++it) {
        TaskDefaults each = limits.defaults.value(it.key());
        each.maxRetries = it->retries->value();
        if ((each.timeoutSeconds.value_or(0) + 59) / 60 != it->minutes->value())
            each.timeoutSeconds =
                it->minutes->value() > 0 ? std::optional(it->minutes->value() * 60) : std::nullopt;
        if (each.stallSeconds.value_or(it->stall->minimum()) != it->stall->value())
            each.stallSeconds = it->stall->value() > it->stall->minimum()
                ? std::optional(it->stall->value())
                : std::nullopt;
        limits.setDefaults(it.key(), each);
    }
    m_queue.setLimits(limits);
}

} // namespace slipway
