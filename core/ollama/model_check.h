// What an Ollama server and a registry know of a task before it is queued. The registry is asked
// from here, and only for a model that the server has not got.
#pragma once

#include "core/executor/pre_check.h"
#include "core/ollama/ollama_server.h"
#include "core/registry/registry_client.h"
#include "core/task/task_spec.h"

#include <QJsonArray>
#include <QPointer>

namespace slipway {

class ModelCheck : public QObject {
    Q_OBJECT

public:
    // Deletes itself when all is told.
    ModelCheck(const TaskSpec &spec, const QString &address, OllamaServer &server,
        RegistryClient &registry, QObject *context, const ChecksTold &told);
    void start();

private:
    void serverKnown(const HostState &state);
    void askLoaded();
    void askInstalled();
    void installedKnown(const QJsonArray &models);
    void askRegistry(const QStringList &installed);
    void checkRoom(qint64 bytes);
    void checkMemory(qint64 bytes);
    void found(PreCheck::Level level, const QString &id, const char *text,
        const QStringList &arguments = {});
    void end();

    const QString m_model;
    const bool m_isPull;
    const QString m_address;
    OllamaServer &m_server;
    RegistryClient &m_registry;
    QPointer<QObject> m_context;
    ChecksTold m_told;
    QString m_dataFolder;
    QJsonArray m_loaded;
    QList<PreCheck> m_found;
};

} // namespace slipway
