#include "ui/desktop/work_summary.h"

namespace slipway {
namespace {

constexpr int refreshMs = 250;
constexpr int lookAgainMs = 2000;

} // namespace

WorkSummary::WorkSummary(QueueService &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(refreshMs);
    connect(&m_soon, &QTimer::timeout, this, &WorkSummary::refresh);
    m_again.setSingleShot(true);
    m_again.setInterval(lookAgainMs);
    connect(&m_again, &QTimer::timeout, this, &WorkSummary::refresh);
    connect(&queue, &QueueService::taskAdded, this, &WorkSummary::take);
    connect(&queue, &QueueService::taskChanged, this, &WorkSummary::take);
    connect(&queue, &QueueService::taskRemoved, this, &WorkSummary::drop);
    connect(&queue, &QueueService::heldChanged, this, [this] { soon(); });
    connect(&queue, &QueueService::tasksProgressed, this,
        [this](const QHash<TaskId, TaskProgress> &progress) {
            for (auto it = progress.cbegin(); it != progress.cend(); ++it) {
                if (const auto at = m_percents.find(it.key()); at != m_percents.end())
                    *at = it->percent;
            }
            soon();
        });
    for (const Task &task : queue.snapshot())
        take(task);
    refresh();
}

void WorkSummary::take(const Task &task)
{
    const StatusGroup group = groupOf(task.status);
    const bool wasOpen = m_groups.contains(task.id);
    if (wasOpen)
        drop(task.id);
    if (group == StatusGroup::Finished) {
        const bool wrong = task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
        if (wasOpen) {
            m_sofar.completed += task.status == TaskStatus::Completed;
            m_sofar.failed += wrong;
            m_failed += wrong;
            emit taskEnded(task);
        }
        return;
    }
    m_groups.insert(task.id, group);
    m_waiting += group == StatusGroup::Waiting;
    if (group == StatusGroup::Active) {
        m_percents.insert(task.id, task.progress.percent);
        if (!m_since.isValid())
            m_since.start();
    }
    soon();
}

void WorkSummary::drop(const TaskId &id)
{
    m_waiting -= m_groups.value(id, StatusGroup::Finished) == StatusGroup::Waiting;
    m_groups.remove(id);
    m_percents.remove(id);
    soon();
}

void WorkSummary::soon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void WorkSummary::forgetFailures()
{
    if (std::exchange(m_failed, 0) > 0)
        soon();
}

void WorkSummary::refresh()
{
    WorkNumbers now;
    now.active = int(m_percents.size());
    now.waiting = m_waiting;
    now.failed = m_failed;
    now.held = m_queue.isHeld();
    if (now.active > 0) {
        int sum = 0;
        for (int percent : std::as_const(m_percents))
            sum += percent;
        now.percent = sum / now.active;
    }
    if (std::exchange(m_numbers, now) != now)
        emit changed();
    if (!m_since.isValid() || now.active > 0 || now.held)
        return;
    if (!m_queue.isIdle()) { // what is cleared away last changes no task
        m_again.start();
        return;
    }
    WorkDone done = std::exchange(m_sofar, {});
    done.seconds = m_since.elapsed() / 1000;
    m_since.invalidate();
    emit workDone(done);
}

} // namespace slipway
