#include "core/command/contract_text.h"

#include "core/task/json_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// Where two lists of the contract disagree, the task's comes first.
constexpr const char *orderedKeys[] = { "success", "event", "task_id", "id", "task_type", "type",
    "status", "status_description", "message", "action", "task_status", "queue_position", "params",
    "progress", "current_step", "created_at", "started_at", "completed_at", "duration", "timing",
    "task", "task_ids", "task_summary", "queue_status", "statistics", "summary",
    "status_distribution", "type_distribution", "error_distribution", "performance",
    "retry_statistics", "recent_activity", "recent_tasks", "running_tasks", "all_tasks_with_logs",
    "status_descriptions", "data", "result", "error", "error_code", "error_details", "error_info",
    "code", "description", "suggestions", "fixes", "retry", "retry_count", "max_retries",
    "can_retry", "transfer", "bytes_done", "bytes_total", "bytes_per_second", "seconds_left",
    "layers", "status_group", "stopping", "history", "at", "note", "priority", "category", "tags",
    "after", "waiting_for", "next_retry_at", "pause_cost", "timeout_seconds", "stall_seconds",
    "host", "command_line", "quiet_since", "usual_seconds", "leftover", "kind", "bytes", "logs",
    "logs_total", "timestamp" };

int rankOf(const QString &key)
{
    static const QHash<QString, int> ranks = [] {
        QHash<QString, int> made;
        for (const char *each : orderedKeys)
            made.insert(QString::fromLatin1(each), int(made.size()));
        return made;
    }();
    return ranks.value(key, int(std::size(orderedKeys)));
}

void append(QByteArray &text, const QJsonValue &value);

// QJsonDocument writes numbers best, and takes no single value: a list holds it.
void appendNumber(QByteArray &text, const QJsonValue &number)
{
    const double value = number.toDouble();
    if (std::abs(value) < 1e15 && value == std::floor(value)) {
        text += QByteArray::number(qint64(value));
        return;
    }
    const QByteArray list = QJsonDocument(QJsonArray{ number }).toJson(QJsonDocument::Compact);
    text += QByteArrayView(list).sliced(1, list.size() - 2);
}

void appendObject(QByteArray &text, const QJsonObject &object)
{
    struct Member {
        int rank;
        QString key;
        QJsonValue value;
    };
    QVarLengthArray<Member, 48> members;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString key = it.key();
        members.append({ rankOf(key), key, it.value() });
    }
    std::stable_sort(members.begin(), members.end(),
        [](const Member &a, const Member &b) { return a.rank < b.rank; });
    text += '{';
    bool first = true;
    for (const Member &member : members) {
        if (!std::exchange(first, false))
            text += ',';
        appendJsonString(text, member.key);
        text += ':';
        append(text, member.value);
    }
    text += '}';
}

void appendArray(QByteArray &text, const QJsonArray &array)
{
    text += '[';
    bool first = true;
    for (const QJsonValue &item : array) {
        if (!std::exchange(first, false))
            text += ',';
        append(text, item);
    }
    text += ']';
}

void append(QByteArray &text, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return appendObject(text, value.toObject());
    case QJsonValue::Array:
        return appendArray(text, value.toArray());
    case QJsonValue::String:
        return appendJsonString(text, value.toString());
    case QJsonValue::Double:
        return appendNumber(text, value);
    case QJsonValue::Bool:
        text += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        text += "null";
        return;
    }
}

} // namespace

QByteArray contractText(const QJsonObject &object)
{
    QByteArray text;
    appendObject(text, object);
    return text;
}

} // namespace slipway
