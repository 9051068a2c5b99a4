#include "ui/tasks/task_row_delegate.h"

#include "ui/icons.h"
#include "ui/tabular_text.h"
#include "ui/tasks/task_table_model.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int iconSize = 16;
constexpr int padding = 10;
constexpr int followerIndent = 18;

struct Cell {
    QPainter *painter;
    QRect rect;
    QModelIndex index;
    QFont font;
    const Colours &colours;

    QRect upper() const { return QRect(rect.left(), rect.top() + 4, rect.width(), 20); }
    QRect lower() const { return QRect(rect.left(), rect.top() + 23, rect.width(), 17); }
    Tone tone(int role) const { return Tone(index.data(role).toInt()); }

    void text(
        const QRect &where, const QString &words, const QColor &colour, const QFont &with) const
    {
        painter->setFont(with);
        painter->setPen(colour);
        const QString fitting = QFontMetrics(with).elidedText(words, Qt::ElideRight, where.width());
        painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    }
};

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() - 1);
    return font;
}

void paintName(const Cell &cell)
{
    const Tone tone = cell.tone(TaskTableModel::ToneRole);
    const QColor soft = cell.colours.soft;
    const int left = cell.index.data(TaskTableModel::FollowsRole).toBool() ? followerIndent : 0;
    const QRect icon(cell.rect.left() + left, cell.rect.top() + 15, iconSize, iconSize);
    paintIcon(cell.painter, icon, cell.index.data(TaskTableModel::IconRole).toString(), soft);
    QFont medium = cell.font;
    medium.setWeight(QFont::Medium);
    const int indent = left + iconSize + padding + 2;
    cell.text(cell.upper().adjusted(indent, 0, 0, 0), cell.index.data().toString(),
        tone == Tone::Done ? soft : cell.colours.text, medium);
    const Tone second = cell.tone(TaskTableModel::SecondToneRole);
    cell.text(cell.lower().adjusted(indent, 0, 0, 0),
        cell.index.data(TaskTableModel::SecondLineRole).toString(),
        toneColour(second, cell.colours), smaller(cell.font));
}

void paintState(const Cell &cell)
{
    const QColor colour = toneColour(cell.tone(TaskTableModel::ToneRole), cell.colours);
    const QRect icon(cell.rect.left(), cell.rect.top() + 15, iconSize, iconSize);
    paintIcon(cell.painter, icon, cell.index.data(TaskTableModel::IconRole).toString(), colour);
    cell.text(
        cell.rect.adjusted(iconSize + 8, 0, 0, 0), cell.index.data().toString(), colour, cell.font);
}

void paintProgress(const Cell &cell)
{
    const QVariant percent = cell.index.data(TaskTableModel::PercentRole);
    if (!percent.isValid())
        return;
    const QFont small = smaller(cell.font);
    const QRect above(cell.rect.left(), cell.rect.top() + 6, cell.rect.width(), 18);
    int taken = 0;
    if (percent.toInt() >= 0) {
        const QString number = QCoreApplication::translate("TaskRow", "%1 %").arg(percent.toInt());
        cell.painter->setFont(small);
        cell.painter->setPen(cell.colours.text);
        drawTabular(cell.painter, above, number);
        taken = int(tabularWidth(number, small)) + padding;
    }
    cell.text(
        above.adjusted(0, 0, -taken, 0), cell.index.data().toString(), cell.colours.soft, small);
    const Tone tone = cell.tone(TaskTableModel::ToneRole);
    const QRectF bar(cell.rect.left(), cell.rect.top() + 30, cell.rect.width(), barHeight);
    paintBar(
        cell.painter, bar, percent.toInt(), toneColour(tone, cell.colours), cell.colours.track);
}

void paintNumber(const Cell &cell)
{
    cell.painter->setFont(cell.font);
    cell.painter->setPen(cell.colours.text);
    drawTabular(cell.painter, cell.rect, cell.index.data().toString());
}

} // namespace

QColor toneColour(Tone tone, const Colours &colours)
{
    switch (tone) {
    case Tone::Quiet:
        return colours.soft;
    case Tone::Running:
        return colours.accent;
    case Tone::Warning:
        return colours.warning;
    case Tone::Error:
        return colours.error;
    case Tone::Done:
        return colours.done;
    }
    Q_UNREACHABLE();
}

void paintBar(
    QPainter *painter, const QRectF &rect, int percent, const QColor &fill, const QColor &track)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QPainterPath whole;
    whole.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter->fillPath(whole, track);
    QRectF part = rect;
    if (percent < 0) {
        part.setWidth(rect.width() / 4);
        part.moveLeft(rect.left() + rect.width() * 0.3);
    } else {
        part.setWidth(percent == 0 ? 0 : qMax(rect.height(), rect.width() * percent / 100));
    }
    if (part.width() > 0) {
        QPainterPath done;
        done.addRoundedRect(part, rect.height() / 2, rect.height() / 2);
        painter->fillPath(done, fill);
    }
    painter->restore();
}

void TaskRowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, selected ? colours.selection : colours.base);
    painter->fillRect(
        option.rect.left(), option.rect.bottom(), option.rect.width(), 1, colours.line);
    const Cell cell{ painter, option.rect.adjusted(padding, 0, -padding, -1), index, option.font,
        colours };
    switch (index.column()) {
    case TaskTableModel::NameColumn:
        paintName(cell);
        break;
    case TaskTableModel::StateColumn:
        paintState(cell);
        break;
    case TaskTableModel::ProgressColumn:
        paintProgress(cell);
        break;
    case TaskTableModel::HostColumn:
    case TaskTableModel::LabelsColumn:
        cell.text(cell.rect, index.data().toString(), colours.soft, option.font);
        break;
    default:
        paintNumber(cell);
        break;
    }
    painter->restore();
}

QSize TaskRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 80, taskRowHeight };
}

} // namespace slipway
