// A piece of shell as the commands it holds, one after another.
#pragma once

#include <QList>
#include <QStringList>

namespace slipway {

// Words of each command; nothing is expanded. Newlines, `;` and `&&` part commands, `#` begins a
// remark, a prompt ("$ ") and `sudo` before a command are left out. None: an open quote, or what
// only a shell can do (a pipe, a redirection, `||`, a sub-shell).
std::optional<QList<QStringList>> scriptCommands(const QString &text);

} // namespace slipway
