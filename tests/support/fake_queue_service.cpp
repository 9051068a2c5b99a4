#include "tests/support/fake_queue_service.h"

#include "tests/support/lines_search.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

template <typename Answer> QFuture<Answer> answered(const Answer &answer)
{
    QPromise<Answer> promise;
    promise.start();
    promise.addResult(answer);
    promise.finish();
    return promise.future();
}

} // namespace

void FakeQueueService::setLoaded(bool isLoaded)
{
    if (!std::exchange(m_loaded, isLoaded) && isLoaded)
        emit loaded();
}

void FakeQueueService::add(const Task &task)
{
    m_tasks.insert(task.sequence, task);
    m_sequences.insert(task.id, task.sequence);
    if (m_loaded)
        emit taskAdded(task);
}

void FakeQueueService::change(const Task &task)
{
    m_tasks.insert(task.sequence, task);
    emit taskChanged(task);
}

void FakeQueueService::progress(const TaskId &id, const TaskProgress &progress)
{
    m_tasks[m_sequences.value(id)].progress = progress;
    emit tasksProgressed({ { id, progress } });
}

void FakeQueueService::drop(const TaskId &id)
{
    m_tasks.remove(m_sequences.take(id));
    emit taskRemoved(id);
}

void FakeQueueService::growLog(const TaskId &id, const LogLines &lines)
{
    logs[id] += lines;
    emit logGrew(id, lines, logs[id].size());
}

void FakeQueueService::setHosts(const QList<HostState> &hosts)
{
    m_hosts = hosts;
    emit hostsChanged();
}

QList<Task> FakeQueueService::snapshot() const
{
    return m_loaded ? m_tasks.values() : QList<Task>();
}

std::optional<Task> FakeQueueService::task(const TaskId &id) const
{
    const auto sequence = m_sequences.constFind(id);
    return sequence == m_sequences.cend() ? std::nullopt : std::optional(m_tasks.value(*sequence));
}

bool FakeQueueService::isIdle() const
{
    return std::none_of(m_tasks.begin(), m_tasks.end(), [](const Task &task) {
        const StatusGroup group = groupOf(task.status);
        return group == StatusGroup::Active || group == StatusGroup::Waiting;
    });
}

int FakeQueueService::positionInLine(const TaskId &id) const
{
    const auto asking = task(id);
    if (!asking || asking->status != TaskStatus::Pending || asking->nextRetryAt.isValid())
        return 0;
    return int(lineOf(laneOf(asking->type())).indexOf(id)) + 1;
}

QList<TaskId> FakeQueueService::lineOf(Lane lane) const
{
    QList<const Task *> line;
    for (const Task &each : m_tasks) {
        const bool inLine = each.status == TaskStatus::Pending && !each.nextRetryAt.isValid();
        if (inLine && laneOf(each.type()) == lane)
            line << &each;
    }
    const auto placeOf = [](const Task *task) { return task->place.value_or(task->sequence); };
    std::stable_sort(line.begin(), line.end(),
        [&](const Task *left, const Task *right) { return placeOf(left) < placeOf(right); });
    QList<TaskId> ids;
    for (const Task *task : std::as_const(line))
        ids << task->id;
    return ids;
}

QFuture<QList<PreCheck>> FakeQueueService::check(const TaskDraft &draft)
{
    checked << draft;
    return slowChecks ? slowChecks->future() : answered(checks);
}

QFuture<DiskUse> FakeQueueService::diskUse(const QString &host)
{
    asked << u"diskUse "_s + host;
    return answered(nextDiskUse);
}

QFuture<HostActionAnswer> FakeQueueService::perform(const HostAction &action)
{
    actions << action;
    return answered(nextActionAnswer);
}

QFuture<VerbAnswer> FakeQueueService::retryAs(const TaskId &id, const TaskDraft &draft)
{
    retriedAs << draft;
    return note("retryAs", id);
}

QFuture<SubmitAnswer> FakeQueueService::submit(const QList<TaskDraft> &drafts)
{
    asked << u"submit"_s;
    SubmitAnswer answer;
    if (nextRefusal) {
        answer.refusal = std::exchange(nextRefusal, std::nullopt);
        answer.refusedDraft = 0;
        return answered(answer);
    }
    submitted += drafts;
    for (const TaskDraft &draft : drafts) {
        Task task = madeTask(m_tasks.isEmpty() ? 1 : m_tasks.lastKey() + 1, draft.spec);
        task.options = draft.options;
        answer.ids << task.id;
        add(task);
    }
    return answered(answer);
}

QFuture<VerbAnswer> FakeQueueService::note(const char *verb, const TaskId &id)
{
    asked << u"%1 %2"_s.arg(QLatin1String(verb), idText(id));
    VerbAnswer answer;
    answer.refusal = std::exchange(nextRefusal, std::nullopt);
    return answered(answer);
}

QFuture<VerbAnswer> FakeQueueService::cancel(const TaskId &id)
{
    return note("cancel", id);
}

QFuture<VerbAnswer> FakeQueueService::pause(const TaskId &id)
{
    return note("pause", id);
}

QFuture<VerbAnswer> FakeQueueService::resume(const TaskId &id)
{
    return note("resume", id);
}

QFuture<VerbAnswer> FakeQueueService::retry(const TaskId &id, bool force)
{
    return note(force ? "retry by force" : "retry", id);
}

QFuture<VerbAnswer> FakeQueueService::remove(const TaskId &id)
{
    return note("remove", id);
}

QFuture<VerbAnswer> FakeQueueService::move(const TaskId &id, int to)
{
    if (positionInLine(id) > 0) {
        QList<TaskId> line = lineOf(laneOf(task(id)->type()));
        QList<double> places; // which change hands
        for (const TaskId &each : std::as_const(line))
            places << task(each)->place.value_or(double(task(each)->sequence));
        line.move(line.indexOf(id), qBound(1, to, int(line.size())) - 1);
        for (qsizetype at = 0; at < line.size(); ++at) {
            Task moved = *task(line[at]);
            moved.place = places[at];
            change(moved);
        }
    }
    return note(qPrintable(u"move to %1"_s.arg(to)), id);
}

QFuture<VerbAnswer> FakeQueueService::startNow(const TaskId &id)
{
    return note("start now", id);
}

QFuture<VerbAnswer> FakeQueueService::setNotify(const TaskId &id, bool notify)
{
    if (auto marked = task(id); marked && !nextRefusal) {
        marked->options.notify = notify;
        change(*marked);
    }
    return note(notify ? "notify" : "notify-not", id);
}

void FakeQueueService::setLimits(const QueueLimits &limits)
{
    asked << u"limits"_s;
    m_limits = limits;
    emit limitsChanged();
}

QFuture<VerbAnswer> FakeQueueService::setHeld(bool held)
{
    asked << (held ? u"hold"_s : u"release"_s);
    m_held = held;
    emit heldChanged(held);
    return answered(VerbAnswer{});
}

QFuture<LogPage> FakeQueueService::readLog(const TaskId &id, qint64 from, int count)
{
    const LogLines lines = logs.value(id);
    LogPage page;
    page.total = lines.size();
    page.from = from < 0 ? qMax<qint64>(0, page.total - count) : from;
    page.lines = lines.mid(page.from, count);
    return answered(page);
}

QFuture<LogHits> FakeQueueService::findInLog(
    const TaskId &id, const LogQuery &query, const LogPlace &from)
{
    return findInLines(logs.value(id), query, from);
}

QFuture<QString> FakeQueueService::saveLog(const TaskId &id, const QString &path, LogForm)
{
    return saveLines(logs.value(id), path);
}

Task madeTask(qint64 sequence, const TaskSpec &spec, TaskStatus status)
{
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = sequence;
    task.spec = spec;
    task.status = status;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    task.createdAt = now.addSecs(-300);
    task.history = { { TaskStatus::Pending, task.createdAt, {} } };
    const StatusGroup group = groupOf(status);
    if (group != StatusGroup::Waiting) {
        task.startedAt = now.addSecs(-124);
        task.attempt = 1;
        task.history.append({ status, task.startedAt, {} });
    }
    if (group == StatusGroup::Active)
        task.attemptStartedAt = task.startedAt;
    if (group == StatusGroup::Finished)
        task.completedAt = now.addSecs(-20);
    return task;
}

DockerPull pullOf(const QString &imageName)
{
    DockerPull pull;
    pull.imageName = imageName;
    return pull;
}

HostState FakeQueueService::host(const QString &address) const
{
    for (const HostState &each : m_hosts) {
        if (each.address == address)
            return each;
    }
    return {};
}

} // namespace slipway
