// A queue as a busy day leaves it, made up for pictures of the window.
#pragma once

#include "tests/support/fake_queue_service.h"

namespace slipway {

void fillQueue(FakeQueueService &queue); // the same tasks in the same order each time
HostState host(HostKind kind, const QString &name, const QString &version, bool reachable);
Task onAFullDisk();
DiskUse fullDisk();
Task whoseDockerIsForbidden();
QByteArray sampleDockerfile(); // wrong in line 10
Task whoseDockerfileIsWrong(const QString &folder); // of a build there

} // namespace slipway
