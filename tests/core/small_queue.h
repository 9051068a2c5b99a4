// A queue that does no work: tests of what talks to a queue move its tasks by hand.
#pragma once

#include "core/queue/queue_service.h"
#include "tests/support/lines_search.h"

#include <QPromise>

#include <memory>

namespace slipway {

inline DockerPull pullOf(const QString &image)
{
    DockerPull pull;
    pull.imageName = image;
    return pull;
}

inline TaskProgress progressOf(int percent)
{
    TaskProgress progress;
    progress.percent = percent;
    return progress;
}

class SmallQueue : public QueueService {
public:
    int looks = 0; // how often the snapshot was asked for
    bool answersLater = false; // submits wait for answerAll()
    QList<Task> tasks;
    QList<QByteArray> secrets; // that came beside drafts
    QHash<TaskId, LogLines> logs;
    QList<std::pair<TaskId, int>> moves;
    QList<HostState> hostStates;
    QString trouble;

    TaskId add(const TaskSpec &spec, TaskStatus status = TaskStatus::Pending,
        const QStringList &after = {})
    {
        Task task;
        task.id = QUuid::createUuid();
        task.spec = spec;
        task.status = status;
        task.options.after = after;
        task.createdAt = QDateTime::currentDateTimeUtc();
        tasks.append(task);
        emit taskAdded(task);
        return task.id;
    }

    Task *find(const TaskId &id)
    {
        for (Task &each : tasks) {
            if (each.id == id)
                return &each;
        }
        return nullptr;
    }

    void setStatus(const TaskId &id, TaskStatus status)
    {
        find(id)->status = status;
        emit taskChanged(*find(id));
    }

    void fail(const TaskId &id, const TaskError &error)
    {
        find(id)->error = error;
        setStatus(id, TaskStatus::Failed);
    }

    void progress(const TaskId &id, const TaskProgress &progress)
    {
        find(id)->progress = progress;
        emit tasksProgressed({ { id, progress } });
    }

    void growLog(const TaskId &id, const LogLines &lines)
    {
        logs[id] += lines;
        emit logGrew(id, lines, logs[id].size());
    }

    void answerAll()
    {
        for (const auto &[promise, answer] : std::exchange(m_open, {})) {
            promise->addResult(answer);
            promise->finish();
        }
    }

    bool isLoaded() const override { return true; }
    QList<Task> snapshot() const override
    {
        ++const_cast<SmallQueue *>(this)->looks;
        return tasks;
    }
    QList<Task> newest(int count) const override
    {
        const QList<Task> all = snapshot();
        return all.last(qMin(qsizetype(count), all.size()));
    }
    std::optional<Task> task(const TaskId &id) const override
    {
        const Task *found = const_cast<SmallQueue *>(this)->find(id);
        return found ? std::optional(*found) : std::nullopt;
    }
    int positionInLine(const TaskId &) const override { return 1; }
    int lineLength(Lane) const override { return 1; }
    QueueLimits limits() const override { return m_limits; }
    QFuture<VerbAnswer> setNotify(const TaskId &id, bool notify) override
    {
        Task *task = find(id);
        if (!task)
            return QtFuture::makeReadyFuture(VerbAnswer{});
        const bool already = std::exchange(task->options.notify, notify) == notify;
        return QtFuture::makeReadyFuture(VerbAnswer{ {}, already, task->status, false });
    }
    void setLimits(const QueueLimits &limits) override
    {
        m_limits = limits;
        emit limitsChanged();
    }
    bool isIdle() const override { return false; }
    QString storeTrouble() const override { return trouble; }
    bool isHeld() const override { return m_held; }
    QList<HostState> hosts() const override { return hostStates; }
    HostState host(const QString &) const override { return {}; }
    void refreshHosts() override { }
    QFuture<HostActionAnswer> perform(const HostAction &) override
    {
        return QtFuture::makeReadyFuture(HostActionAnswer{});
    }

    QFuture<DiskUse> diskUse(const QString &) override
    {
        return QtFuture::makeReadyFuture(DiskUse{});
    }

    QFuture<QList<PreCheck>> check(const TaskDraft &) override
    {
        return QtFuture::makeReadyFuture(QList<PreCheck>{});
    }

    QFuture<SubmitAnswer> submit(const QList<TaskDraft> &drafts) override
    {
        SubmitAnswer answer;
        for (const TaskDraft &draft : drafts) {
            const TaskId id = add(draft.spec);
            find(id)->options = draft.options;
            if (!draft.secret.isEmpty())
                secrets.append(draft.secret);
            answer.ids.append(id);
        }
        const auto promise = std::make_shared<QPromise<SubmitAnswer>>();
        promise->start();
        m_open.append({ promise, answer });
        const QFuture<SubmitAnswer> future = promise->future();
        if (!answersLater)
            answerAll();
        return future;
    }
    QFuture<VerbAnswer> cancel(const TaskId &id) override
    {
        if (groupOf(find(id)->status) == StatusGroup::Finished)
            return refused(id, u"Cannot cancel %1 task"_qs.arg(statusName(find(id)->status)));
        return moved(id, TaskStatus::Cancelled);
    }
    QFuture<VerbAnswer> pause(const TaskId &id) override { return moved(id, TaskStatus::Paused); }
    QFuture<VerbAnswer> resume(const TaskId &id) override { return moved(id, TaskStatus::Pending); }
    QFuture<VerbAnswer> retry(const TaskId &id, bool force) override
    {
        return force ? moved(id, TaskStatus::Pending) : refused(id, u"Maximum retries reached"_qs);
    }
    QFuture<VerbAnswer> retryAs(const TaskId &id, const TaskDraft &draft) override
    {
        find(id)->spec = draft.spec;
        return moved(id, TaskStatus::Pending);
    }
    QFuture<VerbAnswer> remove(const TaskId &id) override
    {
        tasks.removeIf([&id](const Task &task) { return task.id == id; });
        emit taskRemoved(id);
        return answered({});
    }
    QFuture<VerbAnswer> move(const TaskId &id, int to) override
    {
        moves.append({ id, to });
        return moved(id, find(id)->status);
    }
    QFuture<VerbAnswer> startNow(const TaskId &id) override
    {
        return moved(id, TaskStatus::Validating);
    }
    QFuture<VerbAnswer> setHeld(bool held) override
    {
        m_held = held;
        return answered({});
    }
    QFuture<LogPage> readLog(const TaskId &id, qint64 from, int count) override
    {
        LogPage page;
        page.total = logs[id].size();
        page.from = from < 0 ? std::max<qint64>(0, page.total - count) : from;
        page.lines = logs[id].mid(page.from, count);
        return QtFuture::makeReadyFuture(page);
    }
    QFuture<LogHits> findInLog(
        const TaskId &id, const LogQuery &query, const LogPlace &from) override
    {
        return findInLines(logs[id], query, from);
    }
    QFuture<QString> saveLog(const TaskId &id, const QString &path, LogForm) override
    {
        return saveLines(logs[id], path);
    }

private:
    static QFuture<VerbAnswer> answered(const VerbAnswer &answer)
    {
        return QtFuture::makeReadyFuture(answer);
    }
    QFuture<VerbAnswer> moved(const TaskId &id, TaskStatus status)
    {
        setStatus(id, status);
        VerbAnswer answer;
        answer.status = status;
        return answered(answer);
    }
    QFuture<VerbAnswer> refused(const TaskId &id, const QString &reason)
    {
        VerbAnswer answer;
        answer.status = find(id)->status;
        answer.refusal = Refusal{};
        answer.refusal->reason = reason;
        return answered(answer);
    }

    QList<std::pair<std::shared_ptr<QPromise<SubmitAnswer>>, SubmitAnswer>> m_open;
    QueueLimits m_limits;
    bool m_held = false;
};

} // namespace slipway
