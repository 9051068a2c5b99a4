#include "ui/tasks/removal.h"

#include "ui/tasks/task_table_model.h"

#include <utility>

namespace slipway {
namespace {

constexpr int undoMs = 10'000;

}

Removal::Removal(QueueService &queue, TaskTableModel &model, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_model(model)
{
    m_time.setSingleShot(true);
    m_time.setInterval(undoMs);
    connect(&m_time, &QTimer::timeout, this, &Removal::carryOut);
}

void Removal::remove(const QList<TaskId> &ids)
{
    if (ids.isEmpty())
        return;
    carryOut();
    m_ids = ids;
    for (const TaskId &id : ids) {
        const Task *task = m_model.find(id);
        if (task && groupOf(task->status) == StatusGroup::Waiting)
            m_paused << id;
    }
    m_model.conceal(ids, true);
    for (const TaskId &id : std::as_const(m_paused))
        m_queue.pause(id);
    m_time.start();
    emit countChanged();
}

void Removal::undo()
{
    m_time.stop();
    const QList<TaskId> ids = std::exchange(m_ids, {});
    if (ids.isEmpty())
        return;
    for (const TaskId &id : std::exchange(m_paused, {}))
        m_queue.resume(id);
    m_model.conceal(ids, false);
    emit countChanged();
    emit broughtBack(ids);
}

void Removal::carryOut()
{
    m_time.stop();
    const QList<TaskId> ids = std::exchange(m_ids, {});
    m_paused.clear();
    for (const TaskId &id : ids)
        m_queue.remove(id);
    if (!ids.isEmpty())
        emit countChanged();
}

} // namespace slipway
