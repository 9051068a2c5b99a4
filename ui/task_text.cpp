#include "ui/task_text.h"

#include "ui/error_text.h"
#include "ui/sentence_text.h"
#include "ui/units_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

struct TaskText {
    Q_DECLARE_TR_FUNCTIONS(TaskText)
};

QString atOnceText(int atOnce)
{
    return atOnce > 0 ? TaskText::tr("%1 at once").arg(atOnce) : QString();
}

QString leftoverText(const Task &task)
{
    if (!task.leftover)
        return {};
    switch (task.leftover->kind) {
    case Leftover::Kind::ModelParts:
        return TaskText::tr("%1 of the unfinished model stay at Ollama")
            .arg(sizeText(task.leftover->bytes));
    case Leftover::Kind::BuildCache:
        return TaskText::tr("the steps that were done stay in the build cache");
    }
    Q_UNREACHABLE();
}

QString afterText(const QStringList &steps)
{
    constexpr qsizetype enough = 3;
    const QString named = steps.mid(0, enough).join(u", "_s);
    return steps.size() <= enough
        ? TaskText::tr("After %1").arg(named)
        : TaskText::tr("After %1 and %2 more").arg(named).arg(steps.size() - enough);
}

QString waitingLine(const Task &task, const LineContext &context)
{
    if (isRetryAhead(task)) {
        const QString which = TaskText::tr("Retry %1 of %2")
                                  .arg(task.retryCount - task.budgetStart)
                                  .arg(task.options.maxRetries);
        const bool unsaid = task.waitingFor.isEmpty() && task.error;
        return factsText(
            { which, unsaid ? errorSentence(*task.error) : sentenceText(task.waitingFor) });
    }
    if (!context.after.isEmpty())
        return afterText(context.after);
    if (!task.waitingFor.isEmpty()) // here it begins the line
        return capitalised(sentenceText(task.waitingFor));
    if (context.held)
        return TaskText::tr("The queue is held: nothing new starts");
    if (context.position == 1)
        return factsText({ TaskText::tr("Next in line"), atOnceText(context.atOnce) });
    if (context.position > 1)
        return factsText({ TaskText::tr("%1 in line").arg(ordinalText(context.position)),
            atOnceText(context.atOnce) });
    return TaskText::tr("Starts as soon as it may");
}

QString pausedLine(const Task &task)
{
    if (task.frozen)
        return TaskText::tr("The container is frozen and goes on where it stopped");
    if (task.progress.isTransfer && task.progress.bytesDone > 0)
        return TaskText::tr("Stopped after %1").arg(sizeText(task.progress.bytesDone));
    return TaskText::tr("Waits for you to resume it");
}

QString usualAfter(const Task &task, const QString &line)
{
    return task.usualSeconds
        ? factsText({ line, TaskText::tr("usually %1").arg(durationText(*task.usualSeconds)) })
        : line;
}

QString quietLine(const Task &task, const QDateTime &now)
{
    const QString quiet = durationText(task.quietSince.secsTo(now));
    const int limit = task.options.stallSeconds.value_or(defaultStallSeconds(task.type()));
    if (task.progress.awaits != Awaits::Bytes)
        return TaskText::tr("Nothing has moved for %1").arg(quiet);
    return TaskText::tr("Nothing has moved for %1; after %2 it is ended and tried again")
        .arg(quiet, durationText(limit));
}

QString activeLine(const Task &task, const QDateTime &now)
{
    switch (task.stopReason) {
    case StopReason::Pause:
        return TaskText::tr("Stopping so that it can go on later");
    case StopReason::Cancel:
        return TaskText::tr("Stopping and clearing up");
    case StopReason::TimeLimit:
        return TaskText::tr("Its time limit is over: stopping");
    case StopReason::Stall:
        return TaskText::tr("Nothing moved for too long: stopping");
    case StopReason::Quit:
    case StopReason::None:
        break;
    }
    if (task.quietSince.isValid())
        return quietLine(task, now);
    if (!task.progress.step.isEmpty())
        return usualAfter(task, sentenceText(task.progress.step));
    switch (task.status) {
    case TaskStatus::Validating:
        return TaskText::tr("Looking whether all it needs is there");
    case TaskStatus::Preparing:
        return TaskText::tr("Getting ready");
    default:
        return typeText(task.type());
    }
}

} // namespace

QString statusWord(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Pending:
        return TaskText::tr("Waiting");
    case TaskStatus::Running:
        return TaskText::tr("Running");
    case TaskStatus::Paused:
        return TaskText::tr("Paused");
    case TaskStatus::Validating:
        return TaskText::tr("Checking");
    case TaskStatus::Preparing:
        return TaskText::tr("Preparing");
    case TaskStatus::Uploading:
        return TaskText::tr("Uploading");
    case TaskStatus::Downloading:
        return TaskText::tr("Downloading");
    case TaskStatus::Building:
        return TaskText::tr("Building");
    case TaskStatus::Pulling:
        return TaskText::tr("Pulling");
    case TaskStatus::Completed:
        return TaskText::tr("Done");
    case TaskStatus::Failed:
        return TaskText::tr("Failed");
    case TaskStatus::Cancelled:
        return TaskText::tr("Cancelled");
    case TaskStatus::Timeout:
        return TaskText::tr("Timed out");
    }
    Q_UNREACHABLE();
}

bool isRetryAhead(const Task &task)
{
    return task.status == TaskStatus::Pending && task.nextRetryAt.isValid();
}

double speedOf(const Task &task)
{
    return groupOf(task.status) == StatusGroup::Active ? task.progress.bytesPerSecond : 0;
}

QString stateText(const Task &task, const QDateTime &now)
{
    if (groupOf(task.status) == StatusGroup::Active && task.stopReason == StopReason::Cancel)
        return TaskText::tr("Cancelling …");
    if (groupOf(task.status) == StatusGroup::Active && task.stopReason == StopReason::Pause)
        return TaskText::tr("Pausing …");
    if (isRetryAhead(task)) {
        const qint64 left = now.secsTo(task.nextRetryAt);
        return left > 0 ? TaskText::tr("Retrying in %1").arg(durationText(left))
                        : TaskText::tr("Retrying");
    }
    return statusWord(task.status);
}

QString stateIcon(const Task &task)
{
    if (isRetryAhead(task))
        return u"retry"_s;
    switch (groupOf(task.status)) {
    case StatusGroup::Waiting:
        return u"waiting"_s;
    case StatusGroup::Active:
        return u"active"_s;
    case StatusGroup::Paused:
        return u"paused"_s;
    case StatusGroup::Finished:
        break;
    }
    if (task.status == TaskStatus::Completed)
        return u"done"_s;
    if (task.status == TaskStatus::Cancelled)
        return u"cancelled"_s;
    return task.status == TaskStatus::Timeout ? u"timeout"_s : u"failed"_s;
}

Tone stateTone(const Task &task)
{
    if (isRetryAhead(task) || task.quietSince.isValid())
        return Tone::Warning;
    if (groupOf(task.status) == StatusGroup::Active)
        return Tone::Running;
    if (task.status == TaskStatus::Completed)
        return Tone::Done;
    const bool wrong = task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
    return wrong ? Tone::Error : Tone::Quiet;
}

QString stepName(const Task &task)
{
    return TaskText::tr("%1 (%2)").arg(displayName(task.spec), typeText(task.type()));
}

QString stepText(const Task &task)
{
    if (groupOf(task.status) == StatusGroup::Paused)
        return TaskText::tr("%1, which is paused").arg(stepName(task));
    if (groupOf(task.status) == StatusGroup::Finished && task.status != TaskStatus::Completed)
        return TaskText::tr("%1, which failed").arg(stepName(task));
    return stepName(task);
}

QString secondLine(const Task &task, const LineContext &context)
{
    switch (groupOf(task.status)) {
    case StatusGroup::Waiting:
        return waitingLine(task, context);
    case StatusGroup::Active:
        return activeLine(task, context.now);
    case StatusGroup::Paused:
        return pausedLine(task);
    case StatusGroup::Finished:
        break;
    }
    if (task.error && task.status != TaskStatus::Cancelled && task.status != TaskStatus::Completed)
        return errorSentence(*task.error);
    return factsText({ timeText(task.completedAt, context.now), leftoverText(task) });
}

Tone secondLineTone(const Task &task)
{
    const Tone tone = stateTone(task);
    return tone == Tone::Warning || tone == Tone::Error ? tone : Tone::Quiet;
}

QString progressText(const Task &task, const QDateTime &now)
{
    const StatusGroup group = groupOf(task.status);
    const bool shown =
        group == StatusGroup::Active || group == StatusGroup::Paused || isRetryAhead(task);
    if (!shown)
        return {};
    const TaskProgress &progress = task.progress;
    if (progress.isTransfer && progress.bytesTotal)
        return sizeOfText(progress.bytesDone, *progress.bytesTotal);
    if (progress.isTransfer && progress.bytesDone > 0)
        return sizeText(progress.bytesDone);
    const auto seconds = task.duration(now);
    if (group != StatusGroup::Active || !seconds)
        return {};
    return TaskText::tr("for %1").arg(durationText(qint64(*seconds)));
}

QString timeLeftText(const Task &task, const QDateTime &now)
{
    const auto seconds = task.secondsLeft(now);
    if (!seconds)
        return {};
    const QString left = durationText(*seconds);
    // Bytes give a number; anything else is a guess and says so.
    return task.progress.secondsLeft ? left : TaskText::tr("about %1").arg(left);
}

QString forecastText(const QueueForecast &forecast)
{
    QStringList parts;
    if (forecast.bytesTotal)
        parts << sizeOfText(forecast.bytesDone, *forecast.bytesTotal);
    if (forecast.secondsLeft)
        parts << TaskText::tr("all done in about %1").arg(durationText(*forecast.secondsLeft));
    return factsText(parts);
}

QString summaryText(const Task &task, const QDateTime &now)
{
    QStringList parts;
    const auto seconds = task.duration(now);
    const QString took = seconds ? durationText(qint64(*seconds)) : QString();
    const StatusGroup group = groupOf(task.status);
    if (group == StatusGroup::Active && seconds)
        parts << TaskText::tr("%1 for %2").arg(stateText(task, now), took);
    else if (group == StatusGroup::Finished && seconds)
        parts << TaskText::tr("%1 after %2").arg(stateText(task, now), took);
    else
        parts << stateText(task, now);
    if (group == StatusGroup::Finished)
        parts << timeText(task.completedAt, now);
    if (task.progress.isTransfer && group != StatusGroup::Finished)
        parts << progressText(task, now);
    if (group == StatusGroup::Active)
        parts << speedText(task.progress.bytesPerSecond);
    if (const auto left = task.secondsLeft(now))
        parts << TaskText::tr("about %1 left").arg(durationText(*left));
    return factsText(parts);
}

QString hostText(const HostState &host)
{
    const QString program = host.kind == HostKind::Docker ? u"Docker"_s : u"Ollama"_s;
    if (!host.known)
        return TaskText::tr("Asking %1 …").arg(program);
    if (!host.reachable)
        return TaskText::tr("%1 does not answer").arg(program);
    const QString named = host.version.isEmpty() ? program : QString(program + u' ' + host.version);
    return factsText({ named, host.name });
}

QString reportText(const Task &task, const QString &commandLine, const QStringList &lastLines)
{
    QStringList lines;
    lines << TaskText::tr("%1: %2").arg(typeText(task.type()), displayName(task.spec));
    lines << TaskText::tr("State: %1").arg(statusWord(task.status));
    if (task.completedAt.isValid())
        lines << TaskText::tr("Ended: %1").arg(task.completedAt.toUTC().toString(Qt::ISODate));
    lines << TaskText::tr("Command: %1").arg(commandLine);
    if (task.error) {
        lines << TaskText::tr("Error: %1 (%2)")
                     .arg(errorSentence(*task.error), errorCodeName(task.error->code));
        if (!task.error->decisiveLine.isEmpty())
            lines << u"    "_s + task.error->decisiveLine;
    }
    if (!lastLines.isEmpty()) {
        lines << TaskText::tr("The last lines of its log:");
        for (const QString &line : lastLines)
            lines << u"    "_s + line;
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace slipway
