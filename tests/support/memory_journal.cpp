#include "tests/support/memory_journal.h"

#include "tests/support/lines_search.h"

#include "core/task/task_json.h"

#include <QPromise>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

LogCounts countsOf(const LogLines &lines)
{
    LogCounts counts;
    for (const LogLine &line : lines) {
        counts.out += line.channel == LogChannel::Out;
        counts.err += line.channel == LogChannel::Err;
        counts.note += line.channel == LogChannel::Note;
    }
    return counts;
}

} // namespace

MemoryJournal::MemoryJournal(QObject *parent)
    : TaskJournal(parent)
{
}

MemoryJournal::MemoryJournal(const Disk &disk, QObject *parent)
    : TaskJournal(parent)
    , m_logs(disk.logs)
    , m_cleanups(disk.cleanups)
    , m_held(disk.held)
{
    for (const Task &task : disk.tasks)
        m_tasks.insert(task.id, task);
}

void MemoryJournal::setLate(bool late)
{
    m_late = late;
    if (!late)
        write();
}

void MemoryJournal::write()
{
    for (qsizetype left = m_asked.size(); left > 0; --left)
        writeOne();
}

void MemoryJournal::writeOne()
{
    if (!m_asked.isEmpty())
        m_asked.takeFirst()();
}

void MemoryJournal::ask(std::function<void()> work)
{
    if (m_closed)
        return;
    m_asked.append(std::move(work));
    if (!m_late)
        QMetaObject::invokeMethod(this, &MemoryJournal::writeOne, Qt::QueuedConnection);
}

MemoryJournal::Disk MemoryJournal::onDisk() const
{
    return { contents(), m_logs };
}

JournalContents MemoryJournal::contents() const
{
    JournalContents contents;
    contents.tasks = m_tasks.values();
    std::sort(contents.tasks.begin(), contents.tasks.end(),
        [](const Task &a, const Task &b) { return a.sequence < b.sequence; });
    contents.cleanups = m_cleanups;
    contents.held = m_held;
    return contents;
}

std::optional<Task> MemoryJournal::taskOnDisk(const TaskId &id) const
{
    const auto found = m_tasks.constFind(id);
    return found == m_tasks.cend() ? std::nullopt : std::optional(*found);
}

void MemoryJournal::load()
{
    ask([this] { emit loaded(contents()); });
}

void MemoryJournal::put(const Task &task)
{
    // Through the stored form, so that a fact that is not stored is lost here too.
    m_tasks.insert(task.id, taskFromBytes(taskToBytes(task)).value());
}

void MemoryJournal::save(const Task &task, Durability durability)
{
    if (durability == Durability::Lazy)
        return;
    ask([this, task, durability] {
        put(task);
        m_durability.insert(task.id, durability);
        steps.append(u"save %1 %2"_s.arg(idText(task.id), statusName(task.status)));
        emit saved(task.id, task.revision);
    });
}

void MemoryJournal::saveAll(const QList<Task> &tasks, Durability durability)
{
    ask([this, tasks, durability] {
        for (const Task &task : tasks) {
            put(task);
            m_durability.insert(task.id, durability);
        }
        for (const Task &task : tasks)
            emit saved(task.id, task.revision);
    });
}

void MemoryJournal::saveWithCleanup(const Task &task, const DueCleanup &due)
{
    ask([this, task, due] {
        put(task);
        if (!m_cleanups.contains(due))
            m_cleanups.append(due);
        steps.append(u"save %1 %2 +cleanup"_s.arg(idText(task.id), statusName(task.status)));
        emit saved(task.id, task.revision);
    });
}

void MemoryJournal::cleanupDone(const DueCleanup &due)
{
    ask([this, due] {
        m_cleanups.removeAll(due);
        steps.append(u"cleaned %1"_s.arg(idText(due.taskId)));
    });
}

void MemoryJournal::saveHeld(bool held)
{
    ask([this, held] {
        m_held = held;
        emit heldSaved(held);
    });
}

void MemoryJournal::remove(const TaskId &id)
{
    ask([this, id] {
        m_tasks.remove(id);
        m_logs.remove(id);
        steps.append(u"remove %1"_s.arg(idText(id)));
        emit removed(id);
    });
}

void MemoryJournal::appendLog(const TaskId &id, const LogLines &lines)
{
    ask([this, id, lines] {
        m_logs[id] += lines;
        emit logGrew(id, lines, m_logs[id].size());
    });
}

LogPage MemoryJournal::pageOf(const TaskId &id, qint64 from, int count) const
{
    const LogLines lines = m_logs.value(id);
    const qint64 start = from < 0 ? std::max<qint64>(0, lines.size() - count) : from;
    return { lines.mid(start, count), start, lines.size(), countsOf(lines) };
}

QFuture<LogPage> MemoryJournal::readLog(const TaskId &id, qint64 from, int count)
{
    const auto promise = std::make_shared<QPromise<LogPage>>();
    promise->start();
    const auto answer = [this, promise, id, from, count] {
        promise->addResult(m_closed ? LogPage{} : pageOf(id, from, count));
        promise->finish();
    };
    if (readsLate)
        ask(answer);
    else
        answer();
    return promise->future();
}

QFuture<LogHits> MemoryJournal::findInLog(
    const TaskId &id, const LogQuery &query, const LogPlace &from)
{
    return findInLines(m_logs.value(id), query, from);
}

QFuture<QString> MemoryJournal::saveLog(const TaskId &id, const QString &path, LogForm)
{
    return saveLines(m_logs.value(id), path);
}

void MemoryJournal::close()
{
    if (m_closed)
        return;
    ask([this] { emit closed(); });
    m_closed = true;
}

} // namespace slipway
