// Taking over what an earlier attempt of this program, or a pause, left at the engine.
#include "core/docker/container_executor.h"
#include "core/docker/output_tail.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway {
namespace {

TaskError removedOutside(const QString &image)
{
    return madeError(ErrorCode::UnknownError,
        QT_TRANSLATE_NOOP("TaskError",
            "The container of %1 was removed outside Slipway before its end could be seen."),
        { image });
}

} // namespace

void ContainerExecutor::adopt()
{
    endLeftoverClients(m_task.id);
    findContainers([this](const QList<Container> &containers) { adoptFound(containers, false); });
}

// A client that was killed while the engine worked on its request may leave a container that shows
// up a moment later: nothing is believed to be there only after a second look.
void ContainerExecutor::adoptFound(const QList<Container> &containers, bool lastLook)
{
    for (const Container &container : containers) {
        if (container.attempt == m_task.attempt)
            return takeOver(container);
    }
    if (lastLook)
        return adoptNothing();
    QTimer::singleShot(500ms, this, [this] {
        findContainers([this](const QList<Container> &again) { adoptFound(again, true); });
    });
}

void ContainerExecutor::adoptNothing()
{
    const bool wasThere = m_task.status == TaskStatus::Running || m_task.frozen;
    if (wasThere && !m_stop && m_task.stopReason != StopReason::Cancel)
        return fail(removedOutside(run().image));
    finish({ TaskOutcome::Kind::NothingFound, {}, std::nullopt,
        m_task.stopReason == StopReason::Cancel });
}

void ContainerExecutor::takeOver(const Container &container)
{
    m_containerId = container.id;
    if (m_task.stopReason == StopReason::Cancel || m_stop == StopHow::Discard)
        return endStopped(true);
    const bool isFrozen = container.state == "paused"_L1;
    if (isFrozen && !m_task.frozen)
        return finish({ TaskOutcome::Kind::FoundFrozen, {}, std::nullopt });
    if (container.state == "exited"_L1 || container.state == "dead"_L1)
        return follow();
    if (container.state == "created"_L1 || isFrozen) {
        callClient({ isFrozen ? u"unpause"_s : u"start"_s, m_containerId },
            [this](const ClientAnswer &answer) {
                if (answer.succeeded())
                    return follow();
                inspect([this](const ContainerState &state) { endedWith(state); });
            });
        return;
    }
    follow();
}

// Whole, from the first line: what the log holds is dropped by count.
void ContainerExecutor::follow()
{
    enterPhase(TaskStatus::Running);
    m_follower = new ContainerFollower(m_logged, this);
    connect(m_follower, &ContainerFollower::logged, this, [this](const LogLines &lines) {
        keepTail(m_output, lines);
        log(lines);
    });
    connect(m_follower, &ContainerFollower::ended, this, [this] {
        if (m_stop == StopHow::Leave)
            return endStopped();
        if (!m_freezing)
            inspect([this](const ContainerState &state) { endedWith(state); });
    });
    m_follower->start(m_engine.client().call(
        m_task.resolvedHost, { { u"logs"_s, u"--follow"_s, m_containerId }, {} }, m_task.id));
    if (m_stop)
        doStop(*m_stop);
    else if (m_task.stopReason == StopReason::Pause)
        doStop(StopHow::Pause);
}

} // namespace slipway
