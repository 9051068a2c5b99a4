#include "core/command/contract_text.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

    // Where two lists of the contract disagree, the task's comes first.
    constexpr const char *orderedKeys[] = { "success", "event", "task_id", "id", "task_type", "type", "status",
        "status_description", "message", "action", "task_status", "queue_position", "params", "progress",
        "current_step", "created_at", "started_at", "completed_at", "duration", "timing", "task", "task_ids",
        "task_summary", "queue_status", "statistics", "summary", "status_distribution", "type_distribution",
        "error_distribution", "performance", "retry_statistics", "recent_activity", "recent_tasks",
        "running_tasks", "all_tasks_with_logs", "status_descriptions", "data", "result", "error", "error_code",
        "error_details", "error_info", "code", "description", "suggestions", "fixes", "retry", "retry_count",
        "max_retries", "can_retry", "transfer", "bytes_done", "bytes_total", "bytes_per_second",
        "seconds_left", "layers", "status_group", "stopping", "history", "at", "note", "priority", "category",
        "tags", "after", "waiting_for", "next_retry_at", "pause_cost", "timeout_seconds", "stall_seconds",
        "host", "command_line", "logs", "logs_total", "timestamp" };

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

    // One list holds the encoding of a single value: QJsonDocument takes no other.
    QByteArray plain(const QJsonValue &value)
    {
        const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2);
    }

    void appendObject(QByteArray &text, const QJsonObject &object)
    {
        QStringList keys = object.keys();
        std::stable_sort(keys.begin(), keys.end(),
            [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
        text += '{';
        for (const QString &key : keys) {
            if (key != keys.first())
                text += ',';
            text += plain(key) + ':';
            append(text, object.value(key));
        }
        text += '}';
    }

    void append(QByteArray &text, const QJsonValue &value)
    {
        if (value.isObject())
            return appendObject(text, value.toObject());
        if (!value.isArray()) {
            text += plain(value);
            return;
        }
        text += '[';
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0)
                text += ',';
            append(text, array.at(i));
        }
        text += ']';
    }

} // namespace

QByteArray contractText(const QJsonObject &object)
{
    QByteArray text;
    appendObject(text, object);
    return text;
}

} // namespace slipway
