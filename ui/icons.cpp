#include "ui/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// `size` in device pixels.
QPixmap drawn(const QString &name, const QColor &colour, const QSize &size)
{
    const QString key =
        u"slipway/%1/%2/%3x%4"_s.arg(name, colour.name()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(u":/slipway/icons/%1.svg"_s.arg(name));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(const QString &name, QPalette::ColorRole role)
        : m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, colour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_name, colour(mode), size);
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_role); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return QGuiApplication::palette().color(group, m_role);
    }

    QString m_name;
    QPalette::ColorRole m_role;
};

} // namespace

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    QPixmap pixmap = drawn(name, colour, (QSizeF(rect.size()) * scale).toSize());
    pixmap.setDevicePixelRatio(scale);
    painter->drawPixmap(rect.topLeft(), pixmap);
}

QIcon themedIcon(const QString &name, QPalette::ColorRole role)
{
    return QIcon(new ThemedIconEngine(name, role));
}

} // namespace slipway
