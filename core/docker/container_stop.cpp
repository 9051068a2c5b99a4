// How a container's attempt is stopped, and how its end is told.
#include "core/diagnosis/diagnose.h"
#include "core/docker/container_executor.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

TaskError goneUnseen(const QString &image)
{
    return madeError(ErrorCode::UnknownError,
        QT_TRANSLATE_NOOP("TaskError", "The container of %1 was removed while it ran."), { image });
}

// After a freeze or while the engine was away nobody watched: a kill may have many reasons.
TaskError killedFromOutside(const QString &image)
{
    TaskError error = madeError(ErrorCode::UnknownError,
        QT_TRANSLATE_NOOP("TaskError",
            "The container of %1 was killed from outside: by hand, or because the Docker engine or "
            "the machine stopped."),
        { image });
    error.exitCode = 137;
    return error;
}

} // namespace

void ContainerExecutor::doStop(StopHow how)
{
    const bool again = m_stop == StopHow::Discard && how == StopHow::Discard;
    m_stop = how;
    if (m_pull)
        return m_pull->stop();
    if (!m_client && !m_follower && m_containerId.isEmpty() && m_mode == Mode::New)
        return endStopped(how == StopHow::Discard); // nothing was started yet
    switch (how) {
    case StopHow::Leave:
        if (m_client)
            m_client->kill();
        else if (m_follower)
            m_follower->kill();
        else
            endStopped();
        return;
    case StopHow::Pause:
        return pauseContainer();
    case StopHow::Discard:
        if (again && !m_containerId.isEmpty())
            return callClient({ u"rm"_s, u"-f"_s, m_containerId }, [](const ClientAnswer &) {});
        return discardContainer();
    }
    Q_UNREACHABLE();
}

// The container may not be there yet: it is looked for until it runs or its client has ended.
void ContainerExecutor::pauseContainer()
{
    if (m_freezing || m_stop != StopHow::Pause)
        return;
    findContainers([this](const QList<Container> &containers) {
        if (m_freezing || m_stop != StopHow::Pause || (!m_client && !m_follower))
            return;
        for (const Container &container : containers) {
            if (container.attempt != m_task.attempt || container.state != "running"_L1)
                continue;
            m_containerId = container.id;
            m_freezing = true;
            enterPhase(TaskStatus::Running);
            return callClient({ u"pause"_s, m_containerId },
                [this](const ClientAnswer &answer) { paused(answer); });
        }
        QTimer::singleShot(100ms, this, &ContainerExecutor::pauseContainer);
    });
}

void ContainerExecutor::paused(const ClientAnswer &answer)
{
    if (m_stop == StopHow::Discard)
        return discardContainer(); // a cancel came while it froze
    if (answer.succeeded()) {
        if (m_client)
            m_client->kill();
        if (m_follower)
            m_follower->kill();
        return endStopped();
    }
    // It ended by itself in the same moment.
    m_freezing = false;
    inspect([this](const ContainerState &state) {
        if (state.status != "running"_L1)
            endedWith(state);
        else
            QTimer::singleShot(200ms, this, &ContainerExecutor::pauseContainer);
    });
}

// Ten seconds for the program to end, then the engine kills it. Before the container exists its
// client is ended first, and what it may still leave is looked for afterwards.
void ContainerExecutor::discardContainer()
{
    if (m_stopSent)
        return;
    findContainers([this](const QList<Container> &containers) {
        if (m_stopSent)
            return;
        for (const Container &container : containers) {
            if (container.attempt == m_task.attempt)
                m_containerId = container.id;
        }
        m_stopSent = true;
        if (m_containerId.isEmpty()) {
            if (!m_client)
                return endStopped(true);
            m_client->kill();
            return;
        }
        callClient({ u"stop"_s, u"-t"_s, u"10"_s, m_containerId }, [this](const ClientAnswer &) {
            if (!m_client && !m_follower)
                return endStopped(true);
            // Its last lines are still on their way; a client that never ends must not hold us.
            QTimer::singleShot(2s, this, [this] { endStopped(true); });
        });
    });
}

void ContainerExecutor::endedWith(const ContainerState &state)
{
    if (m_stop == StopHow::Discard)
        return endStopped(true);
    const QJsonObject result{ { u"container_id"_s, m_containerId },
        { u"exit_code"_s, run().detach ? QJsonValue() : QJsonValue(state.exitCode) } };
    if (state.status.isEmpty())
        return fail(goneUnseen(run().image));
    if (state.status == "running"_L1 || state.status == "restarting"_L1) {
        enterPhase(TaskStatus::Running);
        if (run().detach)
            return succeed(result);
        return follow(); // only its client is gone
    }
    if (state.status == "paused"_L1)
        return finish({ TaskOutcome::Kind::FoundFrozen, {}, std::nullopt });
    if (!state.started)
        return clientFailed();
    if (run().detach && !m_follower)
        return follow(); // its lines say why it did not stay up
    // The engine hears of the memory limit and of the end by ways of their own, in any order.
    const bool mayBeLimit = state.exitCode == 137 && !state.oomKilled && !run().memory.isEmpty();
    if (mayBeLimit && m_looksForLimit > 0) {
        --m_looksForLimit;
        QTimer::singleShot(200ms, this, [this] {
            inspect([this](const ContainerState &later) { endedWith(later); });
        });
        return;
    }
    enterPhase(TaskStatus::Running);
    if (state.exitCode == 0 && !state.oomKilled)
        return succeed(result, !keepsContainer());
    Failure failure;
    failure.type = m_task.type();
    failure.exitCode = state.exitCode;
    failure.output = m_output;
    failure.subject = run().image;
    failure.oomKilled = state.oomKilled;
    failure.containerRan = true;
    const bool killedUnseen = m_mode == Mode::Adopt && state.exitCode == 137 && !state.oomKilled;
    fail(killedUnseen ? killedFromOutside(run().image) : diagnose(failure), !keepsContainer());
}

} // namespace slipway
