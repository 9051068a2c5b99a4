#include "core/registry/auth_challenge.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace slipway {

QUrl AuthChallenge::tokenUrl() const
{
    QUrl url(realm);
    QUrlQuery query(url);
    if (!service.isEmpty())
        query.addQueryItem(u"service"_s, QString::fromLatin1(QUrl::toPercentEncoding(service)));
    if (!scope.isEmpty())
        query.addQueryItem(u"scope"_s, QString::fromLatin1(QUrl::toPercentEncoding(scope)));
    url.setQuery(query);
    return url;
}

std::optional<AuthChallenge> parseChallenge(const QByteArray &header)
{
    const QString text = QString::fromLatin1(header).trimmed();
    AuthChallenge challenge;
    if (text.startsWith("Bearer "_L1, Qt::CaseInsensitive))
        challenge.scheme = AuthChallenge::Scheme::Bearer;
    else if (!text.startsWith("Basic"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    static const QRegularExpression pair(uR"re((\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+)))re"_s);
    for (auto each = pair.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        const QString key = match.captured(1).toLower();
        const QString value = match.captured(2) + match.captured(3);
        if (key == "realm"_L1)
            challenge.realm = value;
        else if (key == "service"_L1)
            challenge.service = value;
        else if (key == "scope"_L1)
            challenge.scope = value;
    }
    if (challenge.scheme == AuthChallenge::Scheme::Bearer && challenge.realm.isEmpty())
        return std::nullopt;
    return challenge;
}

} // namespace slipway
