#include "ui/task_actions.h"

#include <QCoreApplication>

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
    }
    Q_UNREACHABLE();
}

QString costOfPausing(const Task &task)
{
    if (groupOf(task.status) == StatusGroup::Waiting)
        return TaskActions::tr("Takes it out of the line until it is resumed. Nothing is lost.");
    if (task.type() == TaskType::DockerRun && task.status == TaskStatus::Running)
        return TaskActions::tr("Freezes the container. Nothing is lost.");
    return TaskActions::tr(
        "Stops it. Docker may keep nothing of what is half done; “Hold queue” costs nothing.");
}

QString effect(TaskVerb verb, const QList<Task> &tasks)
{
    switch (verb) {
    case TaskVerb::Resume:
        return TaskActions::tr("Puts what is paused back in line.");
    case TaskVerb::Pause:
        return tasks.size() == 1 ? costOfPausing(tasks.first())
                                 : TaskActions::tr("Pauses what is selected.");
    case TaskVerb::Retry:
        return TaskActions::tr("Tries again, from where it can.");
    case TaskVerb::Cancel:
        return TaskActions::tr("Ends what is selected, for good.");
    case TaskVerb::Remove:
        return TaskActions::tr("Takes what is selected off the list, with its log.");
    }
    Q_UNREACHABLE();
}

} // namespace

VerbState stateOf(TaskVerb verb, const QList<Task> &selected)
{
    if (selected.isEmpty())
        return { {}, TaskActions::tr("Select a task first.") };
    QList<Task> willing;
    QString why;
    for (const Task &task : selected) {
        const QString reason = refusal(verb, task);
        if (reason.isEmpty())
            willing.append(task);
        else if (why.isEmpty())
            why = reason;
    }
    if (willing.isEmpty())
        return { {}, why };
    VerbState state{ {}, effect(verb, willing) };
    for (const Task &task : willing)
        state.ids.append(task.id);
    return state;
}

} // namespace slipway
