// What a task like this one took before.
#pragma once

#include "core/task/task.h"

#include <QHash>

namespace slipway {

// Builds of the same Dockerfile, context and target. The median of the last five that completed:
// one that came from the cache whole, or met a slow mirror, changes little.
class UsualTime {
public:
    void learn(const Task &task); // nothing happens unless it is a build that completed
    std::optional<int> secondsOf(const Task &task) const;

private:
    QHash<QString, QList<double>> m_seconds; // the latest last
};

} // namespace slipway
