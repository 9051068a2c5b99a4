#include "ui/tasks/line_drag.h"

#include "ui/tasks/task_table_model.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

const QString mimeType = u"application/x-slipway-line"_s;

bool isInLine(const TaskTableModel &model, int row)
{
    return row >= 0 && row < model.rowCount()
        && model.flags(model.index(row, 0)).testFlag(Qt::ItemIsDragEnabled);
}

} // namespace

QMimeData *dragged(const QList<TaskId> &ids)
{
    QByteArrayList texts;
    for (const TaskId &id : ids)
        texts << id.toByteArray();
    auto *data = new QMimeData;
    data->setData(mimeType, texts.join(' '));
    return data;
}

QList<TaskId> draggedIds(const QMimeData &data)
{
    QList<TaskId> ids;
    for (const QByteArray &text : data.data(mimeType).split(' ')) {
        if (const TaskId id = TaskId::fromString(text); !id.isNull())
            ids << id;
    }
    return ids;
}

std::optional<LinePlace> placeInLine(
    const TaskTableModel &model, const QList<TaskId> &ids, int edge)
{
    const Task *first = ids.isEmpty() ? nullptr : model.find(ids.first());
    if (!first || !(isInLine(model, edge - 1) || isInLine(model, edge)))
        return std::nullopt;
    const auto isOther = [&](int row) {
        const Task &task = model.taskAt(row);
        return isInLine(model, row) && laneOf(task.type()) == laneOf(first->type())
            && !ids.contains(task.id);
    };
    for (int row = edge; row < model.rowCount(); ++row) {
        if (sectionOf(model.taskAt(row).status) > TaskSection::Waiting)
            break; // below them nothing waits
        if (isOther(row))
            return LinePlace{ model.taskAt(row).id, row };
    }
    for (int row = edge - 1; row >= 0; --row) {
        if (isOther(row))
            return LinePlace{ {}, row + 1 };
    }
    return std::nullopt; // it is the only one of its kind
}

} // namespace slipway
