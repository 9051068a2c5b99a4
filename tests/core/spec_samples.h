// Tasks as a person may ask for them, in JSON, and what is answered.
#pragma once

#include "core/task/task_json.h"
#include "tests/support/json_object.h"

#include <QDir>
#include <QTemporaryDir>

namespace slipway {

using namespace Qt::StringLiterals;

// Holds what a build and a question may name. DIR in a text stands for it.
class SpecFolder {
public:
    SpecFolder()
    {
        QDir(path()).mkdir(u"empty"_s);
        for (const QString &name : { u"Dockerfile"_s, u"Other"_s, u"a.png"_s }) {
            QFile file(filePath(name));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot make %s", qPrintable(file.fileName()));
        }
    }
    QString path() const { return m_dir.path(); }
    QString filePath(const QString &name) const { return m_dir.filePath(name); }
    QString inFolder(QString text) const { return text.replace(u"DIR"_s, path()); }

    // The least of each type that is accepted; a row of a test adds to it.
    QString leastOf(TaskType type) const
    {
        switch (type) {
        case TaskType::DockerPull:
        case TaskType::DockerPush:
            return u"{\"image_name\":\"app\"}"_s;
        case TaskType::DockerBuild:
            return u"{\"context_path\":\"%1\"}"_s.arg(path());
        case TaskType::DockerTag:
            return u"{\"source_image\":\"a\",\"target_image\":\"b\"}"_s;
        case TaskType::DockerRun:
            return u"{\"image\":\"app\"}"_s;
        case TaskType::DockerLogin:
            return u"{\"username\":\"ann\"}"_s;
        case TaskType::OllamaPull:
            return u"{\"model_name\":\"m\"}"_s;
        case TaskType::OllamaRun:
            return u"{\"model_name\":\"m\",\"prompt\":\"Hi\"}"_s;
        }
        Q_UNREACHABLE();
    }
    QJsonObject leastWith(TaskType type, const QString &more) const
    {
        QJsonObject json = object(leastOf(type));
        const QJsonObject added = object(inFolder(more));
        for (auto it = added.begin(); it != added.end(); ++it)
            json.insert(it.key(), it.value());
        return json;
    }

private:
    QTemporaryDir m_dir;
};

inline QString say(const OrFieldError<TaskDraft> &draft)
{
    const auto *error = std::get_if<FieldError>(&draft);
    return error
        ? u"%1 %2: %3"_s.arg(errorCodeName(error->code), error->field, error->reason.english())
        : u"accepted"_s;
}

} // namespace slipway
