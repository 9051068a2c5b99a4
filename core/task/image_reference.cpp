#include "core/task/image_reference.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool matches(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).hasMatch();
}

// Letters and digits between slashes: most paths, told without the pattern.
bool isPlainPath(const QString &path)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'/';
    };
    return !path.isEmpty() && std::all_of(path.begin(), path.end(), isPlain) && path.front() != u'/'
        && path.back() != u'/' && !path.contains("//"_L1);
}

std::optional<ImageReference> refuse(Sentence *why, const Sentence &reason)
{
    if (why)
        *why = reason;
    return std::nullopt;
}

} // namespace

// By hand: a thousand tasks in one submit are looked at several times each.
bool isTag(const QString &text)
{
    const auto isWordOf = [](QChar c) {
        return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
    };
    return !text.isEmpty() && text.size() <= 128 && isWordOf(text.front())
        && std::all_of(text.begin(), text.end(),
            [&isWordOf](QChar c) { return isWordOf(c) || c == u'.' || c == u'-'; });
}

std::optional<ImageReference> parseImageReference(const QString &text, Sentence *why)
{
    static const QRegularExpression host(
        u"\\A(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?\\z"_s);
    static const QRegularExpression path(
        u"\\A[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*\\z"_s);
    static const QRegularExpression digest(
        u"\\A[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}\\z"_s);

    if (text.isEmpty())
        return refuse(why, Sentence(QT_TRANSLATE_NOOP("Sentence", "an image name is needed")));
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
        return refuse(
            why, Sentence(QT_TRANSLATE_NOOP("Sentence", "\"%1\" contains a space"), { text }));

    ImageReference reference;
    QString rest = text;
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        reference.digest = rest.mid(at + 1);
        rest.truncate(at);
        if (!matches(digest, reference.digest))
            return refuse(why,
                Sentence(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no digest (like sha256:0123...)"),
                    { reference.digest }));
    }
    const qsizetype slash = rest.lastIndexOf(u'/');
    if (const qsizetype colon = rest.indexOf(u':', slash + 1); colon >= 0) {
        reference.tag = rest.mid(colon + 1);
        rest.truncate(colon);
        if (!isTag(reference.tag))
            return refuse(why,
                Sentence(QT_TRANSLATE_NOOP("Sentence",
                             "\"%1\" is no tag (letters, digits, _, . and -, at most 128)"),
                    { reference.tag }));
    }
    // Docker's rule: the part before the first slash is a registry when it looks like a host.
    if (const qsizetype first = rest.indexOf(u'/'); first > 0) {
        const QString head = rest.left(first);
        if (head.contains(u'.') || head.contains(u':') || head == "localhost"_L1
            || head != head.toLower()) {
            if (!matches(host, head))
                return refuse(why,
                    Sentence(
                        QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no registry name"), { head }));
            reference.registry = head;
            rest.remove(0, first + 1);
        }
    }
    reference.path = rest;
    if (!isPlainPath(rest) && !matches(path, rest)) {
        if (rest != rest.toLower())
            return refuse(why,
                Sentence(
                    QT_TRANSLATE_NOOP("Sentence", "an image name is written in lower case: \"%1\""),
                    { rest.toLower() }));
        return refuse(
            why, Sentence(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no image name"), { text }));
    }
    if (reference.registry.size() + rest.size() > 255)
        return refuse(why,
            Sentence(QT_TRANSLATE_NOOP("Sentence", "an image name has at most 255 characters")));
    return reference;
}

QString ImageReference::toString(const QString &fallbackTag) const
{
    QString text = registry.isEmpty() ? path : QString(registry + u'/' + path);
    const QString shownTag = tag.isEmpty() && digest.isEmpty() ? fallbackTag : tag;
    if (!shownTag.isEmpty())
        text += u':' + shownTag;
    if (!digest.isEmpty())
        text += u'@' + digest;
    return text;
}

QString ImageReference::registryName() const
{
    return registry.isEmpty() || registry == "docker.io"_L1 ? u"Docker Hub"_s : registry;
}

} // namespace slipway
