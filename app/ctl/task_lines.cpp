#include "app/ctl/task_lines.h"

#include "app/ctl/words.h"
#include "core/task/task_json.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QString inGroup(const QJsonObject &task)
{
    return task.value(u"status_group").toString();
}

QTime retryTimeOf(const QJsonObject &task)
{
    const QString text = task.value(u"next_retry_at").toString();
    return QDateTime::fromString(text, Qt::ISODateWithMs).toLocalTime().time();
}

// Why it does not run yet: its own words, and when and why it is tried again.
QString waitingText(const QJsonObject &task)
{
    QStringList parts;
    if (const QTime at = retryTimeOf(task); at.isValid())
        parts.append(u"tries again at "_s + at.toString(u"HH:mm:ss"_s));
    const QString why = task.value(u"waiting_for").toString();
    if (!why.isEmpty())
        parts.append(why);
    else if (!parts.isEmpty() && task.value(u"error").isString())
        parts.append(task.value(u"error").toString());
    return printable(parts.join(u". "_s));
}

// Why it does not move, or what it does now.
QString remark(const QJsonObject &task)
{
    if (inGroup(task) == "waiting"_L1)
        return waitingText(task);
    const bool isActive = inGroup(task) == "active"_L1;
    return printable(task.value(isActive ? u"current_step"_s : u"error"_s).toString());
}

// What is worth most in the one cell or line there is.
QString shortRemark(const QJsonObject &task)
{
    const QString status = task.value(u"status").toString();
    const QString progress = progressText(task);
    const bool isOver = status == "failed"_L1 || status == "timeout"_L1;
    return progress.isEmpty() || isOver ? remark(task).section(u'\n', 0, 0) : progress;
}

QString timeOf(const QJsonObject &task, const QString &key)
{
    const auto time = QDateTime::fromString(task.value(key).toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

QString valueText(const QJsonValue &value)
{
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            parts.append(it.key() + u'=' + it.value().toString());
        return parts.join(u", "_s);
    }
    if (value.isDouble() && value.toDouble() == double(value.toInteger()))
        return QString::number(value.toInteger());
    return value.toVariant().toString();
}

void addRow(QList<QStringList> &rows, const QString &label, const QString &text)
{
    if (!text.isEmpty())
        rows.append({ label, printable(text) });
}

void addResult(QList<QStringList> &rows, const QJsonObject &result)
{
    // A model's answer is read whole, not in a table's cell.
    for (auto it = result.constBegin(); it != result.constEnd(); ++it) {
        if (it.key() != "generated_text"_L1 && it.key() != "status"_L1)
            addRow(rows, QString(it.key()).replace(u'_', u' '), valueText(it.value()));
    }
}

} // namespace

QString taskName(const QJsonObject &task)
{
    const auto type = taskTypeFromName(task.value(u"task_type").toString());
    if (!type)
        return task.value(u"task_type").toString();
    TaskSpec spec = emptySpec(*type);
    readFields(task.value(u"params").toObject(), spec);
    return printable(displayName(spec));
}

QString statusText(const QJsonObject &task)
{
    const QString status = task.value(u"status").toString();
    return task.value(u"stopping").toBool() ? status + u", stopping"_s : status;
}

QString progressText(const QJsonObject &task)
{
    if (inGroup(task) == "finished"_L1) {
        const QJsonValue duration = task.value(u"duration");
        return duration.isDouble() ? u"after "_s + secondsText(duration.toDouble()) : QString();
    }
    if (inGroup(task) == "waiting"_L1)
        return {};
    QStringList parts;
    const QJsonObject transfer = task.value(u"transfer").toObject();
    const QJsonValue total = transfer.value(u"bytes_total");
    const double done = transfer.value(u"bytes_done").toDouble();
    if (const int percent = task.value(u"progress").toInt(); percent > 0 || total.isDouble())
        parts.append(u"%1 %"_s.arg(percent));
    if (total.isDouble())
        parts.append(u"%1 of %2"_s.arg(bytesText(done), bytesText(total.toDouble())));
    else if (done > 0)
        parts.append(bytesText(done));
    if (inGroup(task) == "active"_L1) {
        if (const double speed = transfer.value(u"bytes_per_second").toDouble(); speed > 0)
            parts.append(bytesText(speed) + u"/s"_s);
        if (const QJsonValue left = transfer.value(u"seconds_left"); left.isDouble())
            parts.append(secondsText(left.toDouble()) + u" left"_s);
    }
    return parts.join(u"  "_s);
}

QString taskTable(const QJsonArray &tasks)
{
    if (tasks.isEmpty())
        return u"There are no tasks.\n"_s;
    QList<QStringList> rows{ { u"ID"_s, u"TYPE"_s, u"NAME"_s, u"STATUS"_s, u"PROGRESS"_s } };
    for (const QJsonValue &value : tasks) {
        const QJsonObject task = value.toObject();
        rows.append({ shortId(task.value(u"id").toString()), task.value(u"task_type").toString(),
            elided(taskName(task), 48), statusText(task), elided(shortRemark(task), 60) });
    }
    return tableText(rows);
}

QString failureText(const QJsonObject &task)
{
    const QString error = task.value(u"error").toString();
    if (error.isEmpty())
        return {};
    QString text = u"    "_s + printable(error) + u'\n';
    const QString decisive =
        task.value(u"error_details").toObject().value(u"decisive_line").toString();
    if (!decisive.isEmpty() && decisive != error)
        text += u"    > "_s + printable(decisive) + u'\n';
    const QJsonArray suggestions =
        task.value(u"error_info").toObject().value(u"suggestions").toArray();
    for (const QJsonValue &suggestion : suggestions)
        text += u"    - "_s + printable(suggestion.toString()) + u'\n';
    return text;
}

QString changeLine(const QJsonObject &task, const QTime &at)
{
    QString line = u"%1  %2  %3  %4"_s.arg(at.toString(u"HH:mm:ss"_s),
        shortId(task.value(u"id").toString()), taskName(task), statusText(task));
    if (inGroup(task) == "waiting"_L1 && !waitingText(task).isEmpty())
        line += u": "_s + waitingText(task);
    if (inGroup(task) == "finished"_L1 && !progressText(task).isEmpty())
        line += u' ' + progressText(task);
    line += u'\n';
    const QString status = task.value(u"status").toString();
    return status == "failed"_L1 || status == "timeout"_L1 ? line + failureText(task) : line;
}

QString progressLine(const QJsonObject &task)
{
    QStringList parts{ taskName(task), statusText(task) };
    if (const QString rest = shortRemark(task); !rest.isEmpty())
        parts.append(rest);
    return parts.join(u"  "_s);
}

QString taskPage(const QJsonObject &task)
{
    QList<QStringList> rows;
    addRow(rows, u"id"_s, task.value(u"id").toString());
    addRow(rows, u"command"_s, task.value(u"command_line").toString());
    addRow(rows, u"type"_s, task.value(u"task_type").toString());
    addRow(rows, u"status"_s, statusText(task));
    addRow(rows, u"progress"_s, progressText(task));
    addRow(rows, u"step"_s, inGroup(task) == "active"_L1 ? remark(task) : QString());
    addRow(rows, u"waiting"_s, inGroup(task) == "waiting"_L1 ? waitingText(task) : QString());
    addRow(rows, u"host"_s, task.value(u"host").toString());
    addRow(rows, u"created"_s, timeOf(task, u"created_at"_s));
    addRow(rows, u"started"_s, timeOf(task, u"started_at"_s));
    addRow(rows, u"ended"_s, timeOf(task, u"completed_at"_s));
    if (const int retries = task.value(u"retry_count").toInt(); retries > 0)
        addRow(
            rows, u"retries"_s, u"%1 of %2"_s.arg(retries).arg(task.value(u"max_retries").toInt()));
    const QJsonObject result = task.value(u"result").toObject();
    addResult(rows, result);
    QString page = tableText(rows);
    if (const QString failure = failureText(task); !failure.isEmpty())
        page += u'\n' + failure;
    if (const QString answer = result.value(u"generated_text").toString(); !answer.isEmpty())
        page += u'\n' + printable(answer) + u'\n';
    return page;
}

} // namespace slipway
