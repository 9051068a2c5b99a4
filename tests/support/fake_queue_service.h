// A queue whose tasks a test sets, and that notes what it is asked.
#pragma once

#include "core/queue/queue_service.h"

#include <QMap>
#include <QStringList>

namespace slipway {

class FakeQueueService : public QueueService {
    Q_OBJECT

public:
    using QueueService::QueueService;

    // What a test says happened.
    void add(const Task &task);
    void change(const Task &task); // as something other than progress
    void progress(const TaskId &id, const TaskProgress &progress);
    void drop(const TaskId &id);
    void growLog(const TaskId &id, const LogLines &lines);
    void setHosts(const QList<HostState> &hosts);

    QStringList asked; // "cancel <id>", in the order of the calls
    QList<TaskDraft> submitted;
    QList<TaskDraft> retriedAs;
    std::optional<Refusal> nextRefusal; // answers the next call, once
    QMap<TaskId, LogLines> logs;

    bool isLoaded() const override { return m_loaded; }
    void setLoaded(bool loaded); // from not to is told
    QList<Task> snapshot() const override;
    QList<Task> newest(int count) const override
    {
        return snapshot().last(qMin(count, int(m_tasks.size())));
    }
    std::optional<Task> task(const TaskId &id) const override;
    int positionInLine(const TaskId &id) const override;
    int lineLength(Lane lane) const override { return int(lineOf(lane).size()); }
    QueueLimits limits() const override { return m_limits; }
    QString storeTrouble() const override { return {}; }
    bool isHeld() const override { return m_held; }
    bool isIdle() const override; // all that there is has ended, or is paused
    QList<HostState> hosts() const override { return m_hosts; }
    HostState host(const QString &address) const override;
    void refreshHosts() override { asked << QStringLiteral("refreshHosts"); }

    QFuture<HostActionAnswer> perform(const HostAction &action) override;
    QList<HostAction> actions; // performed
    HostActionAnswer nextActionAnswer{ true, {} };

    QFuture<DiskUse> diskUse(const QString &host) override;
    DiskUse nextDiskUse;

    QFuture<QList<PreCheck>> check(const TaskDraft &draft) override;
    QList<TaskDraft> checked;
    QList<PreCheck> checks; // the answer
    std::shared_ptr<QPromise<QList<PreCheck>>> slowChecks; // answers instead, as the test wants

    QFuture<SubmitAnswer> submit(const QList<TaskDraft> &drafts) override;
    QFuture<VerbAnswer> cancel(const TaskId &id) override;
    QFuture<VerbAnswer> pause(const TaskId &id) override;
    QFuture<VerbAnswer> resume(const TaskId &id) override;
    QFuture<VerbAnswer> retry(const TaskId &id, bool force) override;
    QFuture<VerbAnswer> retryAs(const TaskId &id, const TaskDraft &draft) override;
    QFuture<VerbAnswer> remove(const TaskId &id) override;
    QFuture<VerbAnswer> move(const TaskId &id, int to) override;
    QFuture<VerbAnswer> startNow(const TaskId &id) override;
    QFuture<VerbAnswer> setNotify(const TaskId &id, bool notify) override;
    void setLimits(const QueueLimits &limits) override;
    QFuture<VerbAnswer> setHeld(bool held) override;
    QFuture<LogPage> readLog(const TaskId &id, qint64 from, int count) override;
    QFuture<LogHits> findInLog(
        const TaskId &id, const LogQuery &query, const LogPlace &from) override;
    QFuture<QString> saveLog(const TaskId &id, const QString &path, LogForm form) override;

private:
    QFuture<VerbAnswer> note(const char *verb, const TaskId &id);

    QList<TaskId> lineOf(Lane lane) const;

    QMap<qint64, Task> m_tasks; // by sequence
    QHash<TaskId, qint64> m_sequences;
    QList<HostState> m_hosts;
    QueueLimits m_limits;
    bool m_loaded = true;
    bool m_held = false;
};

// A task as the queue would hand it out, the way it stands in `status`.
Task madeTask(qint64 sequence, const TaskSpec &spec, TaskStatus status = TaskStatus::Pending);
DockerPull pullOf(const QString &imageName);

} // namespace slipway
