// A finished HTTP answer of a registry as the values of registry_answer.h.
#pragma once

#include "core/registry/registry_answer.h"

#include <QNetworkReply>

namespace slipway {

RateLimit rateLimitOf(const QNetworkReply &reply);

// None: it is a 2xx. `what` names what was asked for, "alpine:3.19 at registry.example".
std::optional<RegistryError> errorOf(const QNetworkReply &reply, const QString &what);

bool isTlsError(QNetworkReply::NetworkError error);

} // namespace slipway
