#include "core/queue/after_links.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

FieldError wrong(const QString &field, const Sentence &reason, const Sentence &besideField = {})
{
    return { ErrorCode::ValidationInvalidParams, field, reason, besideField };
}

QString nameIn(const Task &task)
{
    return task.options.key.isEmpty() ? displayName(task.spec) : task.options.key;
}

// Where each key and id of these tasks stands in the list.
struct Names {
    QHash<QString, int> keys;
    QHash<TaskId, int> ids;
};

std::variant<TaskId, FieldError> idOf(const QString &name, const QString &field,
    const QList<Task> &tasks, const Names &names, const FindTask &find)
{
    if (const auto key = names.keys.constFind(name); key != names.keys.cend())
        return tasks[*key].id;
    const TaskId id = QUuid::fromString(name);
    const Task *task = id.isNull() ? nullptr : find(id);
    if (!task)
        return wrong(field,
            id.isNull() ? Sentence(
                u"%1: no task that is added with it has the key \"%2\", and it is no task id"_s.arg(
                    field, name))
                        : Sentence(u"%1: there is no task %2"_s.arg(field, name)),
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "The task it is to wait for is no longer there.")));
    if (task->status == TaskStatus::Cancelled || task->removeAtEnd)
        return wrong(field,
            u"%1: the task %2 was cancelled and will never complete"_s.arg(field, name),
            Sentence(QT_TRANSLATE_NOOP(
                "Sentence", "The task it is to wait for was cancelled and will never complete.")));
    return id;
}

std::optional<FieldError> resolve(
    Task &task, const QList<Task> &tasks, const Names &names, const FindTask &find)
{
    QStringList after;
    for (const QString &name : std::as_const(task.options.after)) {
        const auto id = idOf(name, u"after"_s, tasks, names, find);
        if (const auto *error = std::get_if<FieldError>(&id))
            return *error;
        if (const QString text = idText(std::get<TaskId>(id)); !after.contains(text))
            after.append(text);
    }
    if (auto *ask = std::get_if<OllamaRun>(&task.spec); ask && !ask->logOf.isEmpty()) {
        const auto id = idOf(ask->logOf, u"log_of"_s, tasks, names, find);
        if (const auto *error = std::get_if<FieldError>(&id))
            return *error;
        ask->logOf = idText(std::get<TaskId>(id));
        if (!after.contains(ask->logOf)) // its log is whole at its end
            after.append(ask->logOf);
    }
    task.options.after = after;
    return std::nullopt;
}

// The names of a circle in the order in which they wait; empty: there is none. Takes away, again
// and again, the tasks that wait for none of the others: what is left goes round.
QStringList circleIn(const QList<Task> &tasks, const Names &names, int *which)
{
    QList<QList<int>> followers(tasks.size());
    QList<int> open(tasks.size(), 0);
    const auto indexOf = [&names](const QString &id) {
        return names.ids.value(QUuid::fromString(id), -1);
    };
    for (int i = 0; i < tasks.size(); ++i) {
        for (const QString &id : tasks[i].options.after) {
            if (const int before = indexOf(id); before >= 0) {
                followers[before].append(i);
                ++open[i];
            }
        }
    }
    QList<int> free;
    for (int i = 0; i < tasks.size(); ++i) {
        if (open[i] == 0)
            free.append(i);
    }
    for (qsizetype next = 0; next < free.size(); ++next) {
        for (const int follower : std::as_const(followers[free[next]])) {
            if (--open[follower] == 0)
                free.append(follower);
        }
    }
    if (free.size() == tasks.size())
        return {};
    int at = 0;
    while (open[at] == 0)
        ++at;
    QList<int> way; // each waits for the next one; it must come back to itself
    while (!way.contains(at)) {
        way.append(at);
        for (const QString &id : tasks[at].options.after) {
            if (const int before = indexOf(id); before >= 0 && open[before] > 0) {
                at = before;
                break;
            }
        }
    }
    *which = at;
    QStringList circle;
    for (const int each : way.mid(way.indexOf(at)))
        circle.append(nameIn(tasks[each]));
    circle.append(circle.first());
    return circle;
}

} // namespace

std::optional<FieldError> resolveAfter(QList<Task> &tasks, const FindTask &find, int *which)
{
    Names names;
    for (int i = 0; i < tasks.size(); ++i) {
        names.ids.insert(tasks[i].id, i);
        const QString key = tasks[i].options.key;
        *which = i;
        if (!key.isEmpty() && names.keys.contains(key))
            return wrong(u"key"_s, u"key: \"%1\" is given to two tasks"_s.arg(key));
        if (!key.isEmpty())
            names.keys.insert(key, i);
    }
    for (int i = 0; i < tasks.size(); ++i) {
        *which = i;
        if (auto error = resolve(tasks[i], tasks, names, find))
            return error;
    }
    QStringList circle = circleIn(tasks, names, which);
    if (circle.size() > 8)
        circle = circle.mid(0, 4) + QStringList{ u"…"_s } + circle.mid(circle.size() - 3);
    if (!circle.isEmpty())
        return wrong(u"after"_s,
            u"after goes round in a circle: "_s + circle.join(u" waits for "_s),
            Sentence(QT_TRANSLATE_NOOP(
                         "Sentence", "The tasks would wait for each other in a circle: %1"),
                { circle.join(u" → "_s) }));
    *which = -1;
    return std::nullopt;
}

} // namespace slipway
