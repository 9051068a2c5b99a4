// What people and programs ask of the queue.
#include "core/queue/task_queue.h"

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

    template <typename Value> QFuture<Value> answered(const Value &value)
    {
        QPromise<Value> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }

    VerbAnswer refused(const Refusal &refusal, const Task &task)
    {
        return { refusal, false, task.status, task.isStopping() };
    }

    Refusal closing()
    {
        return { Refusal::Kind::Store, ErrorCode::InternalError, true, {}, u"Slipway is closing"_s };
    }

} // namespace

struct TaskQueue::OpenSubmit {
    QPromise<SubmitAnswer> promise;
    QList<Task> tasks;
    qsizetype saved = 0;
};

std::optional<Refusal> TaskQueue::refuseDrafts(const QList<TaskDraft> &drafts, int *which) const
{
    for (int i = 0; i < drafts.size(); ++i) {
        *which = i;
        const TaskDraft &draft = drafts[i];
        const TaskType type = typeOf(draft.spec);
        std::optional<FieldError> error = validate(draft.spec);
        if (!error)
            error = validate(draft.options);
        if (!error && !m_maker.canRun(type))
            error = FieldError { ErrorCode::ValidationInvalidParams, u"task_type"_s,
                u"this version cannot run %1 tasks"_s.arg(taskTypeName(type)) };
        if (!error && !draft.options.after.isEmpty())
            error = FieldError { ErrorCode::ValidationInvalidParams, u"after"_s,
                u"this version cannot start a task after another one"_s };
        if (!error && draft.options.notBefore.isValid())
            error = FieldError { ErrorCode::ValidationInvalidParams, u"not_before"_s,
                u"this version cannot start a task at a given time"_s };
        if (error)
            return Refusal { Refusal::Kind::Field, error->code, true, error->field, error->reason };
    }
    *which = -1;
    const qsizetype waiting = m_lanes.waitingCount() + qsizetype(m_retries.size()) + m_unsaved;
    if (waiting + drafts.size() > m_lanes.limits().maxWaiting)
        return Refusal { Refusal::Kind::QueueFull, ErrorCode::QueueFull, true, {},
            u"The queue is full: %1 tasks are waiting"_s.arg(m_lanes.limits().maxWaiting) };
    if (m_shuttingDown || !m_loaded)
        return closing();
    return std::nullopt;
}

// A submit is answered, and its tasks are seen, after all of them are on disk.
QFuture<SubmitAnswer> TaskQueue::submit(const QList<TaskDraft> &drafts)
{
    int which = -1;
    if (const auto refusal = refuseDrafts(drafts, &which))
        return answered(SubmitAnswer { {}, refusal, which });
    if (drafts.isEmpty())
        return answered(SubmitAnswer {});
    const auto open = std::make_shared<OpenSubmit>();
    open->promise.start();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const TaskDraft &draft : drafts) {
        Task task;
        task.id = QUuid::createUuid();
        task.sequence = m_nextSequence++;
        task.revision = 1;
        task.spec = draft.spec;
        task.options = draft.options;
        task.createdAt = now;
        task.history.append({ TaskStatus::Pending, now, {} });
        open->tasks.append(task);
        if (!draft.secret.isEmpty())
            m_secrets.insert(task.id, draft.secret);
    }
    m_unsaved += drafts.size();
    const QFuture<SubmitAnswer> future = open->promise.future();
    for (const Task &task : std::as_const(open->tasks))
        m_answers.whenSaved(task.id, task.revision, [this, open] { submitSaved(open); });
    m_journal.saveAll(open->tasks, Durability::Full);
    return future;
}

void TaskQueue::submitSaved(const std::shared_ptr<OpenSubmit> &open)
{
    if (++open->saved < open->tasks.size())
        return;
    m_unsaved -= open->tasks.size();
    SubmitAnswer accepted;
    for (const Task &task : std::as_const(open->tasks)) {
        Entry entry;
        entry.task = task;
        m_entries.insert({ task.id, entry });
        m_order.insert({ task.sequence, task.id });
        m_lanes.enqueue(task);
        accepted.ids.append(task.id);
        emit taskAdded(task);
    }
    pump();
    open->promise.addResult(accepted);
    open->promise.finish();
}

QFuture<VerbAnswer> TaskQueue::notFound(const TaskId &id) const
{
    return answer({ Refusal { Refusal::Kind::TaskNotFound, ErrorCode::QueueTaskNotFound, true, {},
        u"There is no task %1"_s.arg(idText(id)) } });
}

QFuture<VerbAnswer> TaskQueue::notAllowed(const QString &verb, const Entry &entry) const
{
    const Task &task = entry.finishing ? entry.ending : entry.task;
    Refusal refusal { Refusal::Kind::NotAllowed, ErrorCode::QueueTaskAlreadyRunning, false, {},
        u"Cannot %1 %2 task"_s.arg(verb, statusName(task.status)) };
    refusal.hasCode = groupOf(task.status) == StatusGroup::Active && verb != "pause"_L1;
    return answer(refused(refusal, task));
}

QFuture<VerbAnswer> TaskQueue::cancel(const TaskId &id)
{
    Entry *entry = entryOf(id);
    if (!entry)
        return notFound(id);
    if (m_shuttingDown)
        return answer(refused(closing(), entry->task));
    Task &task = entry->task;
    if (task.status == TaskStatus::Cancelled)
        return answer({ std::nullopt, true, task.status, false });
    if (entry->finishing || groupOf(task.status) == StatusGroup::Finished)
        return notAllowed(u"cancel"_s, *entry);
    if (groupOf(task.status) == StatusGroup::Active) {
        if (task.stopReason == StopReason::Cancel) { // a second one does not wait for the program
            if (entry->executor)
                entry->executor->stop(StopHow::Discard);
            return answer({ std::nullopt, false, task.status, true });
        }
        stopAttempt(*entry, StopReason::Cancel);
        return answerWhenSaved(task);
    }
    m_lanes.dequeue(id);
    m_retries.erase({ task.nextRetryAt, id });
    task.nextRetryAt = {};
    task.frozen = false;
    transition(task, TaskStatus::Cancelled);
    ++task.revision;
    // An earlier attempt may have left a container: frozen, or created as this program was killed.
    if (task.type() == TaskType::DockerRun && task.attempt > 0) {
        const DueCleanup due { id, task.resolvedHost };
        m_journal.saveWithCleanup(task, due);
        m_answers.whenSaved(id, task.revision, [this, due] { m_cleanups.add(due); });
    } else {
        m_journal.save(task);
    }
    const auto future = answerWhenSaved(task);
    publish(*entry);
    return future;
}

QFuture<VerbAnswer> TaskQueue::pause(const TaskId &id)
{
    Entry *entry = entryOf(id);
    if (!entry)
        return notFound(id);
    if (m_shuttingDown)
        return answer(refused(closing(), entry->task));
    Task &task = entry->task;
    if (task.status == TaskStatus::Paused && !entry->finishing)
        return answer({ std::nullopt, true, task.status, false });
    const bool stops = task.isStopping() && task.stopReason != StopReason::Pause;
    if (entry->finishing || groupOf(task.status) == StatusGroup::Finished || stops)
        return notAllowed(u"pause"_s, *entry);
    if (groupOf(task.status) == StatusGroup::Active) {
        if (laneOf(task.type()) == Lane::None || !entry->executor)
            return notAllowed(u"pause"_s, *entry);
        if (task.stopReason != StopReason::Pause)
            stopAttempt(*entry, StopReason::Pause);
        return answerWhenSaved(task);
    }
    m_lanes.dequeue(id);
    m_retries.erase({ task.nextRetryAt, id });
    task.nextRetryAt = {};
    transition(task, TaskStatus::Paused);
    save(task);
    const auto future = answerWhenSaved(task);
    publish(*entry);
    return future;
}

QFuture<VerbAnswer> TaskQueue::resume(const TaskId &id)
{
    Entry *entry = entryOf(id);
    if (!entry)
        return notFound(id);
    if (entry->finishing || entry->task.status != TaskStatus::Paused || m_shuttingDown)
        return notAllowed(u"resume"_s, *entry);
    transition(entry->task, TaskStatus::Pending);
    save(entry->task);
    const auto future = answerWhenSaved(entry->task);
    m_lanes.enqueue(entry->task);
    publish(*entry);
    pump();
    return future;
}

QFuture<VerbAnswer> TaskQueue::retry(const TaskId &id, bool force)
{
    Entry *entry = entryOf(id);
    if (!entry)
        return notFound(id);
    Task &task = entry->task;
    const bool ended = task.status == TaskStatus::Failed || task.status == TaskStatus::Timeout;
    if (entry->finishing || !ended || m_shuttingDown)
        return notAllowed(u"retry"_s, *entry);
    if (!force && task.retryCount >= task.options.maxRetries)
        return answer(refused({ Refusal::Kind::NotAllowed, ErrorCode::UnknownError, false, {},
                                  u"Maximum retries reached"_s },
            task));
    ++task.retryCount;
    transition(task, TaskStatus::Pending, u"retry"_s);
    save(task);
    const auto future = answerWhenSaved(task);
    m_lanes.enqueue(task);
    publish(*entry);
    pump();
    return future;
}

QFuture<VerbAnswer> TaskQueue::remove(const TaskId &id)
{
    Entry *entry = entryOf(id);
    if (!entry)
        return notFound(id);
    if (m_shuttingDown)
        return answer(refused(closing(), entry->task));
    if (entry->finishing || groupOf(entry->task.status) == StatusGroup::Active) {
        entry->removeWhenDone = true;
        if (!entry->finishing && entry->task.stopReason != StopReason::Cancel)
            stopAttempt(*entry, StopReason::Cancel);
        return answer({ std::nullopt, false, entry->task.status, true });
    }
    if (groupOf(entry->task.status) != StatusGroup::Finished)
        cancel(id);
    const TaskStatus status = entry->task.status;
    drop(id);
    return answer({ std::nullopt, false, status, false });
}

void TaskQueue::drop(const TaskId &id)
{
    const auto found = m_entries.find(id);
    m_lanes.dequeue(id);
    m_retries.erase({ found->second.task.nextRetryAt, id });
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
    const auto promise = std::make_shared<QPromise<VerbAnswer>>();
    promise->start();
    m_heldPromises.append(promise);
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
        if (!entry.executor)
            continue;
        // Not saved: the stored status is what the next start picks up from.
        if (!entry.task.isStopping())
            entry.task.stopReason = StopReason::Quit;
        entry.executor->stop(entry.task.stopReason == StopReason::Cancel ? StopHow::Discard : StopHow::Leave);
    }
    QTimer::singleShot(std::chrono::milliseconds(3500), this, [this] { m_journal.close(); });
    finishShutDown();
}

void TaskQueue::finishShutDown()
{
    if (m_active == 0)
        m_journal.close();
}

} // namespace slipway
