#include "app/ctl/chain.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace slipway {

bool isHeldUp(const QString &id, const QHash<QString, ChainLink> &tasks)
{
    QSet<QString> seen;
    QStringList open{ id };
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        const auto link = tasks.constFind(next);
        if (link == tasks.cend() || link->status != "pending"_L1 || seen.contains(next))
            continue;
        seen.insert(next);
        for (const QString &before : link->after) {
            const QString status = tasks.value(before).status;
            if (status == "failed"_L1 || status == "timeout"_L1)
                return true;
            open.append(before);
        }
    }
    return false;
}

} // namespace slipway
