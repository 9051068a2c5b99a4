// A queue may run anywhere, so it takes absolute paths only. People write relative ones.
#pragma once

#include "core/task/task_type.h"

#include <QJsonObject>

namespace slipway {

// Every path in `params` (the parameters of one task), taken relative to `folder`. A Dockerfile
// that is just "Dockerfile" is the one inside the context and stays; so do names of volumes.
QJsonObject withAbsolutePaths(TaskType type, QJsonObject params, const QString &folder);

// One path; "~/" is the home folder.
QString absolutePath(const QString &path, const QString &folder);
// Where docker would see a path and not the name of a volume.
bool isPathOfVolume(const QString &source);
QString secretWithAbsolutePath(const QString &secret, const QString &folder);

} // namespace slipway
