// Which other Docker hosts answer while one does not.
#pragma once

#include "core/docker/docker_engine.h"

namespace slipway {

// `told` is called once, after three seconds at most, with those that answered by then, unless
// `context` is gone.
void askOtherHosts(const QString &silent, DockerEngine &engine, QObject *context,
    const std::function<void(const QStringList &)> &told);

} // namespace slipway
