// What people and programs ask of the queue. Between an attempt's outcome and its announcement
// verbs act on what the task is about to become: Entry::latest().
#include "core/executor/kill_point.h"
#include "core/queue/task_queue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// What notAllowed() and notInLine() put together, for the window's translators.
[[maybe_unused]] constexpr const char *words[] = { QT_TRANSLATE_NOOP("Sentence", "cancel"),
    QT_TRANSLATE_NOOP("Sentence", "pause"), QT_TRANSLATE_NOOP("Sentence", "resume"),
    QT_TRANSLATE_NOOP("Sentence", "retry"), QT_TRANSLATE_NOOP("Sentence", "remove"),
    QT_TRANSLATE_NOOP("Sentence", "move"), QT_TRANSLATE_NOOP("Sentence", "start"),
    QT_TRANSLATE_NOOP("Sentence", "pending"), QT_TRANSLATE_NOOP("Sentence", "running"),
    QT_TRANSLATE_NOOP("Sentence", "paused"), QT_TRANSLATE_NOOP("Sentence", "validating"),
    QT_TRANSLATE_NOOP("Sentence", "preparing"), QT_TRANSLATE_NOOP("Sentence", "uploading"),
    QT_TRANSLATE_NOOP("Sentence", "downloading"), QT_TRANSLATE_NOOP("Sentence", "building"),
    QT_TRANSLATE_NOOP("Sentence", "pulling"), QT_TRANSLATE_NOOP("Sentence", "completed"),
    QT_TRANSLATE_NOOP("Sentence", "failed"), QT_TRANSLATE_NOOP("Sentence", "cancelled"),
    QT_TRANSLATE_NOOP("Sentence", "timeout") };

VerbAnswer refused(const Refusal &refusal, const Task &task)
{
    return { refusal, false, task.status, task.isStopping() };
}

} // namespace

// Why nothing at all can be asked now.
std::optional<Refusal> TaskQueue::refuseAll() const
{
    Refusal refusal{ Refusal::Kind::Store, ErrorCode::InternalError, true, {}, {} };
    if (m_shuttingDown)
        refusal.reason = Sentence(QT_TRANSLATE_NOOP("Sentence", "Slipway is closing"));
    else if (!m_loaded)
        refusal.reason = Sentence(QT_TRANSLATE_NOOP("Sentence", "The store is not open"));
    else
        return std::nullopt;
    return refusal;
}

std::optional<VerbAnswer> TaskQueue::refuseVerb(const TaskId &id, Entry **entry)
{
    *entry = entryOf(id);
    if (const auto refusal = refuseAll())
        return refused(*refusal, *entry ? (*entry)->latest() : Task{});
    if (*entry)
        return std::nullopt;
    return VerbAnswer{ Refusal{ Refusal::Kind::TaskNotFound, ErrorCode::QueueTaskNotFound, true, {},
        Sentence(QT_TRANSLATE_NOOP("Sentence", "There is no task %1"), { idText(id) }) } };
}

QFuture<VerbAnswer> TaskQueue::notAllowed(const QString &verb, const Entry &entry) const
{
    const Task &task = entry.latest();
    Refusal refusal{ Refusal::Kind::NotAllowed, ErrorCode::QueueTaskAlreadyRunning, false, {},
        Sentence(QT_TRANSLATE_NOOP("Sentence", "Cannot %1 %2 task"), {},
            { verb, statusName(task.status) }) };
    refusal.hasCode = groupOf(task.status) == StatusGroup::Active && verb != "pause"_L1;
    return answer(refused(refusal, task));
}

// Cancels a task that is not at work. An earlier attempt may have left a container: frozen, or
// created as this program was killed.
void TaskQueue::withdraw(Entry &entry)
{
    Task &task = entry.latest();
    leaveLine(task);
    task.frozen = false;
    transition(task, TaskStatus::Cancelled);
    if (task.type() != TaskType::DockerRun || task.attempt == 0) {
        save(task);
        return;
    }
    ++task.revision;
    const DueCleanup due{ task.id, task.resolvedHost };
    m_journal.saveWithCleanup(task, due);
    whenSaved(task, [this, due] {
        killPoint("withdrawn-not-removed");
        m_cleanups.release(due.taskId);
        m_cleanups.add(due);
    });
}

QFuture<VerbAnswer> TaskQueue::cancel(const TaskId &id)
{
    Entry *entry = nullptr;
    if (const auto refusal = refuseVerb(id, &entry))
        return answer(*refusal);
    Task &task = entry->latest();
    if (task.status == TaskStatus::Cancelled)
        return answerAgain(task, true);
    if (groupOf(task.status) == StatusGroup::Finished)
        return notAllowed(u"cancel"_s, *entry);
    if (groupOf(task.status) == StatusGroup::Active) {
        if (task.stopReason == StopReason::Cancel) { // a second one does not wait for the program
            const auto insist = [this, id] { carryOutStop(id, StopReason::Cancel); };
            if (m_answers.waitsFor(id))
                whenSaved(task, insist);
            else
                insist();
            return answerAgain(task);
        }
        stopAttempt(*entry, StopReason::Cancel);
        return answerWhenSaved(task);
    }
    withdraw(*entry);
    const auto future = answerWhenSaved(task);
    publish(*entry);
    return future;
}

QFuture<VerbAnswer> TaskQueue::pause(const TaskId &id)
{
    Entry *entry = nullptr;
    if (const auto refusal = refuseVerb(id, &entry))
        return answer(*refusal);
    Task &task = entry->latest();
    if (task.status == TaskStatus::Paused)
        return answerAgain(task, true);
    const bool stopsOtherwise = task.isStopping() && task.stopReason != StopReason::Pause;
    if (groupOf(task.status) == StatusGroup::Finished || stopsOtherwise)
        return notAllowed(u"pause"_s, *entry);
    if (groupOf(task.status) == StatusGroup::Active) {
        if (laneOf(task.type()) == Lane::None)
            return notAllowed(u"pause"_s, *entry);
        if (task.isStopping() && !task.resumeAfterPause)
            return answerAgain(task);
        stopAttempt(*entry, StopReason::Pause);
        return answerWhenSaved(task);
    }
    leaveLine(task);
    transition(task, TaskStatus::Paused);
    save(task);
    const auto future = answerWhenSaved(task);
    publish(*entry);
    return future;
}

QFuture<VerbAnswer> TaskQueue::resume(const TaskId &id)
{
    Entry *entry = nullptr;
    if (const auto refusal = refuseVerb(id, &entry))
        return answer(*refusal);
    Task &task = entry->latest();
    if (groupOf(task.status) == StatusGroup::Active && task.stopReason == StopReason::Pause) {
        if (task.resumeAfterPause)
            return answerAgain(task);
        task.resumeAfterPause = true;
        save(task);
        const auto accepted = answerWhenSaved(task);
        publish(*entry);
        return accepted;
    }
    if (task.status != TaskStatus::Paused)
        return notAllowed(u"resume"_s, *entry);
    transition(task, TaskStatus::Pending);
    save(task);
    const auto future = answerWhenSaved(task);
    lineUp(*entry);
    return future;
}

std::optional<QFuture<VerbAnswer>> TaskQueue::refuseRetry(const TaskId &id, Entry **entry)
{
    if (const auto refusal = refuseVerb(id, entry))
        return answer(*refusal);
    const TaskStatus status = (*entry)->latest().status;
    if (status != TaskStatus::Failed && status != TaskStatus::Timeout)
        return notAllowed(u"retry"_s, **entry);
    return std::nullopt;
}

QFuture<VerbAnswer> TaskQueue::retry(const TaskId &id, bool force)
{
    Entry *entry = nullptr;
    if (const auto answered = refuseRetry(id, &entry))
        return *answered;
    Task &task = entry->latest();
    if (!force && task.retryCount >= task.options.maxRetries)
        return answer(
            refused({ Refusal::Kind::NotAllowed, ErrorCode::UnknownError, false, {},
                        Sentence(QT_TRANSLATE_NOOP("Sentence", "Maximum retries reached")) },
                task));
    return tryAgain(*entry, force);
}

QFuture<VerbAnswer> TaskQueue::retryAs(const TaskId &id, const TaskDraft &draft)
{
    Entry *entry = nullptr;
    if (const auto answered = refuseRetry(id, &entry))
        return *answered;
    Task &task = entry->latest();
    std::optional<FieldError> error = validate(draft.spec);
    if (!error)
        error = validate(draft.options);
    if (!error && typeOf(draft.spec) != task.type())
        error = FieldError{ ErrorCode::ValidationInvalidParams, u"task_type"_s,
            Sentence(QT_TRANSLATE_NOOP("Sentence", "the type of a task stays")) };
    if (error)
        return answer(refused({ Refusal::Kind::Field, error->code, true, error->field,
                                  error->reason, 0, error->besideField },
            task));
    if (draft.options.host != task.options.host)
        task.resolvedHost.clear();
    const QStringList after = task.options.after; // by ids, as they were resolved
    task.spec = draft.spec;
    task.options = draft.options;
    task.options.after = after;
    if (!draft.secret.isEmpty())
        m_secrets.insert(id, draft.secret);
    return tryAgain(*entry, true);
}

QFuture<VerbAnswer> TaskQueue::tryAgain(Entry &entry, bool freshBudget)
{
    Task &task = entry.latest();
    ++task.retryCount;
    if (freshBudget) {
        task.budgetStart = task.retryCount;
        task.furthest = 0;
    }
    goOnWithoutTheGone(task);
    transition(task, TaskStatus::Pending, u"retry"_s);
    save(task);
    const auto future = answerWhenSaved(task);
    lineUp(entry);
    return future;
}

// Pending again, to start as soon as it may.
void TaskQueue::lineUp(Entry &entry)
{
    if (entry.finishing)
        return; // once its end is announced
    if (place(entry))
        publish(entry);
    else
        giveUp(entry);
    pump();
}

QFuture<VerbAnswer> TaskQueue::remove(const TaskId &id)
{
    Entry *entry = nullptr;
    if (const auto refusal = refuseVerb(id, &entry))
        return answer(*refusal);
    Task &task = entry->latest();
    if (entry->finishing || groupOf(task.status) == StatusGroup::Active) {
        task.removeAtEnd = true;
        if (groupOf(task.status) == StatusGroup::Active)
            stopAttempt(*entry, StopReason::Cancel);
        else if (groupOf(task.status) == StatusGroup::Finished)
            save(task);
        else
            withdraw(*entry);
        return answerWhenSaved(task);
    }
    if (groupOf(task.status) != StatusGroup::Finished)
        withdraw(*entry);
    const auto promise = std::make_shared<QPromise<VerbAnswer>>();
    promise->start();
    m_removals.insert(id, { VerbAnswer{ std::nullopt, false, task.status, false }, promise });
    const auto future = promise->future();
    drop(id);
    return future;
}

void TaskQueue::drop(const TaskId &id)
{
    keepSatisfied(m_entries.at(id).task);
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return; // a listener was faster
    m_lanes.dequeue(id);
    m_times.remove(id);
    m_followers.remove(id);
    m_heldBack.remove(id);
    m_chains.unlink(id);
    m_order.erase(found->second.task.sequence);
    m_entries.erase(found);
    m_moved.remove(id);
    m_silent.remove(id);
    m_secrets.remove(id);
    m_journal.remove(id);
    emit taskRemoved(id);
}

QFuture<VerbAnswer> TaskQueue::setHeld(bool held)
{
    if (const auto refusal = refuseAll())
        return answer({ refusal });
    const auto promise = std::make_shared<QPromise<VerbAnswer>>();
    promise->start();
    m_heldPromises.append({ held, promise });
    const auto future = promise->future();
    const bool changed = std::exchange(m_held, held) != held;
    m_journal.saveHeld(held);
    if (changed) {
        emit heldChanged(held);
        pump();
    }
    return future;
}

void TaskQueue::shutDown()
{
    if (std::exchange(m_shuttingDown, true))
        return;
    m_cleanups.stop();
    m_silent.clear();
    for (auto &[id, entry] : m_entries) {
        // A stop that was asked for before is on its way, and says more than ours.
        if (!entry.executor || entry.task.isStopping())
            continue;
        entry.task.stopReason = StopReason::Quit; // not saved: what is stored is picked up from
        entry.executor->stop(StopHow::Leave);
    }
    QTimer::singleShot(std::chrono::milliseconds(3500), this, &TaskQueue::closeJournal);
    finishShutDown();
}

void TaskQueue::finishShutDown()
{
    if (m_active == 0)
        closeJournal();
}

void TaskQueue::closeJournal()
{
    if (!std::exchange(m_closing, true))
        m_journal.close();
}

} // namespace slipway
