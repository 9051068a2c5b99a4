// How an engine's answer to GET /system/df is read, which `docker system df` counts the same way.
#pragma once

#include "core/host/disk_use.h"

#include <QJsonObject>

namespace slipway {

DiskUse diskUseFrom(const QJsonObject &answer);
// What `docker system prune` would free: it leaves images that have a name, and volumes.
qint64 prunable(const QJsonObject &answer);

} // namespace slipway
