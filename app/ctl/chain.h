// When waiting for a task has no end.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace slipway {

struct ChainLink {
    QString status; // the contract's word
    QStringList after; // ids
};

// Whether the task waits for one that failed, directly or through others: then it starts only when
// somebody retries that one.
bool isHeldUp(const QString &id, const QHash<QString, ChainLink> &tasks);

} // namespace slipway
