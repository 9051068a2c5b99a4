// Runs the tasks of a file to their end, printing a line for each change.
#pragma once

#include "app/ctl/chain.h"
#include "core/command/command_interface.h"

#include <QJsonArray>
#include <QSet>

namespace slipway {

class FileRun : public QObject {
    Q_OBJECT

public:
    using Print = std::function<void(const QString &)>;

    FileRun(CommandInterface &commands, const Print &print, QObject *parent = nullptr);

    void start(const QJsonObject &queue); // as queue_import takes it

signals:
    void refused(const QString &sentence, QPrivateSignal); // nothing was queued
    void ended(bool allCompleted, QPrivateSignal); // once

private:
    void follow(const QJsonArray &ids);
    void takeTask(const Task &task);
    void takeRemoval(const TaskId &id);
    void tell(const Task &task);
    void endIfAllEnded();

    CommandInterface &m_commands;
    Print m_print;
    QSet<TaskId> m_open; // ours that have not ended
    QHash<QString, ChainLink> m_links; // of every task of the queue: ours may wait for any
    QHash<TaskId, QString> m_told;
    bool m_allCompleted = true;
    bool m_ended = false;
};

} // namespace slipway
