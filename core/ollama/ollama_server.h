// The Ollama servers in use: whether each answers, which models it has and which are loaded.
// As HostMonitor it watches the current one.
#pragma once

#include "core/host/host_monitor.h"
#include "core/host/known_hosts.h"

#include <QDeadlineTimer>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace slipway {

struct OllamaAnswer {
    int status = 0; // 0: nobody answered, `error` says why
    QJsonObject json;
    std::optional<TaskError> error;
};

class OllamaServer : public HostMonitor {
    Q_OBJECT

public:
    explicit OllamaServer(QObject *parent = nullptr);

    void setChosenHost(const QString &host); // "" = of OLLAMA_HOST
    QString currentAddress() const;
    QList<HostState> hosts() const override; // the current server
    void perform(const HostAction &action, QObject *context,
        std::function<void(const HostActionAnswer &)> answer) override; // ollama_actions.cpp
    void refresh() override;
    void watch(); // asks now and every few seconds

    // Answers with what is known, or after asking; not at all once `context` is gone.
    void whenKnown(
        const QString &address, QObject *context, std::function<void(const HostState &)> answer);
    void forget(const QString &address); // somebody met it silent: ask anew
    // A short question, answered or given up within three seconds.
    void get(const QString &address, const QString &path, QObject *context,
        std::function<void(const OllamaAnswer &)> answer);

private:
    void start(const QString &address, QObject *context,
        std::function<void(const HostActionAnswer &)> answer);
    void awaitStart(const QString &address, QDeadlineTimer limit, const QPointer<QObject> &context,
        const std::function<void(const HostActionAnswer &)> &answer);
    void unloadModels(const QString &address, QObject *context,
        std::function<void(const HostActionAnswer &)> answer);
    void ask(const QString &address);
    void learned(const QString &address, const OllamaAnswer &version);
    void askModels(const QString &address);

    // Of its own: a manager whose six connections are all streams lets a question wait for their
    // end.
    QNetworkAccessManager m_network;
    QString m_chosen; // host
    KnownHosts m_known;
    QTimer m_watch;
};

} // namespace slipway
