// One connection to the queue: requests in, replies and events out, a line each.
//
// Replies come in the order of their requests; those to a request with an "id" may overtake. A
// client that does not read makes nothing grow: its requests are not read while its replies wait,
// and its events are dropped and counted.
#pragma once

#include "app/request_lines.h"
#include "core/command/command_interface.h"
#include "core/command/subscription.h"

#include <QSocketNotifier>
#include <QTimer>

#include <deque>

namespace slipway {

class CommandSession : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maxUnsentReplies = 1024 * 1024; // bytes; then no request is read
    static constexpr qsizetype maxUnsentEvents = 4 * 1024 * 1024; // bytes; then events are dropped
    static constexpr int maxOpenRequests = 256; // taken and not answered

    // Takes over `connection`, a non-blocking descriptor.
    CommandSession(int connection, CommandInterface &commands, QObject *parent = nullptr);
    ~CommandSession() override;

    // Sends what the socket takes at once, and ends.
    void finish();

signals:
    void ended(QPrivateSignal); // once, last; from the event loop, never inside a call

private:
    void read();
    void takeRequests();
    bool mayTakeRequest() const;
    bool isHungUp() const;
    void take(const RequestLines::Line &line);
    void subscribe(const QJsonObject &params, const Reply &reply);
    Reply replyInOrder();
    Reply replyAtOnce();
    void sendReadyReplies();
    void sendEvent(const QJsonObject &event);
    void tellLag();
    void send(const QByteArray &line);
    void write();
    void endIfDone();
    void end();

    CommandInterface &m_commands;
    int m_connection;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    QTimer m_hangUpCheck; // once the client sends no more, only asking tells whether it is there
    RequestLines m_lines;
    bool m_readAll = false; // the client sends no more
    bool m_ended = false;

    std::deque<std::optional<QByteArray>> m_ordered; // replies due, empty while not there
    qint64 m_firstOrdered = 0; // number of the first of them
    qsizetype m_heldBack = 0; // bytes in m_ordered
    int m_openRequests = 0;
    QByteArray m_unsent;
    qsizetype m_sent = 0; // of m_unsent
    Subscription *m_subscription = nullptr;
    qint64 m_droppedEvents = 0;
};

} // namespace slipway
