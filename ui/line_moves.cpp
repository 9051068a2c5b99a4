#include "ui/line_moves.h"

#include <QCoreApplication>
#include <QMap>

#include <climits>

namespace slipway {
namespace {

struct LineMoves {
    Q_DECLARE_TR_FUNCTIONS(LineMoves)
};

constexpr qsizetype fewToLookAt = 10; // each is looked for along the line

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

Answers moveDown(QueueService &queue, const Line &line, int length)
{
    Answers answers;
    int last = length;
    for (auto it = line.cend(); it != line.cbegin(); --last) {
        --it;
        if (it.key() < last)
            answers << queue.move(it.value(), it.key() + 1);
    }
    return answers;
}

QMap<Lane, Line> linesOf(const QueueService &queue, const QList<TaskId> &ids)
{
    QMap<Lane, Line> lines;
    for (const TaskId &id : ids) {
        const int position = queue.positionInLine(id);
        if (const auto task = queue.task(id); task && position > 0)
            lines[laneOf(task->type())].insert(position, id);
    }
    return lines;
}

} // namespace

QList<QFuture<VerbAnswer>> moveInLine(QueueService &queue, TaskVerb move, const QList<TaskId> &ids)
{
    const QMap<Lane, Line> lines = linesOf(queue, ids);
    Answers answers;
    for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
        const Line &line = *it;
        const QList<TaskId> inOrder = line.values();
        if (move == TaskVerb::MoveToTop) {
            for (auto id = inOrder.crbegin(); id != inOrder.crend(); ++id)
                answers << queue.move(*id, 1);
        } else if (move == TaskVerb::MoveToBottom) {
            for (const TaskId &id : inOrder)
                answers << queue.move(id, INT_MAX);
        } else {
            answers += move == TaskVerb::MoveUp ? moveUp(queue, line)
                                                : moveDown(queue, line, queue.lineLength(it.key()));
        }
    }
    return answers;
}

QString whyNotMoved(const QueueService &queue, TaskVerb move, const QList<TaskId> &ids)
{
    if (ids.size() > fewToLookAt)
        return {};
    const bool isUp = move == TaskVerb::MoveUp || move == TaskVerb::MoveToTop;
    const QMap<Lane, Line> lines = linesOf(queue, ids);
    for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
        const bool stays = isUp
            ? line->lastKey() == line->size()
            : line->firstKey() == queue.lineLength(line.key()) - line->size() + 1;
        if (!stays)
            return {}; // somebody else stands before or behind it
    }
    if (lines.isEmpty())
        return {};
    if (isUp)
        return ids.size() == 1 ? LineMoves::tr("It is the next to start of its kind already.")
                               : LineMoves::tr("They are the next to start of their kind already.");
    return ids.size() == 1 ? LineMoves::tr("It is the last to start of its kind already.")
                           : LineMoves::tr("They are the last to start of their kind already.");
}

QList<QFuture<VerbAnswer>> moveBefore(
    QueueService &queue, const QList<TaskId> &ids, const TaskId &before)
{
    Answers answers;
    TaskId next = before;
    for (auto id = ids.crbegin(); id != ids.crend(); ++id) {
        const int from = queue.positionInLine(*id);
        const int ahead = next.isNull() ? 0 : queue.positionInLine(next);
        const int to = ahead == 0 ? INT_MAX : from < ahead ? ahead - 1 : ahead;
        if (from > 0 && from != to)
            answers << queue.move(*id, to);
        next = *id;
    }
    return answers;
}

} // namespace slipway
