#include "core/store/task_store.h"

#include "core/store/database_folder.h"
#include "core/store/log_reading.h"
#include "core/store/store_writer.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

constexpr qint64 behindBytes = 4 * 1024 * 1024;
constexpr auto lazyFor = 500ms;
constexpr std::chrono::milliseconds gatherNormalFor =
    5ms; // nobody notices, and a busy queue writes far less often

qint64 sizeOf(const LogLines &lines)
{
    qint64 bytes = 0;
    for (const LogLine &line : lines)
        bytes += line.text.size() + 1;
    return bytes;
}

} // namespace

TaskStore::TaskStore(const QString &folder, QObject *parent)
    : TaskJournal(parent)
    , m_folder(folder)
    , m_readersStop(std::make_shared<std::atomic_bool>(false))
    , m_writer(new StoreWriter(folder))
{
    m_thread.setObjectName(u"store"_s);
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &StoreWriter::loaded, this, &TaskStore::journalRead);
    connect(m_writer, &StoreWriter::written, this, &TaskStore::changesWritten);
    connect(m_writer, &StoreWriter::logWritten, this, &TaskStore::logWritten);
    connect(m_writer, &StoreWriter::logRead, this, &TaskStore::logRead);
    // quit() overtakes calls that are still queued: only the last of them, close(), may lead to it.
    connect(m_writer, &StoreWriter::closed, &m_thread, &QThread::quit, Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, this, &TaskStore::closed);
    m_gatherTimer.setSingleShot(true);
    m_gatherTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_gatherTimer, &QTimer::timeout, this, &TaskStore::sendChanges);
    m_lazyTimer.setSingleShot(true);
    m_lazyTimer.setInterval(lazyFor);
    connect(&m_lazyTimer, &QTimer::timeout, this, &TaskStore::writeLazyOnes);
    m_thread.start();
    m_readers.setMaxThreadCount(2);
}

TaskStore::~TaskStore()
{
    close();
    *m_readersStop = true;
    m_readers.waitForDone();
    m_thread.wait();
    while (!m_reads.empty())
        logRead({});
}

template <typename Call> void TaskStore::post(Call call)
{
    QMetaObject::invokeMethod(
        m_writer, [call, writer = m_writer] { call(writer); }, Qt::QueuedConnection);
}

void TaskStore::load()
{
    if (m_state == State::Closed)
        post([](StoreWriter *writer) { writer->load(); });
}

void TaskStore::journalRead(const JournalContents &contents, const QString &failure)
{
    if (m_state == State::Closing)
        return;
    if (!failure.isEmpty()) {
        emit failed(failure);
        return;
    }
    m_state = State::Open;
    emit loaded(contents);
    writeChanges();
}

void TaskStore::save(const Task &task, Durability durability)
{
    if (durability == Durability::Lazy) {
        m_lazy.insert(task.id, task);
        if (!m_lazyTimer.isActive())
            m_lazyTimer.start();
        return;
    }
    m_lazy.remove(task.id);
    m_waiting.save(task, durability);
    writeChanges();
}

void TaskStore::writeLazyOnes()
{
    for (const Task &task : std::exchange(m_lazy, {}))
        m_waiting.save(task, Durability::Normal);
    writeChanges();
}

void TaskStore::saveAll(const QList<Task> &tasks, Durability durability)
{
    for (const Task &task : tasks) {
        m_lazy.remove(task.id);
        m_waiting.save(task, durability);
    }
    writeChanges();
}

void TaskStore::saveWithCleanup(const Task &task, const DueCleanup &due)
{
    m_lazy.remove(task.id);
    m_waiting.save(task, Durability::Normal);
    m_waiting.setDue(due, true);
    writeChanges();
}

void TaskStore::cleanupDone(const DueCleanup &due)
{
    m_waiting.setDue(due, false);
    writeChanges();
}

void TaskStore::saveHeld(bool held)
{
    m_waiting.setHeld(held);
    writeChanges();
}

void TaskStore::remove(const TaskId &id)
{
    m_lazy.remove(id);
    m_waiting.remove(id);
    writeChanges();
}

void TaskStore::writeChanges()
{
    if (m_state != State::Open || !m_written.empty() || m_waiting.isEmpty())
        return;
    const auto gatherFor = m_waiting.durability() == Durability::Full ? 0ms : gatherNormalFor;
    if (!m_gatherTimer.isActive() || m_gatherTimer.remainingTimeAsDuration() > gatherFor)
        m_gatherTimer.start(gatherFor);
}

void TaskStore::sendChanges()
{
    m_gatherTimer.stop();
    if (m_state != State::Open || m_waiting.isEmpty())
        return;
    m_written.push_back(std::exchange(m_waiting, {}));
    post([changes = m_written.back()](StoreWriter *writer) { writer->write(changes); });
}

// After a failure all of it waits for the next change, which tries again.
void TaskStore::changesWritten(const QString &failure)
{
    StoreChanges changes = std::move(m_written.front());
    m_written.pop_front();
    if (failure.isEmpty()) {
        m_saveFailure.clear();
        reportWritten(changes);
        writeChanges();
    } else {
        changes.append(std::exchange(m_waiting, {}));
        m_waiting = std::move(changes);
        reportFailure(failure, &m_saveFailure);
    }
}

void TaskStore::close()
{
    if (m_state == State::Closing)
        return;
    writeLazyOnes();
    sendChanges();
    m_state = State::Closing;
    post([](StoreWriter *writer) { writer->close(); });
}

void TaskStore::reportWritten(const StoreChanges &changes)
{
    for (const Task &task : changes.tasks())
        emit saved(task.id, task.revision);
    if (changes.held())
        emit heldSaved(*changes.held());
    for (const TaskId &id : changes.removed())
        emit removed(id);
}

void TaskStore::reportFailure(const QString &failure, QString *last)
{
    if (std::exchange(*last, failure) != failure)
        emit failed(failure);
}

void TaskStore::appendLog(const TaskId &id, const LogLines &lines)
{
    if (m_state != State::Open || lines.isEmpty())
        return;
    post([id, lines](StoreWriter *writer) { writer->appendLog(id, lines); });
    Backlog &backlog = m_backlogs[id];
    backlog.bytes += sizeOf(lines);
    if (!backlog.isBehind && backlog.bytes > behindBytes) {
        backlog.isBehind = true;
        emit logBehind(id, true);
    }
}

void TaskStore::logWritten(
    const TaskId &id, const LogLines &lines, qint64 total, const QString &failure)
{
    Backlog &backlog = m_backlogs[id];
    backlog.bytes -= sizeOf(lines);
    const bool caughtUp = backlog.isBehind && backlog.bytes < behindBytes / 2;
    if (caughtUp)
        backlog.isBehind = false;
    if (backlog.bytes == 0)
        m_backlogs.remove(id);
    if (failure.isEmpty()) {
        m_logFailure.clear();
        emit logGrew(id, lines, total);
    } else {
        reportFailure(failure, &m_logFailure);
    }
    if (caughtUp)
        emit logBehind(id, false);
}

QFuture<LogPage> TaskStore::readLog(const TaskId &id, qint64 from, int count)
{
    QPromise<LogPage> promise;
    promise.start();
    const QFuture<LogPage> future = promise.future();
    if (m_state == State::Closing) {
        promise.addResult(LogPage{});
        promise.finish();
        return future;
    }
    m_reads.push_back(std::move(promise));
    post([id, from, count](StoreWriter *writer) { writer->readLog(id, from, count); });
    return future;
}

QFuture<LogHits> TaskStore::findInLog(const TaskId &id, const LogQuery &query, const LogPlace &from)
{
    return QtConcurrent::run(&m_readers, findInLogFile, LogFolder::fileOf(logFolder(m_folder), id),
        query, from, StopFlag(m_readersStop));
}

QFuture<QString> TaskStore::saveLog(const TaskId &id, const QString &path, LogForm form)
{
    return QtConcurrent::run(&m_readers, saveLogFile, LogFolder::fileOf(logFolder(m_folder), id),
        path, form, StopFlag(m_readersStop));
}

// The promise leaves the list before its continuation runs: that may ask for the next page.
void TaskStore::logRead(const LogPage &page)
{
    QPromise<LogPage> promise = std::move(m_reads.front());
    m_reads.pop_front();
    promise.addResult(page);
    promise.finish();
}

} // namespace slipway
