// What a person has written in the forms before, field by field.
#pragma once

#include "core/task/task.h"

#include <QMap>

namespace slipway {

class UsedValues {
public:
    explicit UsedValues(const QList<Task> &tasks = {}); // in the order they were added

    // Youngest first. A field that names an image offers every image that was named anywhere.
    QStringList of(TaskType type, const QString &field) const;

private:
    QMap<std::pair<TaskType, QString>, QStringList> m_values;
    QStringList m_images;
};

bool namesAnImage(const QString &field);

} // namespace slipway
