// The queue itself: keeps every task, decides who runs, remembers why it stopped an attempt.
// Statuses change only in transition(). What is on disk before what happens is described at the
// steps of startTask(), attemptEnded() and cancel().
#pragma once

#include "core/executor/executor_maker.h"
#include "core/host/host_monitor.h"
#include "core/queue/attempt_end.h"
#include "core/queue/chains.h"
#include "core/queue/cleanups.h"
#include "core/queue/lanes.h"
#include "core/queue/queue_service.h"
#include "core/queue/save_answers.h"
#include "core/queue/start_gate.h"
#include "core/queue/start_times.h"
#include "core/queue/task_journal.h"
#include "core/queue/usual_time.h"
#include "core/queue/watchdog.h"

#include <QPointer>
#include <QPromise>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace slipway {

class TaskQueue : public QueueService {
    Q_OBJECT

public:
    // None of the three is owned; all must outlive the queue.
    TaskQueue(
        TaskJournal &journal, ExecutorMaker &maker, HostMonitor &hosts, QObject *parent = nullptr);
    ~TaskQueue() override;

    void start(); // loads; ready() or failed() answers
    void shutDown(); // ends attempts so that they can go on later, saves; ended() answers

    bool isLoaded() const override { return m_loaded; }
    QList<Task> snapshot() const override;
    QList<Task> newest(int count) const override;
    std::optional<Task> task(const TaskId &id) const override;
    int positionInLine(const TaskId &id) const override;
    int lineLength(Lane lane) const override { return m_lanes.lengthOf(lane); }
    QueueLimits limits() const override;
    bool isHeld() const override;
    bool isIdle() const override;
    QString storeTrouble() const override;
    QList<HostState> hosts() const override;
    HostState host(const QString &address) const override;
    void refreshHosts() override;
    QFuture<HostActionAnswer> perform(const HostAction &action) override;
    QFuture<DiskUse> diskUse(const QString &host) override;

    QFuture<QList<PreCheck>> check(const TaskDraft &draft) override;
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
    void setLimits(const QueueLimits &limits) override; // what runs above a lowered one runs on
    QFuture<VerbAnswer> setHeld(bool held) override;
    QFuture<LogPage> readLog(const TaskId &id, qint64 from, int count) override;
    QFuture<LogHits> findInLog(
        const TaskId &id, const LogQuery &query, const LogPlace &from) override;
    QFuture<QString> saveLog(const TaskId &id, const QString &path, LogForm form) override;

signals:
    void ready(const QString &notice); // the store's word on what it met, mostly empty
    void failed(const QString &sentence); // to start: nothing runs
    void troubled(const QString &sentence); // something could not be saved, and is tried again
    void ended();

private:
    using VerbPromise = std::shared_ptr<QPromise<VerbAnswer>>;

    struct Entry {
        Task task; // as everybody sees it
        Executor *executor = nullptr; // of the attempt under way
        LogCounts attemptLog; // lines of this attempt
        bool adopted = false; // the attempt is one that was found
        bool finishing = false; // the end is being saved and cleared away, not yet announced
        Task ending; // what it becomes then
        Task &latest() { return finishing ? ending : task; }
        const Task &latest() const { return finishing ? ending : task; }
    };
    struct OpenSubmit;

    // task_queue.cpp
    void journalLoaded(const JournalContents &contents);
    void restore(Entry &entry);
    Entry *entryOf(const TaskId &id);
    void transition(Task &task, TaskStatus to, const QString &note = {});
    void save(Task &task, Durability durability = Durability::Normal);
    void publish(Entry &entry);
    void reportProgress();
    void whenSaved(const Task &task, std::function<void()> then);
    QFuture<VerbAnswer> answer(const VerbAnswer &value) const;
    QFuture<VerbAnswer> answerWhenSaved(const Task &task, bool already = false);
    QFuture<VerbAnswer> answerAgain(const Task &task, bool already = false);
    void heldSaved(bool held);
    void journalClosed();

    // task_queue_attempts.cpp
    void pump();
    void startTask(Entry &entry);
    void adopt(Entry &entry);
    void adoptWithLog(const TaskId &id, const LogCounts &log);
    void follow(Entry &entry, std::unique_ptr<Executor> executor);
    void attemptPhase(const TaskId &id, TaskStatus status);
    void attemptProgressed(const TaskId &id, const TaskProgress &progress);
    void attemptLogged(const TaskId &id, const LogLines &lines);
    void thaw(Entry &entry);
    void beginAttempt(const TaskId &id);
    void attemptEnded(const TaskId &id, const TaskOutcome &outcome);
    void waitForHost(Entry &entry, const std::optional<TaskError> &error);
    void endAttempt(Entry &entry, const TaskOutcome &outcome);
    QStringList usedNames(TaskType type) const;
    void cleanupEnded(const TaskId &id);
    void announceEnd(const TaskId &id);
    void askSilentHostsAgain();

    // task_queue_stops.cpp
    static StopHow howFor(StopReason reason);
    static TaskOutcome abandoned(const Task &task);
    void limitTime(const TaskId &id, QTimer *timer);
    void attemptWentQuiet(const TaskId &id, qint64 silentMs);
    void attemptMovesAgain(const TaskId &id);
    void attemptStalled(const TaskId &id);
    void stopAttempt(Entry &entry, StopReason reason);
    void carryOutStop(const TaskId &id, StopReason reason);

    // task_queue_waiting.cpp
    void linkUp(const Task &task);
    bool place(Entry &entry);
    void giveUp(Entry &entry, const QString &how = {});
    bool holdBack(Entry &entry);
    void tryHeldBack();
    void cameDue(const QList<TaskId> &ids);
    void tellFollowers(const TaskId &id);
    void placeAgain(const QList<TaskId> &followers, const QString &how = {});
    void keepSatisfied(const Task &predecessor);
    void goOnWithoutTheGone(Task &task);
    void leaveLine(Task &task);
    QString nameOf(const TaskId &id) const;
    Sentence waitText(const Chains::Wait &wait) const;
    TaskError whyNever(const Task &task, const QString &how) const;
    qsizetype waitingCount() const;

    // task_queue_prompt.cpp
    static std::optional<TaskId> promptsLog(const Task &task);
    void startWithLog(const Task &task, const TaskId &source);
    void logForPromptRead(const TaskId &id, const LogLines &lines);

    // task_queue_order.cpp
    QFuture<VerbAnswer> notInLine(const QString &verb, const Entry &entry) const;

    // task_queue_submit.cpp
    std::optional<Refusal> refuseDrafts(const QList<TaskDraft> &drafts, int *which) const;
    void addToLine(Entry &entry);
    void submitSaved(const std::shared_ptr<OpenSubmit> &open, bool isSaved);

    // task_queue_tidy.cpp
    void tidy();

    // task_queue_verbs.cpp
    std::optional<Refusal> refuseAll() const;
    std::optional<VerbAnswer> refuseVerb(const TaskId &id, Entry **entry);
    void withdraw(Entry &entry);
    std::optional<QFuture<VerbAnswer>> refuseRetry(const TaskId &id, Entry **entry);
    QFuture<VerbAnswer> tryAgain(Entry &entry, bool freshBudget);
    QFuture<VerbAnswer> notAllowed(const QString &verb, const Entry &entry) const;
    void drop(const TaskId &id);
    void lineUp(Entry &entry);
    void finishShutDown();
    void closeJournal();

    TaskJournal &m_journal;
    ExecutorMaker &m_maker;
    HostMonitor &m_hosts;
    Cleanups m_cleanups;
    Lanes m_lanes;
    Chains m_chains;
    StartTimes m_times; // pending, waiting for their time
    QSet<TaskId> m_followers; // pending, waiting for others
    QSet<TaskId> m_heldBack; // pending, waiting for room on a disk, or for an engine or the network
                             // to be back
    StartGate m_gate;
    Watchdog m_watchdog;
    UsualTime m_usual;
    SaveAnswers m_answers;

    std::map<TaskId, Entry> m_entries;
    std::map<qint64, TaskId> m_order; // by submission
    QSet<TaskId> m_silent; // interrupted tasks whose host does not answer
    QHash<TaskId, QByteArray> m_secrets; // of logins not yet started: nowhere else
    QHash<TaskId, TaskProgress> m_moved; // progress not yet told
    QList<std::pair<bool, VerbPromise>> m_heldPromises;
    QHash<TaskId, std::pair<VerbAnswer, VerbPromise>> m_removals; // not yet off the disk
    QSet<TaskId> m_afterCleanup; // saved as started, waiting for a cleanup of the same task
    QTimer m_progressTimer;
    QTimer m_silentTimer;
    QTimer m_heldBackTimer;
    QTimer m_tidyTimer;
    QString m_storeTrouble; // told last; cleared by the next that is saved
    qint64 m_nextSequence = 1;
    qsizetype m_unsaved = 0; // submitted and not yet on disk
    int m_active = 0; // executors under way
    int m_finishing = 0; // ends not yet announced
    bool m_held = false;
    bool m_loaded = false;
    bool m_shuttingDown = false;
    bool m_closing = false; // the journal was told to close
};

} // namespace slipway
