// A queue whose tasks a test sets, and whose logs lie in files of a real store.
#pragma once

#include "core/store/database_folder.h"
#include "core/store/log_folder.h"
#include "core/store/task_store.h"
#include "tests/support/fake_queue_service.h"

#include <QTemporaryDir>

namespace slipway {

class StoredLogQueue : public FakeQueueService {
public:
    StoredLogQueue()
    {
        connect(&m_store, &TaskJournal::logGrew, this, &QueueService::logGrew);
        connect(&m_store, &TaskJournal::loaded, this, [this] { m_isOpen = true; });
        m_store.load();
    }
    bool isOpen() const { return m_isOpen; }
    QString fileOf(const TaskId &id) const
    {
        return LogFolder::fileOf(logFolder(m_folder.path()), id);
    }
    void append(const TaskId &id, const LogLines &lines) { m_store.appendLog(id, lines); }

    QFuture<LogPage> readLog(const TaskId &id, qint64 from, int count) override
    {
        return m_store.readLog(id, from, count);
    }
    QFuture<LogHits> findInLog(
        const TaskId &id, const LogQuery &query, const LogPlace &from) override
    {
        return m_store.findInLog(id, query, from);
    }
    QFuture<QString> saveLog(const TaskId &id, const QString &path, LogForm form) override
    {
        return m_store.saveLog(id, path, form);
    }

private:
    QTemporaryDir m_folder;
    TaskStore m_store{ m_folder.path() };
    bool m_isOpen = false;
};

} // namespace slipway
