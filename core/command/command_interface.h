// Requests in, replies out: the JSON contract on top of a QueueService.
#pragma once

#include "core/command/command_reply.h"

#include <QHash>
#include <QObject>

namespace slipway {

class CommandInterface : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maxRequestBytes = 1024 * 1024;
    static constexpr qsizetype maxImportBytes = 64 * maxRequestBytes;
    static QString tooLong(); // what a longer request is answered with
    // How long the request with this beginning may be. `beginning`: all of it, or its first MiB.
    static qsizetype maxBytesOf(QByteArrayView beginning);

    explicit CommandInterface(QueueService &queue, QObject *parent = nullptr);

    // What raises the window of the program that runs the queue. One without a window says so.
    void setWindow(std::function<void()> raise) { m_raise = std::move(raise); }

    QueueService &queue() const { return m_queue; }
    QStringList actions() const;

    // One request as it came over the wire; `reply` is called exactly once, now or later.
    void handleLine(const QByteArray &line, const Reply &reply);
    void handle(const QString &action, const QJsonObject &params, const Reply &reply);

private:
    using Command = std::function<void(const QJsonObject &params, const Reply &reply)>;

    QueueService &m_queue;
    QHash<QString, Command> m_commands;
    std::function<void()> m_raise;
};

// Both written forms of a request: {"action","params"} and the flat one with "command".
struct Request {
    QString action;
    QJsonObject params;
    QJsonValue id = QJsonValue(QJsonValue::Undefined);
};
std::variant<Request, QJsonObject> readRequest(const QByteArray &line);
QJsonObject withId(QJsonObject reply, const QJsonValue &id);

} // namespace slipway
