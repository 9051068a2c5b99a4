// What each cell of the table says: the reading half of TaskTableModel.
#include "ui/tasks/task_table_model.h"

#include "ui/task_text.h"
#include "ui/units_text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QVariant percentOf(const Task &task)
{
    const TaskProgress &progress = task.progress;
    const bool counted = progress.percent > 0 || progress.bytesTotal;
    switch (groupOf(task.status)) {
    case StatusGroup::Active:
        // How far a container's program is, nobody knows.
        return counted && task.type() != TaskType::DockerRun ? progress.percent : -1;
    case StatusGroup::Paused:
        return counted ? QVariant(progress.percent) : QVariant();
    case StatusGroup::Waiting:
        return counted && isRetryAhead(task) ? QVariant(progress.percent) : QVariant();
    case StatusGroup::Finished:
        return {};
    }
    Q_UNREACHABLE();
}

QDateTime timeOf(const Task &task, int column)
{
    return column == TaskTableModel::AddedColumn  ? task.createdAt
        : column == TaskTableModel::StartedColumn ? task.startedAt
                                                  : task.completedAt;
}

// What the columns say that are not shown unless chosen.
QString extraText(const Task &task, int column)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (column) {
    case TaskTableModel::AddedColumn:
    case TaskTableModel::StartedColumn:
    case TaskTableModel::EndedColumn: {
        const QDateTime time = timeOf(task, column);
        return time.isValid() ? timeText(time, now) : QString();
    }
    case TaskTableModel::DurationColumn: {
        const auto seconds = task.duration(now);
        return seconds ? durationText(qint64(*seconds)) : QString();
    }
    case TaskTableModel::SizeColumn: {
        const qint64 bytes = task.progress.bytesTotal.value_or(task.progress.bytesDone);
        return bytes > 0 ? sizeText(bytes) : QString();
    }
    case TaskTableModel::AttemptsColumn:
        return task.attempt > 0 ? QLocale().toString(task.attempt) : QString();
    case TaskTableModel::HostColumn:
        return task.resolvedHost;
    case TaskTableModel::LabelsColumn:
        return task.options.tags.join(u", "_s);
    case TaskTableModel::PriorityColumn:
        return QLocale().toString(task.options.priority);
    }
    return {};
}

QVariant extraToolTip(const Task &task, int column)
{
    if (column == TaskTableModel::HostColumn || column == TaskTableModel::LabelsColumn)
        return extraText(task, column).toHtmlEscaped();
    const bool isTime =
        column >= TaskTableModel::AddedColumn && column <= TaskTableModel::EndedColumn;
    const QDateTime time = isTime ? timeOf(task, column) : QDateTime();
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::LongFormat)
                          : QVariant();
}

QString historyText(const Task &task)
{
    QStringList lines;
    for (const HistoryEntry &entry : task.history)
        lines << u"%1  %2"_s.arg(
            entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s), statusWord(entry.status));
    return lines.mid(qMax(qsizetype(0), lines.size() - 8)).join(u'\n');
}

} // namespace

QString TaskTableModel::secondLineOf(const Task &task) const
{
    LineContext context;
    context.now = QDateTime::currentDateTimeUtc();
    if (groupOf(task.status) == StatusGroup::Waiting) {
        context.position = m_queue.positionInLine(task.id);
        context.atOnce = m_queue.limits().lanes.value(laneOf(task.type()));
        context.held = m_queue.isHeld();
        context.after = namesBefore(task);
    }
    return secondLine(task, context);
}

QStringList TaskTableModel::namesBefore(const Task &task) const
{
    if (task.options.after.isEmpty())
        return {};
    QStringList names;
    for (const Task *each : waitsFor(task, [this](const TaskId &id) { return find(id); }))
        names << stepText(*each);
    return names;
}

QVariant TaskTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[m_order[index.row()]];
    if (role == IdRole)
        return QVariant::fromValue(row.task.id);
    switch (index.column()) {
    case NameColumn:
        return nameData(row, role);
    case StateColumn:
        return stateData(row, role);
    case ProgressColumn:
        return progressData(row, role);
    case SpeedColumn:
        if (role == Qt::DisplayRole)
            return speedText(speedOf(row.task));
        break;
    case LeftColumn:
        if (role == Qt::DisplayRole)
            return timeLeftText(row.task, QDateTime::currentDateTimeUtc());
        break;
    default:
        if (role == Qt::DisplayRole)
            return extraText(row.task, index.column());
        if (role == Qt::ToolTipRole)
            return extraToolTip(row.task, index.column());
        break;
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags TaskTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || m_sortColumn != StateColumn || m_sortOrder != Qt::AscendingOrder)
        return flags;
    const Task &task = taskAt(index.row());
    const bool isInLine = task.status == TaskStatus::Pending && !isRetryAhead(task)
        && waitsFor(task, [this](const TaskId &id) { return find(id); }).isEmpty();
    return isInLine ? flags | Qt::ItemIsDragEnabled : flags;
}

QVariant TaskTableModel::nameData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case FollowsRole:
        return showsChains() && m_chains.placeOf(row.task.id).step > 0;
    case SecondLineRole:
        return secondLineOf(row.task);
    case Qt::ToolTipRole:
        return QString(row.name + u'\n' + secondLineOf(row.task))
            .toHtmlEscaped()
            .replace(u'\n', "<br>"_L1);
    case Qt::AccessibleTextRole:
        return tr("%1: %2. %3").arg(typeText(row.task.type()), row.name, secondLineOf(row.task));
    case IconRole:
        return typeIcon(row.task.type());
    case ToneRole: // what is over goes quiet
        return int(
            sectionOf(row.task.status) == TaskSection::Done ? Tone::Done : stateTone(row.task));
    case SecondToneRole:
        return int(secondLineTone(row.task));
    }
    return {};
}

QVariant TaskTableModel::stateData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return stateText(row.task, QDateTime::currentDateTimeUtc());
    case Qt::ToolTipRole:
        return historyText(row.task);
    case IconRole:
        return stateIcon(row.task);
    case ToneRole:
        return int(stateTone(row.task));
    }
    return {};
}

QVariant TaskTableModel::progressData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return progressText(row.task, QDateTime::currentDateTimeUtc());
    case PercentRole:
        return percentOf(row.task);
    case ToneRole:
        return int(stateTone(row.task));
    case Qt::AccessibleTextRole: {
        const int percent = percentOf(row.task).toInt();
        const QString text = progressText(row.task, QDateTime::currentDateTimeUtc());
        return percent > 0 ? tr("%1 percent, %2").arg(percent).arg(text) : text;
    }
    }
    return {};
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number =
            section >= SpeedColumn && section != HostColumn && section != LabelsColumn;
        return QVariant((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case StateColumn:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case SpeedColumn:
        return tr("Speed");
    case LeftColumn:
        return tr("Left");
    case AddedColumn:
        return tr("Added");
    case StartedColumn:
        return tr("Started");
    case EndedColumn:
        return tr("Ended");
    case DurationColumn:
        return tr("Duration");
    case SizeColumn:
        return tr("Size");
    case AttemptsColumn:
        return tr("Attempts");
    case HostColumn:
        return tr("Host");
    case LabelsColumn:
        return tr("Labels");
    case PriorityColumn:
        return tr("Priority");
    }
    return {};
}

} // namespace slipway
