#include "core/queue/queue_service.h"

namespace slipway {

QueueService::QueueService(QObject *parent)
    : QObject(parent)
{
}

PauseCost QueueService::pauseCostOf(const Task &task) const
{
    const bool isAtWork = groupOf(task.status) == StatusGroup::Active;
    return pauseCost(task, isAtWork ? host(task.resolvedHost) : HostState{});
}

} // namespace slipway
