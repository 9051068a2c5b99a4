#include "app/ctl/add_line.h"

#include "core/intake/absolute_paths.h"
#include "core/task/task_json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

bool isPassword(const QString &key)
{
    return key == "secret"_L1 || key == "password"_L1;
}

// "after=a1b2c3d4,other" beside the JSON list.
std::optional<QJsonValue> plainList(const QString &key, const QString &text)
{
    if ((key != "after"_L1 && key != "tags"_L1) || text.startsWith(u'['))
        return std::nullopt;
    return QJsonArray::fromStringList(text.split(u',', Qt::SkipEmptyParts));
}

} // namespace

std::variant<QJsonObject, Sentence> readAddLine(const QStringList &words, const QString &folder)
{
    QStringList names;
    for (TaskType each : allTaskTypes())
        names.append(taskTypeName(each));
    if (words.isEmpty())
        return u"add: the type of the task is missing; known are %1"_s.arg(names.join(u", "_s));
    const auto type = taskTypeFromName(words[0]);
    if (!type)
        return u"add: there is no task type \"%1\"; known are %2"_s.arg(
            words[0], names.join(u", "_s));
    QJsonObject params;
    for (const QString &word : words.mid(1)) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return u"add: \"%1\" must be written key=value"_s.arg(word);
        const QString key = word.left(equals);
        const QString text = word.mid(equals + 1);
        if (*type == TaskType::DockerLogin && isPassword(key))
            return u"add: a password is not taken in the arguments: everybody on this machine can read them"_s;
        if (params.contains(key))
            return u"add: %1 is given twice"_s.arg(key);
        if (const auto list = plainList(key, text)) {
            params[key] = *list;
            continue;
        }
        const auto value = jsonFromText(*type, key, text);
        if (const auto *error = std::get_if<FieldError>(&value))
            return u"add: "_s + error->reason.english();
        params[key] = std::get<QJsonValue>(value);
    }
    return QJsonObject{ { u"task_type"_s, taskTypeName(*type) },
        { u"params"_s, withAbsolutePaths(*type, params, folder) } };
}

} // namespace slipway
