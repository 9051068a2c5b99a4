#include "core/executor/executor_makers.h"

#include <algorithm>

namespace slipway {

ExecutorMakers::ExecutorMakers(const QList<ExecutorMaker *> &makers)
    : m_makers(makers)
{
    Q_ASSERT(!makers.isEmpty());
}

ExecutorMaker &ExecutorMakers::makerFor(TaskType type) const
{
    const auto maker = std::find_if(m_makers.begin(), m_makers.end(),
        [type](const ExecutorMaker *each) { return each->canRun(type); });
    return maker == m_makers.end() ? *m_makers.first() : **maker;
}

bool ExecutorMakers::canRun(TaskType type) const
{
    return makerFor(type).canRun(type);
}

QString ExecutorMakers::resolveHost(const Task &task) const
{
    return makerFor(task.type()).resolveHost(task);
}

std::unique_ptr<Executor> ExecutorMakers::make(const Task &task, const QByteArray &secret)
{
    return makerFor(task.type()).make(task, secret);
}

std::unique_ptr<Executor> ExecutorMakers::adopt(const Task &task, const LogCounts &logged)
{
    return makerFor(task.type()).adopt(task, logged);
}

void ExecutorMakers::check(const TaskDraft &draft, QObject *context, ChecksTold told)
{
    makerFor(typeOf(draft.spec)).check(draft, context, std::move(told));
}

std::unique_ptr<Executor> ExecutorMakers::makeCleanup(const DueCleanup &due)
{
    return m_makers.first()->makeCleanup(due);
}

} // namespace slipway
