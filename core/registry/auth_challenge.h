// The header WWW-Authenticate of a 401: how a registry wants to be asked.
// Bearer: https://distribution.github.io/distribution/spec/auth/token/
#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace slipway {

struct AuthChallenge {
    enum class Scheme { Basic, Bearer };
    Scheme scheme = Scheme::Basic;
    QString realm; // Bearer: the URL that gives tokens
    QString service;
    QString scope; // "repository:library/busybox:pull"

    QUrl tokenUrl() const;
};

// None: a scheme that is not known.
std::optional<AuthChallenge> parseChallenge(const QByteArray &header);

} // namespace slipway
