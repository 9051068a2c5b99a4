#include "core/task/sentence.h"

namespace slipway {

QString withArguments(const QString &text, const QStringList &arguments)
{
    QString filled;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool place = text[at] == u'%' && at + 1 < text.size() && text[at + 1] >= u'1'
            && text[at + 1] <= u'9';
        if (!place) {
            filled += text[at];
            continue;
        }
        const int number = text[++at].digitValue();
        filled += arguments.value(number - 1);
    }
    return filled;
}

Sentence::Sentence(const QString &verbatim)
    : text(verbatim)
{
}

Sentence::Sentence(const char *english, const QStringList &names, const QList<Sentence> &parts)
    : text(QString::fromUtf8(english))
    , arguments(names)
    , clauses(parts)
{
}

QString Sentence::english() const
{
    if (arguments.isEmpty() && clauses.isEmpty())
        return text;
    QStringList words = arguments;
    for (const Sentence &clause : clauses)
        words.append(clause.english());
    return withArguments(text, words);
}

bool Sentence::operator==(const Sentence &other) const
{
    return text == other.text && arguments == other.arguments && clauses == other.clauses;
}

} // namespace slipway
