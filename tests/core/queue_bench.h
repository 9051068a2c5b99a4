// A queue on a journal, engines and hosts that the test commands, and what tests ask of it.
#pragma once

#include "core/queue/task_queue.h"

#include "tests/support/memory_journal.h"
#include "tests/support/scripted_executor.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

namespace slipway {

struct QueueBench {
    MemoryJournal journal;
    ScriptedMaker maker;
    ScriptedHosts hosts;
    TaskQueue queue{ journal, maker, hosts };

    explicit QueueBench(const MemoryJournal::Disk &before = {})
        : journal(before)
    {
    }

    bool start()
    {
        QSignalSpy ready(&queue, &TaskQueue::ready);
        queue.start();
        return QTest::qWaitFor([&] { return ready.size() == 1; });
    }

    TaskId add(const TaskDraft &draft)
    {
        const auto future = queue.submit({ draft });
        const bool answered = QTest::qWaitFor([&] { return future.isFinished(); });
        return answered && future.result().ids.size() == 1 ? future.result().ids.first() : TaskId();
    }

    Task task(const TaskId &id) const { return queue.task(id).value_or(Task{}); }
    TaskStatus status(const TaskId &id) const { return task(id).status; }
    ScriptedExecutor *of(const TaskId &id) const { return maker.of(id); }
    bool runs(const TaskId &id) const { return of(id) && of(id)->started; }

    // Until all that is written and delivered at once is written and delivered.
    void settle() const
    {
        for (int round = 0; round < 20; ++round) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents();
        }
    }
};

inline TaskDraft draftOf(TaskType type, int priority = 0)
{
    TaskDraft draft{ emptySpec(type), {} };
    draft.options.priority = priority;
    if (auto *pull = std::get_if<DockerPull>(&draft.spec))
        pull->imageName = QStringLiteral("busybox");
    if (auto *push = std::get_if<DockerPush>(&draft.spec))
        push->imageName = QStringLiteral("team/app");
    if (auto *tag = std::get_if<DockerTag>(&draft.spec))
        *tag = { QStringLiteral("app"), QStringLiteral("team/app:1") };
    if (auto *run = std::get_if<DockerRun>(&draft.spec))
        run->image = QStringLiteral("busybox");
    if (auto *login = std::get_if<DockerLogin>(&draft.spec))
        login->username = QStringLiteral("ann");
    if (auto *pull = std::get_if<OllamaPull>(&draft.spec))
        pull->modelName = QStringLiteral("llama3.2");
    if (auto *run = std::get_if<OllamaRun>(&draft.spec)) {
        run->modelName = QStringLiteral("llama3.2");
        run->prompt = QStringLiteral("Why is the sky blue?");
    }
    return draft;
}

inline TaskError retryableError()
{
    TaskError error;
    error.code = ErrorCode::DockerNetworkError;
    error.retryable = true;
    return error;
}

inline TaskError finalError()
{
    TaskError error;
    error.code = ErrorCode::DockerImageNotFound;
    return error;
}

// Stops as a good engine does: a moment later, having done what was asked.
inline void stopWell(ScriptedExecutor *executor)
{
    executor->whenStopped = [executor](
                                StopHow how) { executor->endStopped(how == StopHow::Discard); };
}

} // namespace slipway
