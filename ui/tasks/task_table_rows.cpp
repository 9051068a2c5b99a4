// In which row each task stands: the ordering half of TaskTableModel.
#include "core/executor/when_answered.h"
#include "ui/tasks/task_table_model.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace slipway {
namespace {

constexpr int mostSingleRows = 200; // more rows than this come and go as one reset
constexpr size_t longList = 5000; // what is longer is sorted aside

// The keys of all rows lie side by side: fetching them at each comparison takes five times longer.
std::vector<int> sortedSlots(TaskTableModel::SortKeys keys, Qt::SortOrder order)
{
    std::sort(keys.begin(), keys.end(),
        [order](const auto &a, const auto &b) { return precedes(a.first, b.first, order); });
    std::vector<int> sorted(keys.size());
    std::transform(
        keys.begin(), keys.end(), sorted.begin(), [](const auto &key) { return key.second; });
    return sorted;
}

} // namespace

template <typename Change> void TaskTableModel::changeLayout(Change change)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList oldIndexes = persistentIndexList();
    std::vector<int> slotOfIndex;
    for (const QModelIndex &old : oldIndexes)
        slotOfIndex.push_back(m_order[old.row()]);
    change();
    placeRows(0);
    QModelIndexList newIndexes;
    for (qsizetype at = 0; at < oldIndexes.size(); ++at)
        newIndexes.append(index(m_place[slotOfIndex[at]], oldIndexes[at].column()));
    changePersistentIndexList(oldIndexes, newIndexes);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TaskTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < 0 ? int(StateColumn) : column;
    m_sortOrder = order;
    if (m_order.size() < longList)
        moveRows({});
    else
        sortAside();
}

// On another thread: a hundred thousand rows take longer than a key should. Until it is done no row
// looks for its place; if rows came or went meanwhile, what it found is of no use.
void TaskTableModel::sortAside()
{
    if (std::exchange(m_isSorting, true))
        return;
    const auto sorted = [keys = keysOfRows(), order = m_sortOrder]() mutable {
        return sortedSlots(std::move(keys), order);
    };
    const auto wanted = std::pair(m_sortColumn, m_sortOrder);
    whenAnswered(this, QtConcurrent::run(sorted),
        [this, wanted, comings = m_comings](const std::vector<int> &order) {
            m_isSorting = false;
            if (comings != m_comings)
                moveRows({});
            else if (wanted != std::pair(m_sortColumn, m_sortOrder))
                return sortAside();
            else
                changeLayout([this, &order] { m_order = order; });
            scheduleFlush();
        });
}

void TaskTableModel::rebuild()
{
    ++m_comings;
    beginResetModel();
    m_order.clear();
    m_unsettled.clear();
    std::fill(m_place.begin(), m_place.end(), -1);
    for (int slot = 0; slot < int(m_rows.size()); ++slot) {
        if (isWanted(m_rows[slot]))
            m_order.push_back(slot);
    }
    m_order = sortedSlots(keysOfRows(), m_sortOrder);
    placeRows(0);
    endResetModel();
}

// Rows that changed find their place again; those the filter now refuses go, others come.
void TaskTableModel::mergeOrder()
{
    m_sinceMerge.restart();
    std::vector<int> comes;
    std::vector<int> goes;
    std::vector<int> stays;
    for (const TaskId &id : std::as_const(m_unsettled)) {
        const int slot = m_slots.value(id);
        const bool wanted = isWanted(m_rows[slot]);
        if (m_place[slot] >= 0)
            (wanted ? stays : goes).push_back(slot);
        else if (wanted)
            comes.push_back(slot);
    }
    m_unsettled.clear();
    if (comes.size() + goes.size() > mostSingleRows)
        return rebuild();
    for (int slot : goes)
        hideRow(slot);
    if (!std::all_of(stays.begin(), stays.end(), [this](int slot) { return isInPlace(slot); }))
        moveRows(stays);
    for (int slot : comes)
        showRow(slot);
}

// `changed`: slots that may stand wrong, the others are in order; empty = sort all anew.
void TaskTableModel::moveRows(const std::vector<int> &changed)
{
    changeLayout([this, &changed] { reorder(changed); });
}

// `changed`: as for moveRows().
void TaskTableModel::reorder(const std::vector<int> &changed)
{
    if (changed.empty()) {
        m_order = sortedSlots(keysOfRows(), m_sortOrder);
        return;
    }
    const auto before = [this](int a, int b) { return precedes(a, b); };
    std::vector<int> moving = changed;
    std::sort(moving.begin(), moving.end(), before);
    for (int slot : moving)
        m_place[slot] = -1;
    std::vector<int> resting;
    resting.reserve(m_order.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(resting),
        [this](int slot) { return m_place[slot] >= 0; });
    // Few go between many: they are looked up, not compared with each of them.
    auto from = resting.begin();
    auto to = m_order.begin();
    for (int slot : moving) {
        const auto at = std::upper_bound(from, resting.end(), slot, before);
        to = std::copy(from, at, to);
        *to++ = slot;
        from = at;
    }
    std::copy(from, resting.end(), to);
}

void TaskTableModel::showRow(int slot)
{
    const auto at = std::upper_bound(
        m_order.begin(), m_order.end(), slot, [this](int a, int b) { return precedes(a, b); });
    const int row = int(at - m_order.begin());
    ++m_comings;
    beginInsertRows({}, row, row);
    m_order.insert(at, slot);
    placeRows(row);
    endInsertRows();
}

void TaskTableModel::hideRow(int slot)
{
    const int row = m_place[slot];
    ++m_comings;
    beginRemoveRows({}, row, row);
    m_order.erase(m_order.begin() + row);
    m_place[slot] = -1;
    placeRows(row);
    endRemoveRows();
}

void TaskTableModel::placeRows(int from)
{
    for (int row = from; row < int(m_order.size()); ++row)
        m_place[m_order[row]] = row;
}

bool TaskTableModel::sortsByRunningNumber() const
{
    switch (m_sortColumn) {
    case ProgressColumn:
    case SpeedColumn:
    case LeftColumn:
    case SizeColumn:
        return true;
    }
    return false;
}

bool TaskTableModel::isInPlace(int slot) const
{
    const int row = m_place[slot];
    return (row == 0 || precedes(m_order[row - 1], slot))
        && (row + 1 == int(m_order.size()) || precedes(slot, m_order[row + 1]));
}

SortKey TaskTableModel::keyOf(int slot) const
{
    const Row &row = m_rows[slot];
    const TaskChains::Place place =
        showsChains() ? m_chains.placeOf(row.task.id) : TaskChains::Place{};
    const Task *root = place.step > 0 ? findShown(place.root) : nullptr;
    SortKey key = sortKey(root ? *root : row.task, row.folded, m_sortColumn);
    key.step = root ? place.step : 0;
    return key;
}

bool TaskTableModel::precedes(int left, int right) const
{
    return slipway::precedes(keyOf(left), keyOf(right), m_sortOrder);
}

TaskTableModel::SortKeys TaskTableModel::keysOfRows() const
{
    SortKeys keys;
    keys.reserve(m_order.size());
    for (int slot : m_order)
        keys.emplace_back(keyOf(slot), slot);
    return keys;
}

} // namespace slipway
