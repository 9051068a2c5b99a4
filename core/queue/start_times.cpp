#include "core/queue/start_times.h"

#include <algorithm>

using namespace std::chrono;

namespace slipway {
namespace {

// Then it looks again: a timer knows nothing of a clock that is set, nor of years.
constexpr milliseconds longestWait = minutes(1);

} // namespace

StartTimes::StartTimes(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StartTimes::lookAtTheClock);
}

void StartTimes::add(const TaskId &id, const QDateTime &at)
{
    remove(id);
    m_times.insert(id, at);
    m_order.insert({ at, id });
    if (m_order.begin()->second == id)
        m_timer.start(0);
}

void StartTimes::remove(const TaskId &id)
{
    if (const auto found = m_times.constFind(id); found != m_times.cend()) {
        m_order.erase({ *found, id });
        m_times.erase(found);
    }
}

void StartTimes::lookAtTheClock()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<TaskId> due;
    while (!m_order.empty() && m_order.begin()->first <= now) {
        due.append(m_order.begin()->second);
        m_times.remove(due.last());
        m_order.erase(m_order.begin());
    }
    if (!m_order.empty())
        m_timer.start(std::min<milliseconds>(
            milliseconds(now.msecsTo(m_order.begin()->first) + 1), longestWait));
    if (!due.isEmpty())
        emit cameDue(due);
}

} // namespace slipway
