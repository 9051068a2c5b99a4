#include "core/task/words.h"

#include <algorithm>

namespace slipway {
namespace {

int distance(const QString &a, const QString &b) // Levenshtein
{
    QList<int> row(b.size() + 1);
    for (int j = 0; j < row.size(); ++j)
        row[j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], i);
        for (int j = 1; j <= b.size(); ++j) {
            const int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ change, row[j] + 1, row[j - 1] + 1 });
        }
    }
    return row.last();
}

} // namespace

QStringList nearestNames(const QString &wrong, const QStringList &known)
{
    QList<std::pair<int, QString>> near;
    for (const QString &name : known) {
        const int away = distance(wrong.toLower(), name);
        if (away <= std::max(2, int(wrong.size()) / 3) || name.startsWith(wrong))
            near.append({ away, name });
    }
    std::stable_sort(
        near.begin(), near.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (const auto &each : near.mid(0, 3))
        names.append(each.second);
    return names;
}

std::optional<QStringList> splitWords(const QString &text)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quote == u'\'') {
            if (c == quote)
                quote = {};
            else
                word += c;
        } else if (c == u'\\' && i + 1 < text.size()) {
            const QChar next = text[++i];
            if (next == u'\n')
                continue; // the line goes on
            // Inside double quotes a backslash keeps its meaning only before these.
            if (quote == u'"' && next != u'"' && next != u'\\' && next != u'$' && next != u'`')
                word += c;
            word += next;
            inWord = true;
        } else if (quote == u'"') {
            if (c == quote)
                quote = {};
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c == u' ' || c == u'\t' || c == u'\n' || c == u'\r') {
            if (inWord)
                words.append(std::exchange(word, {}));
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return std::nullopt;
    if (inWord)
        words.append(word);
    return words;
}

} // namespace slipway
