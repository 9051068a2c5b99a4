// Where the queue gets its attempts from: the only thing it knows of engines.
#pragma once

#include "core/executor/executor.h"
#include "core/executor/pre_check.h"

#include <functional>
#include <memory>

namespace slipway {

class ExecutorMaker {
public:
    virtual ~ExecutorMaker() = default;

    virtual bool canRun(TaskType type) const = 0;
    // The host a task without one of its own would go to now: a docker address or an Ollama URL.
    virtual QString resolveHost(const Task &task) const = 0;

    // A new attempt, number task.attempt, at task.resolvedHost. `secret` is what a login was
    // submitted with; it is nowhere else, and empty for a task picked up after a restart.
    virtual std::unique_ptr<Executor> make(const Task &task, const QByteArray &secret) = 0;
    // Finds out what became of attempt task.attempt after this program was killed, and follows
    // what still runs. `logged`: the lines the log already holds; they are not logged again.
    // A task that has task.stopReason Cancel ends with its leftovers removed. Another stop may be
    // asked of it right after start(): a Pause that ends Stopped has found and frozen its
    // container.
    virtual std::unique_ptr<Executor> adopt(const Task &task, const LogCounts &logged) = 0;
    // What can be known of a task before it is queued, at the host it would go to.
    virtual void check(const TaskDraft &draft, QObject *context, ChecksTold told) = 0;
    // Removes what is left of a task that is not running. Failed: it must be tried again later.
    virtual std::unique_ptr<Executor> makeCleanup(const DueCleanup &due) = 0;
};

} // namespace slipway
