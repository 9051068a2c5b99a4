// One attempt of an ollama task, run by the real executor, and all that it said.
#pragma once

#include "core/ollama/ollama_executors.h"

#include <memory>

namespace slipway::test {

class OllamaAttempt {
public:
    OllamaAttempt(OllamaServer &server, const QString &address, const TaskSpec &spec);

    Executor *executor() { return m_executor.get(); }
    bool isDone() const { return ends > 0; }
    bool finishes(int seconds = 60); // runs the event loop until then
    QByteArray logged(LogChannel channel) const; // its lines, one under the other

    int ends = 0;
    TaskOutcome outcome;
    QList<TaskStatus> phases; // without repetitions
    QList<TaskProgress> reports;
    LogLines lines;

private:
    OllamaExecutors m_maker;
    std::unique_ptr<Executor> m_executor;
};

} // namespace slipway::test
