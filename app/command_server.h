// The local socket on which a queue takes commands. See command_session.h for a connection.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <optional>

namespace slipway {

class CommandInterface;

class CommandServer : public QObject {
    Q_OBJECT

public:
    // More connections than this wait until one ends.
    static constexpr int maxSessions = 128;

    explicit CommandServer(CommandInterface &commands, QObject *parent = nullptr);
    ~CommandServer() override;

    // Nothing: it listens. Otherwise a sentence that says why not.
    std::optional<QString> listen(const QString &path);
    void stopListening(); // the connections there are go on
    void close(); // ends them too

private:
    void accept();

    CommandInterface &m_commands;
    QString m_path;
    int m_listener = -1;
    int m_sessions = 0;
    std::unique_ptr<QSocketNotifier> m_incoming;
};

} // namespace slipway
