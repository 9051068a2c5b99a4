#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

// Resources of a static library are known only after this, which must stand outside namespaces.
static void initSlipwayResources()
{
    Q_INIT_RESOURCE(slipway);
}

namespace slipway {
namespace {

QString styleSheet(const Colours &c)
{
    QFile file(u":/slipway/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QColor onAccentLine = c.onAccent;
    onAccentLine.setAlphaF(0.35F);
    const bool dark = c.base.lightness() < 128;
    const QHash<QString, QColor> colours{ { u"window"_s, c.window }, { u"base"_s, c.base },
        { u"alternate"_s, c.alternate }, { u"text"_s, c.text }, { u"soft"_s, c.soft },
        { u"faint"_s, c.faint }, { u"line"_s, c.line }, { u"track"_s, c.track },
        { u"accent"_s, c.accent }, { u"onAccent"_s, c.onAccent },
        { u"accentHover"_s, dark ? c.accent.lighter(110) : c.accent.darker(112) },
        { u"onAccentLine"_s, onAccentLine }, { u"selection"_s, c.selection },
        { u"warning"_s, c.warning }, { u"error"_s, c.error }, { u"done"_s, c.done },
        { u"code"_s, c.code }, { u"errorBack"_s, c.errorBack },
        { u"handle"_s, dark ? c.track.lighter(125) : c.track.darker(118) } };
    QString sheet = QString::fromUtf8(file.readAll());
    sheet.replace("@scheme@"_L1, dark ? "dark"_L1 : "light"_L1);
    for (auto it = colours.cbegin(); it != colours.cend(); ++it)
        sheet.replace(QString(u'@' + it.key() + u'@'), it.value().name(QColor::HexArgb));
    return sheet;
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.soft);
    palette.setColor(QPalette::Button, c.window);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Midlight, c.track);
    for (QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, c.faint);
    return palette;
}

} // namespace

const Colours &coloursOf(ThemeScheme scheme)
{
    static const Colours light{ .window = 0xF5F6F8,
        .base = 0xFFFFFF,
        .alternate = 0xFAFBFC,
        .text = 0x1A2130,
        .soft = 0x596275,
        .faint = 0xA4ABB8,
        .line = 0xE2E6EC,
        .track = 0xE4E8EE,
        .accent = 0x0A66C2,
        .onAccent = 0xFFFFFF,
        .selection = 0xE4EFFB,
        .warning = 0x8F5200,
        .error = 0xB8232B,
        .done = 0x1B7340,
        .code = 0xF5F6F8,
        .errorBack = 0xFCEDEC };
    static const Colours dark{ .window = 0x191C21,
        .base = 0x1F232A,
        .alternate = 0x22262E,
        .text = 0xE8EBF1,
        .soft = 0xA3ACBB,
        .faint = 0x646C7A,
        .line = 0x323843,
        .track = 0x363D49,
        .accent = 0x62AEFA,
        .onAccent = 0x10161F,
        .selection = 0x1E3650,
        .warning = 0xE8B25C,
        .error = 0xFF8A82,
        .done = 0x66C792,
        .code = 0x191C21,
        .errorBack = 0x402022 };
    return scheme == ThemeScheme::Light ? light : dark;
}

const Colours &coloursFor(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    return coloursOf(dark ? ThemeScheme::Dark : ThemeScheme::Light);
}

std::optional<ThemeScheme> schemeFromName(const QString &name)
{
    if (name == "light"_L1)
        return ThemeScheme::Light;
    if (name == "dark"_L1)
        return ThemeScheme::Dark;
    return std::nullopt;
}

ThemeScheme systemScheme()
{
    const bool isDark = QApplication::palette().color(QPalette::Window).lightness() < 128
        || qEnvironmentVariable("GTK_THEME").contains("dark"_L1, Qt::CaseInsensitive);
    return isDark ? ThemeScheme::Dark : ThemeScheme::Light;
}

void applyTheme(QApplication &application, ThemeScheme scheme)
{
    initSlipwayResources();
    // Under a style sheet the style has another name, so what was set is remembered here.
    if (application.property("slipwayStyle").isNull()) {
        application.setProperty("slipwayStyle", true);
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }
    QApplication::setPalette(paletteOf(coloursOf(scheme)));
    application.setStyleSheet(styleSheet(coloursOf(scheme)));
}

} // namespace slipway
