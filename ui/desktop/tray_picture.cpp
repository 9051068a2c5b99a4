#include "ui/desktop/tray_picture.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct TrayText {
    Q_DECLARE_TR_FUNCTIONS(TrayText)
};

// Both panels at once: a light line inside a dark one.
const QColor edge(0x10, 0x16, 0x1F, 190);
const QColor track(0xD5, 0xDB, 0xE4);

void drawRing(QPainter &painter, qreal size, int percent)
{
    const qreal width = size / 7;
    const qreal in = width / 2 + size / 24;
    const QRectF ring = QRectF(0, 0, size, size).adjusted(in, in, -in, -in);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(edge, width + size / 12));
    painter.drawEllipse(ring);
    painter.setPen(QPen(track, width));
    painter.drawEllipse(ring);
    painter.setPen(QPen(coloursOf(ThemeScheme::Light).accent, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, -qMax(4, percent) * 360 * 16 / 100);
}

// A shape of its own for each, so that colour is not the only sign: "!" and two bars.
void drawSign(QPainter &painter, qreal size, bool isFailure)
{
    const qreal width = size * 0.54;
    const QRectF round(size - width, size - width, width, width);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(round);
    const Colours &colours = coloursOf(ThemeScheme::Light);
    painter.setBrush(isFailure ? colours.error : colours.soft);
    painter.drawEllipse(round.adjusted(1, 1, -1, -1));
    painter.setBrush(Qt::white);
    const qreal bar = width / 6;
    const QPointF centre = round.center();
    if (isFailure) {
        painter.drawRect(QRectF(centre.x() - bar / 2, centre.y() - bar * 2, bar, bar * 2.4));
        painter.drawRect(QRectF(centre.x() - bar / 2, centre.y() + bar, bar, bar));
    } else {
        for (int side : { -1, 1 })
            painter.drawRect(
                QRectF(centre.x() + side * bar - bar / 2, centre.y() - bar * 1.5, bar, bar * 3));
    }
}

} // namespace

QPixmap trayPicture(const WorkNumbers &work, int pixels)
{
    QPixmap picture(pixels, pixels);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer mark(u":/slipway/slipway.svg"_s);
    const bool works = work.active > 0;
    const qreal in = works ? pixels * 0.24 : 0;
    if (works)
        drawRing(painter, pixels, work.percent.value_or(0));
    mark.render(&painter, QRectF(in, in, pixels - 2 * in, pixels - 2 * in));
    if (work.failed > 0 || (work.held && !works))
        drawSign(painter, pixels, work.failed > 0);
    return picture;
}

QIcon trayIcon(const WorkNumbers &work)
{
    QIcon icon;
    for (int pixels : { 16, 22, 24, 32, 44, 48, 64, 96 })
        icon.addPixmap(trayPicture(work, pixels));
    return icon;
}

QString trayText(const WorkNumbers &work)
{
    QStringList parts;
    if (work.active > 0)
        parts << TrayText::tr("%1 active").arg(work.active);
    if (work.waiting > 0)
        parts << TrayText::tr("%1 waiting").arg(work.waiting);
    if (work.failed > 0)
        parts << TrayText::tr("%1 failed").arg(work.failed);
    if (work.percent)
        parts << TrayText::tr("%1 %").arg(*work.percent);
    if (work.held)
        parts << TrayText::tr("the queue is held");
    if (parts.isEmpty())
        return TrayText::tr("Slipway: nothing to do");
    return TrayText::tr("Slipway: %1").arg(parts.join(u", "_s));
}

} // namespace slipway
