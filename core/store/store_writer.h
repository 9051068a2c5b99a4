// The half of a store that lives on its own thread and may block: database and logs.
//
// What is asked is done in the order it was asked; each question is answered once, by its signal.
#pragma once

#include "core/store/log_folder.h"
#include "core/store/task_database.h"

namespace slipway {

class StoreWriter : public QObject {
    Q_OBJECT

public:
    explicit StoreWriter(const QString &folder);

    void load();
    void write(const StoreChanges &changes);
    void appendLog(const TaskId &id, const LogLines &lines);
    void readLog(const TaskId &id, qint64 from, int count);
    void close();

signals:
    // `failure`: a sentence; empty when it worked
    void loaded(const slipway::JournalContents &contents, const QString &failure, QPrivateSignal);
    void written(const QString &failure, QPrivateSignal);
    void logWritten(const slipway::TaskId &id, const slipway::LogLines &lines, qint64 total,
        const QString &failure, QPrivateSignal);
    void logRead(const slipway::LogPage &page, QPrivateSignal);
    void closed(QPrivateSignal);

private:
    QString open(JournalContents *contents);

    const QString m_folder;
    TaskDatabase m_database;
    LogFolder m_logs;
};

} // namespace slipway
