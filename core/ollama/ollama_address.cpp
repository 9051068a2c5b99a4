#include "core/ollama/ollama_address.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>

#include <optional>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int ollamaPort = 11434;

struct HostAndPort {
    QString host;
    QString port;
};

// None: there is no port in it, or it is no host with a port.
std::optional<HostAndPort> splitHostPort(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    const QString host = text.left(colon);
    if (host.startsWith(u'[')) {
        if (!host.endsWith(u']'))
            return std::nullopt;
        return HostAndPort{ host.mid(1, host.size() - 2), text.mid(colon + 1) };
    }
    if (host.contains(u':') || host.contains(u'[') || host.contains(u']'))
        return std::nullopt;
    return HostAndPort{ host, text.mid(colon + 1) };
}

QString trimmed(QString text)
{
    const auto isPadding = [](QChar c) { return c.isSpace() || c == u'"' || c == u'\''; };
    while (!text.isEmpty() && isPadding(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && isPadding(text.back()))
        text.chop(1);
    return text;
}

QString connectable(const QString &host)
{
    const QHostAddress address(host);
    if (host.isEmpty() || address == QHostAddress(QHostAddress::AnyIPv4))
        return u"127.0.0.1"_s;
    if (address == QHostAddress(QHostAddress::AnyIPv6))
        return u"::1"_s;
    return host;
}

} // namespace

QString ollamaAddress(const QString &given)
{
    const QString text = trimmed(given);
    const qsizetype mark = text.indexOf("://"_L1);
    QString scheme = mark < 0 ? u"http"_s : text.left(mark);
    QString rest = mark < 0 ? text : text.mid(mark + 3);
    int defaultPort = ollamaPort;
    if (mark < 0 && text == "ollama.com"_L1) {
        scheme = u"https"_s;
        defaultPort = 443;
    } else if (mark >= 0 && scheme == "http"_L1) {
        defaultPort = 80;
    } else if (mark >= 0 && scheme == "https"_L1) {
        defaultPort = 443;
    }
    const qsizetype slash = rest.indexOf(u'/');
    QString path = slash < 0 ? QString() : rest.mid(slash);
    rest = slash < 0 ? rest : rest.left(slash);

    HostAndPort parts = splitHostPort(rest).value_or(HostAndPort{ rest, QString() });
    if (parts.host.startsWith(u'[') && parts.host.endsWith(u']'))
        parts.host = parts.host.mid(1, parts.host.size() - 2);
    bool isNumber = false;
    int port = parts.port.toInt(&isNumber);
    if (!isNumber || port < 0 || port > 65535)
        port = defaultPort;
    QString host = connectable(parts.host);
    if (host.contains(u':'))
        host = u'[' + host + u']';
    while (path.endsWith(u'/'))
        path.chop(1);
    return scheme + "://"_L1 + host + u':' + QString::number(port) + path;
}

QString currentOllamaAddress()
{
    return ollamaAddress(qEnvironmentVariable("OLLAMA_HOST"));
}

bool isOnThisMachine(const QString &address)
{
    const QString host = QUrl(address).host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QString modelsFolder(const QString &address)
{
    if (!isOnThisMachine(address))
        return {};
    const QStringList candidates{
        qEnvironmentVariable("OLLAMA_MODELS"), QDir::homePath() + u"/.ollama/models"_s,
        u"/usr/share/ollama/.ollama/models"_s
    }; // the last: of the service that Ollama's installer makes
    for (const QString &folder : candidates) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return {};
}

QUrl ollamaUrl(const QString &address, const QString &path)
{
    return QUrl(address + path);
}

} // namespace slipway
