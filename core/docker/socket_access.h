// Who may use an engine's socket, and why this person may not.
#pragma once

#include "core/task/task_error.h"

namespace slipway {

struct SocketAccess {
    QString group; // whose members may write to it; empty: root alone, or it cannot be seen
    bool isMember = false; // this user is one, though perhaps not yet in this session
};

SocketAccess accessTo(const QString &socket);
TaskError engineForbidden(const QString &host, const SocketAccess &access);

} // namespace slipway
