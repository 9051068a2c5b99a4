#include "tests/support/ollama_attempt.h"

#include <QEventLoop>
#include <QTimer>

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

// Not qWaitFor(): it sleeps between rounds of the event loop, and a recording is a thousand rounds.
bool OllamaAttempt::finishes(int seconds)
{
    if (isDone())
        return true;
    QEventLoop loop;
    QObject::connect(m_executor.get(), &Executor::done, &loop, &QEventLoop::quit);
    QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
    loop.exec();
    return isDone();
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
