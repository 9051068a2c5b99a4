// One attempt at an ollama_run: asks a model once and gathers its answer.
#pragma once

#include "core/executor/executor.h"
#include "core/ollama/generate_answer.h"
#include "core/ollama/ollama_server.h"
#include "core/ollama/ollama_stream.h"
#include "core/ollama/text_lines.h"

#include <QElapsedTimer>

namespace slipway {

class GenerateExecutor : public Executor {
    Q_OBJECT

public:
    GenerateExecutor(const Task &task, OllamaServer &server, QObject *parent = nullptr);

protected:
    void doStart() override;
    void doStop(StopHow how) override;
    void doHoldOutput(bool held) override;

private:
    void readImages();
    void generate(const QList<QByteArray> &images);
    void read(const QByteArray &line);
    void streamEnded(const StreamEnd &end);
    void keepRest();
    TaskError failure(const StreamEnd &end) const;
    const OllamaRun &spec() const { return std::get<OllamaRun>(m_task.spec); }

    Task m_task;
    OllamaServer &m_server;
    OllamaStream m_stream;
    GenerateAnswer m_answer;
    TextLines m_text;
    TextLines m_thinking;
    QList<QByteArray> m_unread; // an error, or what else answered
    int m_pieces = 0;
    QElapsedTimer m_sinceReport;
    bool m_stopping = false;
};

// The request, with the prompt and images as they are to be sent.
QJsonObject generateBody(const OllamaRun &run, const QList<QByteArray> &images);

} // namespace slipway
