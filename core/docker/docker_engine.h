// The Docker engines in use: whether each answers, asked when somebody wants to know and
// remembered for five seconds. As HostMonitor it watches the current one.
#pragma once

#include "core/docker/engine_request.h"
#include "core/host/host_monitor.h"
#include "core/host/known_hosts.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>

namespace slipway {

class DockerEngine : public HostMonitor {
    Q_OBJECT

public:
    explicit DockerEngine(const DockerClient &client, QObject *parent = nullptr);

    const DockerClient &client() const { return m_client; }
    // From now on; an attempt under way goes on with what it was started with.
    void setProgram(const QString &program); // "" = docker, from PATH
    void setChosenHost(const QString &host); // "" = what docker itself would use
    QString currentHost() const;

    QList<HostState> hosts() const override; // the current engine
    HostState host(const QString &address) const override;
    void perform(const HostAction &action, QObject *context,
        std::function<void(const HostActionAnswer &)> answer) override; // docker_actions.cpp
    void diskUse(const QString &host, QObject *context,
        std::function<void(const DiskUse &)> answer) override; // docker_actions.cpp
    void refresh() override; // its images too
    void watch(); // asks now and every few seconds

    // Answers with what is known, or after asking; not at all once `context` is gone.
    void whenKnown(
        const QString &host, QObject *context, std::function<void(const HostState &)> answer);
    void forget(const QString &host); // somebody met it silent: ask anew

    // A question of the caller's own; its `answered` must be connected before start().
    EngineRequest *request(const QString &host, const QByteArray &path, QObject *owner) const;

private:
    void callInTurn(QList<ProcessCall> calls, const QStringList &said,
        const std::function<void(const HostActionAnswer &)> &answer);
    void ask(const QString &host);
    void askInfo(const QString &host);
    void look(); // whether it is there
    void askImages(const QString &host);
    void learned(const QString &host, const EngineAnswer &answer);

    DockerClient m_client;
    QString m_chosen; // host
    KnownHosts m_known;
    QHash<QString, QElapsedTimer> m_infoAge; // by host, since /info was asked and answered
    QTimer m_watch;
};

} // namespace slipway
