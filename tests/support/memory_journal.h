// A journal without a disk: the test decides when what was asked is written and answered.
#pragma once

#include "core/queue/task_journal.h"

#include <functional>

namespace slipway {

class MemoryJournal : public TaskJournal {
    Q_OBJECT

public:
    struct Disk : JournalContents {
        Disk(const JournalContents &contents = {}, const QHash<TaskId, LogLines> &lines = {})
            : JournalContents(contents)
            , logs(lines)
        {
        }
        QHash<TaskId, LogLines> logs;
    };

    explicit MemoryJournal(QObject *parent = nullptr);
    // Starts with what another one has on disk, as after a kill: what was not written is lost.
    explicit MemoryJournal(const Disk &disk, QObject *parent = nullptr);

    // Late: nothing is written before write() is called. Else it is, once control returns.
    void setLate(bool late);
    void write(); // all that was asked up to now
    void writeOne(); // the oldest of it
    bool readsLate = false; // reading is late too, then
    void fail(const QString &sentence) { emit failed(sentence); }
    qsizetype unwritten() const { return m_asked.size(); }

    Disk onDisk() const;
    std::optional<Task> taskOnDisk(const TaskId &id) const;
    const QList<DueCleanup> &cleanupsOnDisk() const { return m_cleanups; }
    bool heldOnDisk() const { return m_held; }
    bool isClosed() const { return m_closed; }
    Durability durabilityOf(const TaskId &id) const { return m_durability.value(id); }
    // What was written, in order: "save ID STATUS", "save ID STATUS +cleanup", "cleaned ID",
    // "remove ID". A test may put its own words between.
    QStringList steps;

    void load() override;
    // A lazy one is not written at all: the worst that a kill may do to it.
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
    void close() override;

private:
    void ask(std::function<void()> work);
    JournalContents contents() const;
    void put(const Task &task);
    LogPage pageOf(const TaskId &id, qint64 from, int count) const;

    QList<std::function<void()>> m_asked;
    QHash<TaskId, Task> m_tasks;
    QHash<TaskId, LogLines> m_logs;
    QHash<TaskId, Durability> m_durability;
    QList<DueCleanup> m_cleanups;
    bool m_held = false;
    bool m_late = false;
    bool m_closed = false;
};

} // namespace slipway
