#include "ui/task_actions.h"

#include "ui/task_text.h"
#include "ui/units_text.h"

#include <QCoreApplication>
#include <QMap>

#include <tuple>

namespace slipway {
namespace {

struct TaskActions {
    Q_DECLARE_TR_FUNCTIONS(TaskActions)
};

// Why not; empty when it may be done.
QString refusal(TaskVerb verb, const Task &task)
{
    const StatusGroup group = groupOf(task.status);
    const bool cancelling = group == StatusGroup::Active && task.stopReason == StopReason::Cancel;
    switch (verb) {
    case TaskVerb::Resume:
        if (group != StatusGroup::Paused)
            return TaskActions::tr("Only a paused task can be resumed.");
        return {};
    case TaskVerb::Pause:
        if (group == StatusGroup::Paused)
            return TaskActions::tr("It is paused already.");
        if (group == StatusGroup::Finished)
            return TaskActions::tr("It has ended: there is nothing to pause.");
        if (group == StatusGroup::Active && laneOf(task.type()) == Lane::None)
            return TaskActions::tr("It takes only a moment and cannot be paused.");
        if (group == StatusGroup::Active && task.isStopping())
            return TaskActions::tr("It is stopping already.");
        return {};
    case TaskVerb::Retry:
        if (task.status != TaskStatus::Failed && task.status != TaskStatus::Timeout)
            return TaskActions::tr("Only a task that failed or timed out can be retried.");
        return {};
    case TaskVerb::Cancel:
        if (group == StatusGroup::Finished)
            return TaskActions::tr("It has ended: there is nothing to cancel.");
        if (cancelling)
            return TaskActions::tr("It is being cancelled already.");
        return {};
    case TaskVerb::Remove:
        if (group == StatusGroup::Active)
            return TaskActions::tr("It is at work: cancel it first.");
        return {};
    case TaskVerb::StartNow:
        if (group != StatusGroup::Waiting)
            return TaskActions::tr("Only a task that waits can be started.");
        return {};
    case TaskVerb::MoveToTop:
    case TaskVerb::MoveUp:
    case TaskVerb::MoveDown:
    case TaskVerb::MoveToBottom:
        if (group != StatusGroup::Waiting || isRetryAhead(task))
            return TaskActions::tr("Only a task that waits in line has a place to move from.");
        return {};
    }
    Q_UNREACHABLE();
}

QString costOfPausing(const Task &task, PauseCost cost)
{
    if (groupOf(task.status) == StatusGroup::Waiting)
        return TaskActions::tr("Takes it out of the line until it is resumed. Nothing is lost.");
    const qint64 bytes = bytesAtStake(task, cost);
    switch (cost) {
    case PauseCost::Nothing:
        return task.type() == TaskType::DockerRun && task.status == TaskStatus::Running
            ? TaskActions::tr("Freezes the container. Nothing is lost.")
            : TaskActions::tr("Stops it until it is resumed. Nothing is lost.");
    case PauseCost::Everything:
        return bytes > 0 ? TaskActions::tr(
                   "Throws away the %1 loaded so far: this engine keeps nothing of a stopped pull. "
                   "“Hold queue” costs nothing.")
                               .arg(sizeText(bytes))
                         : TaskActions::tr("Stops it. This engine keeps nothing of a stopped pull, "
                                           "but nothing is loaded yet.");
    case PauseCost::UnfinishedLayers:
        return bytes > 0 ? TaskActions::tr(
                   "Throws away %1 of layers that are not complete. Finished ones are kept.")
                               .arg(sizeText(bytes))
                         : TaskActions::tr("Stops it. Finished layers are kept.");
    case PauseCost::CurrentStep:
        return TaskActions::tr(
            "Stops the build. Finished steps are kept, the current one begins anew.");
    case PauseCost::AnswerSoFar:
        return TaskActions::tr("Stops the answer, which begins anew when it is resumed.");
    case PauseCost::Unknown:
        return TaskActions::tr(
            "Stops it. The engine has not said yet what it keeps of a stopped pull; "
            "“Hold queue” costs nothing.");
    case PauseCost::NotPossible: // which refusal() has told already
        return {};
    }
    Q_UNREACHABLE();
}

// Of several: what is lost in all.
QString costOfPausing(const QList<const Task *> &tasks, const CostOf &costOf)
{
    if (tasks.size() == 1)
        return costOfPausing(*tasks.first(), costOf(*tasks.first()));
    const auto losesSomething = [&costOf](const Task *task) {
        return costOf(*task) != PauseCost::Nothing;
    };
    const qint64 bytes = bytesAtStake(tasks, costOf);
    return bytes > 0
        ? TaskActions::tr(
            "Pauses what is selected. %1 would have to be moved again; “Hold queue” costs nothing.")
              .arg(sizeText(bytes))
        : std::any_of(tasks.begin(), tasks.end(), losesSomething)
        ? TaskActions::tr(
            "Pauses what is selected. Some of it begins anew; “Hold queue” costs nothing.")
        : TaskActions::tr("Pauses what is selected. Nothing is lost.");
}

QString effect(TaskVerb verb, const QList<const Task *> &tasks, const CostOf &costOf)
{
    switch (verb) {
    case TaskVerb::Resume:
        return TaskActions::tr("Puts what is paused back in line.");
    case TaskVerb::Pause:
        return costOfPausing(tasks, costOf);
    case TaskVerb::Retry:
        return TaskActions::tr("Tries again, from where it can.");
    case TaskVerb::Cancel:
        return TaskActions::tr("Ends what is selected, for good.");
    case TaskVerb::Remove:
        return TaskActions::tr(
            "Takes what is selected off the list, with its log. Ctrl+Z brings it back.");
    case TaskVerb::StartNow:
        return TaskActions::tr("Starts at once, past the line and its limits.");
    case TaskVerb::MoveToTop:
        return TaskActions::tr("Is the next to start of its kind.");
    case TaskVerb::MoveUp:
        return TaskActions::tr("Changes places with the one before it.");
    case TaskVerb::MoveDown:
        return TaskActions::tr("Changes places with the one behind it.");
    case TaskVerb::MoveToBottom:
        return TaskActions::tr("Is the last to start of its kind.");
    }
    Q_UNREACHABLE();
}

} // namespace

qint64 bytesAtStake(const QList<Task> &tasks, const CostOf &costOf)
{
    qint64 bytes = 0;
    for (const Task &task : tasks)
        bytes += bytesAtStake(task, costOf(task));
    return bytes;
}

qint64 bytesAtStake(const QList<const Task *> &tasks, const CostOf &costOf)
{
    qint64 bytes = 0;
    for (const Task *task : tasks)
        bytes += bytesAtStake(*task, costOf(*task));
    return bytes;
}

bool isMove(TaskVerb verb)
{
    return verb >= TaskVerb::MoveToTop;
}

QList<const Task *> thoseThatDecide(const QList<const Task *> &selected)
{
    constexpr int enoughOfOneSort = 2; // the words differ between one and several
    QList<const Task *> deciding;
    QMap<std::tuple<TaskStatus, bool, bool, bool>, int> met;
    for (const Task *task : selected) {
        if (groupOf(task->status) == StatusGroup::Active
            || met[{
                   task->status, isRetryAhead(*task), task->isStopping(), task->options.notify }]++
                < enoughOfOneSort)
            deciding << task;
    }
    return deciding;
}

VerbState stateOf(TaskVerb verb, const QList<Task> &selected, const CostOf &costOf)
{
    QList<const Task *> tasks;
    for (const Task &task : selected)
        tasks << &task;
    return stateOf(verb, tasks, costOf);
}

VerbState stateOf(TaskVerb verb, const QList<const Task *> &selected, const CostOf &costOf)
{
    if (selected.isEmpty())
        return { {}, TaskActions::tr("Select a task first.") };
    QList<const Task *> willing;
    QString why;
    for (const Task *task : selected) {
        const QString reason = refusal(verb, *task);
        if (reason.isEmpty())
            willing.append(task);
        else if (why.isEmpty())
            why = reason;
    }
    if (willing.isEmpty())
        return { {}, why };
    VerbState state{ {},
        effect(
            verb, willing, costOf ? costOf : [](const Task &) { return PauseCost::Unknown; }) };
    for (const Task *task : willing)
        state.ids.append(task->id);
    return state;
}

} // namespace slipway
