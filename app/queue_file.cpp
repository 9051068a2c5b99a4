#include "app/queue_file.h"

#include "core/command/add_commands.h"
#include "core/intake/absolute_paths.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

constexpr qint64 maxFileBytes = 64 * 1024 * 1024;

std::variant<QJsonObject, Sentence> readObject(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "%1 cannot be read: %2"), { name, file.errorString() });
    const QByteArray text = file.read(maxFileBytes + 1);
    if (text.size() > maxFileBytes)
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 is larger than 64 MiB"), { name });
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = 1 + text.left(problem.offset).count('\n');
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 is no JSON: %2 in line %3"),
            { name, problem.errorString(), QString::number(line) });
    }
    return document.object();
}

QJsonObject withPathsFrom(QJsonObject task, const QString &folder)
{
    const auto type = taskTypeFromName(task.value(u"task_type").toString());
    if (!type)
        return task; // reading the draft says so
    if (task.value(u"params").isObject())
        task[u"params"] = withAbsolutePaths(*type, task.value(u"params").toObject(), folder);
    return withAbsolutePaths(*type, task, folder);
}

} // namespace

std::variant<QueueFile, Sentence> readQueueFile(const QString &file)
{
    const auto read = readObject(file);
    if (const auto *problem = std::get_if<Sentence>(&read))
        return *problem;
    QJsonObject queue = std::get<QJsonObject>(read);
    if (queue[u"slipway"].toInt() != 1)
        return Sentence(QT_TRANSLATE_NOOP("Sentence",
                            "%1 is no exported queue: it must be an object with \"slipway\": 1"),
            { file });
    for (const QString &key : queue.keys()) {
        if (key != "slipway"_L1 && key != "tasks"_L1)
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 has something that is not known: %2"),
                { file, key });
    }
    const QJsonArray given = queue[u"tasks"].toArray();
    if (given.isEmpty())
        return Sentence(QT_TRANSLATE_NOOP("Sentence",
                            "%1 has no tasks: a list \"tasks\" with at least one is needed"),
            { file });
    const QString folder = QFileInfo(file).absolutePath();
    QJsonArray tasks;
    QList<TaskDraft> drafts;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QJsonObject task = withPathsFrom(given[i].toObject(), folder);
        const auto draft = draftFromRequest(task);
        if (const auto *error = std::get_if<FieldError>(&draft))
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "Task %1 of %2: %3"),
                { QString::number(i + 1), file },
                { error->besideField.isEmpty() ? error->reason
                                               : Sentence(QT_TRANSLATE_NOOP("Sentence", "%1: %2"),
                                                   { error->field }, { error->besideField }) });
        tasks.append(task);
        drafts.append(std::get<TaskDraft>(draft));
    }
    queue[u"tasks"] = tasks;
    return QueueFile{ queue, drafts };
}

} // namespace slipway
