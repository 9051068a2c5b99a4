#include "core/intake/templates.h"

#include "core/task/task_json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QJsonObject taskOf(const TaskDraft &draft)
{
    QJsonObject params = specToSparseJson(draft.spec);
    const QJsonObject options = optionsToSparseJson(draft.options);
    for (auto it = options.begin(); it != options.end(); ++it)
        params.insert(it.key(), it.value());
    return { { u"task_type"_s, taskTypeName(typeOf(draft.spec)) }, { u"params"_s, params } };
}

} // namespace

Templates readTemplates(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    Templates templates;
    const QJsonObject all = QJsonDocument::fromJson(source.readAll()).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        Brought brought;
        brought.inOrder = it->toObject()[u"in_order"].toBool();
        for (const QJsonValue &each : it->toObject()[u"tasks"].toArray()) {
            const auto type = taskTypeFromName(each[u"task_type"].toString());
            if (!type)
                continue;
            TaskDraft draft;
            draft.spec = emptySpec(*type);
            readFields(each[u"params"].toObject(), draft.spec);
            readFields(each[u"params"].toObject(), draft.options);
            brought.drafts << draft;
        }
        if (!brought.drafts.isEmpty())
            templates.insert(it.key(), brought);
    }
    return templates;
}

bool writeTemplates(const QString &file, const Templates &templates)
{
    QJsonObject all;
    for (auto it = templates.begin(); it != templates.end(); ++it) {
        QJsonArray tasks;
        for (const TaskDraft &draft : it->drafts)
            tasks << taskOf(draft);
        all[it.key()] = QJsonObject{ { u"in_order"_s, it->inOrder }, { u"tasks"_s, tasks } };
    }
    QSaveFile target(file);
    // Values of variables may stand in it.
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    return target.open(QIODevice::WriteOnly) && target.setPermissions(owner)
        && target.write(QJsonDocument(all).toJson()) >= 0 && target.commit();
}

} // namespace slipway
