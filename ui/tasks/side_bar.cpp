#include "ui/tasks/side_bar.h"

#include "ui/icons.h"
#include "ui/tabular_text.h"
#include "ui/task_text.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

enum Role { KindRole = Qt::UserRole, ValueRole, IconNameRole, CountRole, AlarmRole };

class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Colours &colours = coloursFor(option.palette);
        painter->save();
        painter->setFont(option.font);
        const QRect area = option.rect.adjusted(8, 1, -8, -1);
        if (!index.data(CountRole).isValid())
            paintHeading(painter, area, index, colours);
        else
            paintEntry(painter, area, option, index, colours);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return { 100, index.data(CountRole).isValid() ? 29 : 32 };
    }

private:
    static void paintHeading(
        QPainter *painter, const QRect &area, const QModelIndex &index, const Colours &colours)
    {
        QFont font = painter->font();
        font.setPointSizeF(font.pointSizeF() - 1);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(colours.soft);
        painter->drawText(
            area.adjusted(9, 6, -9, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    }

    static void paintEntry(QPainter *painter, const QRect &area, const QStyleOptionViewItem &option,
        const QModelIndex &index, const Colours &colours)
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const int count = index.data(CountRole).toInt();
        const bool alarm = index.data(AlarmRole).toBool() && count > 0;
        if (selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.selection);
            painter->drawRoundedRect(area, 5, 5);
            QFont font = painter->font();
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
        }
        const QColor icon = alarm ? colours.error : selected ? colours.accent : colours.soft;
        paintIcon(painter, QRect(area.left() + 9, area.center().y() - 7, 16, 16),
            index.data(IconNameRole).toString(), icon);
        painter->setPen(selected ? colours.accent : colours.text);
        const int right = 18 + int(tabularWidth(QString::number(count), option.font));
        const QRect words = area.adjusted(36, 0, -right, 0);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data().toString(), Qt::ElideRight, words.width()));
        painter->setFont(option.font);
        painter->setPen(alarm ? colours.error : colours.soft);
        drawTabular(painter, area.adjusted(0, 0, -10, 0), QString::number(count));
    }
};

QString sectionText(TaskSection section)
{
    switch (section) {
    case TaskSection::Active:
        return SideBar::tr("Active");
    case TaskSection::Waiting:
        return SideBar::tr("Waiting");
    case TaskSection::Paused:
        return SideBar::tr("Paused");
    case TaskSection::Failed:
        return SideBar::tr("Failed");
    case TaskSection::Done:
        return SideBar::tr("Done");
    }
    Q_UNREACHABLE();
}

QString sectionIcon(TaskSection section)
{
    static const QStringList icons{ u"active"_s, u"waiting"_s, u"paused"_s, u"failed"_s,
        u"done"_s };
    return icons.at(int(section));
}

QStringList labelsByNumber(const TaskCounts &counts)
{
    QStringList labels = counts.labels.keys();
    std::stable_sort(labels.begin(), labels.end(), [&counts](const QString &a, const QString &b) {
        return counts.labels.value(a) > counts.labels.value(b);
    });
    return labels;
}

} // namespace

SideBar::SideBar(const QList<TaskType> &types, QWidget *parent)
    : QListView(parent)
    , m_entries(new QStandardItemModel(this))
    , m_types(types)
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(tr("States, kinds and labels"));
    setItemDelegate(new EntryDelegate(this));
    setModel(m_entries);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rebuild({});
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &SideBar::choiceChanged);
}

void SideBar::addHeading(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setFlags(Qt::NoItemFlags);
    item->setData(Heading, KindRole);
    m_entries->appendRow(item);
}

void SideBar::addEntry(Kind kind, const QString &text, const QString &icon, int value)
{
    auto *item = new QStandardItem(text);
    item->setData(kind, KindRole);
    item->setData(value, ValueRole);
    item->setData(icon, IconNameRole);
    item->setData(0, CountRole);
    item->setData(kind == Section && value == int(TaskSection::Failed), AlarmRole);
    m_entries->appendRow(item);
}

void SideBar::rebuild(const TaskCounts &counts)
{
    m_listedTypes.clear();
    for (TaskType type : allTaskTypes()) {
        if (m_types.contains(type) || counts.types.value(type) > 0)
            m_listedTypes << type;
    }
    m_listedLabels = labelsByNumber(counts);
    const int row = qMax(1, currentIndex().row());
    const QString text = currentIndex().data().toString();
    const QSignalBlocker quiet(selectionModel());
    m_entries->clear();
    addHeading(tr("State"));
    addEntry(All, tr("All"), u"all"_s);
    for (TaskSection section : allSections())
        addEntry(Section, sectionText(section), sectionIcon(section), int(section));
    addHeading(tr("Kind"));
    for (TaskType type : std::as_const(m_listedTypes))
        addEntry(Type, typeText(type), typeIcon(type), int(type));
    if (!m_listedLabels.isEmpty())
        addHeading(tr("Label"));
    for (const QString &label : std::as_const(m_listedLabels))
        addEntry(Label, label, u"tag"_s);
    const auto same = m_entries->findItems(text);
    setCurrentIndex(
        m_entries->index(text.isEmpty() || same.isEmpty() ? qMin(row, 1) : same.first()->row(), 0));
}

void SideBar::setCounts(const TaskCounts &counts)
{
    QList<TaskType> types;
    for (TaskType type : allTaskTypes()) {
        if (m_types.contains(type) || counts.types.value(type) > 0)
            types << type;
    }
    if (types != m_listedTypes || labelsByNumber(counts) != m_listedLabels) {
        const TaskFilter before = chosen();
        rebuild(counts);
        if (!(chosen() == before))
            emit choiceChanged();
    }
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        QStandardItem *item = m_entries->item(row);
        int count = 0;
        switch (Kind(item->data(KindRole).toInt())) {
        case Heading:
            continue;
        case All:
            count = counts.all;
            break;
        case Section:
            count = counts.sections.value(TaskSection(item->data(ValueRole).toInt()));
            break;
        case Type:
            count = counts.types.value(TaskType(item->data(ValueRole).toInt()));
            break;
        case Label:
            count = counts.labels.value(item->text());
            break;
        }
        item->setData(count, CountRole);
        item->setData(tr("%1: %2").arg(item->text()).arg(count), Qt::AccessibleTextRole);
    }
}

TaskFilter SideBar::chosen() const
{
    TaskFilter filter;
    const QModelIndex entry = currentIndex();
    switch (Kind(entry.data(KindRole).toInt())) {
    case Section:
        filter.section = TaskSection(entry.data(ValueRole).toInt());
        break;
    case Type:
        filter.type = TaskType(entry.data(ValueRole).toInt());
        break;
    case Label:
        filter.label = entry.data().toString();
        break;
    case Heading:
    case All:
        break;
    }
    return filter;
}

void SideBar::choose(int number)
{
    for (int row = 0; row < m_entries->rowCount(); ++row) {
        if (m_entries->item(row)->isEnabled() && number-- == 0)
            return setCurrentIndex(m_entries->index(row, 0));
    }
}

int SideBar::choice() const
{
    int number = 0;
    for (int row = 0; row < currentIndex().row(); ++row)
        number += m_entries->item(row)->isEnabled() ? 1 : 0;
    return number;
}

} // namespace slipway
