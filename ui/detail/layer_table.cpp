#include "ui/detail/layer_table.h"

#include "ui/tabular_text.h"
#include "ui/tasks/task_row_delegate.h"
#include "ui/theme.h"
#include "ui/units_text.h"

#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int lineHeight = 24;
enum Column { IdColumn, BarColumn, StateColumn, SizeColumn, ColumnCount };

bool isThere(const LayerProgress &layer)
{
    return layer.state == "Pull complete"_L1 || layer.state == "Already exists"_L1
        || layer.state == "Pushed"_L1 || layer.state == "Layer already exists"_L1
        || layer.state == "Download complete"_L1;
}

int percentOf(const LayerProgress &layer)
{
    if (isThere(layer))
        return 100;
    return layer.total > 0 ? int(qBound(0LL, layer.done * 100 / layer.total, 100LL)) : 0;
}

// Docker's and Ollama's words; others stay as they are.
QString stateText(const QString &state)
{
    static const char *const known[] = {
        QT_TRANSLATE_NOOP("LayerTable", "Pulling fs layer"),
        QT_TRANSLATE_NOOP("LayerTable", "Waiting"),
        QT_TRANSLATE_NOOP("LayerTable", "Downloading"),
        QT_TRANSLATE_NOOP("LayerTable", "Verifying Checksum"),
        QT_TRANSLATE_NOOP("LayerTable", "Download complete"),
        QT_TRANSLATE_NOOP("LayerTable", "Extracting"),
        QT_TRANSLATE_NOOP("LayerTable", "Pull complete"),
        QT_TRANSLATE_NOOP("LayerTable", "Already exists"),
        QT_TRANSLATE_NOOP("LayerTable", "Preparing"),
        QT_TRANSLATE_NOOP("LayerTable", "Pushing"),
        QT_TRANSLATE_NOOP("LayerTable", "Pushed"),
        QT_TRANSLATE_NOOP("LayerTable", "Layer already exists"),
    };
    for (const char *each : known) {
        if (state == QLatin1String(each))
            return QCoreApplication::translate("LayerTable", each);
    }
    return state;
}

QString sizeOf(const LayerProgress &layer)
{
    if (isThere(layer))
        return layer.total > 0 ? sizeText(layer.total) : QString();
    if (layer.total > 0 && layer.done == 0)
        return sizeText(layer.total);
    if (layer.total > 0)
        return sizeOfText(layer.done, layer.total);
    return layer.done > 0 ? sizeText(layer.done) : QString();
}

} // namespace

class LayerModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setLayers(const QList<LayerProgress> &layers)
    {
        if (!beginsAlike(layers)) { // another image's
            beginResetModel();
            m_layers = layers;
            endResetModel();
            return;
        }
        const int known = int(m_layers.size());
        int first = -1; // of the rows that changed, told as one range
        int last = -1;
        for (int row = 0; row < known; ++row) {
            if (layers[row] == m_layers[row])
                continue;
            m_layers[row] = layers[row];
            first = first < 0 ? row : first;
            last = row;
        }
        if (first >= 0)
            emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
        if (layers.size() > known) {
            beginInsertRows({}, known, int(layers.size()) - 1);
            m_layers += layers.mid(known);
            endInsertRows();
        }
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_layers.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const LayerProgress &layer = m_layers[index.row()];
        if (role == Qt::UserRole)
            return percentOf(layer);
        if (role == Qt::UserRole + 1)
            return isThere(layer);
        if (role == Qt::AccessibleTextRole && index.column() == IdColumn)
            return spoken(layer);
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case IdColumn:
            return layer.id;
        case BarColumn:
            return QString(QString::number(percentOf(layer)) + u" %"_s);
        case StateColumn:
            return stateText(layer.state);
        default:
            return sizeOf(layer);
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        switch (section) {
        case IdColumn:
            return LayerTable::tr("Layer");
        case BarColumn:
            return LayerTable::tr("Progress");
        case StateColumn:
            return LayerTable::tr("State");
        default:
            return LayerTable::tr("Size");
        }
    }

private:
    bool beginsAlike(const QList<LayerProgress> &layers) const
    {
        const auto same = [](const LayerProgress &a, const LayerProgress &b) {
            return a.id == b.id;
        };
        return layers.size() >= m_layers.size()
            && std::equal(m_layers.begin(), m_layers.end(), layers.begin(), same);
    }

    static QString spoken(const LayerProgress &layer)
    {
        const QString text = LayerTable::tr("Layer %1: %2, %3 %")
                                 .arg(layer.id, stateText(layer.state))
                                 .arg(percentOf(layer));
        const QString size = sizeOf(layer);
        return size.isEmpty() ? text : QString(text + u", "_s + size);
    }

    QList<LayerProgress> m_layers;
};

namespace {

class LayerDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Colours &colours = coloursFor(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus)
            painter->fillRect(option.rect, colours.selection);
        QFont font = index.column() == IdColumn
            ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
            : option.font;
        font.setPointSizeF(option.font.pointSizeF() - 1);
        painter->setFont(font);
        const bool last = index.column() == SizeColumn;
        const QRect area = option.rect.adjusted(0, 0, last ? -8 : -14, 0);
        if (index.column() == BarColumn) {
            const QRectF bar(area.left(), area.center().y() - 2, area.width(), barHeight);
            const bool there = index.data(Qt::UserRole + 1).toBool();
            paintBar(painter, bar, index.data(Qt::UserRole).toInt(),
                there ? colours.done : colours.accent, colours.track);
        } else if (last) {
            painter->setPen(colours.soft);
            drawTabular(painter, area, index.data().toString());
        } else {
            painter->setPen(index.column() == IdColumn ? colours.soft : colours.text);
            painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(
                    index.data().toString(), Qt::ElideRight, area.width()));
        }
        painter->restore();
    }
};

} // namespace

LayerTable::LayerTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new LayerModel(this))
{
    setObjectName(u"layerTable"_s);
    setAccessibleName(tr("Layers"));
    setModel(m_model);
    setItemDelegate(new LayerDelegate(this));
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::TabFocus);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->hide();
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(lineHeight);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void LayerTable::setLayers(const QList<LayerProgress> &layers)
{
    m_model->setLayers(layers);
}

int LayerTable::contentHeight() const
{
    return m_model->rowCount() * lineHeight;
}

void LayerTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const QFontMetrics code(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    const int id = code.horizontalAdvance(u"0123456789ab"_s) + 20;
    const int state = fontMetrics().horizontalAdvance(u"Verifying Checksum"_s) + 14;
    const int size = int(tabularWidth(u"999.9 MB of 999.9 MB"_s, font())) + 8;
    setColumnWidth(IdColumn, id);
    setColumnWidth(StateColumn, state);
    setColumnWidth(SizeColumn, size);
    setColumnWidth(BarColumn, qMax(60, viewport()->width() - id - state - size));
}

} // namespace slipway
