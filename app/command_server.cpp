#include "app/command_server.h"

#include "app/command_session.h"
#include "app/local_socket.h"

#include <QFile>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace slipway {

CommandServer::CommandServer(CommandInterface &commands, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
{
}

CommandServer::~CommandServer()
{
    close();
}

std::optional<QString> CommandServer::listen(const QString &path)
{
    const auto listener = listenOnSocket(path);
    if (const auto *problem = std::get_if<QString>(&listener))
        return *problem;
    m_listener = std::get<int>(listener);
    m_path = path;
    m_incoming = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_incoming.get(), &QSocketNotifier::activated, this, &CommandServer::accept);
    return std::nullopt;
}

void CommandServer::stopListening()
{
    if (m_listener < 0)
        return;
    m_incoming.reset();
    ::close(std::exchange(m_listener, -1));
    QFile::remove(m_path);
}

void CommandServer::close()
{
    stopListening();
    const auto sessions = findChildren<CommandSession *>(Qt::FindDirectChildrenOnly);
    for (CommandSession *session : sessions)
        session->finish();
}

void CommandServer::accept()
{
    const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (connection < 0) {
        if (errno != EMFILE && errno != ENFILE)
            return;
        // The connection stays readable: without a rest this would be called in a tight loop.
        m_incoming->setEnabled(false);
        QTimer::singleShot(1000, m_incoming.get(), [this] { m_incoming->setEnabled(true); });
        return;
    }
    if (!isOwnPeer(connection)) {
        ::close(connection);
        return;
    }
    auto *session = new CommandSession(connection, m_commands, this);
    m_incoming->setEnabled(++m_sessions < maxSessions);
    connect(session, &CommandSession::ended, this, [this, session] {
        session->deleteLater();
        --m_sessions;
        if (m_incoming)
            m_incoming->setEnabled(true);
    });
}

} // namespace slipway
