// The rules single parameters obey. Each answers with the reason a value is refused, or nothing.
#pragma once

#include "core/task/sentence.h"

#include <optional>

namespace slipway {

using Reason = std::optional<Sentence>;

Reason refusePlatform(const QString &text);
Reason refusePort(const QString &hostPort, const QString &containerPort);
Reason refuseVolume(const QString &source, const QString &target);
Reason refuseMemory(const QString &text);
Reason refuseCpus(const QString &text);
Reason refuseRestart(const QString &text);
Reason refuseContainerName(const QString &text);
Reason refuseVariableName(const QString &text);
Reason refuseSecret(const QString &text);
Reason refuseModelName(const QString &text);
Reason refuseHost(const QString &text);

} // namespace slipway
