#include "core/store/store_writer.h"

#include "core/store/database_folder.h"

using namespace Qt::StringLiterals;

namespace slipway {

StoreWriter::StoreWriter(const QString &folder)
    : m_folder(folder)
    , m_database(folder)
    , m_logs(logFolder(folder))
{
}

void StoreWriter::load()
{
    JournalContents contents;
    const QString failure = open(&contents);
    if (!failure.isEmpty()) {
        m_database.close();
        contents = {};
    }
    emit loaded(contents, failure, QPrivateSignal());
}

QString StoreWriter::open(JournalContents *contents)
{
    QString failure = makeStoreFolder(m_folder);
    if (failure.isEmpty())
        failure = m_database.open(&contents->notice);
    if (failure.isEmpty())
        failure = m_database.read(contents);
    if (!failure.isEmpty())
        return failure;
    if (const QList<TaskId> removed = m_database.removedLogs(); !removed.isEmpty()) {
        for (const TaskId &id : removed)
            m_logs.remove(id);
        m_database.forgetRemovedLogs();
    }
    return {};
}

void StoreWriter::write(const StoreChanges &changes)
{
    const QString failure = m_database.write(changes);
    if (failure.isEmpty()) {
        for (const TaskId &id : changes.removed())
            m_logs.remove(id);
    }
    emit written(failure, QPrivateSignal());
}

void StoreWriter::appendLog(const TaskId &id, const LogLines &lines)
{
    const QString reason = m_logs.append(id, lines);
    const QString failure = reason.isEmpty()
        ? QString()
        : u"A task's log in %1 cannot be written (%2). Make room on the disk and check that its "
          "files may be written."_s.arg(logFolder(m_folder), reason);
    emit logWritten(id, lines, m_logs.counts(id).total(), failure, QPrivateSignal());
}

void StoreWriter::readLog(const TaskId &id, qint64 from, int count)
{
    emit logRead(m_logs.page(id, from, count), QPrivateSignal());
}

void StoreWriter::close()
{
    m_logs.closeFiles();
    m_database.close();
    emit closed(QPrivateSignal());
}

} // namespace slipway
