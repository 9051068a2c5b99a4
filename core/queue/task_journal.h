// What the queue needs of a store. Nothing here blocks; everything is answered by a signal.
#pragma once

#include "core/executor/log_line.h"
#include "core/executor/task_outcome.h"
#include "core/queue/queue_service.h"
#include "core/task/task.h"

#include <QHash>
#include <QObject>

namespace slipway {

struct JournalContents {
    QList<Task> tasks; // in order of submission
    QList<DueCleanup> cleanups;
    bool held = false;
    QString notice; // a sentence on what was met while opening; mostly empty
    QString storeId; // uuid of this store, for the containers' labels
};

enum class Durability {
    Lazy, // within a second, or with the task's next save: for what a restart does not need
    Normal, // survives a kill of this program
    Full, // survives a loss of power: what a submit promises
};

class TaskJournal : public QObject {
    Q_OBJECT

public:
    explicit TaskJournal(QObject *parent = nullptr);

    virtual void load() = 0; // loaded() or failed() answers
    // The latest snapshot of a task wins; saved() names the revision that is on disk.
    virtual void save(const Task &task, Durability durability = Durability::Normal) = 0;
    virtual void saveAll(const QList<Task> &tasks, Durability durability) = 0; // all or none
    // The outcome of an attempt and its due cleanup, in one write.
    virtual void saveWithCleanup(const Task &task, const DueCleanup &due) = 0;
    virtual void cleanupDone(const DueCleanup &due) = 0;
    virtual void saveHeld(bool held) = 0; // heldSaved() answers
    virtual void remove(const TaskId &id) = 0; // task and log, not its cleanups; removed() answers
    virtual void appendLog(const TaskId &id, const LogLines &lines) = 0;
    virtual QFuture<LogPage> readLog(const TaskId &id, qint64 from, int count) = 0;
    // Both as in QueueService.
    virtual QFuture<LogHits> findInLog(
        const TaskId &id, const LogQuery &query, const LogPlace &from) = 0;
    virtual QFuture<QString> saveLog(const TaskId &id, const QString &path, LogForm form) = 0;
    // Writes all that is waiting, then closes; closed() answers.
    virtual void close() = 0;

signals:
    void loaded(const slipway::JournalContents &contents);
    void failed(const QString &sentence); // the store cannot be used (any more)
    void saved(const slipway::TaskId &id, quint64 revision);
    void heldSaved(bool held);
    void removed(const slipway::TaskId &id);
    void logGrew(const slipway::TaskId &id, const slipway::LogLines &lines, qint64 total);
    // More than 4 MiB of this task's lines are waiting to be written, or no longer.
    void logBehind(const slipway::TaskId &id, bool behind);
    void closed();
};

} // namespace slipway

Q_DECLARE_METATYPE(slipway::JournalContents)
