// What can be told from a view as it stands on the screen: texts that are cut, and texts too pale
// to read.
#pragma once

#include <QImage>
#include <QStringList>

class QWidget;

namespace slipway {

// Visible labels, buttons, tabs, column heads and hints in fields whose text is wider (or, wrapped,
// higher) than its place.
QStringList cutTexts(const QWidget &view);

// Enabled texts with less than 4.5:1 between their strongest pixels and what is behind them,
// measured in `picture` of the view: labels, buttons, and the upper and lower half of each visible
// cell of a table or list.
QStringList paleTexts(const QWidget &view, const QImage &picture);

} // namespace slipway
