#include "core/queue/task_journal.h"

namespace slipway {

TaskJournal::TaskJournal(QObject *parent)
    : QObject(parent)
{
}

} // namespace slipway
