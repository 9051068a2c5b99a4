// Sizes, speeds, durations and times as people read them, and several of them in a line.
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace slipway {

// Decimal units, as docker prints them: "64.1 MB", "182 MB".
QString sizeText(qint64 bytes);
// "1.2 of 1.9 GB", or "412 MB of 1.2 GB" where the units differ.
QString sizeOfText(qint64 done, qint64 total);
QString speedText(double bytesPerSecond); // "11.8 MB/s"; empty for none
QString durationText(qint64 seconds); // "2:04", "1:00:00"
// "just now", "5 min ago" while fresh, then "Today 14:02", "Yesterday 14:02", "12 Mar 14:02".
QString timeText(const QDateTime &time, const QDateTime &now);
QString ordinalText(int number); // "2nd"
QString factsText(QStringList facts); // "Pulling for 2:04 · 11.8 MB/s"; empty ones are left out

} // namespace slipway
