#include "core/task/validation.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

// Docker takes "80" and "8000-8010".
Reason refusePortRange(const QString &text)
{
    const QStringList ends = text.split(u'-');
    for (const QString &end : ends) {
        if (!matches(u"[0-9]{1,9}"_s, end) || ends.size() > 2)
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no port number"), { text });
        const int port = end.toInt();
        if (port < 1 || port > 65535)
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "port %1 is out of range (1 to 65535)"), { end });
    }
    if (ends.size() == 2 && ends[0].toInt() > ends[1].toInt())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "the port range \"%1\" runs backwards"), { text });
    return std::nullopt;
}

} // namespace

Reason refusePlatform(const QString &text)
{
    if (matches(u"[a-z0-9]+/[a-z0-9_]+(/[a-z0-9.]+)?"_s, text))
        return std::nullopt;
    return Sentence(
        QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no platform (like linux/amd64 or linux/arm64/v8)"),
        { text });
}

Reason refusePort(const QString &hostPort, const QString &containerPort)
{
    static const QRegularExpression protocol(u"/(tcp|udp|sctp)\\z"_s);
    QString container = containerPort;
    container.remove(protocol);
    if (const Reason reason = refusePortRange(container))
        return reason;
    QString address;
    QString host = hostPort;
    if (const qsizetype colon = hostPort.lastIndexOf(u':'); colon >= 0) {
        address = hostPort.left(colon);
        host = hostPort.mid(colon + 1);
        if (!matches(u"[0-9.]+|\\[[0-9a-fA-F:]+\\]"_s, address))
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no address to publish a port on"),
                { address });
    }
    return refusePortRange(host);
}

Reason refuseVolume(const QString &source, const QString &target)
{
    // Without a slash docker takes the source as the name of a volume.
    if (!source.startsWith(u'/') && !matches(u"[a-zA-Z0-9][a-zA-Z0-9_.-]+"_s, source))
        return Sentence(QT_TRANSLATE_NOOP(
                            "Sentence", "\"%1\" must be an absolute path or the name of a volume"),
            { source });
    if (!target.startsWith(u'/'))
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be an absolute path in the container"),
            { target });
    const QStringList parts = target.split(u':');
    if (parts.size() > 2 || (parts.size() == 2 && !matches(u"[a-zA-Z,]+"_s, parts[1])))
        return Sentence(QT_TRANSLATE_NOOP(
                            "Sentence", "\"%1\" is no container path with options (like /data:ro)"),
            { target });
    return std::nullopt;
}

Reason refuseMemory(const QString &text)
{
    const auto match =
        QRegularExpression(u"\\A([0-9]+(?:\\.[0-9]+)?) ?([bkmgtBKMGT]?)[bB]?\\z"_s).match(text);
    if (!match.hasMatch())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no memory size (like 512m or 2g)"), { text });
    const qsizetype power =
        match.captured(2).isEmpty() ? 0 : u"bkmgt"_s.indexOf(match.captured(2).toLower());
    if (match.captured(1).toDouble() * std::pow(1024.0, double(power)) < 6.0 * 1024 * 1024)
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "%1 is too little: the engine wants at least 6m"),
            { text });
    return std::nullopt;
}

Reason refuseCpus(const QString &text)
{
    bool ok = false;
    const double cpus = text.toDouble(&ok);
    if (ok && std::isfinite(cpus) && cpus > 0)
        return std::nullopt;
    return Sentence(
        QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no number of CPUs (like 1.5)"), { text });
}

Reason refuseRestart(const QString &text)
{
    if (matches(u"no|always|unless-stopped|on-failure(:[0-9]+)?"_s, text))
        return std::nullopt;
    return Sentence(QT_TRANSLATE_NOOP("Sentence",
                        "\"%1\" is none of no, always, unless-stopped, on-failure[:times]"),
        { text });
}

Reason refuseContainerName(const QString &text)
{
    if (matches(u"[a-zA-Z0-9][a-zA-Z0-9_.-]+"_s, text))
        return std::nullopt;
    return Sentence(QT_TRANSLATE_NOOP("Sentence",
                        "\"%1\" is no container name (letters, digits, _, . and -, at least 2)"),
        { text });
}

Reason refuseVariableName(const QString &text)
{
    if (!text.isEmpty() && !text.contains(u'=') && !text.contains(QChar(0)))
        return std::nullopt;
    return Sentence(QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no variable name"), { text });
}

Reason refuseSecret(const QString &text)
{
    QString id;
    QString source;
    for (const QString &part : text.split(u',')) {
        const QString name = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (name == "id"_L1)
            id = value;
        else if (name == "src"_L1 || name == "source"_L1 || name == "env"_L1)
            source = value;
        else if (name != "type"_L1)
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no part of a secret (id, src, env)"),
                { part });
        if ((name == "src"_L1 || name == "source"_L1) && !value.startsWith(u'/'))
            return Sentence(
                QT_TRANSLATE_NOOP("Sentence", "\"%1\" must be an absolute path"), { value });
    }
    if (id.isEmpty() || source.isEmpty())
        return Sentence(QT_TRANSLATE_NOOP(
            "Sentence", "a secret is written id=NAME,src=/path/to/file or id=NAME,env=VARIABLE"));
    return std::nullopt;
}

Reason refuseModelName(const QString &text)
{
    // [host[:port]/][namespace/]model[:tag]
    if (matches(
            u"(?:[A-Za-z0-9][A-Za-z0-9._:-]*/)?(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)?[A-Za-z0-9_][A-Za-z0-9._-]{0,79}(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,79})?"_s,
            text))
        return std::nullopt;
    return Sentence(
        QT_TRANSLATE_NOOP("Sentence", "\"%1\" is no model name (like llama3.2:3b)"), { text });
}

Reason refuseHost(const QString &text)
{
    if (!text.contains("://"_L1))
        return refuseContainerName(text) ? Reason(Sentence(
                   QT_TRANSLATE_NOOP("Sentence", "\"%1\" is neither a context name nor an address"),
                   { text }))
                                         : std::nullopt;
    const QUrl url(text, QUrl::StrictMode);
    const QStringList schemes{ u"unix"_s, u"tcp"_s, u"ssh"_s, u"http"_s, u"https"_s, u"fd"_s,
        u"npipe"_s };
    if (!url.isValid() || !schemes.contains(url.scheme()))
        return Sentence(QT_TRANSLATE_NOOP("Sentence",
                            "\"%1\" is no address (unix:///..., tcp://host:port, ssh://host, "
                            "http://host:port)"),
            { text });
    return std::nullopt;
}

} // namespace slipway
