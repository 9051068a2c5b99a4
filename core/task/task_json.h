// Specs and options as the contract's JSON, and a whole task in the store's form.
#pragma once

#include "core/task/task.h"

#include <QJsonObject>

#include <variant>

namespace slipway {

template <typename Value> using OrFieldError = std::variant<Value, FieldError>;

// Reads and validates. Keys of the spec and of the options stand side by side in `params`;
// an unknown key is refused, naming the nearest known ones. A docker_login's `secret` is read too.
OrFieldError<TaskDraft> draftFromJson(TaskType type, const QJsonObject &params);

QJsonObject specToJson(const TaskSpec &spec);
QJsonObject optionsToJson(const TaskOptions &options);
QJsonObject specToSparseJson(const TaskSpec &spec); // without what is as in a new one
QJsonObject optionsToSparseJson(const TaskOptions &options);
// Takes what can be read and keeps the default of the rest: for text this program wrote itself.
void readFields(const QJsonObject &json, TaskSpec &spec);
void readFields(const QJsonObject &json, TaskOptions &options);
QStringList knownKeys(TaskType type); // of the spec, then of the options

// A value typed as key=value: text as it is, numbers and yes/no checked, JSON for lists and maps.
OrFieldError<QJsonValue> jsonFromText(TaskType type, const QString &key, const QString &text);
bool isPathKey(TaskType type, const QString &key);

// The store's form. A text it did not write comes back as nothing.
QByteArray taskToBytes(const Task &task);
std::optional<Task> taskFromBytes(const QByteArray &bytes);

QJsonObject errorToJson(const TaskError &error);
TaskError errorFromJson(const QJsonObject &json);

} // namespace slipway
