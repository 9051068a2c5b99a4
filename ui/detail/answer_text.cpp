#include "ui/detail/answer_text.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qsizetype mostLetters = 1024 * 1024;

// The queue breaks long lines of an answer; those alone end in exactly one space.
bool wasBroken(const QString &line)
{
    return line.endsWith(u' ') && !line.endsWith("  "_L1);
}

} // namespace

AnswerText::AnswerText(qint64 skip)
    : m_skip(skip)
{
}

void AnswerText::add(const LogLines &lines)
{
    for (const LogLine &line : lines) {
        if (line.channel != LogChannel::Out || m_skip-- > 0)
            continue;
        m_skip = 0;
        const QString text = QString::fromUtf8(line.text);
        m_text += text;
        if (!wasBroken(text))
            m_text += u'\n';
    }
    if (m_text.size() > mostLetters) {
        m_text.remove(0, m_text.indexOf(u'\n', m_text.size() - mostLetters / 2) + 1);
        m_isCut = true;
    }
}

QString AnswerText::text(const QString &unfinished) const
{
    return m_text + unfinished;
}

} // namespace slipway
