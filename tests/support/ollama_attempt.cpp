#include "tests/support/ollama_attempt.h"

#include <QTest>

namespace slipway::test {

OllamaAttempt::OllamaAttempt(OllamaServer &server, const QString &address, const TaskSpec &spec)
    : m_maker(server)
{
    Task task;
    task.id = QUuid::createUuid();
    task.spec = spec;
    task.resolvedHost = address;
    m_executor = m_maker.make(task, {});
    Executor *executor = m_executor.get();
    QObject::connect(executor, &Executor::phaseEntered, executor, [this](TaskStatus status) {
        if (phases.isEmpty() || phases.last() != status)
            phases.append(status);
    });
    QObject::connect(executor, &Executor::progressed, executor,
        [this](const TaskProgress &progress) { reports.append(progress); });
    QObject::connect(
        executor, &Executor::logged, executor, [this](const LogLines &logged) { lines += logged; });
    QObject::connect(executor, &Executor::done, executor, [this](const TaskOutcome &end) {
        ++ends;
        outcome = end;
    });
}

bool OllamaAttempt::finishes(int seconds)
{
    return QTest::qWaitFor([this] { return ends > 0; }, seconds * 1000);
}

QByteArray OllamaAttempt::logged(LogChannel channel) const
{
    QByteArray text;
    for (const LogLine &line : lines) {
        if (line.channel == channel)
            text += line.text + '\n';
    }
    return text;
}

} // namespace slipway::test
