// A socket in the file system that only its owner can reach.
#pragma once

#include <QString>

#include <sys/types.h>

#include <variant>

namespace slipway {

// Makes the folder (0700) and the socket (0600), and listens. A socket file that nobody listens on
// any more is replaced. Answers with the descriptor, non-blocking, or with a sentence.
std::variant<int, QString> listenOnSocket(const QString &path);

// Whether the other end of a connection runs under our own uid.
bool isOwnPeer(int connection);

} // namespace slipway
