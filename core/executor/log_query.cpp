#include "core/executor/log_query.h"

#include "core/executor/terminal_text.h"

#include <algorithm>
#include <cstring>

namespace slipway {
namespace {

char foldedAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

LogMatcher::LogMatcher(const LogQuery &query)
    : m_query(query)
{
    // Most queries are plain ASCII, and bytes are found many times faster than letters.
    if (isAscii(query.text)) {
        m_needle = query.text.toLatin1();
        if (!query.caseSensitive)
            std::transform(m_needle.begin(), m_needle.end(), m_needle.begin(), foldedAscii);
    }
}

int LogMatcher::count(QByteArrayView line)
{
    if (m_query.text.isEmpty())
        return 0;
    QByteArray plain; // owns what `line` then views
    if (std::memchr(line.data(), 0x1B, size_t(line.size()))) {
        plain = withoutTerminalCodes(line.toByteArray());
        line = plain;
    }
    if (m_needle.isEmpty())
        return int(spans(QString::fromUtf8(line)).size());
    const char *at = line.data();
    if (!m_query.caseSensitive) {
        m_folded.resize(line.size());
        std::transform(line.begin(), line.end(), m_folded.begin(), foldedAscii);
        at = m_folded.constData();
    }
    const char *const end = at + line.size();
    int hits = 0;
    while (const void *found =
               memmem(at, size_t(end - at), m_needle.constData(), size_t(m_needle.size()))) {
        ++hits;
        at = static_cast<const char *>(found) + m_needle.size();
    }
    return hits;
}

QList<LogSpan> LogMatcher::spans(const QString &text) const
{
    QList<LogSpan> found;
    if (m_query.text.isEmpty())
        return found;
    // Letters beyond ASCII that fold to ASCII ones (the Kelvin sign) are no hits of such a query,
    // as in count(): whoever counts and whoever shows must agree.
    const bool asBytes = !m_needle.isEmpty() && !m_query.caseSensitive;
    QString folded;
    if (asBytes) {
        folded = text;
        for (QChar &c : folded) {
            if (c.unicode() < 0x80)
                c = QLatin1Char(foldedAscii(c.toLatin1()));
        }
    }
    const QString &in = asBytes ? folded : text;
    const QString needle = asBytes ? QString::fromLatin1(m_needle) : m_query.text;
    const auto how = asBytes || m_query.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = in.indexOf(needle, 0, how); at >= 0;
         at = in.indexOf(needle, at + needle.size(), how))
        found.append({ at, needle.size() });
    return found;
}

} // namespace slipway
