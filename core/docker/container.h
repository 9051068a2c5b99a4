// A container as the engine tells of it. Ours are found by their labels, never by name alone.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace slipway {

struct Container {
    QString id;
    QString name; // without the leading slash
    int attempt = 0; // of the label slipway.attempt
    QString state; // created, running, paused, restarting, removing, exited, dead
    bool operator==(const Container &) const = default;
};

struct ContainerState {
    QString id;
    QString status; // as Container::state
    int exitCode = 0;
    bool oomKilled = false;
    bool started = false; // its program was started at least once
    QString error; // of the engine, when it could not be started
};

// The question for all containers of a task in this store, in whatever state, and its answer.
QByteArray containersPath(const QString &storeId, const QString &taskId);
QList<Container> containersFrom(const QByteArray &answer);

QByteArray containerPath(const QString &id);
ContainerState containerStateFrom(const QByteArray &answer);

} // namespace slipway
