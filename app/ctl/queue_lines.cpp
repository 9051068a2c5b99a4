#include "app/ctl/queue_lines.h"

#include "app/ctl/task_lines.h"
#include "app/ctl/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QString percentText(const QJsonValue &percent)
{
    return QString::number(percent.toDouble(), 'f', 1) + u" %"_s;
}

// The lines of a distribution that are not zero.
void addCounts(QList<QStringList> &rows, const QString &title, const QJsonObject &counts)
{
    bool first = true;
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it) {
        if (it.value().toInt() == 0)
            continue;
        rows.append({ std::exchange(first, false) ? title : QString(), it.key(),
            QString::number(it.value().toInt()) });
    }
}

} // namespace

QString queuePage(const QJsonObject &queueStatus)
{
    const QJsonObject statistics = queueStatus.value(u"statistics").toObject();
    const QJsonObject summary = statistics.value(u"summary").toObject();
    const QJsonObject counts = statistics.value(u"status_distribution").toObject();
    QStringList parts{ u"%1 of at most %2 running"_s.arg(summary.value(u"current_running").toInt())
                           .arg(summary.value(u"max_concurrent").toInt()),
        u"%1 waiting"_s.arg(summary.value(u"queue_size").toInt()) };
    for (const QString &status :
        { u"paused"_s, u"completed"_s, u"failed"_s, u"timeout"_s, u"cancelled"_s }) {
        if (const int count = counts.value(status).toInt(); count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(status));
    }
    QString page = parts.join(u", "_s) + u".\n"_s;
    if (queueStatus.value(u"held").toBool())
        page += u"The queue is on hold: nothing new starts until `slipwayctl release`.\n"_s;
    const QJsonArray running = queueStatus.value(u"running_tasks").toArray();
    return running.isEmpty() ? page : page + u'\n' + taskTable(running);
}

QString statisticsPage(const QJsonObject &statistics)
{
    const QJsonObject summary = statistics.value(u"summary").toObject();
    const QJsonObject performance = statistics.value(u"performance").toObject();
    const QJsonObject retries = statistics.value(u"retry_statistics").toObject();
    const QJsonObject recent = statistics.value(u"recent_activity").toObject();
    const auto number = [](const QJsonObject &object, const QString &key) {
        return QString::number(object.value(key).toInt());
    };
    QList<QStringList> rows{
        { u"tasks"_s, u"all"_s, number(summary, u"total_tasks"_s) },
        { {}, u"added in the last hour"_s, number(recent, u"last_hour"_s) },
        { {}, u"added in the last 24 hours"_s, number(recent, u"last_24h"_s) },
    };
    addCounts(rows, u"by status"_s, statistics.value(u"status_distribution").toObject());
    addCounts(rows, u"by type"_s, statistics.value(u"type_distribution").toObject());
    addCounts(rows, u"by error"_s, statistics.value(u"error_distribution").toObject());
    rows.append(
        { u"work"_s, u"completed of all"_s, percentText(performance.value(u"success_rate")) });
    rows.append({ {}, u"completed of those that ended"_s,
        percentText(performance.value(u"success_rate_finished")) });
    rows.append({ {}, u"average time of a completed task"_s,
        secondsText(performance.value(u"average_duration_seconds").toDouble()) });
    rows.append(
        { {}, u"transferred"_s, bytesText(performance.value(u"bytes_transferred").toDouble()) });
    rows.append({ u"retries"_s, u"all"_s, number(retries, u"total_retries"_s) });
    rows.append({ {}, u"tasks with retries"_s, number(retries, u"tasks_with_retries"_s) });
    rows.append({ {}, u"tasks at their limit"_s, number(retries, u"max_retries_reached"_s) });
    return tableText(rows, { 2 });
}

} // namespace slipway
