#include "ui/submit/used_values.h"

#include "core/task/task_json.h"

using namespace Qt::StringLiterals;

namespace slipway {

bool namesAnImage(const QString &field)
{
    return field == "image_name"_L1 || field == "image"_L1 || field == "source_image"_L1
        || field == "target_image"_L1;
}

UsedValues::UsedValues(const QList<Task> &tasks)
{
    const auto note = [](QStringList &values, const QString &value) {
        if (!value.isEmpty() && !values.contains(value))
            values << value;
    };
    for (auto task = tasks.crbegin(); task != tasks.crend(); ++task) {
        const QJsonObject fields = specToJson(task->spec);
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            note(m_values[{ task->type(), it.key() }], it->toString());
            if (namesAnImage(it.key()))
                note(m_images, it->toString());
        }
    }
}

QStringList UsedValues::of(TaskType type, const QString &field) const
{
    QStringList values = m_values.value({ type, field });
    if (namesAnImage(field)) {
        values += m_images;
        values.removeDuplicates();
    }
    return values;
}

} // namespace slipway
