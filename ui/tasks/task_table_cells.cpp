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
    }
    return secondLine(task, context);
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
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant TaskTableModel::nameData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
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
        const bool number = section == SpeedColumn || section == LeftColumn;
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
    }
    return {};
}

} // namespace slipway
