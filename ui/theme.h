// The colours of the window, light and dark, as one palette and one style sheet over Fusion.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include <optional>

class QApplication;

namespace slipway {

enum class ThemeScheme { Light, Dark };

struct Colours {
    QColor window, base, alternate; // frame, lists, hover
    QColor text, soft, faint; // names; second lines and labels; disabled
    QColor line, track; // hairlines; the empty part of bars
    QColor accent, onAccent, selection; // what runs and the one main button; behind selected rows
    QColor warning, error, done;
    QColor code, errorBack; // behind monospace text
};

const Colours &coloursOf(ThemeScheme scheme);
// Those that belong to a palette made by applyTheme(): what painting code asks.
const Colours &coloursFor(const QPalette &palette);

std::optional<ThemeScheme> schemeFromName(const QString &name); // "light", "dark"
// What the desktop's palette says, for where no portal does. To be called before applyTheme(),
// which replaces its palette.
ThemeScheme systemScheme();
// Also while there are windows: they follow at once.
void applyTheme(QApplication &application, ThemeScheme scheme);

} // namespace slipway
