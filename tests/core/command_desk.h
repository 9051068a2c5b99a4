// A queue whose engines the test commands, asked through the JSON contract.
#pragma once

#include "core/command/command_interface.h"
#include "queue_bench.h"
#include "tests/support/json_object.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace slipway {

using namespace Qt::StringLiterals;

inline QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

inline QString sorted(QStringList names)
{
    names.sort();
    return names.join(u' ');
}

inline QString keysOf(const QJsonValue &json)
{
    return sorted(json.toObject().keys());
}

struct Desk : QueueBench {
    CommandInterface commands{ queue };

    using QueueBench::QueueBench;

    QJsonObject ask(const QByteArray &line)
    {
        std::optional<QJsonObject> answer;
        int answers = 0;
        commands.handleLine(line, [&](const QJsonObject &reply) {
            answer = reply;
            ++answers;
        });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || answers != 1)
            return {};
        return *answer;
    }
    QJsonObject ask(const QString &action, const QJsonObject &params)
    {
        return ask(compact({ { u"action"_s, action }, { u"params"_s, params } }));
    }
    QJsonObject askFlat(const QString &action, QJsonObject params)
    {
        params[u"command"] = action;
        return ask(compact(params));
    }
    QJsonObject data(const QString &action, const QJsonObject &params)
    {
        const QJsonObject reply = ask(action, params);
        return reply[u"success"].toBool() ? reply[u"data"].toObject() : QJsonObject();
    }
};

inline QString codeOf(const QJsonObject &reply)
{
    return reply[u"error"][u"code"].toString();
}

inline Task storedTask(TaskStatus status, TaskType type = TaskType::DockerPull)
{
    static qint64 sequence = 0;
    Task task;
    task.id = QUuid::createUuid();
    task.sequence = ++sequence;
    task.spec = draftOf(type).spec;
    task.status = status;
    task.createdAt = QDateTime::currentDateTimeUtc();
    task.history = { { status, task.createdAt, {} } };
    task.attempt = 1;
    return task;
}

} // namespace slipway
