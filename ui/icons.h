// The window's own icons: line drawings in resources/icons, painted in the colours of the theme.
#pragma once

#include <QIcon>
#include <QPalette>
#include <QPixmap>
#include <QString>

class QPainter;

namespace slipway {

// Paints `name` in one colour, sharp at any scale of the screen.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour);

// Takes its colour from the application's palette whenever it is painted, so that it follows
// the theme and fades with a disabled control.
QIcon themedIcon(const QString &name, QPalette::ColorRole role = QPalette::ButtonText);

} // namespace slipway
