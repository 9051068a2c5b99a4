// Which engine docker's client would talk to, and where its socket is. Reads docker's own
// configuration (https://docs.docker.com/engine/manage-resources/contexts/); starts nothing.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace slipway {

// DOCKER_HOST, else the name of the chosen context, else the default socket's URL.
QString currentDockerHost();

// The names of the contexts that docker's client knows, sorted.
QStringList dockerContexts();

// The unix socket behind a URL or a context's name. None: it is reached another way (ssh, TLS).
std::optional<QString> engineSocket(const QString &host);

// For people: "local" for a socket of this machine, the context's name, or the URL.
// What this machine knows: the default socket, the contexts, and the sockets of a rootless engine
// and of Docker Desktop where they are; each engine once, as docker would be told it.
QStringList knownDockerHosts();

QString engineName(const QString &host);

} // namespace slipway
