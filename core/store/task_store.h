// Tasks in an SQLite database and their logs in files, below one folder.
//
// All reading and writing happens on a thread of its own. Changes gather here for five milliseconds
// (a submit does not wait), and while a transaction is written; the next one takes all of them. So
// a lone change is on disk in a moment, and a thousand cost little more than one.
#pragma once

#include "core/queue/task_journal.h"
#include "core/store/store_changes.h"

#include <QPromise>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <deque>
#include <memory>

namespace slipway {

class StoreWriter;

class TaskStore : public TaskJournal {
    Q_OBJECT

public:
    // `folder` of the profile: holds tasks.db and logs/. It is made with mode 0700, its files 0600.
    explicit TaskStore(const QString &folder, QObject *parent = nullptr);
    // Without close() before it, writes what waits and blocks until that is done.
    ~TaskStore() override;

    void load() override;
    void save(const Task &task, Durability durability = Durability::Normal) override;
    void saveAll(const QList<Task> &tasks, Durability durability) override;
    void saveWithCleanup(const Task &task, const DueCleanup &due) override;
    void cleanupDone(const DueCleanup &due) override;
    void saveHeld(bool held) override;
    void remove(const TaskId &id) override;
    void appendLog(const TaskId &id, const LogLines &lines) override;
    QFuture<LogPage> readLog(const TaskId &id, qint64 from, int count) override;
    QFuture<LogHits> findInLog(
        const TaskId &id, const LogQuery &query, const LogPlace &from) override;
    QFuture<QString> saveLog(const TaskId &id, const QString &path, LogForm form) override;
    void close() override; // what is asked after it is not done, and a log reads as empty

private:
    enum class State {
        Closed, // not loaded yet, or could not be
        Open,
        Closing, // or closed for good
    };
    struct Backlog {
        qint64 bytes = 0; // of lines on their way to the file
        bool isBehind = false;
    };

    void writeChanges();
    void sendChanges();
    void writeLazyOnes();
    void changesWritten(const QString &failure);
    void reportWritten(const StoreChanges &changes);
    void logWritten(const TaskId &id, const LogLines &lines, qint64 total, const QString &failure);
    void logRead(const LogPage &page);
    void journalRead(const JournalContents &contents, const QString &failure);
    void reportFailure(const QString &failure, QString *last);
    template <typename Call> void post(Call call);

    const QString m_folder;
    QThread m_thread;
    QThreadPool m_readers; // of whole logs
    std::shared_ptr<std::atomic_bool> m_readersStop;
    StoreWriter *m_writer; // lives on m_thread, and ends with it
    State m_state = State::Closed;
    std::deque<StoreChanges> m_written; // on their way to the disk: one, and a last one at the end
    StoreChanges m_waiting; // for the next transaction
    QTimer m_gatherTimer;
    QHash<TaskId, Task> m_lazy; // not worth a transaction yet
    QTimer m_lazyTimer;
    std::deque<QPromise<LogPage>> m_reads; // answered in the order they were asked
    QHash<TaskId, Backlog> m_backlogs;
    QString m_saveFailure; // told last; cleared by the next success
    QString m_logFailure;
};

} // namespace slipway
