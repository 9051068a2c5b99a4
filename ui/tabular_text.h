// Text whose digits all have the same width, so that numbers in a column do not dance. Many
// interface fonts have digits of different widths, and Qt 6.4 cannot ask them for the other kind.
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace slipway {

qreal tabularWidth(const QString &text, const QFont &font);
// Right-aligned, vertically centred, in the painter's font and pen.
void drawTabular(QPainter *painter, const QRectF &rect, const QString &text);

} // namespace slipway
