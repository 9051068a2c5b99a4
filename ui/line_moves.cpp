#include "ui/line_moves.h"

#include <QMap>

#include <climits>

namespace slipway {
namespace {

using Answers = QList<QFuture<VerbAnswer>>;
using Line = QMap<int, TaskId>; // those of one lane that are to move, by position

Answers moveUp(QueueService &queue, const Line &line)
{
    Answers answers;
    int first = 1; // what stands at the top stays, and so does what stands close behind it
    for (auto it = line.cbegin(); it != line.cend(); ++it, ++first) {
        if (it.key() > first)
            answers << queue.move(it.value(), it.key() - 1);
    }
    return answers;
}

Answers moveDown(QueueService &queue, const Line &line)
{
    Answers answers;
    int last = INT_MAX;
    for (auto it = line.cend(); it != line.cbegin();) {
        --it;
        if (it.key() < last)
            answers << queue.move(it.value(), it.key() + 1);
        // Nobody tells how long the line is: who cannot go further stands at its end.
        last = queue.positionInLine(it.value()) - 1;
    }
    return answers;
}

} // namespace

QList<QFuture<VerbAnswer>> moveInLine(QueueService &queue, TaskVerb move, const QList<TaskId> &ids)
{
    QMap<Lane, Line> lines;
    for (const TaskId &id : ids) {
        const int position = queue.positionInLine(id);
        if (const auto task = queue.task(id); task && position > 0)
            lines[laneOf(task->type())].insert(position, id);
    }
    Answers answers;
    for (const Line &line : std::as_const(lines)) {
        const QList<TaskId> inOrder = line.values();
        if (move == TaskVerb::MoveToTop) {
            for (auto id = inOrder.crbegin(); id != inOrder.crend(); ++id)
                answers << queue.move(*id, 1);
        } else if (move == TaskVerb::MoveToBottom) {
            for (const TaskId &id : inOrder)
                answers << queue.move(id, INT_MAX);
        } else {
            answers += move == TaskVerb::MoveUp ? moveUp(queue, line) : moveDown(queue, line);
        }
    }
    return answers;
}

} // namespace slipway
