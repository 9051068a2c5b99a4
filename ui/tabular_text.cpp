#include "ui/tabular_text.h"

#include <QFontMetricsF>
#include <QPainter>

namespace slipway {
namespace {

qreal digitWidth(const QFontMetricsF &metrics)
{
    qreal width = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        width = qMax(width, metrics.horizontalAdvance(QChar(digit)));
    return width;
}

// The text as pieces: single digits, and what stands between them.
template <typename Visit> void forEachPiece(const QString &text, Visit visit)
{
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !text[at].isDigit())
            continue;
        if (at > start)
            visit(text.mid(start, at - start), false);
        if (at < text.size())
            visit(text.mid(at, 1), true);
        start = at + 1;
    }
}

} // namespace

qreal tabularWidth(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal digit = digitWidth(metrics);
    qreal width = 0;
    forEachPiece(text, [&](const QString &piece, bool isDigit) {
        width += isDigit ? digit : metrics.horizontalAdvance(piece);
    });
    return width;
}

void drawTabular(QPainter *painter, const QRectF &rect, const QString &text)
{
    const QFontMetricsF metrics(painter->font());
    const qreal digit = digitWidth(metrics);
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    qreal x = rect.right() - tabularWidth(text, painter->font());
    forEachPiece(text, [&](const QString &piece, bool isDigit) {
        const qreal own = metrics.horizontalAdvance(piece);
        painter->drawText(QPointF(isDigit ? x + (digit - own) / 2 : x, baseline), piece);
        x += isDigit ? digit : own;
    });
}

} // namespace slipway
