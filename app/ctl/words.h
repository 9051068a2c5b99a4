// Sizes, times and tables as a terminal shows them.
#pragma once

#include <QString>
#include <QStringList>

namespace slipway {

QString bytesText(double bytes); // in thousands, as docker prints them: "62.9 MB"
QString secondsText(double seconds); // "0.4 s", "12 s", "3 min 5 s", "2 h 10 min"
QString shortId(const QString &id); // the first 8 characters

// Columns as wide as their widest cell, two spaces between, no spaces at the ends of lines.
// Columns in `rightAligned` hold numbers.
QString tableText(const QList<QStringList> &rows, const QList<int> &rightAligned = {});

// At most `width` characters, "…" for what is left out.
QString elided(const QString &text, qsizetype width);

// What came from elsewhere, without characters that would move the cursor or change colours.
QString printable(const QString &text);

} // namespace slipway
