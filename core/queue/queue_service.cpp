#include "core/queue/queue_service.h"

namespace slipway {

QueueService::QueueService(QObject *parent)
    : QObject(parent)
{
}

} // namespace slipway
