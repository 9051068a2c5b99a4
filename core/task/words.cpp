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

// Up to the last slash that both have: a registry or a folder that is right makes nothing nearer.
qsizetype sharedFolders(const QString &a, const QString &b)
{
    qsizetype shared = 0;
    for (qsizetype at = 0; at < std::min(a.size(), b.size()) && a[at] == b[at]; ++at) {
        if (a[at] == u'/')
            shared = at + 1;
    }
    return shared;
}

} // namespace

QStringList nearestNames(const QString &wrong, const QStringList &known)
{
    QList<std::pair<int, QString>> near;
    const QString folded = wrong.toLower();
    for (const QString &name : known) {
        const qsizetype shared = sharedFolders(folded, name);
        const int away = distance(folded.mid(shared), name.mid(shared));
        if (away <= std::max(2, int(wrong.size() - shared) / 3) || name.startsWith(wrong))
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
