#include "ui/submit/type_list.h"

#include "ui/icons.h"
#include "ui/submit/submit_form.h"
#include "ui/theme.h"
#include "ui/type_text.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

enum Role { PhraseRole = Qt::UserRole, IconNameRole };

constexpr int besideText = 74; // icon and margins

class TypeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Colours &colours = coloursFor(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect area = option.rect.adjusted(10, 2, -10, -2);
        painter->save();
        if (selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.selection);
            painter->drawRoundedRect(area, 5, 5);
        }
        paintIcon(painter, QRect(area.left() + 12, area.center().y() - 7, 16, 16),
            index.data(IconNameRole).toString(), selected ? colours.accent : colours.soft);
        QFont font = option.font;
        font.setWeight(selected ? QFont::DemiBold : QFont::Medium);
        painter->setFont(font);
        painter->setPen(selected ? colours.accent : colours.text);
        painter->drawText(area.adjusted(40, 4, -4, -22), Qt::AlignLeft | Qt::AlignVCenter,
            index.data().toString());
        font = option.font;
        font.setPointSizeF(font.pointSizeF() - 1);
        painter->setFont(font);
        painter->setPen(colours.soft);
        painter->drawText(area.adjusted(40, 22, -4, -4), Qt::AlignLeft | Qt::AlignVCenter,
            index.data(PhraseRole).toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 180, 48 };
    }
};

} // namespace

TypeList::TypeList(QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"typeList"_s);
    setAccessibleName(tr("Kind of task"));
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 10, 0, 0);
    auto *entries = new QStandardItemModel(this);
    const auto add = [entries](const QString &name, const QString &phrase, const QString &icon) {
        auto *item = new QStandardItem(name);
        item->setData(phrase, PhraseRole);
        item->setData(icon, IconNameRole);
        item->setData(tr("%1: %2").arg(name, phrase), Qt::AccessibleTextRole);
        entries->appendRow(item);
    };
    for (const FormEntry &entry : forms())
        add(typeText(entry.type), typePhrase(entry.type), typeIcon(entry.type));
    add(tr("Several steps"), tr("one after another"), u"chain"_s);
    setModel(entries);
    setItemDelegate(new TypeDelegate(this));
    int widest = 0;
    for (int row = 0; row < entries->rowCount(); ++row) {
        for (int role : { int(Qt::DisplayRole), int(PhraseRole) })
            widest = qMax(
                widest, fontMetrics().horizontalAdvance(entries->item(row)->data(role).toString()));
    }
    setFixedWidth(qMax(190, widest + besideText));
}

QItemSelectionModel::SelectionFlags TypeList::selectionCommand(
    const QModelIndex &index, const QEvent *event) const
{
    return index.isValid() ? QListView::selectionCommand(index, event)
                           : QItemSelectionModel::NoUpdate;
}

} // namespace slipway
