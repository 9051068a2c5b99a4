#include "core/registry/registry_reply.h"

#include <QDateTime>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Kind = RegistryError::Kind;

std::optional<int> numberOf(const QByteArray &text)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

// Seconds, or the moment itself (RFC 9110, 10.2.3).
std::optional<int> retryAfterOf(const QByteArray &header)
{
    if (const auto seconds = numberOf(header))
        return seconds;
    const QDateTime when = QDateTime::fromString(QString::fromLatin1(header), Qt::RFC2822Date);
    if (!when.isValid())
        return std::nullopt;
    return int(std::max<qint64>(0, QDateTime::currentDateTimeUtc().secsTo(when)));
}

RegistryError errorOfStatus(int status, const QNetworkReply &reply, const QString &what)
{
    switch (status) {
    case 404:
        return { Kind::NotFound, u"There is no %1."_s.arg(what), {} };
    case 401:
    case 403:
        return { Kind::Denied, u"You may not read %1: log in first."_s.arg(what), {} };
    case 429:
        return { Kind::TooManyRequests,
            u"The registry of %1 is asked too often: wait before you ask again."_s.arg(what),
            retryAfterOf(reply.rawHeader("Retry-After")) };
    default:
        break;
    }
    const QString sentence =
        u"The registry answers with HTTP status %1 when asked for %2."_s.arg(status).arg(what);
    return { status >= 500 ? Kind::Unreachable : Kind::Unreadable, sentence,
        retryAfterOf(reply.rawHeader("Retry-After")) };
}

} // namespace

RateLimit rateLimitOf(const QNetworkReply &reply)
{
    const QList<QByteArray> limit = reply.rawHeader("ratelimit-limit").split(';');
    const QList<QByteArray> remaining = reply.rawHeader("ratelimit-remaining").split(';');
    RateLimit rate{ numberOf(limit.value(0)), numberOf(remaining.value(0)), {} };
    const QByteArray source = reply.rawHeader("docker-ratelimit-source"); // an address, or a user
    rate.isPerAddress = !QHostAddress(QString::fromLatin1(source)).isNull();
    for (const QByteArray &part : limit + remaining) {
        if (part.trimmed().startsWith("w="))
            rate.windowSeconds = numberOf(part.trimmed().mid(2));
    }
    return rate;
}

bool isTlsError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::SslHandshakeFailedError
        || error == QNetworkReply::UnknownNetworkError; // Qt has no TLS at all
}

std::optional<RegistryError> errorOf(const QNetworkReply &reply, const QString &what)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300 && reply.error() == QNetworkReply::NoError)
        return std::nullopt;
    if (status >= 300)
        return errorOfStatus(status, reply, what);
    if (isTlsError(reply.error()))
        return RegistryError{ Kind::Tls,
            u"The registry of %1 cannot be trusted: %2."_s.arg(what, reply.errorString()), {} };
    return RegistryError{ Kind::Unreachable,
        u"The registry of %1 cannot be reached: %2."_s.arg(what, reply.errorString()), {} };
}

} // namespace slipway
