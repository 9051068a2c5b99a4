// The terminal's colours on the window's own ground, always readable.
#pragma once

#include "ui/detail/terminal_line.h"
#include "ui/theme.h"

#include <QTextCharFormat>

namespace slipway {

constexpr double leastContrast = 4.5;

double contrastOf(const QColor &one, const QColor &other); // 1 to 21, as WCAG 2 counts it
// `wanted`, made lighter or darker until it can be read on `ground`.
QColor readableOn(const QColor &wanted, const QColor &ground);

QTextCharFormat formatOf(const TerminalStyle &style, const Colours &colours);
QTextCharFormat hitFormat(bool current, const Colours &colours); // what a search has found

} // namespace slipway
