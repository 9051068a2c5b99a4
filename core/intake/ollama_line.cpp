#include "core/intake/ollama_line.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {

std::variant<QJsonObject, Sentence> readOllamaLine(const QStringList &words)
{
    const QString verb = words.value(0);
    if (verb != "pull"_L1 && verb != "run"_L1)
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "ollama %1 cannot be queued; known are pull, run"),
            { verb });
    const QHash<QString, QString> valued{ { u"--format"_s, u"format"_s },
        { u"--keepalive"_s, u"keep_alive"_s } };
    QJsonObject params;
    QStringList plain;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString word = words[i];
        const QString name = word.section(u'=', 0, 0);
        if (!word.startsWith("--"_L1)) {
            plain.append(word);
        } else if (word == "--insecure"_L1) {
            params[u"insecure"] = true;
        } else if (word == "--verbose"_L1 || word == "--nowordwrap"_L1) {
            continue; // change only what ollama prints
        } else if (valued.contains(name) && (word.contains(u'=') || i + 1 < words.size())) {
            params[valued[name]] = word.contains(u'=') ? word.section(u'=', 1) : words[++i];
        } else {
            return Sentence(QT_TRANSLATE_NOOP("Sentence",
                                "ollama %1: the flag %2 is not known; known are --format, "
                                "--insecure, --keepalive"),
                { verb, word });
        }
    }
    if (plain.isEmpty())
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "ollama %1: the model is missing"), { verb });
    params[u"model_name"] = plain.takeFirst();
    const QString question = plain.join(u' ');
    if (verb == "pull"_L1 && !question.isEmpty())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "ollama pull: there is one word too many: \"%1\""),
            { plain.first() });
    if (question.isEmpty()) { // a conversation at a terminal: what of it can be queued is the model
        params.remove(u"format"_s);
        params.remove(u"keep_alive"_s);
        return QJsonObject{ { u"task_type"_s, u"ollama_pull"_s }, { u"params"_s, params } };
    }
    params.remove(u"insecure"_s); // concerns a download only
    params[u"prompt"] = question;
    return QJsonObject{ { u"task_type"_s, u"ollama_run"_s }, { u"params"_s, params } };
}

} // namespace slipway
