// What was learned of engines or servers, by their addresses: it holds for five seconds, and one
// question is enough for all who wait for its answer.
#pragma once

#include "core/host/host.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>

#include <functional>

class QObject;

namespace slipway {

class KnownHosts {
public:
    // `ask`: puts the question to a host; learned() is its answer.
    explicit KnownHosts(std::function<void(const QString &address)> ask);
    Q_DISABLE_COPY_MOVE(KnownHosts)

    HostState state(const QString &address) const; // with nothing known: not even its address
    HostState &change(const QString &address); // what does not decide whether it is there
    void askOnce(const QString &address); // not while a question is under way
    // Answers with what is known, or after asking; not at all once `context` is gone.
    void whenKnown(
        const QString &address, QObject *context, std::function<void(const HostState &)> answer);
    bool learned(const QString &address, const HostState &state); // true: it is not as it was
    void forget(const QString &address); // the next who wants to know asks anew
    void forgetAll();

private:
    struct Known {
        HostState state;
        QElapsedTimer age;
        bool asking = false;
        QList<std::function<void(const HostState &)>> waiting;
    };

    QHash<QString, Known> m_known;
    std::function<void(const QString &address)> m_ask;
};

} // namespace slipway
