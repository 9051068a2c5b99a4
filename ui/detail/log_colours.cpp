#include "ui/detail/log_colours.h"

#include <array>
#include <cmath>

namespace slipway {
namespace {

bool isDark(const Colours &colours)
{
    return colours.base.lightness() < 128;
}

// Black, red, green, yellow, blue, magenta, cyan, white, and their bright ones. A program that
// prints white on black means "as text is", and black text is never meant to vanish.
QColor sixteen(quint32 number, const Colours &colours)
{
    static const std::array<QRgb, 16> light{ 0x1A2130, 0xB8232B, 0x1B7340, 0x8F5200, 0x0A66C2,
        0x8E3A9D, 0x00707A, 0x596275, 0x596275, 0xD02A33, 0x1F7F48, 0x9A5B00, 0x1B6FD0, 0xA045B0,
        0x007A86, 0x1A2130 };
    static const std::array<QRgb, 16> dark{ 0x8A94A6, 0xFF8A82, 0x66C792, 0xE8B25C, 0x62AEFA,
        0xD59AE8, 0x5CC9D6, 0xD5DAE3, 0xA3ACBB, 0xFFA8A2, 0x86DDAE, 0xF5CB85, 0x8FC6FF, 0xE6B8F4,
        0x86E0EA, 0xFFFFFF };
    return QColor::fromRgb((isDark(colours) ? dark : light)[number]);
}

QColor colourOf(const TerminalColour &colour, const QColor &none, const Colours &colours)
{
    if (colour.kind == TerminalColour::Kind::None)
        return none;
    if (colour.kind == TerminalColour::Kind::Rgb)
        return QColor::fromRgb(QRgb(colour.value));
    if (colour.value < 16)
        return sixteen(colour.value, colours);
    if (colour.value >= 232) {
        const int grey = int(8 + (colour.value - 232) * 10);
        return { grey, grey, grey };
    }
    const auto part = [](quint32 step) { return step == 0 ? 0 : int(55 + step * 40); };
    const quint32 cube = colour.value - 16;
    return { part(cube / 36), part(cube / 6 % 6), part(cube % 6) };
}

double luminanceOf(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return { part(one.red(), other.red()), part(one.green(), other.green()),
        part(one.blue(), other.blue()) };
}

} // namespace

double contrastOf(const QColor &one, const QColor &other)
{
    const double a = luminanceOf(one);
    const double b = luminanceOf(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readableOn(const QColor &wanted, const QColor &ground)
{
    const QColor end = contrastOf(Qt::white, ground) > contrastOf(Qt::black, ground)
        ? QColor(Qt::white)
        : QColor(Qt::black);
    QColor colour = wanted;
    for (double share = 0.05; contrastOf(colour, ground) < leastContrast && share < 1.01;
         share += 0.05)
        colour = mixed(wanted, end, share);
    return colour;
}

QTextCharFormat formatOf(const TerminalStyle &style, const Colours &colours)
{
    QColor front = colourOf(style.front, colours.text, colours);
    QColor back = colourOf(style.back, colours.base, colours);
    if (style.inverse)
        std::swap(front, back);
    if (style.faint)
        front = mixed(front, back, 0.35);
    QTextCharFormat format;
    format.setForeground(readableOn(front, back));
    if (back != colours.base)
        format.setBackground(back);
    if (style.bold)
        format.setFontWeight(QFont::Bold);
    if (style.italic)
        format.setFontItalic(true);
    if (style.underline)
        format.setFontUnderline(true);
    if (style.struck)
        format.setFontStrikeOut(true);
    return format;
}

QTextCharFormat hitFormat(bool current, const Colours &colours)
{
    QTextCharFormat format;
    const QColor back = current ? colours.accent
        : isDark(colours)       ? QColor(0x5A, 0x47, 0x10)
                                : QColor(0xFF, 0xE3, 0x94);
    format.setBackground(back);
    format.setForeground(current ? colours.onAccent : readableOn(colours.text, back));
    if (current)
        format.setFontWeight(QFont::Bold); // colour is not the only sign
    return format;
}

} // namespace slipway
