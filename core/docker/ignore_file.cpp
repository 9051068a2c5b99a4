#include "core/docker/ignore_file.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool hasOneOf(QStringView text, QStringView characters)
{
    return std::any_of(
        text.begin(), text.end(), [characters](QChar c) { return characters.contains(c); });
}

// "[a-z]" and "[^a-z]" are the same in both languages. -1: it is not closed.
qsizetype endOfSet(const QString &glob, qsizetype at)
{
    return glob.indexOf(u']', at + (glob.mid(at + 1, 1) == u"^" ? 3 : 2));
}

// What "**" stands for. At the beginning it need not end with a folder, unless wildcards follow.
QString starsExpression(const QString &glob, qsizetype begin, qsizetype end)
{
    const QStringView rest = QStringView(glob).mid(end);
    const bool eatsSlash = glob[end - 1] == u'/';
    if (rest.isEmpty() || (begin == 0 && !eatsSlash && !hasOneOf(rest, u"*?[]\\")))
        return u".*"_s;
    return u"(?:.*/)?"_s;
}

QString expressionOf(const QString &glob)
{
    QString text;
    for (qsizetype at = 0; at < glob.size(); ++at) {
        const QChar c = glob[at];
        const qsizetype close = c == u'[' ? endOfSet(glob, at) : -1;
        if (QStringView(glob).mid(at).startsWith(u"**")) {
            const qsizetype begin = at++;
            at += glob.mid(at + 1, 1) == u"/" ? 1 : 0;
            text += starsExpression(glob, begin, at + 1);
        } else if (c == u'*') {
            text += u"[^/]*"_s;
        } else if (c == u'?') {
            text += u"[^/]"_s;
        } else if (close > 0) {
            text += glob.mid(at, close - at + 1);
            at = close;
        } else if (c == u'[') { // not closed: invalid, as it is to Docker
            text += c;
        } else if (c == u'\\') { // at the end it makes it invalid
            text += c + glob.mid(++at, 1); // as Docker does: an escaped "a" is a bell
        } else {
            text += QRegularExpression::escape(QString(c));
        }
    }
    return QRegularExpression::anchoredPattern(text);
}

// "/a/", "./a" and "a" are the same.
QString tidied(const QString &written)
{
    QString path = QDir::cleanPath(written);
    while (path.size() > 1 && path.startsWith(u'/'))
        path.remove(0, 1);
    return path;
}

QString withoutLastStars(const QString &glob)
{
    for (const QLatin1String stars : { "/**"_L1, "/*"_L1 }) {
        if (glob.endsWith(stars))
            return glob.chopped(stars.size());
    }
    return glob;
}

} // namespace

IgnoreFile::IgnoreFile(const QByteArray &text)
{
    QString all = QString::fromUtf8(text);
    if (all.startsWith(QChar::ByteOrderMark))
        all.remove(0, 1);
    for (const QString &written : all.split(u'\n')) {
        QString glob = written.trimmed();
        if (written.startsWith(u'#') || glob.isEmpty())
            continue;
        const bool takesIn = glob.startsWith(u'!');
        if (takesIn)
            glob = glob.mid(1).trimmed();
        const Line line = lineFrom(glob.isEmpty() ? glob : tidied(glob), takesIn);
        const bool isNothing = takesIn && (line.glob.isEmpty() || line.glob == u"/");
        if (m_refused.isEmpty() && (isNothing || !line.pattern.isValid()))
            m_refused = written.trimmed();
        m_lines.append(line);
    }
}

IgnoreFile::Line IgnoreFile::lineFrom(const QString &glob, bool takesIn)
{
    Line line{ takesIn, glob, {}, !hasOneOf(glob, u"*?[]\\") };
    if (!line.isLiteral)
        line.pattern = QRegularExpression(expressionOf(glob));
    return line;
}

void IgnoreFile::keep(const QString &path)
{
    if (!leavesOut(path))
        return;
    Line line;
    line.takesIn = true;
    line.glob = path;
    m_lines.append(line);
}

bool IgnoreFile::Line::fits(const QString &path) const
{
    return isLiteral ? path == glob : pattern.isValid() && pattern.match(path).hasMatch();
}

// A line that could change nothing is not remembered as fitting, so that the files in a folder see
// it anew: "src", "!src/a", "src" takes src/a in.
IgnoreFile::Finding IgnoreFile::look(const QString &path, const Finding &folder) const
{
    Finding finding{ false, QBitArray(m_lines.size()) };
    for (qsizetype number = 0; number < m_lines.size(); ++number) {
        const Line &line = m_lines[number];
        const bool inherited = number < folder.lines.size() && folder.lines.testBit(number);
        if (!inherited && (line.takesIn != finding.leftOut || !line.fits(path)))
            continue;
        finding.lines.setBit(number);
        finding.leftOut = !line.takesIn;
    }
    return finding;
}

bool IgnoreFile::leavesOut(const QString &path) const
{
    Finding finding;
    for (qsizetype end = path.indexOf(u'/'); end >= 0; end = path.indexOf(u'/', end + 1))
        finding = look(path.left(end), finding);
    return look(path, finding).leftOut;
}

bool IgnoreFile::isEntered(const QString &folder, Builder builder) const
{
    const auto mayBeBelow = [&folder, builder](const Line &line) {
        const bool isLegacy = builder == Builder::Legacy;
        const QString name = isLegacy ? line.glob : withoutLastStars(line.glob);
        return line.takesIn
            && (QString(name + u'/').startsWith(folder + u'/')
                || (!isLegacy && hasOneOf(name, u"*[]?^\\")));
    };
    return std::any_of(m_lines.begin(), m_lines.end(), mayBeBelow);
}

} // namespace slipway
