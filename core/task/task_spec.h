// What a person asks for: one struct a task type, and the options every task has.
// Names and defaults of the JSON form are in task_fields.h, the rules in validate().
#pragma once

#include "core/task/error_code.h"
#include "core/task/sentence.h"
#include "core/task/task_type.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <optional>
#include <variant>

namespace slipway {

using Pairs = QMap<QString, QString>;

struct DockerPull {
    QString imageName;
    QString tag = QStringLiteral("latest"); // ignored when imageName has a tag or digest
    QString platform; // os/arch[/variant]
    bool allTags = false;
    bool operator==(const DockerPull &) const = default;
};

struct DockerPush {
    QString imageName;
    QString tag = QStringLiteral("latest");
    bool allTags = false;
    bool operator==(const DockerPush &) const = default;
};

struct DockerBuild {
    QString contextPath; // absolute
    QString dockerfile =
        QStringLiteral("Dockerfile"); // absolute, or the default inside the context
    QString imageName;
    QString tag = QStringLiteral("latest");
    Pairs buildArgs;
    QString target;
    QString platform;
    bool noCache = false;
    bool pull = false;
    QString network;
    QStringList secrets; // docker's form: id=NAME,src=/file or id=NAME,env=VARIABLE
    bool push = false;
    bool operator==(const DockerBuild &) const = default;
};

struct DockerTag {
    QString sourceImage;
    QString targetImage;
    bool operator==(const DockerTag &) const = default;
};

struct DockerRun {
    QString image;
    QStringList command;
    QString name;
    Pairs environment;
    Pairs ports; // [address:]host -> container[/protocol]
    Pairs volumes; // host path or volume name -> container path[:options]
    QString network;
    QString user;
    QString workingDir;
    QString memory; // bytes, with b, k, m or g
    QString cpus;
    QString gpus;
    QString restart; // no, always, unless-stopped, on-failure[:n]
    bool detach = false; // implies remove = false
    bool remove = true;
    bool operator==(const DockerRun &) const = default;
};

struct DockerLogin { // the password is no part of it: it is never stored
    QString registry; // "" = Docker Hub
    QString username;
    bool operator==(const DockerLogin &) const = default;
};

struct OllamaPull {
    QString modelName;
    bool insecure = false;
    bool operator==(const OllamaPull &) const = default;
};

struct OllamaRun {
    QString modelName;
    QString prompt;
    QString logOf; // task id or key whose log's end is put after the prompt
    QString system;
    int maxTokens = 1000;
    double temperature = 0.7;
    QString format;
    QStringList images; // absolute paths
    QString keepAlive;
    bool operator==(const OllamaRun &) const = default;
};

// In the order of TaskType: typeOf() is the index.
using TaskSpec = std::variant<DockerPull, DockerPush, DockerBuild, DockerTag, DockerRun,
    DockerLogin, OllamaPull, OllamaRun>;

struct TaskOptions {
    int priority = 0; // higher first
    QString category = QStringLiteral("general");
    QStringList tags;
    int maxRetries = 3;
    std::optional<int> timeoutSeconds; // none = no limit
    std::optional<int> stallSeconds; // none = the type's own, 0 = never
    QStringList after; // task ids, or keys of the same submit
    QString key; // a name for `after` within one submit
    QDateTime notBefore; // invalid = at once
    QString host; // docker context, DOCKER_HOST or Ollama URL; "" = the current one
    bool notify = false; // somebody wants to be told when it ends, however it ends
    bool operator==(const TaskOptions &) const = default;
};

// What is submitted: no id yet, nothing has happened to it.
struct TaskDraft {
    TaskSpec spec;
    TaskOptions options;
    QByteArray secret; // a docker_login's password: in memory only, never part of a task
};

// The first thing wrong with a request, naming the field as the JSON form spells it.
struct FieldError {
    ErrorCode code = ErrorCode::ValidationInvalidParams;
    QString field;
    Sentence reason;
    Sentence
        besideField; // the same where the field is in sight, if `reason` names fields as JSON does
};

TaskType typeOf(const TaskSpec &spec);
TaskSpec emptySpec(TaskType type);
// Checks the words and, for a build, that context and Dockerfile are there. Asks no engine.
std::optional<FieldError> validate(const TaskSpec &spec);
std::optional<FieldError> validate(const TaskOptions &options);

QString dockerfilePath(const DockerBuild &build);
QString fullImageName(const QString &imageName, const QString &tag);
// What the task is called in a list: the reference, model, or source -> target.
QString displayName(const TaskSpec &spec);

} // namespace slipway
