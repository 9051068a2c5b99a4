// What may be done with the tasks that are selected, and why something may not.
#pragma once

#include "core/host/pause_cost.h"

#include <QList>

#include <functional>

namespace slipway {

enum class TaskVerb {
    Resume,
    Pause,
    Retry,
    Cancel,
    Remove,
    StartNow,
    MoveToTop,
    MoveUp,
    MoveDown,
    MoveToBottom
};
bool isMove(TaskVerb verb);

struct VerbState {
    QList<TaskId> ids; // those of the selection it is for; empty = disabled
    QString explanation; // what it will do, or why it cannot: a sentence for the tooltip
};

// What pausing each of them would cost now.
using CostOf = std::function<PauseCost(const Task &)>;

VerbState stateOf(TaskVerb verb, const QList<Task> &selected, const CostOf &costOf = {});
VerbState stateOf(TaskVerb verb, const QList<const Task *> &selected, const CostOf &costOf = {});

// Few tasks that decide the same as all of these: what is at work, and of each other sort two.
QList<const Task *> thoseThatDecide(const QList<const Task *> &selected);

// What pausing these would throw away, in bytes that would have to be moved again.
qint64 bytesAtStake(const QList<Task> &tasks, const CostOf &costOf);
qint64 bytesAtStake(const QList<const Task *> &tasks, const CostOf &costOf);

} // namespace slipway
