#include "ui/tasks/task_table_model.h"

#include "ui/task_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr int flushMs = 100;
constexpr int runningNumberMs = 1000;

} // namespace

TaskTableModel::TaskTableModel(QueueService &queue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
{
    for (QTimer *timer : { &m_timer, &m_mergeTimer }) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &TaskTableModel::flush);
    }
    connect(&queue, &QueueService::taskAdded, this, &TaskTableModel::addTask);
    connect(&queue, &QueueService::taskChanged, this, &TaskTableModel::changeTask);
    connect(&queue, &QueueService::taskRemoved, this, &TaskTableModel::removeTask);
    connect(&queue, &QueueService::tasksProgressed, this, &TaskTableModel::noteProgress);
    connect(&queue, &QueueService::loaded, this, [this] {
        reload();
        flush();
    });
    m_sinceMerge.start();
    reload();
}

int TaskTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int TaskTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Task &TaskTableModel::taskAt(int row) const
{
    return m_rows[m_order[row]].task;
}

const Task *TaskTableModel::find(const TaskId &id) const
{
    const auto slot = m_slots.constFind(id);
    return slot == m_slots.cend() ? nullptr : &m_rows[*slot].task;
}

int TaskTableModel::rowOf(const TaskId &id) const
{
    const auto slot = m_slots.constFind(id);
    return slot == m_slots.cend() ? -1 : m_place[*slot];
}

QueueForecast TaskTableModel::forecast() const
{
    QueueForecaster forecaster(QDateTime::currentDateTimeUtc(), m_past);
    for (const TaskId &id : m_open)
        forecaster.add(m_rows[m_slots.value(id)].task);
    return forecaster.forecast(m_queue.limits());
}

double TaskTableModel::bytesPerSecond() const
{
    // The sum is kept by adding and subtracting: near nothing it is rounding.
    return m_counts.sections.value(TaskSection::Active) > 0 ? qMax(0.0, m_speed) : 0.0;
}

void TaskTableModel::reload()
{
    const QList<Task> tasks = m_queue.snapshot();
    m_rows.reserve(size_t(tasks.size()));
    for (const Task &task : tasks) {
        m_slots.insert(task.id, int(m_rows.size()));
        const QString name = displayName(task.spec);
        m_rows.push_back({ task, name, name.toLower(), searchText(task, name) });
        count(m_rows.back(), 1);
        m_chains.add(task);
    }
    m_place.assign(m_rows.size(), -1);
    for (const Row &row : m_rows) {
        if (!row.task.options.after.isEmpty() && m_chains.placeOf(row.task.id).root.isNull())
            m_chains.place(row.task.id, [this](const TaskId &id) { return findShown(id); });
    }
    rebuild();
}

void TaskTableModel::addTask(const Task &task)
{
    if (m_slots.contains(task.id))
        return changeTask(task);
    const int slot = int(m_rows.size());
    const QString name = displayName(task.spec);
    m_rows.push_back({ task, name, name.toLower(), searchText(task, name) });
    m_place.push_back(-1);
    m_slots.insert(task.id, slot);
    count(m_rows[slot], 1);
    m_chains.add(task);
    placeInChain(task);
    if (isWanted(m_rows[slot]))
        showRow(slot);
    if (!m_unsettled.isEmpty()) // the place was looked for among rows that do not stand in theirs
        m_unsettled.insert(task.id);
    scheduleFlush();
}

void TaskTableModel::changeTask(const Task &task)
{
    const auto found = m_slots.constFind(task.id);
    if (found == m_slots.cend())
        return addTask(task);
    const int slot = *found;
    Row &row = m_rows[slot];
    count(row, -1);
    m_moved.remove(task.id); // the snapshot is newer
    if (row.task.options.after != task.options.after) {
        m_chains.remove(row.task);
        m_chains.add(task);
    }
    row.task = task;
    count(row, 1);
    row.searched = searchText(task, row.name);
    m_unsettled.insert(task.id);
    placeInChain(task);
    emitCell(slot, NameColumn, ColumnCount - 1);
    scheduleFlush();
}

void TaskTableModel::removeTask(const TaskId &id)
{
    const auto found = m_slots.constFind(id);
    if (found == m_slots.cend())
        return;
    const int slot = *found;
    if (m_place[slot] >= 0)
        hideRow(slot);
    count(m_rows[slot], -1);
    m_moved.remove(id);
    const Task gone = m_rows[slot].task;
    forget(slot);
    m_chains.remove(gone);
    placeInChain(gone);
    m_unsettled.remove(id);
    scheduleFlush();
}

// The last slot takes the place of the one that goes.
void TaskTableModel::forget(int slot)
{
    ++m_comings; // another task may have this slot now
    m_slots.remove(m_rows[slot].task.id);
    const int last = int(m_rows.size()) - 1;
    if (slot != last) {
        m_rows[slot] = std::move(m_rows[last]);
        m_place[slot] = m_place[last];
        m_slots[m_rows[slot].task.id] = slot;
        if (m_place[slot] >= 0)
            m_order[m_place[slot]] = slot;
    }
    m_rows.pop_back();
    m_place.pop_back();
}

void TaskTableModel::placeInChain(const Task &task)
{
    if (!m_chains.isLinked(task))
        return;
    const auto moved = m_chains.place(task.id, [this](const TaskId &id) { return findShown(id); });
    for (const TaskId &id : moved) {
        if (const auto slot = m_slots.constFind(id); slot != m_slots.cend()) {
            m_unsettled.insert(id);
            emitCell(*slot, NameColumn, NameColumn);
        }
    }
    emit chainsChanged();
}

bool TaskTableModel::showsChains() const
{
    return m_sortColumn == StateColumn && m_sortOrder == Qt::AscendingOrder
        && m_filter == TaskFilter{};
}

const Task *TaskTableModel::findShown(const TaskId &id) const
{
    const auto slot = m_slots.constFind(id);
    return slot == m_slots.cend() || m_rows[*slot].concealed ? nullptr : &m_rows[*slot].task;
}

QList<const Task *> TaskTableModel::predecessorsOf(const TaskId &id) const
{
    QList<const Task *> tasks;
    const Task *task = find(id);
    for (const QString &text : task ? task->options.after : QStringList()) {
        if (const Task *each = findShown(TaskId::fromString(text)))
            tasks << each;
    }
    return tasks;
}

QList<const Task *> TaskTableModel::followersOf(const TaskId &id) const
{
    QList<const Task *> tasks;
    for (const TaskId &each : m_chains.followersOf(id)) {
        if (const Task *follower = findShown(each))
            tasks << follower;
    }
    return tasks;
}

void TaskTableModel::noteProgress(const QHash<TaskId, TaskProgress> &progress)
{
    for (auto it = progress.cbegin(); it != progress.cend(); ++it)
        m_moved.insert(it.key(), it.value());
    scheduleFlush();
}

void TaskTableModel::scheduleFlush()
{
    if (!m_timer.isActive())
        m_timer.start(flushMs);
}

void TaskTableModel::flush()
{
    applyProgress();
    const qint64 calm = sortsByRunningNumber() ? runningNumberMs - m_sinceMerge.elapsed() : 0;
    if (!m_unsettled.isEmpty() && !m_orderHeld && !m_isSorting) {
        if (calm > 0)
            m_mergeTimer.start(int(calm) + 1);
        else
            mergeOrder();
    }
    if (std::exchange(m_countsMoved, false))
        emit countsChanged();
}

void TaskTableModel::applyProgress()
{
    const QHash<TaskId, TaskProgress> moved = std::exchange(m_moved, {});
    for (auto it = moved.cbegin(); it != moved.cend(); ++it) {
        const auto found = m_slots.constFind(it.key());
        if (found == m_slots.cend())
            continue;
        Task &task = m_rows[*found].task;
        const TaskProgress before = std::exchange(task.progress, *it);
        const TaskProgress &now = task.progress;
        if (groupOf(task.status) == StatusGroup::Active && !m_rows[*found].concealed)
            m_speed += now.bytesPerSecond - before.bytesPerSecond;
        m_countsMoved = true;
        if (sortsByRunningNumber())
            m_unsettled.insert(task.id);
        if (now.step != before.step)
            emitCell(*found, NameColumn, NameColumn);
        if (now.percent != before.percent || now.bytesDone != before.bytesDone
            || now.bytesTotal != before.bytesTotal)
            emitCell(*found, ProgressColumn, ProgressColumn);
        if (now.bytesTotal != before.bytesTotal)
            emitCell(*found, SizeColumn, SizeColumn);
        if (now.bytesPerSecond != before.bytesPerSecond)
            emitCell(*found, SpeedColumn, SpeedColumn);
        if (now.secondsLeft != before.secondsLeft)
            emitCell(*found, LeftColumn, LeftColumn);
    }
}

void TaskTableModel::emitCell(int slot, int first, int last)
{
    if (const int row = m_place[slot]; row >= 0)
        emit dataChanged(index(row, first), index(row, last));
}

void TaskTableModel::setFilter(const TaskFilter &filter)
{
    TaskFilter folded = filter;
    folded.text = filter.text.toLower();
    if (folded == m_filter)
        return;
    m_filter = folded;
    rebuild();
}

void TaskTableModel::holdOrder(bool held)
{
    m_orderHeld = held;
    if (!held && !m_unsettled.isEmpty())
        scheduleFlush();
}

void TaskTableModel::conceal(const QList<TaskId> &ids, bool concealed)
{
    for (const TaskId &id : ids) {
        const auto found = m_slots.constFind(id);
        if (found == m_slots.cend() || m_rows[*found].concealed == concealed)
            continue;
        Row &row = m_rows[*found];
        row.concealed = false; // to be counted
        count(row, concealed ? -1 : 1);
        row.concealed = concealed;
        m_unsettled.insert(id);
        placeInChain(row.task);
    }
    mergeOrder();
    if (std::exchange(m_countsMoved, false))
        emit countsChanged();
}

bool TaskTableModel::isWanted(const Row &row) const
{
    return !row.concealed && m_filter.accepts(row.task, row.searched);
}

void TaskTableModel::count(const Row &row, int step)
{
    if (row.concealed)
        return;
    if (step > 0)
        m_counts.add(row.task);
    else
        m_counts.remove(row.task);
    if (step > 0 && groupOf(row.task.status) != StatusGroup::Finished)
        m_open.insert(row.task.id);
    else
        m_open.remove(row.task.id);
    if (step > 0)
        m_past.learn(row.task);
    m_speed += step * speedOf(row.task);
    m_countsMoved = true;
}

} // namespace slipway
