// Requests about one repository, one after the other: how the registry is spoken to (https, or http
// on this machine) and with what authorization is found out by the first and kept for the rest.
#pragma once

#include "core/registry/auth_challenge.h"
#include "core/registry/registry_answer.h"
#include "core/registry/registry_place.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;

namespace slipway {

struct RegistryLogin;

class RegistryQuestion : public QObject {
    Q_OBJECT

public:
    struct Answer {
        std::optional<RegistryError> error;
        QByteArray body;
        RateLimit rateLimit;
        bool complete = true; // false: a Link header names a next page
    };
    using Take = std::function<void(const Answer &)>;
    enum class Method { Head, Get };

    // The network must outlive this. `what` names the image in sentences.
    RegistryQuestion(QNetworkAccessManager &network, const RegistryPlace &place,
        const QString &what, bool plain, QObject *parent);
    ~RegistryQuestion() override;

    void setStepLimit(std::chrono::milliseconds limit) { m_limit.setInterval(limit); }

    // One at a time. `take` is called once, within the limit of each step, unless this is deleted
    // first.
    void ask(Method method, const QString &below, Take take);
    bool isPlain() const { return m_plain; }
    RegistryError error(RegistryError::Kind kind, const QString &sentence) const; // %1 = what

private:
    void send();
    void receive(QNetworkReply *reply);
    void authorize(const QByteArray &challenge);
    void askToken(const AuthChallenge &challenge, const std::optional<RegistryLogin> &login);
    void receiveToken(QNetworkReply *reply);
    void follow(QNetworkReply *reply, void (RegistryQuestion::*next)(QNetworkReply *));
    void fail(const RegistryError &error);
    void finish(const Answer &answer);

    QNetworkAccessManager &m_network;
    const RegistryPlace m_place;
    const QString m_what;
    bool m_plain;
    Method m_method = Method::Get;
    QString m_below;
    Take m_take;
    std::optional<RegistryError> m_refusedTls; // why https did not work, before http was tried
    QByteArray m_authorization;
    bool m_authorizing = false; // a second 401 is an answer
    bool m_lateOrLarge = false;
    QPointer<QNetworkReply> m_reply;
    QTimer m_limit;
};

} // namespace slipway
