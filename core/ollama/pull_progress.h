// What the lines of /api/pull say, gathered to one model. No clock, no connection.
#pragma once

#include "core/task/task.h"

#include <QByteArray>

namespace slipway {

class PullProgress {
public:
    // True if the line says something new that a log should hold.
    bool feed(const QByteArray &line);

    const TaskProgress &progress() const { return m_progress; }
    QString status() const { return m_status; } // the last one, in Ollama's words
    bool isDownloading() const { return !m_current.isEmpty(); }
    bool succeeded() const { return m_succeeded; }
    QByteArray error() const { return m_error; }
    qint64 unfinishedBytes() const; // of layers that are not complete
    qint64 keptBytes() const; // were there already when their layer's first line came

private:
    struct Layer {
        QString digest;
        qint64 done = 0;
        qint64 total = 0;
        qint64 kept = 0;
        qint64 most = 0; // `done` falls when the server repeats a part that failed
        bool complete = false;
    };

    void feedLayer(const QString &digest, qint64 total, qint64 completed);
    void completeAllBut(const QString &digest);
    void sum();

    QList<Layer> m_layers; // in the order the server fetches them
    QString m_current; // the digest under way
    QString m_status;
    QByteArray m_error;
    bool m_succeeded = false;
    TaskProgress m_progress;
};

} // namespace slipway
