// The tasks, cleanups and settings of a store in SQLite, and all SQL of this program.
//
// tasks         id, sequence, revision, status for whoever looks by hand; document: the task itself
// cleanups      what has to be removed from which host
// settings      store_id, held
// removed_logs  logs whose task is gone and whose file may still be there after a kill
//
// Belongs to the thread that opens it. Every failure is one sentence; an empty text is success.
#pragma once

#include "core/store/sqlite_connection.h"
#include "core/store/store_changes.h"

namespace slipway {

class TaskDatabase {
public:
    explicit TaskDatabase(const QString &folder);

    // Makes or migrates it. One that is broken is kept under another name, which `notice` tells,
    // and replaced by an empty one; one of a newer version is not touched.
    QString open(QString *notice);
    bool isOpen() const { return m_connection.isOpen(); }
    void close() { m_connection.close(); }

    // Rows that cannot be read stay in the table; the notice says how many.
    QString read(JournalContents *contents);
    QString write(const StoreChanges &changes); // all or nothing

    QList<TaskId> removedLogs();
    void forgetRemovedLogs();

private:
    enum class Health { Good, Broken, Newer, Unreadable };

    Health examine();
    QString openWritable();
    QString replaceBroken(QString *notice);
    bool migrate();
    QString readTasks(JournalContents *contents);
    bool writeTasks(const QList<Task> &tasks);
    bool writeCleanups(const QList<CleanupChange> &cleanups);
    bool writeRemovals(const QList<TaskId> &removed);
    bool writeSetting(const QString &name, const QString &value);
    QString setting(const QString &name);
    bool setDurability(Durability durability);

    QString cannotOpen() const;
    QString cannotSave() const;

    const QString m_folder;
    const QString m_path;
    SqliteConnection m_connection;
    Durability m_durability = Durability::Normal; // what the connection is set to
};

} // namespace slipway
