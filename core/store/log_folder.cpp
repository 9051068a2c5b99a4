#include "core/store/log_folder.h"

using namespace Qt::StringLiterals;

namespace slipway {

LogFolder::LogFolder(const QString &path, int maxOpenFiles)
    : m_path(path)
    , m_maxOpenFiles(maxOpenFiles)
{
}

QString LogFolder::append(const TaskId &id, const LogLines &lines)
{
    return use(id).append(lines);
}

LogPage LogFolder::page(const TaskId &id, qint64 from, int count)
{
    return use(id).page(from, count);
}

LogCounts LogFolder::counts(const TaskId &id)
{
    return use(id).counts();
}

void LogFolder::remove(const TaskId &id)
{
    m_recent.removeOne(id);
    m_logs.erase(id);
    QFile::remove(fileOf(m_path, id));
}

void LogFolder::closeFiles()
{
    for (const TaskId &id : std::as_const(m_recent))
        m_logs.at(id).closeFile();
    m_recent.clear();
}

QString LogFolder::fileOf(const QString &folder, const TaskId &id)
{
    return folder + u'/' + idText(id) + u".log"_s;
}

TaskLog &LogFolder::use(const TaskId &id)
{
    m_recent.removeOne(id);
    m_recent.append(id);
    if (m_recent.size() > m_maxOpenFiles)
        m_logs.at(m_recent.takeFirst()).closeFile();
    return m_logs.try_emplace(id, fileOf(m_path, id)).first->second;
}

} // namespace slipway
