#include "core/registry/registry_question.h"

#include "core/registry/image_manifest.h"
#include "core/registry/registry_reply.h"
#include "core/registry/saved_login.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

using Kind = RegistryError::Kind;

constexpr qint64 largestAnswer = 4 << 20; // the specification's own limit of a manifest

// Redirects would carry the authorization to another host; Qt's own logins are none of ours.
QNetworkRequest requestFor(const QUrl &url, const QByteArray &authorization)
{
    QNetworkRequest request(url);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader(
        "Connection", "close"); // a question is rare: no connection waits for the next
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    return request;
}

} // namespace

RegistryQuestion::RegistryQuestion(QNetworkAccessManager &network, const RegistryPlace &place,
    const QString &what, bool plain, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_place(place)
    , m_what(what)
    , m_plain(plain && place.mayBePlain())
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_lateOrLarge = true;
        if (m_reply)
            m_reply->abort(); // ends inside this call
    });
}

RegistryQuestion::~RegistryQuestion()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void RegistryQuestion::ask(Method method, const QString &below, Take take)
{
    m_method = method;
    m_below = below;
    m_take = std::move(take);
    m_authorizing = false;
    send();
}

void RegistryQuestion::send()
{
    QNetworkRequest request = requestFor(m_place.url(m_below, m_plain), m_authorization);
    request.setRawHeader("Accept", acceptedManifests() + ", application/json");
    follow(m_method == Method::Head ? m_network.head(request) : m_network.get(request),
        &RegistryQuestion::receive);
}

void RegistryQuestion::follow(QNetworkReply *reply, void (RegistryQuestion::*next)(QNetworkReply *))
{
    m_reply = reply;
    m_lateOrLarge = false;
    m_limit.start();
    connect(reply, &QNetworkReply::downloadProgress, this, [this, reply](qint64 received) {
        if (received <= largestAnswer)
            return;
        m_lateOrLarge = true;
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, next] {
        m_limit.stop();
        m_reply = nullptr;
        reply->deleteLater();
        (this->*next)(reply);
    });
}

void RegistryQuestion::receive(QNetworkReply *reply)
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_lateOrLarge)
        return fail(error(Kind::Unreachable, u"The registry of %1 gives no answer in time."_s));
    if (status == 0 && !m_plain && m_place.mayBePlain()) {
        m_plain = true;
        m_refusedTls = errorOf(*reply, m_what);
        return send();
    }
    if (status == 0 && m_refusedTls)
        return fail(*m_refusedTls);
    if (status == 401 && !m_authorizing) {
        m_authorizing = true;
        return authorize(reply->rawHeader("WWW-Authenticate"));
    }
    Answer answer;
    answer.error = errorOf(*reply, m_what);
    answer.rateLimit = rateLimitOf(*reply);
    answer.complete = !reply->rawHeader("Link").contains("rel=\"next\"");
    if (!answer.error)
        answer.body = reply->readAll();
    finish(answer);
}

void RegistryQuestion::authorize(const QByteArray &header)
{
    const auto challenge = parseChallenge(header);
    if (!challenge)
        return fail(error(
            Kind::Unreadable, u"The registry of %1 wants a login in a way that is not known."_s));
    // A password goes to this machine or through TLS, nowhere else.
    const QUrl realm(challenge->realm);
    const bool isSafe = challenge->scheme == AuthChallenge::Scheme::Basic
        || realm.scheme() == "https"_L1
        || (m_place.mayBePlain() && isThisMachine(realm.authority()));
    if (!isSafe)
        return fail(error(
            Kind::Unreadable, u"The registry of %1 wants its login sent without encryption."_s));
    new SavedLogin(
        m_place.loginKey,
        [this, challenge](const auto &login) {
            if (challenge->scheme == AuthChallenge::Scheme::Bearer)
                return askToken(*challenge, login);
            if (!login)
                return fail(error(Kind::Denied, u"You may not read %1: log in first."_s));
            m_authorization = login->basic();
            send();
        },
        this);
}

void RegistryQuestion::askToken(
    const AuthChallenge &challenge, const std::optional<RegistryLogin> &login)
{
    const QByteArray authorization = login ? login->basic() : QByteArray();
    follow(m_network.get(requestFor(challenge.tokenUrl(), authorization)),
        &RegistryQuestion::receiveToken);
}

void RegistryQuestion::receiveToken(QNetworkReply *reply)
{
    if (m_lateOrLarge)
        return fail(error(Kind::Unreachable, u"The registry of %1 gives no answer in time."_s));
    if (const auto problem = errorOf(*reply, m_what))
        return fail(*problem);
    const QJsonObject told = QJsonDocument::fromJson(reply->readAll()).object();
    QString token = told[u"token"].toString();
    if (token.isEmpty())
        token = told[u"access_token"].toString();
    if (token.isEmpty())
        return fail(error(Kind::Unreadable, u"The registry of %1 gives no token."_s));
    m_authorization = "Bearer " + token.toLatin1();
    send();
}

RegistryError RegistryQuestion::error(Kind kind, const QString &sentence) const
{
    return { kind, sentence.arg(m_what), {} };
}

void RegistryQuestion::fail(const RegistryError &error)
{
    finish({ error, {}, {}, true });
}

void RegistryQuestion::finish(const Answer &answer)
{
    if (const Take take = std::exchange(m_take, {}))
        take(answer);
}

} // namespace slipway
