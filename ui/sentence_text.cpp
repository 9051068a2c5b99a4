#include "ui/sentence_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct SentenceText {
    Q_DECLARE_TR_FUNCTIONS(SentenceText)
};

// Core marks each text by what it is of, which a stored one no longer tells.
QString translated(const QString &text)
{
    const QByteArray id = text.toUtf8();
    for (const char *context : { "TaskError", "PreCheck", "Sentence" }) {
        const QString found = QCoreApplication::translate(context, id.constData());
        if (found != text)
            return found;
    }
    return text;
}

// Core writes a size among the arguments as programs read it: "1.9 GB".
QString inTheLocale(const QString &argument)
{
    static const QRegularExpression size(u"\\A([0-9]+\\.[0-9]) ([kMGTP]B)\\z"_s);
    const auto match = size.match(argument);
    if (!match.hasMatch())
        return argument;
    return QLocale().toString(match.captured(1).toDouble(), 'f', 1) + u' ' + match.captured(2);
}

} // namespace

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString sentenceText(const QString &text, const QStringList &arguments)
{
    QStringList words;
    for (const QString &argument : arguments)
        words << inTheLocale(argument);
    return withArguments(translated(text), words);
}

QString sentenceText(const Sentence &sentence)
{
    if (sentence.arguments.isEmpty() && sentence.clauses.isEmpty())
        return translated(sentence.text);
    QStringList words = sentence.arguments;
    for (const Sentence &clause : sentence.clauses)
        words << sentenceText(clause);
    return sentenceText(sentence.text, words);
}

QString reasonText(const FieldError &error)
{
    if (error.code == ErrorCode::ValidationMissingRequired)
        return SentenceText::tr("This is needed.");
    return capitalised(
        sentenceText(error.besideField.isEmpty() ? error.reason : error.besideField));
}

QString reasonText(const Refusal &refusal)
{
    return reasonText(
        FieldError{ refusal.code, refusal.field, refusal.reason, refusal.besideField });
}

} // namespace slipway
