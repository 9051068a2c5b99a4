// slipwayd as its own process under a home of its own, to be killed at any moment and started
// again; its socket spoken to as any program would.
#pragma once

#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace slipway::test {

class DaemonUnderTest {
public:
    explicit DaemonUnderTest(const QString &dockerProgram);
    ~DaemonUnderTest();

    // Starts it and waits until its socket answers. `killAt`: a kill point at which it dies.
    bool start(const QString &killAt = {});
    bool isRunning() const;
    bool diesByItself(int seconds = 20); // at its kill point
    void kill(); // kill -9, now
    bool terminate(); // SIGTERM; true: it ended with code 0 within 6 s

    // One request, one reply; {} when the connection broke.
    QJsonObject request(const QString &action, const QJsonObject &params);
    QJsonObject requestLine(const QByteArray &line);
    QString add(const QString &type, const QJsonObject &params); // the task's id, or ""
    QJsonObject task(const QString &id); // with its `logs`
    // The task once it is in this status group, or whatever it is after `seconds`.
    QJsonObject taskIn(const QString &id, const QString &group, int seconds = 40);

    // Counts tasks that finish from now on, by events on a connection of its own.
    bool countFinished();
    int finishedCount() const { return m_finished; }
    QByteArray heard() const { return m_heard; } // all events since then, as they came

    QString home() const { return m_home.path(); }
    QProcess &process() { return *m_process; }

private:
    bool connectSocket();

    QTemporaryDir m_home;
    QString m_socketPath;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QLocalSocket> m_socket;
    std::unique_ptr<QLocalSocket> m_events;
    bool m_subscribed = false;
    int m_finished = 0;
    QByteArray m_heard;
};

} // namespace slipway::test
