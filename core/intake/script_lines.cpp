#include "core/intake/script_lines.h"

#include "core/task/words.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// Cuts where a shell would; quotes stay as they are, for splitWords() to read.
class Cutter {
public:
    explicit Cutter(const QString &text)
        : m_text(text)
    {
    }

    std::optional<QStringList> commands()
    {
        while (m_at < m_text.size() && m_plain)
            readOne();
        cut();
        return m_plain ? std::optional(m_commands) : std::nullopt;
    }

private:
    bool follows(QLatin1StringView sign) const
    {
        return QStringView(m_text).mid(m_at).startsWith(sign);
    }
    void cut() { m_commands.append(std::exchange(m_command, {})); }
    void take(int count = 1)
    {
        m_command += QStringView(m_text).mid(m_at, count);
        m_at += count;
    }
    void readQuoted(QChar quote)
    {
        take();
        while (m_at < m_text.size() && m_text[m_at] != quote)
            take(quote == u'"' && m_text[m_at] == u'\\' ? 2 : 1);
        take();
    }
    void readOne()
    {
        const QChar c = m_text[m_at];
        const bool wordBegins = m_command.isEmpty() || m_command.back().isSpace();
        if (c == u'\\') {
            take(2);
        } else if (c == u'\'' || c == u'"') {
            readQuoted(c);
        } else if (c == u'#' && wordBegins) {
            m_at = m_text.indexOf(u'\n', m_at);
            m_at = m_at < 0 ? m_text.size() : m_at;
        } else if (c == u'\n' || c == u';') {
            cut();
            ++m_at;
        } else if (follows("&&"_L1)) {
            cut();
            m_at += 2;
        } else if (c == u'|' || c == u'&' || c == u'<' || c == u'>' || c == u'`'
            || follows("$("_L1)) {
            m_plain = false;
        } else {
            take();
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QString m_command;
    QStringList m_commands;
    bool m_plain = true;
};

} // namespace

std::optional<QList<QStringList>> scriptCommands(const QString &text)
{
    const QString unixText = QString(text).remove(u'\r');
    const auto commands = Cutter(unixText).commands();
    if (!commands)
        return std::nullopt;
    QList<QStringList> read;
    for (const QString &command : *commands) {
        auto words = splitWords(command);
        if (!words)
            return std::nullopt;
        while (!words->isEmpty() && (words->first() == "$"_L1 || words->first() == "sudo"_L1))
            words->removeFirst();
        if (!words->isEmpty())
            read.append(*words);
    }
    return read;
}

} // namespace slipway
