#include "app/command_session.h"

#include "core/command/contract_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

QByteArray lineOf(const QJsonObject &object)
{
    return contractText(object) + '\n';
}

} // namespace

CommandSession::CommandSession(int connection, CommandInterface &commands, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_connection(connection)
    , m_readable(connection, QSocketNotifier::Read)
    , m_writable(connection, QSocketNotifier::Write)
{
    m_writable.setEnabled(false);
    connect(&m_readable, &QSocketNotifier::activated, this, &CommandSession::read);
    connect(&m_writable, &QSocketNotifier::activated, this, &CommandSession::write);
    m_hangUpCheck.setInterval(1000);
    connect(&m_hangUpCheck, &QTimer::timeout, this, [this] {
        if (isHungUp())
            end();
    });
}

CommandSession::~CommandSession()
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    ::close(m_connection);
}

void CommandSession::finish()
{
    if (m_ended)
        return;
    write();
    end();
}

void CommandSession::read()
{
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = ::recv(m_connection, buffer.data(), buffer.size(), 0);
    if (count < 0) {
        if (errno != EAGAIN && errno != EINTR)
            end();
        return;
    }
    if (count == 0) { // a client may send, close its half and still wait for the replies
        m_readAll = true;
        m_lines.end();
        m_hangUpCheck.start();
    } else {
        m_lines.feed(QByteArrayView(buffer.data(), count));
    }
    takeRequests();
    if (m_readAll && isHungUp())
        end();
    endIfDone();
}

bool CommandSession::isHungUp() const
{
    pollfd question{ m_connection, 0, 0 };
    return ::poll(&question, 1, 0) > 0 && (question.revents & (POLLHUP | POLLERR)) != 0;
}

bool CommandSession::mayTakeRequest() const
{
    return m_unsent.size() - m_sent + m_heldBack < maxUnsentReplies
        && m_openRequests < maxOpenRequests;
}

void CommandSession::takeRequests()
{
    while (!m_ended && mayTakeRequest()) {
        const auto line = m_lines.next();
        if (!line)
            break;
        take(*line);
    }
    m_readable.setEnabled(!m_ended && !m_readAll && mayTakeRequest());
}

void CommandSession::take(const RequestLines::Line &line)
{
    if (line.tooLong) {
        const QString why = CommandInterface::tooLong();
        return replyInOrder()(failure(errorCodeName(ErrorCode::ValidationInvalidFormat), why,
            { { u"field"_s, u"request"_s }, { u"reason"_s, why } }));
    }
    if (line.text.trimmed().isEmpty())
        return;
    const auto read = readRequest(line.text);
    if (const auto *error = std::get_if<QJsonObject>(&read))
        return (error->contains(u"id"_s) ? replyAtOnce() : replyInOrder())(*error);
    const Request &request = std::get<Request>(read);
    const Reply ready = request.id.isUndefined() ? replyInOrder() : replyAtOnce();
    const Reply reply = [ready, id = request.id](
                            const QJsonObject &answer) { ready(withId(answer, id)); };
    if (request.action == "subscribe"_L1)
        subscribe(request.params, reply);
    else
        m_commands.handle(request.action, request.params, reply);
}

// A second subscribe takes the place of the first.
void CommandSession::subscribe(const QJsonObject &params, const Reply &reply)
{
    const auto wanted = readWantedEvents(params);
    if (const auto *error = std::get_if<QJsonObject>(&wanted))
        return reply(*error);
    if (m_subscription)
        delete m_subscription;
    m_subscription = new Subscription(m_commands.queue(), std::get<WantedEvents>(wanted), this);
    connect(m_subscription, &Subscription::happened, this, &CommandSession::sendEvent);
    reply(success({ { u"subscribed"_s, true } }));
}

// A reply may come long after the connection is gone, and from inside the queue's own calls: it
// only notes the line, the event loop sends it.
Reply CommandSession::replyInOrder()
{
    const qint64 number = m_firstOrdered + qint64(m_ordered.size());
    m_ordered.emplace_back();
    ++m_openRequests;
    return [session = QPointer(this), number](const QJsonObject &answer) {
        if (!session)
            return;
        auto &place = session->m_ordered[size_t(number - session->m_firstOrdered)];
        place = lineOf(answer);
        session->m_heldBack += place->size();
        --session->m_openRequests;
        session->sendReadyReplies();
    };
}

Reply CommandSession::replyAtOnce()
{
    ++m_openRequests;
    return [session = QPointer(this)](const QJsonObject &answer) {
        if (!session)
            return;
        --session->m_openRequests;
        session->send(lineOf(answer));
    };
}

void CommandSession::sendReadyReplies()
{
    while (!m_ordered.empty() && m_ordered.front()) {
        m_heldBack -= m_ordered.front()->size();
        send(*m_ordered.front());
        m_ordered.pop_front();
        ++m_firstOrdered;
    }
}

void CommandSession::sendEvent(const QJsonObject &event)
{
    if (m_droppedEvents > 0 || m_unsent.size() - m_sent > maxUnsentEvents)
        ++m_droppedEvents;
    else
        send(lineOf(event));
}

void CommandSession::tellLag()
{
    if (m_droppedEvents == 0 || m_unsent.size() - m_sent > maxUnsentEvents / 2)
        return;
    send(lineOf(
        { { u"event"_s, u"lagged"_s }, { u"dropped"_s, std::exchange(m_droppedEvents, 0) } }));
}

void CommandSession::send(const QByteArray &line)
{
    if (m_ended)
        return;
    m_unsent += line;
    m_writable.setEnabled(true);
}

void CommandSession::write()
{
    while (m_sent < m_unsent.size()) {
        const ssize_t count = ::send(m_connection, m_unsent.constData() + m_sent,
            size_t(m_unsent.size() - m_sent), MSG_NOSIGNAL);
        if (count < 0) {
            if (errno != EAGAIN && errno != EINTR)
                return end();
            break;
        }
        m_sent += count;
    }
    // Moving the rest down costs time, so only when it has become the smaller part.
    if (m_sent > m_unsent.size() / 2) {
        m_unsent.remove(0, m_sent);
        m_sent = 0;
    }
    m_writable.setEnabled(!m_unsent.isEmpty());
    tellLag();
    takeRequests();
    endIfDone();
}

void CommandSession::endIfDone()
{
    if (m_readAll && m_unsent.isEmpty() && m_openRequests == 0 && m_ordered.empty()
        && !m_subscription && mayTakeRequest())
        end();
}

void CommandSession::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    m_hangUpCheck.stop();
    QMetaObject::invokeMethod(
        this, [this] { emit ended({}); }, Qt::QueuedConnection);
}

} // namespace slipway
