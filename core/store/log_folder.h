// The logs of all tasks, one file each. However many tasks there are, few files are open.
#pragma once

#include "core/store/task_log.h"

#include <map>

namespace slipway {

class LogFolder {
public:
    static QString fileOf(const QString &folder, const TaskId &id);

    explicit LogFolder(const QString &path, int maxOpenFiles = 16);

    QString append(const TaskId &id, const LogLines &lines); // as TaskLog::append
    LogPage page(const TaskId &id, qint64 from, int count);
    LogCounts counts(const TaskId &id);
    void remove(const TaskId &id);
    void closeFiles();

private:
    TaskLog &use(const TaskId &id);

    QString m_path;
    int m_maxOpenFiles;
    std::map<TaskId, TaskLog> m_logs; // of all that were used: what is known of them is small
    QList<TaskId> m_recent; // may have an open file; the one used last is at the end
};

} // namespace slipway
