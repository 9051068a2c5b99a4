#include "app/ctl/words.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway {

QString bytesText(double bytes)
{
    static const std::array units{ u"B"_s, u"kB"_s, u"MB"_s, u"GB"_s, u"TB"_s };
    size_t unit = 0;
    while (bytes >= 999.95 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || bytes >= 99.95 ? 0 : 1;
    return QString::number(bytes, 'f', decimals) + u' ' + units[unit];
}

QString secondsText(double seconds)
{
    if (seconds < 9.95 && seconds != std::floor(seconds))
        return QString::number(seconds, 'f', 1) + u" s"_s;
    const auto whole = qint64(std::round(seconds));
    if (whole < 60)
        return u"%1 s"_s.arg(whole);
    if (whole < 3600)
        return u"%1 min %2 s"_s.arg(whole / 60).arg(whole % 60);
    return u"%1 h %2 min"_s.arg(whole / 3600).arg(whole / 60 % 60);
}

QString shortId(const QString &id)
{
    return id.left(8);
}

QString tableText(const QList<QStringList> &rows, const QList<int> &rightAligned)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const bool right = rightAligned.contains(int(column));
            line += right ? row[column].rightJustified(widths[column])
                          : row[column].leftJustified(widths[column]);
            line += u"  "_s;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString elided(const QString &text, qsizetype width)
{
    return text.size() <= width ? text : text.left(std::max<qsizetype>(0, width - 1)) + u'…';
}

QString printable(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\t' || (c >= u' ' && (c < QChar(0x7f) || c > QChar(0x9f))))
            clean += c;
    }
    return clean;
}

} // namespace slipway
