#include "core/queue/attempt_end.h"

#include "core/queue/retry_policy.h"
#include "core/queue/stall_clock.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

TaskError said(
    ErrorCode code, const char *text, const QStringList &arguments = {}, bool retryable = false)
{
    TaskError error = madeError(code, text, arguments);
    error.subject.clear(); // the numbers it names are no subject
    error.retryable = retryable;
    return error;
}

// Resumed before its pause was done: it goes on at once.
AttemptEnd endOfPaused(const Task &task, const std::optional<TaskError> &error = {})
{
    if (task.resumeAfterPause)
        return { TaskStatus::Pending, false, false, error, u"resumed"_s };
    return { TaskStatus::Paused, false, false, error, {} };
}

AttemptEnd endOfFailed(const Task &task, const TaskError &error)
{
    const bool retryDue = mayRetryByItself(task, error);
    switch (task.stopReason) {
    case StopReason::None:
        if (retryDue)
            return { TaskStatus::Pending, true, false, error, u"retry"_s };
        return { TaskStatus::Failed, false, false, error, {} };
    case StopReason::Pause:
        if (retryDue)
            return endOfPaused(task, error);
        return { TaskStatus::Failed, false, false, error, {} };
    case StopReason::Cancel:
        return { TaskStatus::Cancelled, false, false, std::nullopt, {} };
    case StopReason::TimeLimit:
        return { TaskStatus::Timeout, false, false,
            said(ErrorCode::SystemTimeout,
                QT_TRANSLATE_NOOP(
                    "TaskError", "The task was not done within its time limit of %1 seconds."),
                { QString::number(task.options.timeoutSeconds.value_or(0)) }),
            {} };
    case StopReason::Stall: {
        const auto limit =
            stallLimit(task, task.progress.awaits).value_or(std::chrono::milliseconds(0));
        const TaskError stalled = said(ErrorCode::SystemTimeout,
            QT_TRANSLATE_NOOP(
                "TaskError", "Nothing moved for %1 seconds, so the attempt was ended."),
            { QString::number(std::chrono::duration_cast<std::chrono::seconds>(limit).count()) },
            true);
        if (mayRetryByItself(task, stalled))
            return { TaskStatus::Pending, true, false, stalled, u"retry"_s };
        return { TaskStatus::Failed, false, false, stalled, {} };
    }
    case StopReason::Quit:
        return { task.status, false, true, std::nullopt, {} };
    }
    Q_UNREACHABLE();
}

AttemptEnd endOfStopped(const Task &task)
{
    switch (task.stopReason) {
    case StopReason::None:
        return { TaskStatus::Failed, false, false,
            said(ErrorCode::InternalError,
                QT_TRANSLATE_NOOP(
                    "TaskError", "The work was stopped although nobody asked for it.")),
            {} };
    case StopReason::Pause:
        return endOfPaused(task);
    case StopReason::Cancel:
    case StopReason::TimeLimit:
    case StopReason::Stall:
    case StopReason::Quit:
        return endOfFailed(task, {});
    }
    Q_UNREACHABLE();
}

AttemptEnd endOfNothing(const Task &task)
{
    switch (task.stopReason) {
    case StopReason::Cancel:
        return { TaskStatus::Cancelled, false, false, std::nullopt, {} };
    case StopReason::Pause:
        return endOfPaused(task);
    case StopReason::Quit:
        return { task.status, false, true, std::nullopt, {} };
    case StopReason::None:
    case StopReason::TimeLimit:
    case StopReason::Stall:
        return { TaskStatus::Pending, false, false, std::nullopt, u"interrupted"_s };
    }
    Q_UNREACHABLE();
}

} // namespace

AttemptEnd endOf(const Task &task, const TaskOutcome &outcome)
{
    switch (outcome.kind) {
    case TaskOutcome::Kind::Succeeded:
        return { TaskStatus::Completed, false, false, std::nullopt, {} };
    case TaskOutcome::Kind::Failed:
        return endOfFailed(task, outcome.error.value_or(TaskError{}));
    case TaskOutcome::Kind::Stopped:
        return endOfStopped(task);
    case TaskOutcome::Kind::NothingFound:
        return endOfNothing(task);
    case TaskOutcome::Kind::FoundFrozen:
        if (task.stopReason == StopReason::Cancel)
            return endOfStopped(task);
        return endOfPaused(task);
    case TaskOutcome::Kind::HostSilent:
        return { task.status, false, true, outcome.error, {} };
    }
    Q_UNREACHABLE();
}

} // namespace slipway
