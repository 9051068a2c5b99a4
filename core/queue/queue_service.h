// All that a window or a command may ask of the queue, and hear from it.
//
// Verbs answer when they are accepted and saved, not when they have taken effect. Every future is
// answered, by a shutdown too. A continuation runs inside the queue's own call: do no more there
// than note the answer.
#pragma once

#include "core/executor/log_line.h"
#include "core/executor/log_query.h"
#include "core/executor/pre_check.h"
#include "core/host/disk_use.h"
#include "core/host/host_action.h"
#include "core/host/pause_cost.h"
#include "core/queue/queue_limits.h"
#include "core/task/task.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace slipway {

// Why a request was not accepted. `reason` is the contract's text ("Cannot cancel completed task").
struct Refusal {
    enum class Kind { Field, QueueFull, TaskNotFound, NotAllowed, Store };
    Kind kind = Kind::NotAllowed;
    ErrorCode code =
        ErrorCode::InternalError; // NotAllowed: the one of the 23 that fits, if hasCode
    bool hasCode = false;
    QString field; // Field
    Sentence reason;
    int limit = 0; // QueueFull: how many may wait
    Sentence besideField; // Field: as in FieldError
};

struct SubmitAnswer {
    QList<TaskId> ids; // in the order of the drafts
    std::optional<Refusal> refusal; // then nothing was added
    int refusedDraft = -1; // which one
};

struct VerbAnswer {
    std::optional<Refusal> refusal;
    bool already = false; // it was so before
    TaskStatus status = TaskStatus::Pending; // when answered
    bool stopping = false;
};

struct LogPage {
    LogLines lines;
    qint64 from = 0; // index of the first of them
    qint64 total = 0; // lines in the log
    LogCounts counts; // of the whole log
};

enum class LogForm { Plain, WithCodes }; // without, or with the terminal's colours

class QueueService : public QObject {
    Q_OBJECT

public:
    explicit QueueService(QObject *parent = nullptr);

    virtual bool isLoaded() const = 0; // until then there are no tasks, and everything is refused
    virtual QList<Task> snapshot() const = 0; // in order of submission
    virtual QList<Task> newest(int count) const = 0; // of the snapshot, its last ones
    virtual std::optional<Task> task(const TaskId &id) const = 0;
    virtual int positionInLine(const TaskId &id) const = 0; // 1 = next of its lane; 0 = not waiting
    virtual int lineLength(Lane lane) const = 0; // how many have such a position
    virtual QueueLimits limits() const = 0;
    virtual bool isHeld() const = 0;
    // Nothing waits that may start, nothing runs, nothing is to be cleared away.
    virtual bool isIdle() const = 0;
    virtual QString storeTrouble() const = 0; // what could not be saved last, or ""
    virtual QList<HostState> hosts() const = 0;
    virtual HostState host(const QString &address) const = 0; // not only the current ones
    PauseCost pauseCostOf(const Task &task) const; // at this moment
    virtual void refreshHosts() = 0;
    virtual QFuture<HostActionAnswer> perform(const HostAction &action) = 0;

    virtual QFuture<DiskUse> diskUse(const QString &host) = 0; // takes what the engine takes

    // Takes what engine and registry take. Each result is all that is known so far, the last all.
    virtual QFuture<QList<PreCheck>> check(const TaskDraft &draft) = 0;
    virtual QFuture<SubmitAnswer> submit(const QList<TaskDraft> &drafts) = 0; // all or none
    virtual QFuture<VerbAnswer> cancel(const TaskId &id) = 0;
    virtual QFuture<VerbAnswer> pause(const TaskId &id) = 0;
    virtual QFuture<VerbAnswer> resume(const TaskId &id) = 0;
    // `force`: a person asks; the limit of retries does not refuse.
    virtual QFuture<VerbAnswer> retry(const TaskId &id, bool force) = 0;
    // Failed or timed out: again, with these values and the same type. Always allowed, as a forced
    // retry.
    virtual QFuture<VerbAnswer> retryAs(const TaskId &id, const TaskDraft &draft) = 0;
    virtual QFuture<VerbAnswer> remove(
        const TaskId &id) = 0; // from the list; cancels what is active
    // In line: to this position of its lane, 1 = next; a higher one than there is means the last.
    // It takes the priority of those it comes to stand between (see Lanes::move).
    virtual QFuture<VerbAnswer> move(const TaskId &id, int to) = 0;
    // Beyond the limits, in spite of hold and of its time; not before what it is to start after.
    virtual QFuture<VerbAnswer> startNow(const TaskId &id) = 0;
    // Whether somebody wants to be told when it ends. In any status.
    virtual QFuture<VerbAnswer> setNotify(const TaskId &id, bool notify) = 0;
    virtual void setLimits(const QueueLimits &limits) = 0; // limitsChanged() answers a change
    virtual QFuture<VerbAnswer> setHeld(bool held) = 0; // held: nothing new starts
    // from < 0: the last `count` lines.
    virtual QFuture<LogPage> readLog(const TaskId &id, qint64 from, int count) = 0;
    // Reads beside the queue's work, from the place where an earlier answer ended: one result for
    // each part of the log, as soon as it is read. Cancelling the future ends it.
    virtual QFuture<LogHits> findInLog(
        const TaskId &id, const LogQuery &query, const LogPlace &from) = 0;
    // The whole log as a file of its own. Answers why not, in the system's words, or "".
    virtual QFuture<QString> saveLog(const TaskId &id, const QString &path, LogForm form) = 0;

signals:
    void loaded(); // all that was stored is in the snapshot; not told task by task
    void taskAdded(const slipway::Task &task);
    void taskChanged(const slipway::Task &task); // anything but progress alone
    void tasksProgressed(
        const QHash<slipway::TaskId, slipway::TaskProgress> &progress); // coalesced
    void taskRemoved(const slipway::TaskId &id);
    void logGrew(const slipway::TaskId &id, const slipway::LogLines &lines, qint64 total);
    void heldChanged(bool held);
    void limitsChanged();
    void hostsChanged();
};

} // namespace slipway
