#include "ui/units_text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct Units {
    Q_DECLARE_TR_FUNCTIONS(Units)
};

struct Scaled {
    QString number;
    QString unit;
};

Scaled scaled(qint64 bytes)
{
    static const QStringList units{ u"B"_s, u"kB"_s, u"MB"_s, u"GB"_s, u"TB"_s, u"PB"_s };
    double value = double(qMax<qint64>(0, bytes));
    qsizetype unit = 0;
    // 999.95 would be rounded to 1000.
    while (unit + 1 < units.size() && value >= 999.5) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : 1;
    return { QLocale().toString(value, 'f', decimals), units[unit] };
}

// "HH:mm", "h:mm AP": as the locale writes it, without seconds.
QString clockFormat()
{
    return QLocale().timeFormat(QLocale::ShortFormat).remove(u":ss"_s);
}

} // namespace

QString sizeText(qint64 bytes)
{
    const Scaled size = scaled(bytes);
    return size.number + u' ' + size.unit;
}

QString sizeOfText(qint64 done, qint64 total)
{
    const Scaled all = scaled(total);
    const Scaled part = scaled(done);
    if (part.unit == all.unit)
        return Units::tr("%1 of %2").arg(part.number, sizeText(total));
    return Units::tr("%1 of %2").arg(sizeText(done), sizeText(total));
}

QString speedText(double bytesPerSecond)
{
    if (bytesPerSecond < 1)
        return {};
    return Units::tr("%1/s").arg(sizeText(qint64(bytesPerSecond)));
}

QString durationText(qint64 seconds)
{
    const qint64 all = qMax<qint64>(0, seconds);
    const qint64 hours = all / 3600;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    if (hours > 0)
        return u"%1:%2:%3"_s.arg(hours).arg(two(all / 60 % 60), two(all % 60));
    return u"%1:%2"_s.arg(all / 60).arg(two(all % 60));
}

QString timeText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds >= 0 && seconds < 60)
        return Units::tr("just now");
    if (seconds >= 0 && seconds < 3600)
        return Units::tr("%1 min ago").arg(seconds / 60);
    const QDateTime local = time.toLocalTime();
    const QString clock = QLocale().toString(local.time(), clockFormat());
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return Units::tr("Today %1").arg(clock);
    if (days == 1)
        return Units::tr("Yesterday %1").arg(clock);
    const bool thisYear = local.date().year() == now.toLocalTime().date().year();
    const QString date = QLocale().toString(local.date(),
        thisYear ? Units::tr("d MMM", "a date: day and month, as QLocale takes it")
                 : Units::tr("d MMM yyyy", "a date: day, month and year, as QLocale takes it"));
    return date + u' ' + clock;
}

QString ordinalText(int number)
{
    const int last = number % 10;
    const bool teens = number % 100 >= 11 && number % 100 <= 13;
    if (last == 1 && !teens)
        return Units::tr("%1st").arg(number);
    if (last == 2 && !teens)
        return Units::tr("%1nd").arg(number);
    if (last == 3 && !teens)
        return Units::tr("%1rd").arg(number);
    return Units::tr("%1th").arg(number);
}

QString factsText(QStringList facts)
{
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

} // namespace slipway
