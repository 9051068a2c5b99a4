#include "ui/submit/pair_lines.h"

namespace slipway {

PairLines readPairs(const QString &text, QChar between, Split split)
{
    PairLines read;
    for (const QString &each : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString line = each.trimmed();
        if (line.isEmpty())
            continue;
        const qsizetype at =
            split == Split::First ? line.indexOf(between) : line.lastIndexOf(between);
        if (at <= 0) {
            read.wrongLine = line;
            continue;
        }
        read.pairs.insert(line.left(at), line.mid(at + 1));
    }
    return read;
}

QString writtenPairs(const Pairs &pairs, QChar between)
{
    QStringList lines;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it)
        lines << QString(it.key() + between + it.value());
    return lines.join(u'\n');
}

} // namespace slipway
