#include "core/task/task_json.h"

#include "core/task/task_fields.h"
#include "core/task/validation.h"
#include "core/task/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QJsonValue valueToJson(const QString &value)
{
    return value;
}
QJsonValue valueToJson(bool value)
{
    return value;
}
QJsonValue valueToJson(int value)
{
    return value;
}
QJsonValue valueToJson(double value)
{
    return value;
}
QJsonValue valueToJson(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}
QJsonValue valueToJson(const Pairs &value)
{
    QJsonObject object;
    for (auto it = value.cbegin(); it != value.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}
QJsonValue valueToJson(const std::optional<int> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}
QJsonValue valueToJson(const QDateTime &value)
{
    return value.isValid() ? QJsonValue(value.toString(Qt::ISODateWithMs))
                           : QJsonValue(QJsonValue::Null);
}

// Each reader answers with the reason a value is refused. Null always means the default.
Reason readValue(const QJsonValue &json, QString &out, Need)
{
    if (json.isDouble()) // 1.10 would arrive as 1.1: say so instead of guessing
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a text in quotes"));
    if (!json.isString())
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a text"));
    out = json.toString();
    return std::nullopt;
}

Reason readValue(const QJsonValue &json, bool &out, Need)
{
    if (json.isBool()) {
        out = json.toBool();
        return std::nullopt;
    }
    const QString word =
        json.isDouble() ? QString::number(json.toDouble()) : json.toString().toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "1"_L1)
        out = true;
    else if (word == "false"_L1 || word == "no"_L1 || word == "0"_L1)
        out = false;
    else
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "must be true or false"));
    return std::nullopt;
}

Reason readValue(const QJsonValue &json, double &out, Need)
{
    bool ok = json.isDouble();
    out = ok ? json.toDouble() : json.toString().toDouble(&ok);
    return ok ? Reason() : Reason(Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a number")));
}

Reason readValue(const QJsonValue &json, int &out, Need need)
{
    double number = 0;
    if (readValue(json, number, need) || !(std::trunc(number) == number))
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a whole number"));
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "is out of range"));
    out = int(number);
    return std::nullopt;
}

Reason readValue(const QJsonValue &json, std::optional<int> &out, Need need)
{
    int number = 0;
    const auto reason = readValue(json, number, need);
    if (!reason)
        out = number;
    return reason;
}

Reason readValue(const QJsonValue &json, QStringList &out, Need need)
{
    QJsonArray array = json.toArray();
    if (json.isString()) {
        const QString text = json.toString();
        if (need != Need::Words)
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a list of texts"));
        if (!text.startsWith(u'[')) {
            const auto words = splitWords(text);
            if (!words)
                return Sentence(QT_TRANSLATE_NOOP("Sentence", "has a quote that is not closed"));
            out = *words;
            return std::nullopt;
        }
        const QJsonDocument list = QJsonDocument::fromJson(text.toUtf8());
        if (!list.isArray())
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "starts with [ but is no JSON list"));
        array = list.array();
    } else if (!json.isArray()) {
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a list of texts"));
    }
    QStringList list;
    for (const QJsonValue &item : array) {
        if (!item.isString())
            return Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a list of texts"));
        list.append(item.toString());
    }
    out = list;
    return std::nullopt;
}

Reason readValue(const QJsonValue &json, Pairs &out, Need)
{
    if (!json.isObject())
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "must be an object of texts, like {\"NAME\":\"value\"}"));
    Pairs pairs;
    const QJsonObject object = json.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.value().isString())
            pairs.insert(it.key(), it.value().toString());
        else if (it.value().isDouble() && it.value().toDouble() == double(it.value().toInteger()))
            pairs.insert(it.key(), QString::number(it.value().toInteger()));
        else
            return Sentence(QT_TRANSLATE_NOOP(
                "Sentence", "must be an object of texts, like {\"NAME\":\"value\"}"));
    }
    out = pairs;
    return std::nullopt;
}

Reason readValue(const QJsonValue &json, QDateTime &out, Need)
{
    out = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    return out.isValid() ? Reason()
                         : Reason(Sentence(QT_TRANSLATE_NOOP(
                             "Sentence", "must be a time like 2030-01-31T22:00:00+01:00")));
}

QString withoutAlias(TaskType type, const QString &key)
{
    if (type == TaskType::DockerBuild && key == "dockerfile_path"_L1)
        return u"dockerfile"_s;
    if (type == TaskType::DockerRun && key == "run_command"_L1)
        return u"command"_s;
    return key;
}

Sentence inSentence(const QString &key, const Sentence &reason)
{
    return Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 %2"), { key }, { reason });
}

std::optional<FieldError> readField(
    const QJsonObject &params, const char *name, auto &member, Need need)
{
    const QString key = QString::fromLatin1(name);
    const QJsonValue value = params.value(key);
    const bool required = need == Need::Required || need == Need::RequiredPath;
    if (value.isUndefined() || value.isNull()) {
        if (!required)
            return std::nullopt;
        return FieldError{ ErrorCode::ValidationMissingRequired, key,
            Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 is required"), { key }) };
    }
    if (const auto reason = readValue(value, member, need))
        return FieldError{ ErrorCode::ValidationInvalidFormat, key, inSentence(key, *reason) };
    return std::nullopt;
}

QJsonObject fieldsToJson(const auto &described)
{
    QJsonObject json;
    describeFields(described, [&json](const char *name, const auto &member, Need) {
        json.insert(QLatin1String(name), valueToJson(member));
    });
    return json;
}

QJsonObject changedFieldsToJson(const auto &described)
{
    static const QJsonObject untouched = fieldsToJson(std::remove_cvref_t<decltype(described)>{});
    QJsonObject json;
    describeFields(described, [&json](const char *name, const auto &member, Need) {
        const QLatin1String key(name);
        if (const QJsonValue value = valueToJson(member); value != untouched[key])
            json.insert(key, value);
    });
    return json;
}

template <typename Visit> void visitAllFields(TaskType type, Visit &&visit)
{
    TaskSpec spec = emptySpec(type);
    std::visit([&visit](auto &each) { describeFields(each, visit); }, spec);
    TaskOptions options;
    describeFields(options, visit);
}

} // namespace

QStringList knownKeys(TaskType type)
{
    QStringList keys;
    visitAllFields(
        type, [&keys](const char *name, auto &, Need) { keys.append(QString::fromLatin1(name)); });
    return keys;
}

bool isPathKey(TaskType type, const QString &key)
{
    bool path = false;
    visitAllFields(type, [&](const char *name, auto &, Need need) {
        if (withoutAlias(type, key) == QLatin1String(name))
            path = need == Need::OptionalPath || need == Need::RequiredPath;
    });
    return path;
}

OrFieldError<TaskDraft> draftFromJson(TaskType type, const QJsonObject &given)
{
    const QStringList known = knownKeys(type);
    QJsonObject params;
    TaskDraft draft{ emptySpec(type), {}, {} };
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        const QString key = withoutAlias(type, it.key());
        if (type == TaskType::DockerLogin && key == "secret"_L1) {
            if (!it.value().isString())
                return FieldError{ ErrorCode::ValidationInvalidFormat, key,
                    inSentence(key, Sentence(QT_TRANSLATE_NOOP("Sentence", "must be a text"))) };
            draft.secret = it.value().toString().toUtf8();
            continue;
        }
        if (!known.contains(key)) {
            const QStringList near = nearestNames(key, known);
            const Sentence hint = near.isEmpty()
                ? Sentence(QT_TRANSLATE_NOOP("Sentence", "known are: %1"), { known.join(", "_L1) })
                : Sentence(
                    QT_TRANSLATE_NOOP("Sentence", "did you mean %1?"), { near.join(", "_L1) });
            return FieldError{ ErrorCode::ValidationInvalidParams, key,
                Sentence(QT_TRANSLATE_NOOP("Sentence", "%1 has no parameter \"%2\"; %3"),
                    { taskTypeName(type), key }, { hint }) };
        }
        if (params.contains(key))
            return FieldError{ ErrorCode::ValidationInvalidParams, key,
                Sentence(
                    QT_TRANSLATE_NOOP("Sentence", "%1 is given twice, under two names"), { key }) };
        params.insert(key, it.value());
    }
    std::optional<FieldError> error;
    const auto read = [&](const char *name, auto &member, Need need) {
        if (!error)
            error = readField(params, name, member, need);
    };
    std::visit([&read](auto &each) { describeFields(each, read); }, draft.spec);
    describeFields(draft.options, read);
    if (!error)
        error = validate(draft.spec);
    if (!error)
        error = validate(draft.options);
    if (error)
        return *error;
    if (auto *run = std::get_if<DockerRun>(&draft.spec); run && run->detach)
        run->remove = false;
    return draft;
}

void readFields(const QJsonObject &json, TaskSpec &spec)
{
    std::visit(
        [&json](auto &each) {
            describeFields(each, [&json](const char *name, auto &member, Need need) {
                readField(json, name, member, need);
            });
        },
        spec);
}

void readFields(const QJsonObject &json, TaskOptions &options)
{
    describeFields(options, [&json](const char *name, auto &member, Need need) {
        readField(json, name, member, need);
    });
}

QJsonObject specToJson(const TaskSpec &spec)
{
    return std::visit([](const auto &each) { return fieldsToJson(each); }, spec);
}

QJsonObject optionsToJson(const TaskOptions &options)
{
    return fieldsToJson(options);
}

QJsonObject specToSparseJson(const TaskSpec &spec)
{
    return std::visit([](const auto &each) { return changedFieldsToJson(each); }, spec);
}

QJsonObject optionsToSparseJson(const TaskOptions &options)
{
    return changedFieldsToJson(options);
}

OrFieldError<QJsonValue> jsonFromText(TaskType type, const QString &key, const QString &text)
{
    std::optional<OrFieldError<QJsonValue>> answer;
    visitAllFields(type, [&](const char *name, auto &member, Need need) {
        if (withoutAlias(type, key) != QLatin1String(name))
            return;
        using Member = std::remove_reference_t<decltype(member)>;
        QJsonValue json = text;
        constexpr bool isList =
            std::is_same_v<Member, QStringList> || std::is_same_v<Member, Pairs>;
        if (isList && need != Need::Words) {
            const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
            json =
                document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
            if (document.isNull()) {
                answer = FieldError{ ErrorCode::ValidationInvalidFormat, key,
                    u"%1 must be JSON, like %2"_s.arg(key,
                        std::is_same_v<Member, Pairs> ? u"{\"a\":\"b\"}"_s : u"[\"a\",\"b\"]"_s) };
                return;
            }
        }
        if (const auto reason = readValue(json, member, need))
            answer =
                FieldError{ ErrorCode::ValidationInvalidFormat, key, inSentence(key, *reason) };
        else
            answer = valueToJson(member);
    });
    if (answer)
        return *answer;
    return QJsonValue(text); // unknown: the queue's own answer names the nearest keys
}

} // namespace slipway
