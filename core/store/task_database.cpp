#include "core/store/task_database.h"

#include "core/store/database_folder.h"
#include "core/task/task_json.h"

#include <QSqlQuery>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// Step n brings a database of user_version n to n + 1. A step that was released never changes.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> steps{
        {
            u"CREATE TABLE tasks (id TEXT PRIMARY KEY NOT NULL, sequence INTEGER NOT NULL, "
            "revision INTEGER NOT NULL, status TEXT NOT NULL, document BLOB NOT NULL)"_s,
            u"CREATE TABLE cleanups (task_id TEXT NOT NULL, host TEXT NOT NULL, "
            "UNIQUE (task_id, host))"_s,
            u"CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)"_s,
        },
        {
            u"CREATE TABLE removed_logs (task_id TEXT PRIMARY KEY NOT NULL)"_s,
        },
    };
    return steps;
}

TaskId idFrom(const QVariant &value)
{
    return TaskId::fromString(value.toString());
}

struct TaskRow {
    TaskId id;
    QByteArray document;
};

constexpr qsizetype rowsAtOnce = 4096;

std::optional<Task> taskFromRow(const TaskRow &row)
{
    std::optional<Task> task = taskFromBytes(row.document);
    return task && task->id == row.id ? std::move(task) : std::nullopt;
}

} // namespace

TaskDatabase::TaskDatabase(const QString &folder)
    : m_folder(folder)
    , m_path(databaseFile(folder))
    , m_connection(m_path)
{
}

QString TaskDatabase::open(QString *notice)
{
    switch (examine()) {
    case Health::Good:
        return openWritable();
    case Health::Broken:
        return replaceBroken(notice);
    case Health::Newer:
        return u"The task list %1 was written by a newer version of Slipway. Start that version, "
               "or move the file away to begin with an empty list."_s.arg(m_path);
    case Health::Unreadable:
        return cannotOpen();
    }
    return cannotOpen();
}

// Looks through a connection that cannot write: what is not ours to change stays as it is.
TaskDatabase::Health TaskDatabase::examine()
{
    const auto isBroken = [this] {
        return m_connection.errorCode() == SqliteConnection::corrupt
            || m_connection.errorCode() == SqliteConnection::notADatabase;
    };
    Health health = Health::Good;
    bool isNumber = false;
    if (!m_connection.open(u"QSQLITE_OPEN_READONLY"_s)) {
        health = Health::Unreadable;
    } else if (const int version = m_connection.ask(u"PRAGMA user_version"_s).toInt(&isNumber);
               !isNumber) {
        health = isBroken() ? Health::Broken : Health::Unreadable;
    } else if (version < 0 || version > migrations().size()) {
        health = Health::Newer;
    } else if (m_connection.ask(u"PRAGMA quick_check(1)"_s).toString() != "ok"_L1) {
        // A check that reports something without an error has found damage, too.
        health = m_connection.errorCode() == 0 || isBroken() ? Health::Broken : Health::Unreadable;
    }
    m_connection.close();
    return health;
}

QString TaskDatabase::replaceBroken(QString *notice)
{
    const std::optional<QString> aside = moveDatabaseAside(m_folder);
    if (!aside)
        return u"The task list %1 is damaged and cannot be renamed. Move it away, then start "
               "again."_s.arg(m_path);
    if (const QString failure = makeStoreFolder(m_folder); !failure.isEmpty())
        return failure;
    *notice =
        u"The task list was damaged: it is kept as %1, and an empty one was begun."_s.arg(*aside);
    return openWritable();
}

QString TaskDatabase::openWritable()
{
    const bool isOpen = m_connection.open() && m_connection.run(u"PRAGMA journal_mode = WAL"_s)
        && m_connection.run(u"PRAGMA synchronous = NORMAL"_s);
    m_durability = Durability::Normal;
    if (isOpen && migrate())
        return {};
    const bool isDenied = m_connection.errorCode() == SqliteConnection::full
        || m_connection.errorCode() == SqliteConnection::readOnly;
    const QString failure = isDenied ? cannotSave() : cannotOpen();
    m_connection.close();
    return failure;
}

// Also where it has nothing to migrate it takes the right to write: a file that is read-only is
// found here and not at the first save.
bool TaskDatabase::migrate()
{
    if (!m_connection.run(u"BEGIN IMMEDIATE"_s))
        return false;
    bool done = true;
    const int from = m_connection.ask(u"PRAGMA user_version"_s).toInt();
    for (qsizetype step = from; done && step < migrations().size(); ++step) {
        for (const QString &sql : migrations().at(step))
            done = done && m_connection.run(sql);
    }
    if (done && from < migrations().size())
        done = m_connection.run(u"PRAGMA user_version = %1"_s.arg(migrations().size()));
    done = done
        && m_connection.run(
            u"INSERT OR IGNORE INTO settings (name, value) VALUES ('store_id', ?)"_s,
            { QUuid::createUuid().toString(QUuid::WithoutBraces) });
    if (done && m_connection.run(u"COMMIT"_s))
        return true;
    m_connection.runQuietly(u"ROLLBACK"_s);
    return false;
}

QString TaskDatabase::read(JournalContents *contents)
{
    if (const QString failure = readTasks(contents); !failure.isEmpty())
        return failure;
    QSqlQuery cleanups = m_connection.rows(u"SELECT task_id, host FROM cleanups ORDER BY rowid"_s);
    while (cleanups.next())
        contents->cleanups.append({ idFrom(cleanups.value(0)), cleanups.value(1).toString() });
    if (m_connection.hasFailed(cleanups))
        return cannotOpen();
    contents->held = setting(u"held"_s) == "1"_L1;
    contents->storeId = setting(u"store_id"_s);
    return {};
}

QString TaskDatabase::readTasks(JournalContents *contents)
{
    QSqlQuery rows = m_connection.rows(u"SELECT id, document FROM tasks ORDER BY rowid"_s);
    int unreadable = 0;
    bool isMore = true;
    while (isMore) {
        QList<TaskRow> chunk;
        while (chunk.size() < rowsAtOnce && (isMore = rows.next()))
            chunk.append({ idFrom(rows.value(0)), rows.value(1).toByteArray() });
        // Three quarters of the time of a load are spent here: on all cores, this thread's too.
        auto tasks = QtConcurrent::blockingMapped<QList<std::optional<Task>>>(chunk, taskFromRow);
        for (std::optional<Task> &task : tasks) {
            if (task)
                contents->tasks.append(std::move(*task));
            else
                ++unreadable;
        }
    }
    if (m_connection.hasFailed(rows))
        return cannotOpen();
    const auto isEarlier = [](const Task &a, const Task &b) { return a.sequence < b.sequence; };
    if (!std::is_sorted(contents->tasks.cbegin(), contents->tasks.cend(), isEarlier))
        std::stable_sort(contents->tasks.begin(), contents->tasks.end(), isEarlier);
    if (unreadable > 0) {
        if (!contents->notice.isEmpty())
            contents->notice += u' ';
        contents->notice += unreadable == 1
            ? u"One task could not be read; it is not shown, and still kept in %1."_s.arg(m_path)
            : u"%1 tasks could not be read; they are not shown, and still kept in %2."_s
                  .arg(unreadable)
                  .arg(m_path);
    }
    return {};
}

QString TaskDatabase::write(const StoreChanges &changes)
{
    if (!setDurability(changes.durability()) || !m_connection.run(u"BEGIN IMMEDIATE"_s))
        return cannotSave();
    const bool written = writeTasks(changes.tasks()) && writeCleanups(changes.cleanups())
        && writeRemovals(changes.removed())
        && (!changes.held() || writeSetting(u"held"_s, *changes.held() ? u"1"_s : u"0"_s));
    if (written && m_connection.run(u"COMMIT"_s))
        return {};
    const QString failure = cannotSave();
    m_connection.runQuietly(u"ROLLBACK"_s); // SQLite may have done so by itself already
    return failure;
}

bool TaskDatabase::writeTasks(const QList<Task> &tasks)
{
    QList<QVariantList> rows;
    rows.reserve(tasks.size());
    for (const Task &task : tasks)
        rows.append({ idText(task.id), task.sequence, qint64(task.revision),
            statusName(task.status), taskToBytes(task) });
    return m_connection.runForEach(u"INSERT INTO tasks (id, sequence, revision, status, document) "
                                   "VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                                   "sequence = excluded.sequence, revision = excluded.revision, "
                                   "status = excluded.status, document = excluded.document"_s,
        rows);
}

bool TaskDatabase::writeCleanups(const QList<CleanupChange> &cleanups)
{
    for (const CleanupChange &change : cleanups) {
        const QString sql = change.due
            ? u"INSERT OR IGNORE INTO cleanups (task_id, host) VALUES (?, ?)"_s
            : u"DELETE FROM cleanups WHERE task_id = ? AND host = ?"_s;
        // A null text would be NULL, which equals nothing.
        const QString host = change.cleanup.host.isNull() ? u""_s : change.cleanup.host;
        if (!m_connection.run(sql, { idText(change.cleanup.taskId), host }))
            return false;
    }
    return true;
}

bool TaskDatabase::writeRemovals(const QList<TaskId> &removed)
{
    QList<QVariantList> rows;
    for (const TaskId &id : removed)
        rows.append({ idText(id) });
    return m_connection.runForEach(u"DELETE FROM tasks WHERE id = ?"_s, rows)
        && m_connection.runForEach(
            u"INSERT OR IGNORE INTO removed_logs (task_id) VALUES (?)"_s, rows);
}

bool TaskDatabase::writeSetting(const QString &name, const QString &value)
{
    return m_connection.run(
        u"INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)"_s, { name, value });
}

QString TaskDatabase::setting(const QString &name)
{
    return m_connection.ask(u"SELECT value FROM settings WHERE name = ?"_s, { name }).toString();
}

// SQLite ignores a change of this inside a transaction.
bool TaskDatabase::setDurability(Durability durability)
{
    if (m_durability == durability)
        return true;
    if (!m_connection.run(durability == Durability::Full ? u"PRAGMA synchronous = FULL"_s
                                                         : u"PRAGMA synchronous = NORMAL"_s))
        return false;
    m_durability = durability;
    return true;
}

QList<TaskId> TaskDatabase::removedLogs()
{
    QList<TaskId> ids;
    QSqlQuery rows = m_connection.rows(u"SELECT task_id FROM removed_logs"_s);
    while (rows.next())
        ids.append(idFrom(rows.value(0)));
    return ids;
}

void TaskDatabase::forgetRemovedLogs()
{
    m_connection.run(u"DELETE FROM removed_logs"_s);
}

QString TaskDatabase::cannotOpen() const
{
    return u"The task list %1 cannot be opened (%2). Check that the file is yours and that its "
           "folder may be written, then start again."_s.arg(m_path, m_connection.error());
}

QString TaskDatabase::cannotSave() const
{
    switch (m_connection.errorCode()) {
    case SqliteConnection::full:
        return u"The task list %1 cannot be saved because the disk is full. Make room on it; the "
               "next change saves what is waiting."_s.arg(m_path);
    case SqliteConnection::readOnly:
        return u"The task list %1 cannot be saved because it is read-only. Make the file and its "
               "folder writable."_s.arg(m_path);
    default:
        return u"The task list %1 cannot be saved (%2). Check the disk; the next change saves what "
               "is waiting."_s.arg(m_path, m_connection.error());
    }
}

} // namespace slipway
