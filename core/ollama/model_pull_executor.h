// One attempt at an ollama_pull.
#pragma once

#include "core/executor/executor.h"
#include "core/executor/transfer_rate.h"
#include "core/ollama/ollama_server.h"
#include "core/ollama/ollama_stream.h"
#include "core/ollama/pull_progress.h"

#include <QElapsedTimer>
#include <QTimer>

namespace slipway {

class ModelPullExecutor : public Executor {
    Q_OBJECT

public:
    ModelPullExecutor(const Task &task, OllamaServer &server, QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;

private:
    void pull();
    void read(const QByteArray &line);
    void streamEnded(const StreamEnd &end);
    void reportIfMoved();
    void reportNow();
    void tellWhatStays();
    TaskError failure(const StreamEnd &end) const;
    const OllamaPull &spec() const { return std::get<OllamaPull>(m_task.spec); }

    Task m_task;
    OllamaServer &m_server;
    OllamaStream m_stream;
    PullProgress m_progress;
    TaskProgress m_reported;
    TransferRate m_rate;
    QElapsedTimer m_clock;
    QTimer m_beat;
    QList<QByteArray> m_unread; // lines that are none of a pull's: what else answered
    bool m_stopping = false;
};

} // namespace slipway
