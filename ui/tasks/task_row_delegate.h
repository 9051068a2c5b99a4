// Paints a row of the table: two lines, one icon, one bar. Knows the model's roles, no tasks.
#pragma once

#include "ui/task_text.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace slipway {

constexpr int taskRowHeight = 46;
constexpr int barHeight = 5;

QColor toneColour(Tone tone, const Colours &colours);
// percent -1 = at work, nobody knows how far.
void paintBar(
    QPainter *painter, const QRectF &rect, int percent, const QColor &fill, const QColor &track);

class TaskRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace slipway
