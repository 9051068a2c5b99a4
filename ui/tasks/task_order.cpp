#include "ui/tasks/task_order.h"

#include "ui/task_text.h"
#include "ui/tasks/task_filter.h"
#include "ui/tasks/task_table_model.h"

#include <climits>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// What is at work stands first, then what will be in the order of its line, then what has been.
void keyByState(const Task &task, SortKey &key)
{
    key.first = isRetryAhead(task) ? 1 : 2 * int(sectionOf(task.status));
    if (groupOf(task.status) == StatusGroup::Waiting)
        key.second = -task.options.priority;
    else if (groupOf(task.status) == StatusGroup::Finished && task.completedAt.isValid())
        key.second = -double(task.completedAt.toMSecsSinceEpoch()); // what ended last stands first
}

double numberOf(const QDateTime &time)
{
    return time.isValid() ? double(time.toMSecsSinceEpoch()) : 0;
}

} // namespace

SortKey sortKey(const Task &task, const QString &name, int column)
{
    SortKey key;
    key.place = task.place.value_or(double(task.sequence));
    key.sequence = task.sequence;
    switch (column) {
    case TaskTableModel::NameColumn:
        key.text = name;
        break;
    case TaskTableModel::ProgressColumn:
        key.first = task.progress.percent;
        break;
    case TaskTableModel::SpeedColumn:
        key.first = speedOf(task);
        break;
    case TaskTableModel::LeftColumn:
        key.first = task.progress.secondsLeft.value_or(INT_MAX);
        break;
    case TaskTableModel::AddedColumn:
        key.first = numberOf(task.createdAt);
        break;
    case TaskTableModel::StartedColumn:
        key.first = numberOf(task.startedAt);
        break;
    case TaskTableModel::EndedColumn:
        key.first = numberOf(task.completedAt);
        break;
    case TaskTableModel::DurationColumn: // of ended attempts: does not run
        key.first = double(task.activeMs);
        break;
    case TaskTableModel::SizeColumn:
        key.first = double(task.progress.bytesTotal.value_or(task.progress.bytesDone));
        break;
    case TaskTableModel::AttemptsColumn:
        key.first = task.attempt;
        break;
    case TaskTableModel::HostColumn:
        key.text = task.resolvedHost;
        break;
    case TaskTableModel::LabelsColumn:
        key.text = task.options.tags.join(u", "_s);
        break;
    case TaskTableModel::PriorityColumn:
        key.first = task.options.priority;
        break;
    default:
        keyByState(task, key);
        break;
    }
    return key;
}

bool precedes(const SortKey &left, const SortKey &right, Qt::SortOrder order)
{
    const bool ascends = order == Qt::AscendingOrder;
    if (left.first != right.first)
        return ascends == (left.first < right.first);
    if (left.second != right.second)
        return ascends == (left.second < right.second);
    if (const int texts = left.text.compare(right.text); texts != 0)
        return ascends == (texts < 0);
    if (left.place != right.place)
        return left.place < right.place;
    return left.sequence != right.sequence ? left.sequence < right.sequence
                                           : left.step < right.step;
}

} // namespace slipway
