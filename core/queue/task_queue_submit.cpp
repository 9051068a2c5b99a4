// New tasks: checked, saved, and only then seen.
#include "core/queue/after_links.h"
#include "core/queue/task_queue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QFuture<SubmitAnswer> answered(const SubmitAnswer &value)
{
    QPromise<SubmitAnswer> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

Refusal fieldRefusal(const FieldError &error)
{
    return { Refusal::Kind::Field, error.code, true, error.field, error.reason, 0,
        error.besideField };
}

} // namespace

struct TaskQueue::OpenSubmit {
    QPromise<SubmitAnswer> promise;
    QList<Task> tasks;
    qsizetype answered = 0;
};

std::optional<Refusal> TaskQueue::refuseDrafts(const QList<TaskDraft> &drafts, int *which) const
{
    if (const auto refusal = refuseAll())
        return refusal;
    for (int i = 0; i < drafts.size(); ++i) {
        *which = i;
        const TaskDraft &draft = drafts[i];
        const TaskType type = typeOf(draft.spec);
        std::optional<FieldError> error = validate(draft.spec);
        if (!error)
            error = validate(draft.options);
        if (!error && !m_maker.canRun(type))
            error = FieldError{ ErrorCode::ValidationInvalidParams, u"task_type"_s,
                Sentence(QT_TRANSLATE_NOOP("Sentence", "this version cannot run %1 tasks"),
                    { taskTypeName(type) }) };
        if (error)
            return fieldRefusal(*error);
    }
    *which = -1;
    if (waitingCount() + drafts.size() > m_lanes.limits().maxWaiting)
        return Refusal{ Refusal::Kind::QueueFull, ErrorCode::QueueFull, true, {},
            Sentence(QT_TRANSLATE_NOOP("Sentence", "The queue is full: %1 tasks are waiting"),
                { QString::number(m_lanes.limits().maxWaiting) }),
            m_lanes.limits().maxWaiting };
    return std::nullopt;
}

// A submit is answered, and its tasks are seen, after all of them are on disk.
QFuture<SubmitAnswer> TaskQueue::submit(const QList<TaskDraft> &drafts)
{
    int which = -1;
    if (const auto refusal = refuseDrafts(drafts, &which))
        return answered(SubmitAnswer{ {}, refusal, which });
    if (drafts.isEmpty())
        return answered(SubmitAnswer{});
    const auto open = std::make_shared<OpenSubmit>();
    open->promise.start();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const TaskDraft &draft : drafts) {
        Task task;
        task.id = QUuid::createUuid();
        task.revision = 1;
        task.spec = draft.spec;
        task.options = draft.options;
        task.createdAt = now;
        task.history.append({ TaskStatus::Pending, now, {} });
        open->tasks.append(task);
    }
    const auto find = [this](const TaskId &id) -> const Task * {
        const Entry *entry = entryOf(id);
        return entry ? &entry->latest() : nullptr;
    };
    if (const auto error = resolveAfter(open->tasks, find, &which)) {
        open->promise.addResult(SubmitAnswer{ {}, fieldRefusal(*error), which });
        open->promise.finish();
        return open->promise.future();
    }
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        open->tasks[i].sequence = m_nextSequence++;
        if (!drafts[i].secret.isEmpty())
            m_secrets.insert(open->tasks[i].id, drafts[i].secret);
    }
    m_unsaved += drafts.size();
    const QFuture<SubmitAnswer> future = open->promise.future();
    for (const Task &task : std::as_const(open->tasks))
        m_answers.whenSaved(
            task.id, task.revision, [this, open](bool isSaved) { submitSaved(open, isSaved); });
    m_journal.saveAll(open->tasks, Durability::Full);
    return future;
}

void TaskQueue::addToLine(Entry &entry)
{
    const TaskId id = entry.task.id;
    const bool mayStart = place(entry);
    emit taskAdded(entry.task);
    Entry *stillThere = mayStart ? nullptr : entryOf(id);
    if (stillThere) // what it was to wait for went while this was saved
        giveUp(*stillThere);
}

void TaskQueue::submitSaved(const std::shared_ptr<OpenSubmit> &open, bool isSaved)
{
    if (++open->answered < open->tasks.size())
        return;
    m_unsaved -= open->tasks.size();
    SubmitAnswer accepted;
    if (!isSaved) { // of one write all or none
        accepted.refusal = Refusal{ Refusal::Kind::Store, ErrorCode::InternalError, true, {},
            Sentence(QT_TRANSLATE_NOOP("Sentence", "Slipway was closed before this was saved")) };
        open->promise.addResult(accepted);
        open->promise.finish();
        return;
    }
    for (const Task &task : std::as_const(open->tasks)) {
        Entry entry;
        entry.task = task;
        m_entries.insert({ task.id, entry });
        m_order.insert({ task.sequence, task.id });
        accepted.ids.append(task.id);
    }
    for (const Task &task : std::as_const(open->tasks))
        linkUp(task);
    for (const TaskId &id : std::as_const(accepted.ids)) {
        if (Entry *entry = entryOf(id)) // a listener may remove what it was just told of
            addToLine(*entry);
    }
    pump();
    open->promise.addResult(accepted);
    open->promise.finish();
}

} // namespace slipway
