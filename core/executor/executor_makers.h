// The makers of several engines as one: each task goes to the one that can run it.
#pragma once

#include "core/executor/executor_maker.h"

#include <QList>

namespace slipway {

class ExecutorMakers : public ExecutorMaker {
public:
    // The first maker also cleans up: only its engine is left with something. All must outlive
    // this.
    explicit ExecutorMakers(const QList<ExecutorMaker *> &makers);

    bool canRun(TaskType type) const override;
    QString resolveHost(const Task &task) const override;
    std::unique_ptr<Executor> make(const Task &task, const QByteArray &secret) override;
    std::unique_ptr<Executor> adopt(const Task &task, const LogCounts &logged) override;
    void check(const TaskDraft &draft, QObject *context, ChecksTold told) override;
    std::unique_ptr<Executor> makeCleanup(const DueCleanup &due) override;

private:
    ExecutorMaker &makerFor(TaskType type) const;

    QList<ExecutorMaker *> m_makers;
};

} // namespace slipway
